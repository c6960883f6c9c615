import {
  createCheckRecord,
  type DecryptionStatement,
  type Election,
  hashOfText,
  isMixed,
  makeDecryption,
  makeSection,
  readProof,
  strongProofHolds,
  type Tally,
  verifyDecryption,
  writeTally,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { join } from 'node:path';
import { type CheckedArchive, onElection, withCheckedArchive } from '../tasks/checked-archive.ts';
import { nameInFile } from '../tasks/name-in-file.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import { readForm, readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { refuseForeignShuffles } from './own-shuffles.ts';
import {
  countedBallots,
  currentTally,
  ownersIn,
  ownKeyIn,
  refuseSimulation,
  refuseUnshuffled,
  standsFor,
} from './standing.ts';
import { type DecryptionFile, decryptionFile, fileText, type OwnKey } from './trustee-files.ts';
import { secondsOfPowers } from './work-time.ts';

/** Powers for each ciphertext: the factor, and two for its proof. */
const powersOfDecryption = 3;

/** Below so many ballots a result may say how somebody voted: of totals, and of whole ballots. */
const smallElectorate = { totals: 10, ballots: 50 } as const;

/**
 * Where the record of what a key decrypted of an election stands: beside the key. The private file of a simulation holds
 * the keys of all its trustees, and so has a record for each; one of a real key hangs on nothing but the election.
 */
export function recordPath(keyPath: string, uuid: string, owner: number): string {
  const base = keyPath.replace(/(?:\.key)?\.jsonl?$/u, '');
  return `${base}${keyPath.endsWith('.jsonl') ? `-${owner}` : ''}.decrypted-${uuid}.json`;
}

/**
 * Does `convite trustee decrypt`.
 *
 * What was decrypted is kept beside the key before anything leaves this machine: of one election the key decrypts one
 * thing alone, and asked again it gives the same, byte for byte.
 */
export const decryptTally = (context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> =>
  withCheckedArchive(context, context.value('archive'), async (archive) => {
    const simulation = refuseSimulation(context, archive);
    if (!simulation.ok) return simulation;
    const own = await ownKeyIn(context, archive);
    if (!own.ok) return own;
    const stands = standsFor(archive, 'decrypt');
    if (!stands.ok) return stands;
    const foreign = await refuseForeignShuffles(context, archive, own.value);
    if (!foreign.ok) return foreign;
    const { owner } = own.value;
    if (ownersIn(archive, 'PartialDecryption').some((each) => each.owner === owner)) {
      return err({ type: 'already_done', task: 'decrypt', owner });
    }
    return onElection(archive, async (election) => {
      const shuffled = refuseUnshuffled(election, archive);
      return shuffled.ok ? decryptOnce(context, archive, election, own.value) : shuffled;
    });
  });

async function decryptOnce<E>(
  context: TaskContext,
  archive: CheckedArchive,
  election: Election<E>,
  own: OwnKey & { readonly owner: number },
): Promise<Result<0, TaskRefusal>> {
  const { words } = context;
  const tally = await currentTally(election, archive);
  const what: DecryptedThing = {
    uuid: election.uuid,
    election_hash: election.fingerprint,
    owner: own.owner,
    head: headBeforeDecryptions(archive),
    tally: hashOfText(election.sha256, writeTally(election.group, tally)),
  };
  const record = recordPath(context.value('key'), election.uuid, own.owner);
  const name = `decryption-${own.owner}-${nameInFile(own.file.name)}.json`;
  const path = join(context.given.values.get('out') ?? '.', name);
  const told = (isAgain: boolean): Result<0, TaskRefusal> => {
    context.say(words.trustee.decrypted({ path, archive: archive.given, record, isAgain }));
    return ok(0);
  };
  if (await isThere(context.path(record))) {
    const before = await readForm(context, record, 'record', decryptionFile);
    if (!before.ok) return before;
    if (!isSame(before.value, what)) return err({ type: 'decrypted_otherwise', uuid: election.uuid, record });
    const text = await readTextFile(context, record, 'record');
    if (!text.ok) return text;
    const again = await writeFiles([
      { path: context.path(path), content: text.value, isPrivate: false, replaces: true },
    ]);
    return again.ok ? told(true) : again;
  }
  if (await isThere(context.path(path))) return err({ type: 'exists', path });
  announce(context, archive, election, tally);
  const content = fileText({ ...what, ...decrypt(context, election, own, tally, what) });
  const written = await writeFiles([
    { path: context.path(record), content, isPrivate: true },
    { path: context.path(path), content, isPrivate: false },
  ]);
  return written.ok ? told(false) : written;
}

/** What is decrypted, without how: the same for all times. */
type DecryptedThing = Pick<DecryptionFile, 'uuid' | 'election_hash' | 'owner' | 'head' | 'tally'>;

const isSame = (a: DecryptedThing, b: DecryptedThing): boolean =>
  a.uuid === b.uuid &&
  a.election_hash === b.election_hash &&
  a.owner === b.owner &&
  a.head === b.head &&
  a.tally === b.tally;

/** The hash of the last event before the first partial decryption: the proofs of all trustees name it. */
function headBeforeDecryptions(archive: CheckedArchive): string {
  const [first] = ownersIn(archive, 'PartialDecryption');
  const head = first === undefined ? archive.head.parent : archive.contents.index.event(first.height - 1).hash;
  invariant(head !== undefined, 'an archive whose tally is there has events');
  return head;
}

function announce<E>({ warn, words }: TaskContext, archive: CheckedArchive, election: Election<E>, tally: Tally): void {
  const ballots = countedBallots(archive);
  const hasMixed = election.questions.some(isMixed);
  if (ballots < (hasMixed ? smallElectorate.ballots : smallElectorate.totals)) {
    warn(words.trustee.fewBallots(ballots, hasMixed));
  }
  const ciphertexts = tally.flat().length;
  const seconds = secondsOfPowers(election.group, ciphertexts * powersOfDecryption, () => performance.now());
  warn(words.trustee.decrypting(ciphertexts, words.verify.duration(Math.max(1, seconds))));
}

/** Decrypts, proves strongly, and checks the own work as everybody will before it leaves. */
function decrypt<E>(
  { random }: TaskContext,
  election: Election<E>,
  { secret, group }: OwnKey,
  tally: Tally,
  { owner, head }: DecryptedThing,
): Pick<DecryptionFile, 'convite_decryption' | 'decryption' | 'section'> {
  const decryption = makeDecryption(election, secret, tally, random);
  const X = group.secretPower(group.g, secret);
  const factors = verifyDecryption(election, X, tally, decryption, 'decryption', createCheckRecord());
  invariant(factors !== undefined, 'a decryption that was made here holds');
  const sha256 = Buffer.from(election.sha256(Buffer.from(decryption))).toString('hex');
  const statement: DecryptionStatement = { head, owner, X, decryption: sha256, tally, factors };
  const section = makeSection(election, secret, statement, random);
  const proof = readProof(group, section.proof);
  invariant(proof !== undefined && strongProofHolds(election, statement, proof), 'a proof that was made here holds');
  return { convite_decryption: 1, decryption, section };
}
