/**
 * Reads the text form of a WebAssembly module and says where a function that works on secrets could take a way, or
 * choose a value, by them.
 *
 * A function passes if it has no `select`, no table branch, no indirect call, no call of a function that is neither
 * imported from those allowed nor passes itself, and no branch but the head of a counted loop:
 *
 *     loop $L
 *       compare counters and constants
 *       if
 *         …
 *         br $L
 *       end
 *     end
 *
 * where what is compared are locals that hold a constant or a parameter before the loop, and that the loop itself changes
 * by constant steps alone. Addresses are not followed: that no address depends on a secret is for the reader of the source.
 */
export interface ConstantTimeRules {
  /** Exported names that must pass, with all that they call. */
  readonly exports: readonly string[];
  /** Imported names that they may call, because they are checked where they are made. */
  readonly imports: readonly string[];
}

interface Module {
  readonly functions: ReadonlyMap<string, readonly string[]>;
  readonly exported: ReadonlyMap<string, string>;
  readonly imported: ReadonlyMap<string, string>;
}

function readModule(text: string): Module {
  const functions = new Map<string, string[]>();
  const exported = new Map<string, string>();
  const imported = new Map<string, string>();
  let body: string[] | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const opened = /^\(func (\S+)/u.exec(line)?.[1];
    const exportOf = /^\(export "([^"]+)" \(func (\S+?)\)\)/u.exec(line);
    const importOf = /^\(import "[^"]+" "([^"]+)" \(func (\S+)/u.exec(line);
    if (exportOf !== null) exported.set(exportOf[1] ?? '', exportOf[2] ?? '');
    else if (importOf !== null) imported.set(importOf[2] ?? '', importOf[1] ?? '');
    else if (opened !== undefined) functions.set(opened, (body = [line]));
    else if (body !== undefined && !line.startsWith('(local') && line !== ')') body.push(line);
  }
  return { functions, exported, imported };
}

/** What may stand between the head of a loop and its `if`. */
const COMPARISON = /^(?:local\.get|i32\.const|i32\.(?:lt|le|gt|ge|eq|ne|eqz)(?:_[su])?\b)/u;

const isConstant = (line: string | undefined): boolean => line?.startsWith('i32.const ') === true;

/** Whether the local was set, before line `at`, from a constant, or not at all (a parameter). */
function isCounterBefore(lines: readonly string[], at: number, local: string): boolean {
  for (let i = at - 1; i > 0; i--) {
    if (lines[i] === `local.set ${local}` || lines[i] === `local.tee ${local}`) {
      return isConstant(lines[i - 1]);
    }
  }
  return true;
}

/** Whether every change of the local between two lines is a constant step of itself, or a constant. */
function isSteppedWithin(lines: readonly string[], from: number, to: number, local: string): boolean {
  for (let i = from; i < to; i++) {
    if (lines[i] !== `local.set ${local}` && lines[i] !== `local.tee ${local}`) continue;
    const step = /^i32\.(?:add|sub)$/u.test(lines[i - 1] ?? '');
    const own = lines[i - 3] === `local.get ${local}` && isConstant(lines[i - 2]);
    if (!(step && own) && !isConstant(lines[i - 1])) return false;
  }
  return true;
}

/** The line of the `end` that closes the block opened at `start`. */
function endOf(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (/^(?:loop|if|block|try)\b/u.test(line)) depth++;
    else if (line === 'end' && --depth === 0) return i;
  }
  return lines.length;
}

/** If line `at` opens a counted loop: the lines of its `if` and of its `br`. */
function countedLoop(lines: readonly string[], at: number): readonly [number, number] | undefined {
  const label = /^loop (\S+)$/u.exec(lines[at] ?? '')?.[1];
  let condition = at + 1;
  while (COMPARISON.test(lines[condition] ?? '')) condition++;
  if (label === undefined || lines[condition] !== 'if') return undefined;
  const close = endOf(lines, condition);
  if (lines[close - 1] !== `br ${label}` || lines[close + 1] !== 'end') return undefined;
  const compared = lines.slice(at + 1, condition).flatMap((line) => /^local\.get (\S+)$/u.exec(line)?.[1] ?? []);
  const counts = compared.every(
    (local) => isCounterBefore(lines, at, local) && isSteppedWithin(lines, condition, close, local),
  );
  return counts ? [condition, close - 1] : undefined;
}

const FORBIDDEN = /^(?:select|br|br_if|br_table|if|else|call_indirect|call_ref|return|return_call)\b/u;

function breachesIn(name: string, lines: readonly string[]): readonly string[] {
  const allowed = new Set<number>();
  for (const [at] of lines.entries()) for (const line of countedLoop(lines, at) ?? []) allowed.add(line);
  return lines.flatMap((line, at) =>
    FORBIDDEN.test(line) && !allowed.has(at) ? [`${name}: ${line} (line ${at})`] : [],
  );
}

/** @returns one line for each breach: the function, and what stands where; none if all that the rules name passes. */
export function constantTimeBreaches(text: string, rules: ConstantTimeRules): readonly string[] {
  const module = readModule(text);
  const breaches: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const lines = module.functions.get(name);
    if (lines === undefined) {
      const imported = module.imported.get(name);
      if (imported === undefined || !rules.imports.includes(imported)) breaches.push(`${name}: not a checked function`);
      return;
    }
    breaches.push(...breachesIn(name, lines));
    for (const line of lines) {
      const called = /^call (\S+)$/u.exec(line)?.[1];
      if (called !== undefined) visit(called);
    }
  };
  for (const name of rules.exports) {
    const inner = module.exported.get(name);
    if (inner === undefined) breaches.push(`${name}: not exported`);
    else visit(inner);
  }
  return breaches;
}
