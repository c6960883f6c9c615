import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What a server and the processes that it started have used since it began. */
export interface ServerUsage {
  /** Processor time of the thread that answers requests. */
  readonly loopSeconds: number;
  /** Of the process with all its threads. */
  readonly processSeconds: number;
  /** Of the process, its database and its other processes, those that have ended included. */
  readonly allSeconds: number;
  /** The most memory that the process held since this was asked last. */
  readonly peakMegabytes: number;
}

/** Of the clock by which the system tells processor time. Source: proc(5), `sysconf(_SC_CLK_TCK)`. */
const ticksPerSecond = 100;

/** Asks the system, as `/proc` of Linux says it. Source: proc(5). */
export function serverUsage(server: number): ServerUsage {
  const parents = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/u.test(name) ? statOf(`/proc/${name}/stat`) : undefined;
    if (stat !== undefined) parents.set(Number(name), { parent: stat.parent, ticks: stat.own + stat.ended });
  }
  const belongs = (id: number): boolean => id === server || (parents.has(id) && belongs(parents.get(id)?.parent ?? 0));
  let all = 0;
  for (const [id, { ticks }] of parents) if (belongs(id)) all += ticks;
  const status = readFileSync(`/proc/${server}/status`, 'utf8');
  // From here on the system measures the most memory anew.
  writeFileSync(`/proc/${server}/clear_refs`, '5');
  return {
    loopSeconds: (statOf(`/proc/${server}/task/${server}/stat`)?.own ?? 0) / ticksPerSecond,
    processSeconds: (statOf(`/proc/${server}/stat`)?.own ?? 0) / ticksPerSecond,
    allSeconds: all / ticksPerSecond,
    peakMegabytes: Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024),
  };
}

/** Parent and ticks of a process; those of its ended children apart. Undefined where it has just ended. */
function statOf(path: string): { readonly parent: number; readonly own: number; readonly ended: number } | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [own = 0, system = 0, ended = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: own + system, ended: ended + endedSystem };
  } catch {
    return undefined;
  }
}
