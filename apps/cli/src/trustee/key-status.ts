import type { ElectionState } from '@convite/crypto';
import { ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { type OwnKey, ownerOf, ownersIn, refuseForeignShuffles } from '@convite/trustee';
import { type CheckedArchive, withCheckedArchive } from '../tasks/checked-archive.ts';
import { isThere } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import type { AwaitedTask } from './awaited-task.ts';
import { decryptionRecordPath, knownShuffles, workRefusal } from './own-records.ts';
import { readKey, readTrustees } from './read-trustee-files.ts';

/** Does `convite trustee status`: what a key is, whose, and what is to be done with it; never the secret. */
export async function showStatus(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const path = context.value('key');
  const own = await readKey(context, await loadMachineSuite(), path);
  if (!own.ok) return own;
  const { file } = own.value;
  const { values } = context.given;
  const list = values.get('trustees');
  const trustees = list === undefined ? undefined : await readTrustees(context, list);
  if (trustees?.ok === false) return trustees;
  const inList =
    trustees === undefined ? undefined : (ownerOf(trustees.value.trustees, file.public_key) ?? ('absent' as const));
  const about = { path, name: file.name, kind: file.kind, group: file.group, publicKey: file.public_key, inList };
  const archivePath = values.get('archive');
  if (archivePath === undefined) {
    context.say(context.words.trustee.status({ ...about, election: undefined }));
    return ok(0);
  }
  return withCheckedArchive(context, archivePath, async (archive) => {
    const election = await awaitedIn(context, archive, own.value);
    if (election.owner !== undefined) {
      const { uuid } = archive;
      const { owner } = election;
      const made = await knownShuffles(context, { uuid, isSimulated: false });
      if (!made.ok) return made;
      const foreign = refuseForeignShuffles(archive, owner, made.value ?? []);
      if (!foreign.ok) return workRefusal(context, archive.given, { uuid, owner }, foreign.error);
    }
    context.say(context.words.trustee.status({ ...about, election }));
    return ok(0);
  });
}

async function awaitedIn(context: TaskContext, archive: CheckedArchive, { file }: OwnKey) {
  const { trustees, head, given, name } = archive;
  const owner = trustees.group.name === file.group ? ownerOf(trustees, file.public_key) : undefined;
  const record = decryptionRecordPath(context.value('key'), { uuid: archive.uuid, owner: owner ?? 0 });
  return {
    archive: given,
    name,
    state: head.state,
    owner,
    awaited: owner === undefined ? ('none' as const) : awaited(head.state, archive, owner),
    record: (await isThere(context.path(record))) ? record : undefined,
  };
}

function awaited(state: ElectionState, archive: CheckedArchive, owner: number): AwaitedTask {
  const has = (type: 'Shuffle' | 'PartialDecryption'): boolean =>
    ownersIn(archive, type).some((e) => e.owner === owner);
  const isMixed = archive.electionText.includes('"type":"NonHomomorphic"');
  switch (state) {
    case 'unpublished':
    case 'voting':
    case 'closed':
      return 'wait';
    case 'tallied':
    case 'shuffling':
      if (!isMixed) return 'decrypt';
      return has('Shuffle') ? 'shuffled' : 'shuffle';
    case 'shuffled':
    case 'decrypting':
      return has('PartialDecryption') ? 'decrypted' : 'decrypt';
    case 'finished':
      return 'none';
  }
}
