import { err, ok, type Result } from '@convite/kernel';
import {
  type ComingWork,
  fileText,
  nameInFile,
  refuseWork,
  secondsOfPowers,
  shuffleFile,
  shuffleOnce,
} from '@convite/trustee';
import { join } from 'node:path';
import { withCheckedArchive } from '../tasks/checked-archive.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { ownKeyIn, refuseSimulation } from './election-key.ts';
import { knownShuffles, shuffleRecordWith, workRefusal } from './own-records.ts';

/** Does `convite trustee shuffle`. */
export const shuffleBallots = (context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> =>
  withCheckedArchive(context, context.value('archive'), async (archive) => {
    const { random, words } = context;
    const simulation = refuseSimulation(context, archive);
    if (!simulation.ok) return simulation;
    const own = await ownKeyIn(context, archive);
    if (!own.ok) return own;
    const { owner, file, isSimulated } = own.value;
    const { uuid } = archive;
    const made = await knownShuffles(context, { uuid, isSimulated });
    if (!made.ok) return made;
    const refused = refuseWork(archive, 'shuffle', { owner, made: made.value });
    if (!refused.ok) return workRefusal(context, archive.given, { uuid, owner }, refused.error);
    const path = join(context.given.values.get('out') ?? '.', `shuffle-${owner}-${nameInFile(file.name)}.json`);
    if (await isThere(context.path(path))) return err({ type: 'exists', path });
    let ciphertexts = 0;
    const announce = (work: ComingWork): void => {
      ({ ciphertexts } = work);
      const seconds = secondsOfPowers(work.group, work.powers, () => performance.now());
      context.warn(words.trustee.shuffling(ciphertexts, words.verify.duration(Math.max(1, seconds))));
    };
    const done = await shuffleOnce(archive, { own: own.value, owner, made: made.value, random, announce });
    if (!done.ok) return workRefusal(context, archive.given, { uuid, owner }, done.error);
    const record = isSimulated ? undefined : await shuffleRecordWith(context, done.value);
    if (record?.ok === false) return record;
    const handedIn = { path: context.path(path), content: fileText(shuffleFile, done.value), isPrivate: false };
    const written = await writeFiles(record === undefined ? [handedIn] : [record.value, handedIn]);
    if (!written.ok) return written;
    context.say(words.trustee.shuffled({ path, archive: archive.given, ciphertexts }));
    return ok(0);
  });
