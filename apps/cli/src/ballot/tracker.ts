import { ballotWire, hashOfText } from '@convite/crypto';
import { ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { shownTracker } from '../tasks/groups-of-signs.ts';
import { readWire } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** Does `convite ballot tracker`: recomputes the tracker of a ballot from its file. */
export async function showTracker(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const [path = ''] = context.given.inputs;
  const read = await readWire(context, path, 'payload', ballotWire);
  if (!read.ok) return read;
  // A new line at the end, as other programs write it, is no part of the ballot.
  const tracker = hashOfText(nodeSha256.sha256, read.value.text.trimEnd());
  context.say(
    context.words.ballot.tracker({ tracker, shown: shownTracker(tracker), election: read.value.wire.election_uuid }),
  );
  return ok(0);
}
