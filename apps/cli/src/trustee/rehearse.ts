import {
  combinationOf,
  combineFactors,
  createCheckRecord,
  decryptionHolds,
  type Element,
  type Group,
  groupNames,
  proveDecryption,
  readProof,
  trusteesWire,
  type VerifiedTrustees,
  verifyTrustees,
  writeProof,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { join } from 'node:path';
import { nameInFile } from '../tasks/name-in-file.ts';
import { writeFiles } from '../tasks/new-files.ts';
import { readForm, readWire } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { fileText, readKey, type RehearsalFile, rehearsalFile } from './trustee-files.ts';

/** A list of trustees whose every check holds, and the SHA-256 of its text. */
export interface TrusteeList {
  readonly trustees: VerifiedTrustees;
  readonly sha256: string;
}

/** Reads the list of trustees. Its text does not name the group: it is the one in which every check holds. */
export async function readTrustees(context: TaskContext, path: string): Promise<Result<TrusteeList, TaskRefusal>> {
  const suite = await loadMachineSuite();
  const read = await readWire(context, path, 'trustees', trusteesWire);
  if (!read.ok) return read;
  const { text } = read.value;
  for (const name of groupNames) {
    const trustees = verifyTrustees(suite.group(name), text, createCheckRecord());
    if (trustees !== undefined) {
      return ok({ trustees, sha256: Buffer.from(nodeSha256.sha256(Buffer.from(text))).toString('hex') });
    }
  }
  const record = createCheckRecord();
  verifyTrustees(suite.group('Ed25519'), text, record);
  return err({
    type: 'trustees_refused',
    failures: record.totals().failures.slice(0, 3),
  });
}

/** The number of the trustee who has a key; undefined where nobody in the list has it. */
export const ownerOf = ({ trustees, group }: VerifiedTrustees, publicKey: string): number | undefined =>
  trustees.find(({ key }) => group.write(key) === publicKey)?.owner;

/** What all proofs of a rehearsal are bound to: no election has such a fingerprint, so none of them fits an election. */
const bindingOf = (sha256: string, date: string): string => `rehearsal|1|${sha256}|${date}`;

/**
 * The test ballot of a rehearsal: a vote encrypted with the key of the election, with randomness that everybody knows.
 *
 * Symbols: r = H("convite|rehearsal|1|" + SHA-256 of the list + "|" + date), (alpha, beta) = (g^r, y^r·g).
 * As r is public a factor alone would prove nothing: that the share was used shows the proof that goes with it.
 */
function testBallot(group: Group, y: Element, sha256: string, date: string) {
  const r = group.hashToScalar(`convite|${bindingOf(sha256, date)}`);
  return { alpha: group.power(group.g, r), beta: group.multiply(group.power(y, r), group.g) };
}

/** Does `convite trustee rehearse`: decrypts a test ballot with the stored key, or checks what all have handed in. */
export async function rehearse(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const list = await readTrustees(context, context.value('trustees'));
  if (!list.ok) return list;
  const keyPath = context.given.values.get('key');
  return keyPath === undefined ? checkRehearsals(context, list.value) : rehearseOwn(context, list.value, keyPath);
}

async function rehearseOwn(
  context: TaskContext,
  { trustees, sha256 }: TrusteeList,
  keyPath: string,
): Promise<Result<0, TaskRefusal>> {
  const own = await readKey(context, await loadMachineSuite(), keyPath);
  if (!own.ok) return own;
  const { file, secret } = own.value;
  const { group, electionKey } = trustees;
  const owner = ownerOf(trustees, file.public_key);
  if (owner === undefined) return err({ type: 'not_a_trustee', path: keyPath });
  const date = new Date().toISOString().slice(0, 10);
  const { alpha } = testBallot(group, electionKey, sha256, date);
  const X = group.secretPower(group.g, secret);
  const F = group.secretPower(alpha, secret);
  const proof = proveDecryption(group, bindingOf(sha256, date), secret, X, alpha, context.random);
  const handedIn: RehearsalFile = {
    convite_rehearsal: 1,
    trustees: sha256,
    owner,
    name: file.name,
    date,
    factor: group.write(F),
    proof: writeProof(proof),
  };
  const path = join(context.given.values.get('out') ?? '.', `rehearsal-${owner}-${nameInFile(file.name)}-${date}.json`);
  if (rehearsedFactor(trustees, sha256, handedIn) === undefined)
    return err({ type: 'rehearsal_failed', path: keyPath });
  const written = await writeFiles([
    { path: context.path(path), content: fileText(handedIn), isPrivate: false, replaces: true },
  ]);
  if (!written.ok) return written;
  context.say(context.words.trustee.rehearsed({ owner, path, trustees: context.value('trustees') }));
  return ok(0);
}

/** The factor that a trustee handed in; undefined unless it is proven to be made with that trustee's key. */
function rehearsedFactor(
  { group, trustees, electionKey }: VerifiedTrustees,
  sha256: string,
  { trustees: of, owner, date, factor, proof: wire }: RehearsalFile,
): Element | undefined {
  const X = trustees[owner - 1]?.key;
  const F = group.parse(factor);
  const proof = readProof(group, wire);
  if (of !== sha256 || X === undefined || F === undefined || proof === undefined) return undefined;
  const { alpha } = testBallot(group, electionKey, sha256, date);
  return decryptionHolds(group, bindingOf(sha256, date), X, alpha, F, proof) ? F : undefined;
}

/** Who has rehearsed, and whether those who have, together, read the test ballot. */
async function checkRehearsals(context: TaskContext, list: TrusteeList): Promise<Result<0 | 1, TaskRefusal>> {
  const { trustees, sha256 } = list;
  const found: RehearsalFile[] = [];
  for (const path of context.given.inputs) {
    const read = await readForm(context, path, 'rehearsal', rehearsalFile);
    if (!read.ok) return read;
    if (rehearsedFactor(trustees, sha256, read.value) === undefined) return err({ type: 'rehearsal_failed', path });
    found.push(read.value);
  }
  const last = (owner: number) =>
    found.filter((file) => file.owner === owner).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  const members = trustees.trustees.map(({ owner, name }) => ({ owner, name: name ?? '', date: last(owner)?.date }));
  const isComplete = members.every(({ date }) => date !== undefined);
  context.say(context.words.trustee.rehearsals({ members, isComplete, canDecrypt: canDecrypt(list, found) }));
  return ok(isComplete ? 0 : 1);
}

/** Whether the factors of one day give the test vote back. */
function canDecrypt({ trustees, sha256 }: TrusteeList, found: readonly RehearsalFile[]): boolean {
  const { group, electionKey } = trustees;
  return found.some(({ date }) => {
    const factors = new Map(found.filter((file) => file.date === date).map((file) => [file.owner, file]));
    const shares = combinationOf(trustees, new Set(factors.keys()));
    if (!shares.ok) return false;
    const { beta } = testBallot(group, electionKey, sha256, date);
    const factor = combineFactors(group, shares.value, (owner) => {
      const file = factors.get(owner);
      return file === undefined ? undefined : rehearsedFactor(trustees, sha256, file);
    });
    return group.equals(group.multiply(beta, group.inverse(factor)), group.g);
  });
}
