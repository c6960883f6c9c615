import {
  createCheckRecord,
  type DecryptionStatement,
  type Election,
  type Group,
  hashOfText,
  isMixed,
  makeDecryption,
  makeSection,
  makeShuffle,
  type Randomness,
  readProof,
  sha256Hex,
  strongProofHolds,
  type Tally,
  utf8,
  verifyDecryption,
  writeTally,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { DecryptionFile, ShuffleFile } from '../files/election-files.ts';
import type { OwnKey } from '../files/own-key.ts';
import type { TrusteeTask } from '../work/work-form.ts';
import { type CheckedElection, onElection } from './checked-election.ts';
import {
  countedBallots,
  currentTally,
  headBeforeDecryptions,
  refuseDone,
  refuseForeignShuffles,
  refuseUnshuffled,
  type StandingRefusal,
  standsFor,
} from './standing.ts';

/** Powers for each ciphertext: the factor, and two for its proof. */
const powersOfDecryption = 3;
/** Powers for each ciphertext: two re-encrypt, the others prove. */
const powersOfShuffle = 10;

/** Below so many ballots a result may say how somebody voted: of totals, and of whole ballots. */
const smallElectorate = { totals: 10, ballots: 50 } as const;

/** What is about to be done with a key, told before it begins. */
export interface ComingWork {
  readonly group: Group;
  readonly ciphertexts: number;
  /** Powers of secrets that it takes. */
  readonly powers: number;
  /** How many ballots, where there are so few that a result may give somebody away. */
  readonly few: { readonly ballots: number; readonly hasMixed: boolean } | undefined;
}

/** Who works on an election, and what that trustee is known to have shuffled of it. */
export interface Worker {
  readonly own: OwnKey;
  /** The trustee's number in the election. */
  readonly owner: number;
  /** SHA-256 of the shuffles that this key made; undefined where that is not asked. */
  readonly made: readonly string[] | undefined;
  readonly random: Randomness;
  readonly announce: (work: ComingWork) => void;
}

/** What keeps a trustee from a task, found out before any work begins. */
export function refuseWork(
  archive: CheckedElection,
  task: TrusteeTask,
  { owner, made }: Pick<Worker, 'owner' | 'made'>,
): Result<void, StandingRefusal> {
  const stands = standsFor(archive, task);
  if (!stands.ok) return stands;
  const foreign = made === undefined ? ok(undefined) : refuseForeignShuffles(archive, owner, made);
  return foreign.ok ? refuseDone(archive, task, owner) : foreign;
}

/** Shuffles what is to be shuffled next. */
export async function shuffleOnce(
  archive: CheckedElection,
  worker: Worker,
): Promise<Result<ShuffleFile, StandingRefusal>> {
  const before = refuseWork(archive, 'shuffle', worker);
  if (!before.ok) return before;
  return onElection(archive, async (election) => {
    const { questions, group, uuid, fingerprint } = election;
    if (!questions.some(isMixed)) return err({ type: 'nothing_mixed' });
    const tally = await currentTally(election, archive);
    const ciphertexts = tally.filter((_, i) => isMixedAt(questions, i)).flat().length;
    worker.announce({ group, ciphertexts, powers: ciphertexts * powersOfShuffle, few: undefined });
    const { text } = makeShuffle(election, tally, worker.random);
    const head = archive.head.parent;
    invariant(head !== undefined, 'an archive whose tally is there has events');
    return ok({ convite_shuffle: 1, uuid, election_hash: fingerprint, owner: worker.owner, head, shuffle: text });
  });
}

const isMixedAt = (questions: readonly Parameters<typeof isMixed>[0][], i: number): boolean => {
  const question = questions[i];
  return question !== undefined && isMixed(question);
};

/**
 * Decrypts what is to be decrypted, or gives what the key decrypted before, byte for byte: of one election a key decrypts
 * one thing alone.
 *
 * @param before what the key is known to have decrypted of this election
 */
export async function decryptOnce(
  archive: CheckedElection,
  before: DecryptionFile | undefined,
  worker: Worker,
): Promise<Result<{ readonly file: DecryptionFile; readonly isAgain: boolean }, StandingRefusal>> {
  const refused = refuseWork(archive, 'decrypt', worker);
  if (!refused.ok) return refused;
  return onElection(archive, async (election) => {
    const shuffled = refuseUnshuffled(election, archive);
    if (!shuffled.ok) return shuffled;
    const { owner, own, random } = worker;
    const tally = await currentTally(election, archive);
    const what: DecryptedThing = {
      uuid: election.uuid,
      election_hash: election.fingerprint,
      owner,
      head: headBeforeDecryptions(archive),
      tally: hashOfText(election.sha256, writeTally(election.group, tally)),
    };
    if (before !== undefined) {
      return isSame(before, what)
        ? ok({ file: before, isAgain: true })
        : err({ type: 'decrypted_otherwise', uuid: election.uuid });
    }
    worker.announce(comingDecryption(archive, election, tally));
    const { decryption, section } = decrypt(election, own, tally, what, random);
    return ok({ file: { convite_decryption: 1, ...what, decryption, section }, isAgain: false });
  });
}

/** What is decrypted, without how: the same for all times. */
type DecryptedThing = Pick<DecryptionFile, 'uuid' | 'election_hash' | 'owner' | 'head' | 'tally'>;

const isSame = (a: DecryptedThing, b: DecryptedThing): boolean =>
  a.uuid === b.uuid &&
  a.election_hash === b.election_hash &&
  a.owner === b.owner &&
  a.head === b.head &&
  a.tally === b.tally;

function comingDecryption<E>(archive: CheckedElection, { questions, group }: Election<E>, tally: Tally): ComingWork {
  const ballots = countedBallots(archive);
  const hasMixed = questions.some(isMixed);
  const isFew = ballots < (hasMixed ? smallElectorate.ballots : smallElectorate.totals);
  const ciphertexts = tally.flat().length;
  return {
    group,
    ciphertexts,
    powers: ciphertexts * powersOfDecryption,
    few: isFew ? { ballots, hasMixed } : undefined,
  };
}

/** Decrypts, proves strongly, and checks the own work as everybody will before it leaves. */
function decrypt<E>(
  election: Election<E>,
  { secret, group }: OwnKey,
  tally: Tally,
  { owner, head }: DecryptedThing,
  random: Randomness,
): Pick<DecryptionFile, 'decryption' | 'section'> {
  const decryption = makeDecryption(election, secret, tally, random);
  const X = group.secretPower(group.g, secret);
  const factors = verifyDecryption(election, X, tally, decryption, 'decryption', createCheckRecord());
  invariant(factors !== undefined, 'a decryption that was made here holds');
  const hash = sha256Hex(election.sha256(utf8(decryption)));
  const statement: DecryptionStatement = { head, owner, X, decryption: hash, tally, factors };
  const section = makeSection(election, secret, statement, random);
  const proof = readProof(group, section.proof);
  invariant(proof !== undefined && strongProofHolds(election, statement, proof), 'a proof that was made here holds');
  return { decryption, section };
}
