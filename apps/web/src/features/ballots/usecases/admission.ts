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
  /** When its place is given up, in milliseconds: whoever does not come again does not hold the others back. */
  readonly until: number;
}

const shortestWait = 2;
const longestWait = 60;
/** How much later than told somebody may come again. */
const patienceMilliseconds = 15_000;
/** Seconds over which the pace is looked at. */
const paceWindow = 5;

/**
 * A door in order of arrival. First come, first in: a newcomer does not pass those who wait, who come again by themselves.
 *
 * Nobody is refused, and nobody is told to wait who could go in.
 */
export function makeAdmission({ inside: most, line: longest }: AdmissionLimits): Admission {
  const inside = new Map<string, number>();
  const line = new Map<string, InLine>();
  const left: number[] = [];

  const forget = (now: number): void => {
    for (const [tracker, { until }] of line) if (until < now) line.delete(tracker);
    while ((left[0] ?? now) < now - paceWindow * 1000) left.shift();
  };
  const placeOf = (tracker: string): number => {
    let ahead = 0;
    for (const waiting of line.keys()) {
      if (waiting === tracker) return ahead;
      ahead += 1;
    }
    return ahead;
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
      forget(at);
      const ahead = placeOf(tracker);
      if (inside.size + ahead < most) {
        line.delete(tracker);
        inside.set(tracker, 1);
        return 'inside';
      }
      const perSecond = Math.max(1, left.length / paceWindow);
      const wait = Math.ceil((ahead + 1) / perSecond);
      const retryAfterSeconds = Math.min(longestWait, Math.max(shortestWait, wait));
      const until = at + retryAfterSeconds * 1000 + patienceMilliseconds;
      if (line.has(tracker) || line.size < longest) line.set(tracker, { until });
      return { position: ahead + 1, retryAfterSeconds };
    },
    leave(tracker, now) {
      const times = inside.get(tracker) ?? 0;
      if (times > 1) inside.set(tracker, times - 1);
      else {
        inside.delete(tracker);
        left.push(now.getTime());
      }
    },
  };
}
