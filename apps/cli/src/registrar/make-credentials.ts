import {
  type CredentialForm,
  credentialSecret,
  electionLimits,
  newPrivateCredential,
  publicCredential,
  type WeightedCredential,
  writeCredentialList,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { inputFault } from '../count/read-input.ts';
import { type OutFolder, openOutFolder } from '../simulate/out-folder.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { type ElectionOfCredentials, electionOfCredentials } from './election-of-credentials.ts';
import { credentialFiles, privateLines, privateListHeading } from './private-list.ts';
import type { PublishedSummary } from './published-summary.ts';
import { readRoll, type RollEntry } from './read-roll.ts';
import { slip, slipsFoot, slipsHead } from './slips.ts';

/** Does `convite registrar credentials`. */
export async function makeCredentials(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const { given, words } = context;
  const election = await electionOfCredentials(context);
  if (!election.ok) return election;
  const roll = await rollOf(context, election.value);
  if (!roll.ok) return roll;
  const spares = Number(given.values.get('spares') ?? 0);
  const credentials = roll.value.length + spares;
  const most = electionLimits.voters;
  if (credentials > most) return err({ type: 'too_many_credentials', most, found: credentials });
  const out = context.value('out');
  const folder = await openOutFolder(context.path(out));
  if (!folder.ok) return err({ type: 'out_folder', path: out, fault: folder.error });
  const release = abandonOnSignals(folder.value);
  try {
    const form = given.values.get('form') === 'checked' ? 'checked' : 'long';
    const summary = await write(context, folder.value, { election: election.value, roll: roll.value, spares, form });
    context.say(words.registrar.made({ out, summary, files: credentialFiles }));
    return ok(0);
  } catch (fault) {
    folder.value.abandon();
    throw fault;
  } finally {
    release();
  }
}

async function rollOf(
  context: TaskContext,
  { isMixed }: ElectionOfCredentials,
): Promise<Result<readonly RollEntry[], TaskRefusal>> {
  const path = context.value('roll');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(context.path(path));
  } catch (thrown) {
    return err({ type: 'input', path, fault: inputFault(thrown) });
  }
  const roll = readRoll(bytes, { weights: context.given.values.get('weights') });
  if (!roll.ok) return err({ type: 'roll', path, problems: roll.error });
  const heavy = roll.value.find(({ weight }) => weight !== 1n);
  if (isMixed && heavy !== undefined) return err({ type: 'weights_with_mixed', line: heavy.line });
  const total = roll.value.reduce((sum, { weight }) => sum + weight, 0n);
  const most = electionLimits.weight;
  if (total > most) return err({ type: 'weights_too_large', most: String(most), found: String(total) });
  return roll;
}

interface CredentialPlan {
  readonly election: ElectionOfCredentials;
  readonly roll: readonly RollEntry[];
  readonly spares: number;
  readonly form: CredentialForm;
}

/** Makes credential after credential; of each, once it is written, only the public part is kept. */
async function write(
  { words, random }: TaskContext,
  folder: OutFolder,
  { election, roll, spares, form }: CredentialPlan,
): Promise<PublishedSummary> {
  const { uuid, name } = election;
  const group = (await loadMachineSuite()).group(election.group);
  const list = await folder.begin(true);
  const slips = await folder.begin(true);
  await list.write(Buffer.from(privateListHeading));
  await slips.write(Buffer.from(slipsHead(words)));
  const published: WeightedCredential[] = [];
  for (let i = 0; i < roll.length + spares; i++) {
    const person = roll[i];
    const credential = newPrivateCredential(form, random);
    const weight = person?.weight ?? 1n;
    published.push({ credential: publicCredential(group, credentialSecret(group, credential, uuid)), weight });
    const entry =
      person === undefined
        ? ({ kind: 'spare', id: String(i - roll.length + 1), name: '', weight, credential } as const)
        : ({ kind: 'voter', id: person.id, name: person.name, weight, credential } as const);
    await list.write(Buffer.from(privateLines([entry])));
    await slips.write(Buffer.from(slip(entry, name, words)));
    // Lets signals through while there is work for minutes.
    if (i % 256 === 255) await setImmediate();
  }
  await slips.write(Buffer.from(slipsFoot));
  const text = Buffer.from(writeCredentialList(group, published));
  const publishedFile = await folder.begin(false);
  await publishedFile.write(text);
  const summary: PublishedSummary = {
    convite_credentials: 1,
    uuid,
    group: election.group,
    form,
    voters: roll.length,
    spares,
    total_weight: String(published.reduce((sum, { weight }) => sum + weight, 0n)),
    sha256: Buffer.from(nodeSha256.sha256(text)).toString('hex'),
  };
  const summaryFile = await folder.begin(false);
  await summaryFile.write(Buffer.from(`${JSON.stringify(summary)}\n`));
  const files = credentialFiles;
  await folder.finish([files.list, files.slips, files.published, files.summary]);
  return summary;
}

/** Leaves nothing half-written when the person stops the program; call what it returns when that is over. */
function abandonOnSignals(folder: OutFolder): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    folder.abandon();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}
