import { err, ok, type Result } from '@convite/kernel';
import { type ComingWork, decryptionFile, decryptOnce, fileText, nameInFile, secondsOfPowers } from '@convite/trustee';
import { join } from 'node:path';
import { withCheckedArchive } from '../tasks/checked-archive.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { ownKeyIn, refuseSimulation } from './election-key.ts';
import { decryptionRecord, decryptionRecordPath, knownShuffles, readDecrypted, workRefusal } from './own-records.ts';

/**
 * Does `convite trustee decrypt`.
 *
 * What was decrypted is kept beside the key before anything leaves this machine: of one election the key decrypts one
 * thing alone, and asked again it gives the same, byte for byte.
 */
export const decryptTally = (context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> =>
  withCheckedArchive(context, context.value('archive'), async (archive) => {
    const { random, words } = context;
    const simulation = refuseSimulation(context, archive);
    if (!simulation.ok) return simulation;
    const own = await ownKeyIn(context, archive);
    if (!own.ok) return own;
    const { owner, file, isSimulated } = own.value;
    const of = { uuid: archive.uuid, owner };
    const made = await knownShuffles(context, { uuid: archive.uuid, isSimulated });
    if (!made.ok) return made;
    const before = await readDecrypted(context, of);
    if (!before.ok) return before;
    const path = join(context.given.values.get('out') ?? '.', `decryption-${owner}-${nameInFile(file.name)}.json`);
    if (before.value === undefined && (await isThere(context.path(path)))) return err({ type: 'exists', path });
    const announce = (work: ComingWork): void => announceDecryption(context, work);
    const done = await decryptOnce(archive, before.value, {
      ...{ own: own.value, owner, made: made.value, random, announce },
    });
    if (!done.ok) return workRefusal(context, archive.given, of, done.error);
    const content = fileText(decryptionFile, done.value.file);
    const handedIn = { path: context.path(path), content, isPrivate: false };
    const written = await writeFiles(
      done.value.isAgain ? [{ ...handedIn, replaces: true }] : [decryptionRecord(context, done.value.file), handedIn],
    );
    if (!written.ok) return written;
    const record = decryptionRecordPath(context.value('key'), of);
    context.say(words.trustee.decrypted({ path, archive: archive.given, record, isAgain: done.value.isAgain }));
    return ok(0);
  });

function announceDecryption({ warn, words }: TaskContext, { group, ciphertexts, powers, few }: ComingWork): void {
  if (few !== undefined) warn(words.trustee.fewBallots(few.ballots, few.hasMixed));
  const seconds = secondsOfPowers(group, powers, () => performance.now());
  warn(words.trustee.decrypting(ciphertexts, words.verify.duration(Math.max(1, seconds))));
}
