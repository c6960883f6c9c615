import { microsecondsEach } from './processor-time.ts';

/** One shuffle, ready to be made, read and checked in either way. */
export interface MeasuredShuffle {
  /** Group and backend. */
  readonly label: string;
  readonly ballots: number;
  readonly make: () => unknown;
  /** Form, numbers, membership of every element by itself, both challenges. */
  readonly readOneByOne: () => unknown;
  /** The same as the verifier does it: membership of very many elements by subsets. */
  readonly readTogether: () => unknown;
  /** All equations in one product of powers. */
  readonly together: () => boolean;
  readonly oneByOne: () => boolean;
}

export const shuffleHeadings = [
  'group, arithmetic',
  'ballots',
  'make',
  'read, members one by one',
  'read, members together',
  'equations one by one',
  'equations together',
  'equations cheaper by',
  'the whole check cheaper by',
] as const;

/** Processor time of one shuffle for each ballot in it, in milliseconds: median of several rounds. */
export function shuffleRow(shuffle: MeasuredShuffle, rounds: number): readonly string[] {
  const { label, ballots: things, make, readOneByOne, readTogether, together, oneByOne } = shuffle;
  if (!together() || !oneByOne()) throw new Error('An honest shuffle is refused.');
  const runs = { make, readOneByOne, readTogether, oneByOne, together };
  const figures = microsecondsEach(
    Object.entries(runs).map(([name, run]) => ({ name, things, run })),
    rounds,
  );
  const perBallot = (name: keyof typeof runs): number => (figures.get(name) ?? Number.NaN) / 1000;
  const [read, opened] = [perBallot('readOneByOne'), perBallot('readTogether')];
  const [each, all] = [perBallot('oneByOne'), perBallot('together')];
  const ratio = (a: number, b: number): string => `${(a / b).toFixed(1)} ×`;
  return [
    label,
    String(things),
    ...[perBallot('make'), read, opened, each, all].map((milliseconds) => `${milliseconds.toFixed(3)} ms`),
    ratio(each, all),
    ratio(read + each, opened + all),
  ];
}
