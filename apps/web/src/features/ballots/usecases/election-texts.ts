/** An election as ballots are checked against it. */
export interface KnownElection {
  readonly text: string;
  readonly fingerprint: string;
  /** Whether a ballot needs an admission beside its credential. */
  readonly needsAdmission: boolean;
}

/** Elections that were set up and opened: what was read once is kept, for it cannot change any more. */
export interface ElectionTexts {
  readonly of: (contest: string) => Promise<KnownElection | undefined>;
}

/** Elections kept: all of a nation, a few kilobytes each; what was not asked for longest goes first. */
const kept = 8192;

/**
 * Keeps elections by their contest.
 *
 * @param read what the database has, with whether it can still change: a set-up may be brought anew until the opening.
 */
export function keepElections(
  read: (contest: string) => Promise<{ readonly election: KnownElection; readonly isFixed: boolean } | undefined>,
): ElectionTexts {
  const known = new Map<string, KnownElection>();
  return {
    async of(contest) {
      const found = known.get(contest);
      if (found !== undefined) {
        known.delete(contest);
        known.set(contest, found);
        return found;
      }
      const stored = await read(contest);
      if (stored === undefined) return undefined;
      if (stored.isFixed) known.set(contest, stored.election);
      for (const oldest of known.keys()) {
        if (known.size <= kept) break;
        known.delete(oldest);
      }
      return stored.election;
    },
  };
}
