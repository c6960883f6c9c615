import { type ArchiveSource, type Sha256Maker, utf8Text } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { entryBytes, type PackFault, readPack } from './pack.ts';
import {
  archivePath,
  sidePath,
  type WorkContest,
  workEntries,
  workList,
  type WorkList,
  workPath,
} from './work-form.ts';

/** The files of one contest; the side file is undefined where there is none yet. */
export interface ContestFiles {
  readonly archive: ArchiveSource;
  readonly side: string | undefined;
}

/** A work file whose container and list hold. */
export interface WorkFile {
  readonly list: WorkList;
  /** SHA-256 of the list: what an answer names. */
  readonly sha256: string;
  /**
   * The files of a contest of the list. Whether the archive is the listed one is not looked at here: whoever works on it
   * verifies it whole, and compares its last event with `head`.
   */
  readonly files: (contest: WorkContest) => Promise<Result<ContestFiles, PackFault>>;
}

/** Reads what a trustee downloaded: docs/spec/tally.md, B. */
export async function readWork(source: ArchiveSource, sha256: Sha256Maker): Promise<Result<WorkFile, PackFault>> {
  const pack = await readPack(source, workPath, workList, workEntries, sha256);
  if (!pack.ok) return pack;
  const { list, entries, sha256: hash } = pack.value;
  const files = async ({ id, side }: WorkContest): Promise<Result<ContestFiles, PackFault>> => {
    const archive = entries.get(archivePath(id))?.source;
    if (archive === undefined) return err({ type: 'wrong_entry', path: archivePath(id) });
    if (side === null) return ok({ archive, side: undefined });
    const path = sidePath(id);
    const bytes = await entryBytes(entries.get(path), { path, ...side }, sha256);
    if (!bytes.ok) return bytes;
    const text = utf8Text(bytes.value);
    return text === undefined ? err({ type: 'entry_differs', path }) : ok({ archive, side: text });
  };
  return ok({ list, sha256: hash, files });
}
