import { parseArgs } from 'node:util';
import { circuits } from '../consultations/national-tables.ts';

/** How large the consultation is. */
export interface NationalPlan {
  readonly contests: number;
  readonly people: number;
  /** Sealed ballots, over all contests alike. */
  readonly ballots: number;
  /** Opened ballots that are counted apart from the consultation. */
  readonly opened: number;
  /** By which the contests to verify are drawn, together with the hash of the archive. */
  readonly seed: string;
  /** Where each stage is written down as it ends, a line of JSON; nowhere where it is left out. */
  readonly journal: string | undefined;
}

/** Reads `--contests N --people N --ballots N --opened N --seed TEXT --journal PATH`; left out, the size of a nation. */
export function readPlan(args: readonly string[]): NationalPlan {
  const option = { type: 'string' } as const;
  const options = {
    contests: option,
    people: option,
    ballots: option,
    opened: option,
    seed: option,
    journal: option,
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  return {
    contests: wholeNumber(values.contests, circuits),
    people: wholeNumber(values.people, 1_000_000),
    ballots: wholeNumber(values.ballots, 100_000),
    opened: wholeNumber(values.opened, 4_000_000),
    seed: values.seed ?? 'Consulta nacional',
    journal: values.journal,
  };
}

function wholeNumber(text: string | undefined, usual: number): number {
  const value = Number(text ?? usual);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`“${text ?? ''}” is no number of anything.`);
  return value;
}
