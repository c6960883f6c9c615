import { median } from '../counting/figures.ts';

/** One shuffle, ready to be made, read and checked in either way. */
export interface MeasuredShuffle {
  /** Group and backend. */
  readonly label: string;
  readonly ballots: number;
  readonly make: () => unknown;
  /** Form, numbers, membership of every element, both challenges. */
  readonly read: () => unknown;
  /** All equations in one product of powers. */
  readonly together: () => boolean;
  readonly oneByOne: () => boolean;
}

export const shuffleHeadings = [
  'group, arithmetic',
  'ballots',
  'make',
  'read, membership',
  'equations one by one',
  'equations together',
  'together is cheaper by',
  'with reading, by',
] as const;

/** Processor time of one shuffle for each ballot in it, in milliseconds: median of several runs. */
export function shuffleRow(shuffle: MeasuredShuffle, runs: number): readonly string[] {
  const { label, ballots, make, read, together, oneByOne } = shuffle;
  const perBallot = (run: () => unknown): number =>
    median(Array.from({ length: runs }, () => processorTime(run))) / ballots;
  const [made, opened] = [perBallot(make), perBallot(read)];
  const [each, all] = [perBallot(oneByOne), perBallot(together)];
  if (!together() || !oneByOne()) throw new Error('An honest shuffle is refused.');
  const ratio = (a: number, b: number): string => `${(a / b).toFixed(1)} ×`;
  return [
    label,
    String(ballots),
    ...[made, opened, each, all].map((milliseconds) => `${milliseconds.toFixed(3)} ms`),
    ratio(each, all),
    ratio(opened + each, opened + all),
  ];
}

function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
