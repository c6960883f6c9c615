import { type Randomness, sha256Hex, utf8, type VerifierMachine } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { decryptionFile, type DecryptionFile, shuffleFile, type ShuffleFile } from '../files/election-files.ts';
import { fileText, type OwnKey } from '../files/own-key.ts';
import { ownerOf } from '../rehearsal/trustee-list.ts';
import type { AnswerMaterial } from '../work/make-answer.ts';
import type { PackFault } from '../work/pack.ts';
import type { WorkFile } from '../work/read-work.ts';
import type { WorkContest } from '../work/work-form.ts';
import {
  type ArchiveRefusal,
  type ArchiveVerdict,
  type CheckedElection,
  checkElection,
  verifyStrictly,
} from './checked-election.ts';
import type { StandingRefusal } from './standing.ts';
import { type ComingWork, decryptOnce, shuffleOnce } from './trustee-work.ts';

/**
 * What a key is known to have done, wherever that is kept; `F` is why it cannot be read or kept.
 *
 * Hazards: what is not kept before it leaves can be asked for once more, of something else.
 */
export interface KeyMemory<F> {
  /** What was decrypted of an election. */
  readonly decryption: (uuid: string) => Promise<Result<DecryptionFile | undefined, F>>;
  readonly keepDecryption: (file: DecryptionFile) => Promise<Result<void, F>>;
  /** SHA-256 of all shuffles of an election. */
  readonly shuffles: (uuid: string) => Promise<Result<readonly string[], F>>;
  /** The last shuffle of an election whole, where it is still kept: a pass that broke off goes on with it. */
  readonly lastShuffle: (uuid: string) => Promise<Result<ShuffleFile | undefined, F>>;
  readonly keepShuffle: (file: ShuffleFile) => Promise<Result<void, F>>;
}

/** Why nothing is made for a contest. The others go on. */
export type ContestRefusal =
  | PackFault
  | ArchiveRefusal
  | StandingRefusal
  /** The archive is not that of the election, or not at the event, that the list names. */
  | { readonly type: 'other_election' | 'other_head' | 'other_trustees' }
  | { readonly type: 'not_a_trustee' };

/** What was made for a contest. */
export interface ContestWork extends AnswerMaterial {
  /** The trustee's number in the election. */
  readonly owner: number;
  /** It was made before; nothing is made twice. */
  readonly isAgain: boolean;
  readonly few: ComingWork['few'];
}

/** What the work on contests takes. */
export interface PassTools<F> {
  readonly machine: VerifierMachine;
  readonly own: OwnKey;
  readonly memory: KeyMemory<F>;
  readonly random: Randomness;
  /**
   * Has every check made on the archive of a contest, elsewhere or by `here`; the latter where it is left out. A contest is
   * asked for when its turn has come.
   */
  readonly verify?: (contest: WorkContest, here: () => Promise<ArchiveVerdict>) => Promise<ArchiveVerdict>;
}

/** How the work on one contest ended. `stopped`: what was done cannot be read or kept, so nothing more is done. */
export type ContestEnd<F> =
  | { readonly type: 'made'; readonly work: ContestWork }
  | { readonly type: 'refused'; readonly refusal: ContestRefusal }
  | { readonly type: 'stopped'; readonly fault: F };

/**
 * Does what a contest waits for: verifies its archive with every check and its side file, holds it against the list, then
 * shuffles or decrypts, and keeps what was done before it is handed over.
 *
 * What this key made already of the very same election at the very same event is given again without another look.
 */
export async function workOnContest<F>(
  tools: PassTools<F>,
  { list, files }: Pick<WorkFile, 'list' | 'files'>,
  contest: WorkContest,
): Promise<ContestEnd<F>> {
  const { own, memory, random } = tools;
  const { uuid, id } = contest;
  const decrypted = await memory.decryption(uuid);
  if (!decrypted.ok) return { type: 'stopped', fault: decrypted.error };
  const lastShuffle = await memory.lastShuffle(uuid);
  if (!lastShuffle.ok) return { type: 'stopped', fault: lastShuffle.error };
  const earlier = contest.to_do === 'shuffle' ? lastShuffle.value : decrypted.value;
  if (earlier?.head === contest.head && earlier.election_hash === contest.fingerprint) {
    const material =
      'shuffle' in earlier
        ? { kind: 'shuffle' as const, text: fileText(shuffleFile, earlier) }
        : { kind: 'decryption' as const, text: fileText(decryptionFile, earlier) };
    return { type: 'made', work: { id, ...material, owner: earlier.owner, isAgain: true, few: undefined } };
  }
  const shuffles = await memory.shuffles(uuid);
  if (!shuffles.ok) return { type: 'stopped', fault: shuffles.error };

  const archive = await openContest(tools, list.trustees, files, contest);
  if (!archive.ok) return { type: 'refused', refusal: archive.error };
  const { trustees } = archive.value;
  const owner = trustees.group.name === own.file.group ? ownerOf(trustees, own.file.public_key) : undefined;
  if (owner === undefined) return { type: 'refused', refusal: { type: 'not_a_trustee' } };
  let few: ComingWork['few'];
  const worker = { own, owner, made: shuffles.value, random, announce: (coming: ComingWork) => (few = coming.few) };
  if (contest.to_do === 'shuffle') {
    const made = await shuffleOnce(archive.value, worker);
    if (!made.ok) return { type: 'refused', refusal: made.error };
    const kept = await memory.keepShuffle(made.value);
    if (!kept.ok) return { type: 'stopped', fault: kept.error };
    const text = fileText(shuffleFile, made.value);
    return { type: 'made', work: { id, kind: 'shuffle', text, owner, isAgain: false, few } };
  }
  const made = await decryptOnce(archive.value, decrypted.value, worker);
  if (!made.ok) return { type: 'refused', refusal: made.error };
  const { file, isAgain } = made.value;
  const kept = isAgain ? ok(undefined) : await memory.keepDecryption(file);
  if (!kept.ok) return { type: 'stopped', fault: kept.error };
  return { type: 'made', work: { id, kind: 'decryption', text: fileText(decryptionFile, file), owner, isAgain, few } };
}

/** The archive of a contest, verified, and the one that the list names. */
async function openContest(
  { machine, verify }: Pick<PassTools<unknown>, 'machine' | 'verify'>,
  trustees: string,
  files: WorkFile['files'],
  contest: WorkContest,
): Promise<Result<CheckedElection, ContestRefusal>> {
  const given = await files(contest);
  if (!given.ok) return given;
  const { archive, side } = given.value;
  const here = (): Promise<ArchiveVerdict> => verifyStrictly(machine, archive, side);
  const checked = await checkElection(machine, archive, side, () => verify?.(contest, here) ?? here());
  if (!checked.ok) return checked;
  const { uuid, fingerprint, trusteesText, head } = checked.value;
  if (uuid !== contest.uuid || fingerprint !== contest.fingerprint) return err({ type: 'other_election' });
  if (head.parent !== contest.head) return err({ type: 'other_head' });
  if (sha256Hex(machine.sha256.sha256(utf8(trusteesText))) !== trustees) return err({ type: 'other_trustees' });
  return checked;
}
