import {
  ceremonyKeys,
  deal,
  dealWire,
  groupNames,
  makeCertificate,
  makeKeyShare,
  memberKey,
  newCeremonySeed,
  openKeyShare,
  readCeremonySeed,
  signedMessage,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { dirname, join, resolve } from 'node:path';
import { oneOf } from '../arguments/choices.ts';
import { nameInFile } from '../tasks/name-in-file.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import { readForm, warnWhereOpen } from '../tasks/read-files.ts';
import type { CeremonyStep, TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { ceremonyRefusal, readCertificates, readDeals, stepFileName } from './ceremony-folder.ts';
import { type CeremonySecretFile, ceremonySecretFile, dealFile, fileText, type KeyFile } from './trustee-files.ts';

/** The form in which `--trustees` and `--member` say how many people, how many needed, and who. */
export const sizeForm = { form: 'TofN', example: '2of3', repeats: false } as const;

/** Does `convite trustee ceremony certificate`: step 1. */
export async function makeOwnCertificate(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const [, t, n] = /^([1-9]\d{0,3})of([1-9]\d{0,3})$/u.exec(context.value('trustees')) ?? [];
  const [threshold, size, member] = [Number(t ?? 0), Number(n ?? 0), Number(context.value('member'))];
  if (threshold < 1 || threshold > size || member < 1 || member > size) {
    return err({ type: 'threshold_size', threshold, size, member });
  }
  const folder = context.value('folder');
  const name = context.value('name');
  const secretPath = context.given.values.get('key') ?? `${nameInFile(name)}.secret.json`;
  if (liesIn(context, secretPath, folder)) return err({ type: 'secret_in_shared_folder', folder });
  const group = (await loadMachineSuite()).group(oneOf(groupNames, context.value('group')) ?? 'Ed25519');
  const seed = newCeremonySeed(context.random);
  const keys = ceremonyKeys(group, seed);
  const certificate = makeCertificate(group, keys, { size, threshold, index: member }, context.random);
  const plan = { group: group.name, threshold, size, member, name };
  const secret: CeremonySecretFile = { convite_ceremony_secret: 1, ...plan, seed };
  const path = join(folder, stepFileName('certificate', member, nameInFile(name)));
  const written = await writeFiles([
    { path: context.path(secretPath), content: fileText(secret), isPrivate: true },
    {
      path: context.path(path),
      content: stepText(secret, 'certificate', signedMessage.write(certificate)),
      isPrivate: false,
    },
  ]);
  if (!written.ok) return written;
  if (threshold === 1 || threshold === size) context.warn(context.words.trustee.oddThreshold(threshold, size));
  context.say(context.words.trustee.certified({ path, secret: secretPath, folder, size }));
  return ok(0);
}

const liesIn = (context: TaskContext, file: string, folder: string): boolean =>
  dirname(context.path(file)) === resolve(context.path(folder));

/** The text of a file of a step; the content is in the form of the protocol, byte for byte. */
function stepText(
  { group, threshold, size, member, name }: CeremonySecretFile,
  step: CeremonyStep,
  content: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const parsed: unknown = JSON.parse(content);
  return fileText({ convite_ceremony: 1, group, threshold, size, member, name, step, ...more, content: parsed });
}

/** Reads the own secret of a ceremony, which must not lie where everybody looks. */
async function readSecret(context: TaskContext): Promise<Result<CeremonySecretFile, TaskRefusal>> {
  const path = context.value('key');
  const folder = context.value('folder');
  if (liesIn(context, path, folder)) return err({ type: 'secret_in_shared_folder', folder });
  const read = await readForm(context, path, 'ceremony_secret', ceremonySecretFile);
  if (read.ok) await warnWhereOpen(context, path);
  return read;
}

const seedOf = ({ seed: text }: CeremonySecretFile) => {
  const seed = readCeremonySeed(text);
  invariant(seed !== undefined, 'the form of the file was checked');
  return seed;
};

/**
 * Does `convite trustee ceremony deal`: step 2.
 *
 * What was dealt is kept beside the secret: asked again, with the same certificates, it gives the same, and with others
 * nothing, for two deals of one member would lead the others apart.
 */
export async function makeDeal(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const own = await readSecret(context);
  if (!own.ok) return own;
  const suite = await loadMachineSuite();
  const folder = context.value('folder');
  const step = await readCertificates(context, suite, folder, own.value);
  if (!step.ok) return step;
  const { certificates, names, hash } = step.value;
  const record = `${context.value('key').replace(/(?:\.secret)?\.json$/u, '')}.dealt.json`;
  const path = join(folder, stepFileName('deal', own.value.member, nameInFile(own.value.name)));
  const told = (): Result<0, TaskRefusal> => {
    context.say(context.words.trustee.dealt({ path, folder, key: context.value('key'), hash, names }));
    return ok(0);
  };
  if (await isThere(context.path(record))) {
    const before = await readForm(context, record, 'record', dealFile);
    if (!before.ok) return before;
    if (before.value.certificates !== hash) return err({ type: 'dealt_otherwise', record });
    const content = stepText(own.value, 'deal', dealWire.write(before.value.content), { certificates: hash });
    const again = await writeFiles([{ path: context.path(path), content, isPrivate: false, replaces: true }]);
    return again.ok ? told() : again;
  }
  const made = deal(certificates, seedOf(own.value), context.random);
  if (!made.ok) return ceremonyRefusal(made.error, names);
  const content = stepText(own.value, 'deal', dealWire.write(made.value), { certificates: hash });
  const written = await writeFiles([
    { path: context.path(record), content, isPrivate: true },
    { path: context.path(path), content, isPrivate: false },
  ]);
  return written.ok ? told() : written;
}

/** Does `convite trustee ceremony share`: step 3. Checks everybody's deal, and names who cheated. */
export async function makeShare(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const own = await readSecret(context);
  if (!own.ok) return own;
  const suite = await loadMachineSuite();
  const folder = context.value('folder');
  const step = await readDeals(context, suite, folder, own.value);
  if (!step.ok) return step;
  const { certificates, collected, names, transcript } = step.value;
  const { member, name, group: groupName } = own.value;
  const received = collected.forMembers[member - 1];
  invariant(received !== undefined, 'there are as many deals as members, and the own number is among them');
  const seed = seedOf(own.value);
  const made = makeKeyShare(certificates, seed, received, context.random);
  if (!made.ok) return ceremonyRefusal(made.error, names);
  const group = suite.group(groupName);
  const { public_key: published, private_key: sealed } = made.value;
  const key = group.parse(published.public_key);
  invariant(key !== undefined, 'a key that was made here is a member');
  const share = openKeyShare(group, seed, sealed, key);
  invariant(share.ok, 'a share that was sealed here opens');
  const keyPath = `${context.value('key').replace(/(?:\.secret)?\.json$/u, '')}.key.json`;
  const path = join(folder, stepFileName('key', member, nameInFile(name)));
  const file: KeyFile = {
    convite_key: 1,
    kind: 'member',
    group: groupName,
    name,
    public_key: published.public_key,
    secret: String(share.value),
  };
  const written = await writeFiles([
    { path: context.path(keyPath), content: fileText(file), isPrivate: true },
    {
      path: context.path(path),
      content: stepText(own.value, 'key', memberKey.write(published), { transcript }),
      isPrivate: false,
    },
  ]);
  if (!written.ok) return written;
  const secret = context.value('key');
  context.say(context.words.trustee.shared({ path, key: keyPath, secret, folder, transcript, names }));
  return ok(0);
}
