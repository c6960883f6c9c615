import { availableParallelism } from 'node:os';
import { markdownTable, median } from '../counting/figures.ts';
import { type MadeUpElection, type VerifiedArchive, verifyMadeUp } from './verified-archive.ts';

const runs = 3;
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
    [20, 7].map((count) => {
      const election = { group: 'Ed25519', homomorphic: `${count}:0..${count}`, voters: 1000 } as const;
      return archiveRow(count, election, verifyMadeUp(election, runs));
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
