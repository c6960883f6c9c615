import type { Database } from '../../persistence/database.ts';
import { type BoardFiles, openBoardFiles } from './board/board-files.ts';
import { lookAtPlace } from './board/board-place.ts';
import { readMirrors } from './board/mirrors.ts';
import type { HeadSigner } from './board/signing-key.ts';
import { type BoardReport, compareBoards } from './usecases/compare-boards.ts';
import { bindBoards, boardBinding, recordSettling, type Unsettled } from './usecases/settle-boards.ts';

/** What a start found of the boards, for whoever runs the server and for staff. */
export interface FoundBoards extends BoardReport {
  /** Where nothing is signed, for it is not known what was signed before: why, and the code by which boards go on. */
  readonly unsettled: { readonly why: Unsettled; readonly code: string } | undefined;
  /** Where heads and archives are put that people bring. */
  readonly mirrors: string;
}

interface BoardPlaces {
  readonly database: Database;
  readonly folder: string;
  readonly signer: HeadSigner;
  readonly now: () => Date;
  readonly restored: string | undefined;
}

/**
 * Opens the folder of the boards, and holds it against the database: security.md R29, R33, R84.
 *
 * A folder that is a copy, or that the database does not belong to, signs nothing while a vote may be under way: ballots may
 * have been recorded that are not in it. Whoever runs the server asks those who keep the boards, puts what they have into
 * the folder of mirrors, and repeats the code.
 */
export async function openBoards({
  database,
  folder,
  signer,
  now,
  restored,
}: BoardPlaces): Promise<{ readonly boards: BoardFiles; readonly found: FoundBoards }> {
  const key = signer.keyText;
  const { key: bound, isInUse } = await boardBinding(database);
  const place = await lookAtPlace(folder, `${bound ?? ''} ${key}`);
  const isOther = bound !== undefined && bound !== key;
  const why: Unsettled | undefined = isOther ? 'other_key' : place.isCopy ? 'copied' : undefined;
  const isHarmless = why === undefined || !isInUse;
  let isSettled = isHarmless || restored === place.code;
  const forked = new Set<string>();
  const boards = await openBoardFiles(folder, signer, (contest) => isSettled && !forked.has(contest));
  const mirrors = await readMirrors(folder, key);
  const nothing: BoardReport = { recovered: [], stopped: [], strange: mirrors.strange };
  const report = isSettled ? await compareBoards({ database, boards, now }, mirrors) : nothing;
  // Two histories under one key are no matter of a code.
  for (const { contest, why: found } of report.stopped) if (found === 'two_histories') forked.add(contest);
  if (!isHarmless && forked.size > 0) isSettled = false;
  if (isSettled && why !== undefined) {
    await recordSettling({ database, boards, now }, why);
    await place.settle();
  } else if (bound === undefined) await bindBoards(database, key);
  const unsettled = isSettled || why === undefined ? undefined : { why, code: place.code };
  return { boards, found: { ...report, unsettled, mirrors: mirrors.folder } };
}
