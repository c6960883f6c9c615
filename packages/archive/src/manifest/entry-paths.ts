import type { Manifest, ManifestContest, StoredFile } from './manifest.ts';

export const manifestPath = 'manifest.json';
export const rulePath = (hash: string): string => `rules/${hash}.json`;

const contestFiles = { archive: 'archive.bel', side: 'side.json', outcome: 'outcome.json', lots: 'lots.json' } as const;
export type ContestFile = keyof typeof contestFiles;

/** The files of a contest in their order. */
const contestFileNames: readonly ContestFile[] = ['archive', 'side', 'outcome', 'lots'];

export const contestPath = ({ id }: Pick<ManifestContest, 'id'>, file: ContestFile): string =>
  `contests/${id}/${contestFiles[file]}`;

/** An entry that a manifest demands; of a rule set it is the name that says the hash. */
export interface DemandedEntry {
  readonly path: string;
  readonly bytes: number | undefined;
  readonly sha256: string;
}

/** The entries that a manifest demands behind itself, in their order: docs/spec/consultation-archive.md, B.1. */
export function demandedEntries({ rules, contests }: Manifest): readonly DemandedEntry[] {
  const demanded = (path: string, { bytes, sha256 }: StoredFile): DemandedEntry => ({ path, bytes, sha256 });
  return [
    ...rules.map((hash) => ({ path: rulePath(hash), bytes: undefined, sha256: hash })),
    ...contests.flatMap((contest) =>
      contestFileNames.flatMap((name) => {
        const file = contest[name];
        return file === null ? [] : [demanded(contestPath(contest, name), file)];
      }),
    ),
  ];
}
