import { err, ok, type Result } from '@convite/kernel';
import { parseArgs } from 'node:util';
import { type Allowed, isWrittenForm, type UsageError } from './usage-error.ts';

/** The options that a command knows: those with a value say what it may be, the others are `flag`. */
export type OptionTable = Readonly<Record<string, 'flag' | 'file' | Allowed>>;

export interface GivenOptions {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** The options that repeat, in the order in which they were given. */
  readonly repeated: readonly { readonly name: string; readonly value: string }[];
  readonly inputs: readonly string[];
}

const flagsOfEveryCommand = { help: 'flag', version: 'flag' } as const;

/** Reads a command line against the options that its command knows. Values are not looked into. */
export function readOptions(args: readonly string[], table: OptionTable): Result<GivenOptions, UsageError> {
  const known: ReadonlyMap<string, OptionTable[string]> = new Map(Object.entries({ ...table, ...flagsOfEveryCommand }));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...known].map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const repeated: { readonly name: string; readonly value: string }[] = [];
  const inputs: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') inputs.push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.rawName === '-h' ? 'help' : token.name;
    const kind = token.rawName === '-h' || token.rawName.startsWith('--') ? known.get(name) : undefined;
    if (kind === undefined) {
      return err({ type: 'unknown_option', option: token.rawName, known: [...known.keys()].map((key) => `--${key}`) });
    }
    if (flags.has(name) || values.has(name)) return err({ type: 'repeated_option', option: token.rawName });
    if (kind === 'flag') {
      if (token.value !== undefined) return err({ type: 'unexpected_value', option: token.rawName });
      flags.add(name);
    } else {
      const value = token.value;
      const isNextOption = value !== undefined && !token.inlineValue && value.startsWith('--');
      if (value === undefined || value === '' || isNextOption) {
        return err({ type: 'missing_value', option: token.rawName, allowed: kind });
      }
      if (isWrittenForm(kind) && kind.repeats) repeated.push({ name, value });
      else values.set(name, value);
    }
  }
  return ok({ flags, values, repeated, inputs });
}
