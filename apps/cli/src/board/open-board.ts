import { electionWire, startArchive, trusteesWire } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { declaresPolicy } from '../tasks/checked-archive.ts';
import { isThere } from '../tasks/new-files.ts';
import { readTextFile, readWire } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { extendArchive } from './extend-archive.ts';

/** Does `convite board open`: begins the archive of an election; from then on ballots may come. */
export async function openBoard(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const election = await readWire(context, context.value('election'), 'election', electionWire);
  if (!election.ok) return election;
  const trustees = await readWire(context, context.value('trustees'), 'trustees', trusteesWire);
  if (!trustees.ok) return trustees;
  const credentials = await readTextFile(context, context.value('credentials'), 'credentials');
  if (!credentials.ok) return credentials;
  const out = context.value('out');
  if (await isThere(context.path(out))) return err({ type: 'exists', path: out });
  const start = startArchive(Math.floor(Date.now() / 1000));
  const opened = await extendArchive(context, {
    given: out,
    start: start.bytes,
    head: start.head,
    events: [
      {
        type: 'Setup',
        election: Buffer.from(election.value.text),
        trustees: Buffer.from(trustees.value.text),
        credentials: Buffer.from(credentials.value),
      },
    ],
    side: undefined,
    isStrict: declaresPolicy(election.value.text),
  });
  if (!opened.ok) return opened;
  context.say(context.words.board.opened({ out, name: election.value.wire.name }));
  return ok(0);
}
