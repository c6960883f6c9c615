import { archiveContents, createCheckRecord, readArchive, sha256Hex, utf8, verifyTrustees } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { ownerOf } from '../rehearsal/trustee-list.ts';
import type { WorkFile } from '../work/read-work.ts';
import type { WorkContest } from '../work/work-form.ts';
import { type ContestRefusal, type ContestWork, type PassTools, workOnContest } from './work-contest.ts';

/** A contest for which nothing was made, and why. */
export interface RefusedContest {
  readonly contest: WorkContest;
  readonly refusal: ContestRefusal;
}

/** What came of a pass over all contests of a work file. */
export interface PassEnd<F> {
  readonly made: readonly ContestWork[];
  /** What this trustee has done already, in the archive itself. */
  readonly doneBefore: number;
  readonly refused: readonly RefusedContest[];
  /** Why the pass ended early: what was done cannot be read or kept. */
  readonly stopped: F | undefined;
}

/** How much a pass has before it. */
export interface PassSize {
  readonly contests: number;
  /** Of all archives together. */
  readonly bytes: number;
}

export const passSize = ({ list: { contests } }: Pick<WorkFile, 'list'>): PassSize => ({
  contests: contests.length,
  bytes: contests.reduce((sum, { archive }) => sum + archive.bytes, 0),
});

/**
 * Whose a key is in the elections of a work file: asked before the pass begins, for a key that is nobody's here would be
 * found out only after a whole archive was verified.
 *
 * Hazards: of the archive nothing is checked here but that its list of trustees is the one that the work file names.
 */
export async function ownerInWork(
  { machine, own }: Pick<PassTools<unknown>, 'machine' | 'own'>,
  { list, files }: Pick<WorkFile, 'list' | 'files'>,
): Promise<Result<number, { readonly type: 'not_a_trustee' | 'no_contests' }>> {
  const { suite, sha256 } = machine;
  const foreign = err({ type: 'not_a_trustee' as const });
  for (const contest of list.contests) {
    const given = await files(contest);
    const reading = given.ok ? await readArchive(given.value.archive, { sha256 }) : undefined;
    if (!given.ok || reading?.ok !== true) continue;
    const contents = archiveContents(given.value.archive, reading.index, sha256);
    const setup = contents.index.event(0);
    const text = setup.type === 'Setup' ? await contents.textOf(setup.trustees, createCheckRecord()) : undefined;
    if (text === undefined || sha256Hex(sha256.sha256(utf8(text))) !== list.trustees) continue;
    const trustees = verifyTrustees(suite.group(own.file.group), text, createCheckRecord());
    const owner = trustees === undefined ? undefined : ownerOf(trustees, own.file.public_key);
    return owner === undefined ? foreign : ok(owner);
  }
  // No archive tells: what is wrong with each is said when the pass comes to it.
  return err({ type: 'no_contests' });
}

/**
 * Goes through all contests of a work file, one after the other.
 *
 * @param progress told before each contest, and at the end: contests and bytes behind
 */
export async function runPass<F>(
  tools: PassTools<F>,
  work: Pick<WorkFile, 'list' | 'files'>,
  progress: (behind: PassSize) => void,
): Promise<PassEnd<F>> {
  const made: ContestWork[] = [];
  const refused: RefusedContest[] = [];
  let doneBefore = 0;
  let bytes = 0;
  for (const [contests, contest] of work.list.contests.entries()) {
    progress({ contests, bytes });
    const end = await workOnContest(tools, work, contest);
    bytes += contest.archive.bytes;
    if (end.type === 'stopped') return { made, doneBefore, refused, stopped: end.fault };
    if (end.type === 'made') made.push(end.work);
    else if (end.refusal.type === 'already_done') doneBefore += 1;
    else refused.push({ contest, refusal: end.refusal });
  }
  progress(passSize(work));
  return { made, doneBefore, refused, stopped: undefined };
}
