import { groupNames } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  beginCeremony,
  ceremonySecretFile,
  type CeremonySecretFile,
  certificateFile,
  type DealFile,
  dealFile,
  fileText,
  keyFile,
  makeOwnDeal,
  makeOwnShare,
  nameInFile,
  personName,
  shareKeyFile,
  stepFileName,
} from '@convite/trustee';
import { dirname, join, resolve } from 'node:path';
import { oneOf } from '../arguments/choices.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import { readFileForm, warnWhereOpen } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readCertificates, readDeals, stepRefusal } from './ceremony-folder.ts';

/** The form in which `--trustees` and `--member` say how many people, how many needed, and who. */
export const sizeForm = { form: 'TofN', example: '2of3', repeats: false } as const;

/** Does `convite trustee ceremony certificate`: step 1. */
export async function makeOwnCertificate(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const [, t, n] = /^([1-9]\d{0,3})of([1-9]\d{0,3})$/u.exec(context.value('trustees')) ?? [];
  const [threshold, size, member] = [Number(t ?? 0), Number(n ?? 0), Number(context.value('member'))];
  const folder = context.value('folder');
  const name = personName(context.value('name'));
  if (name === undefined) return err({ type: 'name_unusable' });
  const secretPath = context.given.values.get('key') ?? `${nameInFile(name)}.secret.json`;
  const group = oneOf(groupNames, context.value('group')) ?? 'Ed25519';
  const own = { group, threshold, size, member, name };
  const begun = beginCeremony(await loadMachineSuite(), own, context.random);
  if (!begun.ok) return err(stepRefusal(begun.error, folder));
  if (liesIn(context, secretPath, folder)) return err({ type: 'secret_in_shared_folder', folder });
  const { secret, handedIn } = begun.value;
  const path = join(folder, stepFileName('certificate', own));
  const written = await writeFiles([
    { path: context.path(secretPath), content: fileText(ceremonySecretFile, secret), isPrivate: true },
    { path: context.path(path), content: fileText(certificateFile, handedIn), isPrivate: false },
  ]);
  if (!written.ok) return written;
  if (threshold === 1 || threshold === size) context.warn(context.words.trustee.oddThreshold(threshold, size));
  context.say(context.words.trustee.certified({ path, secret: secretPath, folder, size }));
  return ok(0);
}

const liesIn = (context: TaskContext, file: string, folder: string): boolean =>
  dirname(context.path(file)) === resolve(context.path(folder));

/** Reads the own secret of a ceremony, which must not lie where everybody looks. */
async function readSecret(context: TaskContext): Promise<Result<CeremonySecretFile, TaskRefusal>> {
  const path = context.value('key');
  const folder = context.value('folder');
  if (liesIn(context, path, folder)) return err({ type: 'secret_in_shared_folder', folder });
  const read = await readFileForm(context, path, 'ceremony_secret', ceremonySecretFile);
  if (read.ok) await warnWhereOpen(context, path);
  return read;
}

/** Does `convite trustee ceremony deal`: step 2. What was dealt is kept beside the secret. */
export async function makeDeal(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const own = await readSecret(context);
  if (!own.ok) return own;
  const suite = await loadMachineSuite();
  const folder = context.value('folder');
  const step = await readCertificates(context, suite, folder, own.value);
  if (!step.ok) return step;
  const { names, hash } = step.value;
  const record = `${context.value('key').replace(/(?:\.secret)?\.json$/u, '')}.dealt.json`;
  const before = await readDealt(context, record);
  if (!before.ok) return before;
  const made = makeOwnDeal(own.value, step.value, before.value, context.random);
  if (!made.ok) {
    return err(made.error.type === 'dealt_otherwise' ? { ...made.error, record } : stepRefusal(made.error, folder));
  }
  const path = join(folder, stepFileName('deal', own.value));
  const content = fileText(dealFile, made.value);
  const handedIn = { path: context.path(path), content, isPrivate: false };
  const written = await writeFiles(
    before.value === undefined
      ? [{ path: context.path(record), content, isPrivate: true }, handedIn]
      : [{ ...handedIn, replaces: true }],
  );
  if (!written.ok) return written;
  context.say(context.words.trustee.dealt({ path, folder, key: context.value('key'), hash, names }));
  return ok(0);
}

async function readDealt(context: TaskContext, record: string): Promise<Result<DealFile | undefined, TaskRefusal>> {
  return (await isThere(context.path(record))) ? readFileForm(context, record, 'record', dealFile) : ok(undefined);
}

/** Does `convite trustee ceremony share`: step 3. Checks everybody's deal, and names who cheated. */
export async function makeShare(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const own = await readSecret(context);
  if (!own.ok) return own;
  const suite = await loadMachineSuite();
  const folder = context.value('folder');
  const step = await readDeals(context, suite, folder, own.value);
  if (!step.ok) return step;
  const made = makeOwnShare(suite, own.value, step.value, context.random);
  if (!made.ok) return err(stepRefusal(made.error, folder));
  const { names, transcript } = step.value;
  const keyPath = `${context.value('key').replace(/(?:\.secret)?\.json$/u, '')}.key.json`;
  const path = join(folder, stepFileName('key', own.value));
  const written = await writeFiles([
    { path: context.path(keyPath), content: fileText(keyFile, made.value.key), isPrivate: true },
    { path: context.path(path), content: fileText(shareKeyFile, made.value.handedIn), isPrivate: false },
  ]);
  if (!written.ok) return written;
  const secret = context.value('key');
  context.say(context.words.trustee.shared({ path, key: keyPath, secret, folder, transcript, names }));
  return ok(0);
}
