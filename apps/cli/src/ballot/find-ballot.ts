import { ballotWire, createCheckRecord, Misread, readText } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { type CheckedArchive, withCheckedArchive } from '../tasks/checked-archive.ts';
import { shownTracker } from '../tasks/groups-of-signs.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** The fewest signs of a tracker that are looked for: those that people see. */
const leastSigns = 12;

/** Does `convite ballot check`: whether a ballot stands on the board, where, and whether it is the one that counts. */
export async function findBallot(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const typed = context.value('tracker').replaceAll(/\s/gu, '');
  if (!/^[A-Za-z0-9+/]{12,43}$/u.test(typed) || typed.length < leastSigns) return err({ type: 'tracker_form' });
  return withCheckedArchive(context, context.value('archive'), async (archive) => {
    const ballots = ballotsOf(archive);
    const found = ballots.filter(({ tracker }) => tracker.startsWith(typed));
    const [ballot] = found;
    if (ballot === undefined) return err({ type: 'tracker_absent', path: archive.given });
    if (found.length > 1) return err({ type: 'tracker_ambiguous', found: found.length });
    const own = await credentialAt(archive, ballot.height);
    let laterHeight: number | undefined;
    for (const { height } of ballots.filter((each) => each.height > ballot.height)) {
      if ((await credentialAt(archive, height)) === own) laterHeight = height;
    }
    context.say(
      context.words.ballot.found({
        tracker: ballot.tracker,
        shown: shownTracker(ballot.tracker),
        position: ballots.indexOf(ballot) + 1,
        ballots: ballots.length,
        height: ballot.height,
        head: archive.head.parent ?? '',
        laterTracker: ballots.find(({ height }) => height === laterHeight)?.tracker,
        isOpen: archive.head.state === 'voting',
      }),
    );
    return ok(0);
  });
}

interface StandingBallot {
  readonly height: number;
  readonly tracker: string;
}

/** Every ballot of the board: its tracker is its hash, which the record is named by. */
function ballotsOf({ contents: { index } }: CheckedArchive): readonly StandingBallot[] {
  const ballots: StandingBallot[] = [];
  for (let height = 0; height < index.length; height++) {
    if (index.typeAt(height) !== 'Ballot') continue;
    const event = index.event(height);
    if (event.type !== 'Ballot') continue;
    const tracker = Buffer.from(event.payload.sha256, 'hex').toString('base64').replace(/=+$/u, '');
    ballots.push({ height, tracker });
  }
  return ballots;
}

async function credentialAt({ contents }: CheckedArchive, height: number): Promise<string> {
  const wire = readText(ballotWire, (await contents.text(height, createCheckRecord())) ?? '');
  return wire instanceof Misread ? '' : wire.credential;
}
