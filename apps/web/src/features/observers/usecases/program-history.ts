import { z } from 'zod';
import type { ProgramView, ServedProgram } from '../pages/views.ts';
import type { ProgramsLine } from '../store.ts';

const fingerprints = z.record(z.string(), z.unknown());

/** What a line of the trail says was handed out, by the names of the programs. */
export const fingerprintsIn = (details: unknown): Readonly<Record<string, unknown>> =>
  fingerprints.safeParse(details).data ?? {};

interface Handed {
  readonly integrity: string;
  readonly from: Date;
}

/** What was handed out under this name, one after the other. */
function handedOut(name: string, lines: readonly ProgramsLine[]): readonly Handed[] {
  const handed: Handed[] = [];
  for (const { at, details } of lines) {
    const integrity = fingerprintsIn(details)[name];
    if (typeof integrity === 'string' && handed.at(-1)?.integrity !== integrity) handed.push({ integrity, from: at });
  }
  return handed;
}

/**
 * A program with its history in the public trail.
 *
 * @param open from when to when people voted; undefined where they do not yet, or still do.
 */
export function programHistory(
  program: ServedProgram,
  lines: readonly ProgramsLine[],
  open: { readonly from: Date | undefined; readonly to: Date | undefined },
): ProgramView {
  const handed = handedOut(program.name, lines);
  const last = handed.at(-1);
  const isKnown = last?.integrity === program.integrity;
  const earlier = isKnown ? handed.slice(0, -1) : handed;
  const { from, to } = open;
  return {
    ...program,
    earlier: earlier.map((one) => ({ integrity: one.integrity, from: one.from.toISOString() })),
    since: isKnown ? last.from.toISOString() : null,
    changedWhileOpen: handed
      .slice(1)
      .some((one) => from !== undefined && one.from >= from && (to === undefined || one.from < to)),
  };
}
