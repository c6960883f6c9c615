import { availableParallelism } from 'node:os';
import { markdownTable, median } from '../counting/figures.ts';
import { type MadeUpElection, type VerifiedArchive, verifyMadeUp } from './verified-archive.ts';

/** Elections with one question, of which none to all may be chosen, and how often each is verified. */
const elections = [
  { choices: 20, voters: 1000, runs: 3 },
  { choices: 7, voters: 1000, runs: 3 },
  { choices: 1, voters: 20_000, runs: 1 },
] as const;

const headings = [
  'choices',
  'ballots',
  'archive',
  'arithmetic',
  'processor time',
  'ballots per second of processor time',
  'from start to end',
  'ballots per second',
  'most memory',
  'cores',
] as const;

/** Measures `convite verify` on whole archives, and returns the table: medians of several runs. */
export function archiveFigures(): string {
  return markdownTable(
    headings,
    elections.map(({ choices, voters, runs }) => {
      const election = { group: 'Ed25519', homomorphic: `${choices}:0..${choices}`, voters } as const;
      return archiveRow(choices, election, verifyMadeUp(election, runs));
    }),
  );
}

function archiveRow(
  choices: number,
  { voters }: MadeUpElection,
  measured: readonly VerifiedArchive[],
): readonly string[] {
  const middle = (figure: (one: VerifiedArchive) => number): number => median(measured.map(figure));
  const [cpu, wall] = [middle((one) => one.cpu), middle((one) => one.wall)];
  return [
    String(choices),
    String(voters),
    `${(middle((one) => one.bytes) / 1e6).toFixed(1)} MB`,
    measured[0]?.backend ?? '',
    `${cpu.toFixed(2)} s`,
    (voters / cpu).toFixed(0),
    `${wall.toFixed(2)} s`,
    (voters / wall).toFixed(0),
    `${(middle((one) => one.peakKilobytes) / 1e3).toFixed(0)} MB`,
    String(availableParallelism()),
  ];
}
