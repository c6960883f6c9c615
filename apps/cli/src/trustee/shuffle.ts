import { isMixed, makeShuffle } from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { join } from 'node:path';
import { onElection, withCheckedArchive } from '../tasks/checked-archive.ts';
import { nameInFile } from '../tasks/name-in-file.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { recordWith, refuseForeignShuffles } from './own-shuffles.ts';
import { currentTally, ownersIn, ownKeyIn, refuseSimulation, standsFor } from './standing.ts';
import { fileText } from './trustee-files.ts';
import { secondsOfPowers } from './work-time.ts';

/** Powers for each ciphertext: two re-encrypt, the others prove. */
const powersOfShuffle = 10;

/** Does `convite trustee shuffle`. */
export const shuffleBallots = (context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> =>
  withCheckedArchive(context, context.value('archive'), async (archive) => {
    const { words } = context;
    const simulation = refuseSimulation(context, archive);
    if (!simulation.ok) return simulation;
    const own = await ownKeyIn(context, archive);
    if (!own.ok) return own;
    const { owner, file, isSimulated } = own.value;
    const stands = standsFor(archive, 'shuffle');
    if (!stands.ok) return stands;
    const foreign = await refuseForeignShuffles(context, archive, own.value);
    if (!foreign.ok) return foreign;
    if (ownersIn(archive, 'Shuffle').some((each) => each.owner === owner)) {
      return err({ type: 'already_done', task: 'shuffle', owner });
    }
    const path = join(context.given.values.get('out') ?? '.', `shuffle-${owner}-${nameInFile(file.name)}.json`);
    if (await isThere(context.path(path))) return err({ type: 'exists', path });
    return onElection(archive, async (election) => {
      if (!election.questions.some(isMixed)) return err({ type: 'nothing_mixed' });
      const tally = await currentTally(election, archive);
      const ciphertexts = tally.filter((_, i) => isMixedAt(election.questions, i)).flat().length;
      const seconds = secondsOfPowers(election.group, ciphertexts * powersOfShuffle, () => performance.now());
      context.warn(words.trustee.shuffling(ciphertexts, words.verify.duration(Math.max(1, seconds))));
      const { text } = makeShuffle(election, tally, context.random);
      const { uuid, fingerprint } = election;
      const head = archive.head.parent;
      invariant(head !== undefined, 'an archive whose tally is there has events');
      const content = fileText({ convite_shuffle: 1, uuid, election_hash: fingerprint, owner, head, shuffle: text });
      const record = await recordWith(context, { uuid, isSimulated }, text);
      if (!record.ok) return record;
      const written = await writeFiles([...record.value, { path: context.path(path), content, isPrivate: false }]);
      if (!written.ok) return written;
      context.say(words.trustee.shuffled({ path, archive: archive.given, ciphertexts }));
      return ok(0);
    });
  });

const isMixedAt = (questions: readonly Parameters<typeof isMixed>[0][], i: number): boolean => {
  const question = questions[i];
  return question !== undefined && isMixed(question);
};
