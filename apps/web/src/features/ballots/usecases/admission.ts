/** Where somebody stands who has to wait. */
export interface Place {
  /** 1 is next. */
  readonly position: number;
  readonly retryAfterSeconds: number;
}

/** The door to the board: so many ballots inside at a time, and a line of those who were told to come again. */
export interface Admission {
  /** Lets a ballot in, until `leave`, or says where it stands. A ballot is known by its tracker when it comes again. */
  readonly enter: (tracker: string, now: Date) => 'inside' | Place;
  readonly leave: (tracker: string, now: Date) => void;
}

export interface AdmissionLimits {
  /** Ballots inside at a time. */
  readonly inside: number;
  /** Ballots whose place in the line is kept. Whoever comes beyond is told a place behind the last, and keeps none. */
  readonly line: number;
}

interface InLine {
  /** When it was told to come again, in milliseconds. */
  readonly due: number;
  /** When its place is given up: whoever does not come again does not hold the others back. */
  readonly until: number;
}

const shortestWait = 2;
const longestWait = 60;
/** How much later than told somebody may come again. */
const patienceMilliseconds = 15_000;
/** Seconds over which the pace is looked at. */
const paceWindow = 5;
/** Ballots a second that any server manages. */
const leastPace = 20;
/** How much of the best pace is remembered a second later: what was possible a moment ago still is. */
const memory = 0.98;

/**
 * A door in order of arrival: whoever comes does not pass those who came before and are due by now. A place that is free
 * is never left empty for somebody who was told to come later.
 *
 * Nobody is refused, and nobody is told to wait who could go in.
 */
export function makeAdmission({ inside: most, line: longest }: AdmissionLimits): Admission {
  const inside = new Map<string, number>();
  const line = new Map<string, InLine>();
  const pace = createPace();

  /** How many stand before a ballot, and how many of them may come at any moment. */
  const before = (tracker: string, now: number): { readonly ahead: number; readonly due: number } => {
    let [ahead, due] = [0, 0];
    for (const [waiting, entry] of line) {
      if (waiting === tracker) break;
      ahead += 1;
      if (entry.due <= now) due += 1;
    }
    return { ahead, due };
  };
  return {
    enter(tracker, now) {
      const at = now.getTime();
      const twice = inside.get(tracker);
      // The same ballot, sent again while it is under way, takes no second place.
      if (twice !== undefined) {
        inside.set(tracker, twice + 1);
        return 'inside';
      }
      for (const [waiting, { until }] of line) if (until < at) line.delete(waiting);
      const { ahead, due } = before(tracker, at);
      if (inside.size + due < most) {
        line.delete(tracker);
        inside.set(tracker, 1);
        return 'inside';
      }
      const wait = Math.ceil((ahead + 1) / pace.perSecond(at));
      const retryAfterSeconds = Math.min(longestWait, Math.max(shortestWait, wait));
      const next = at + retryAfterSeconds * 1000;
      if (line.has(tracker) || line.size < longest)
        line.set(tracker, { due: next, until: next + patienceMilliseconds });
      return { position: ahead + 1, retryAfterSeconds };
    },
    leave(tracker, now) {
      const times = inside.get(tracker) ?? 0;
      if (times > 1) inside.set(tracker, times - 1);
      else {
        inside.delete(tracker);
        pace.left(now.getTime());
      }
    },
  };
}

/** The best pace of late: a server that stands idle has not become slower. */
function createPace(): { readonly left: (now: number) => void; readonly perSecond: (now: number) => number } {
  const times: number[] = [];
  let [best, at] = [leastPace, 0];
  const perSecond = (now: number): number => {
    while ((times[0] ?? now) < now - paceWindow * 1000) times.shift();
    best = Math.max(leastPace, times.length / paceWindow, best * memory ** Math.max(0, (now - at) / 1000));
    at = now;
    return best;
  };
  return {
    left: (now) => {
      times.push(now);
      perSecond(now);
    },
    perSecond,
  };
}
