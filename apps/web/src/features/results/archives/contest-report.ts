import type { CountedArchive, ManifestContest } from '@convite/archive';
import {
  type CountReport,
  faredSupporters,
  type FaredSupporters,
  makeReport,
  type ToldSwitches,
} from '@convite/counting';
import { optionsToAsk, searchWork, switchesOf } from './switches.ts';

/** What a page tells of a contest beyond its published outcome: made by the process that verified it. */
export interface ContestReport {
  readonly id: string;
  /** SHA-256 of the last event of its board; null where there is no archive. */
  readonly head: string | null;
  /** What its board shows; null where there is no archive. */
  readonly board: CountedArchive['board'] | null;
  /** Ballots that count, and those of them that were spoilt. */
  readonly ballots: number | null;
  readonly spoilt: number;
  /** Of totals only what depends on totals alone may be told. */
  readonly opened: 'totals' | 'ballots' | null;
  readonly report: CountReport | null;
  /** How the supporters of each option fared, by its number; null where votes were added up before anybody saw them. */
  readonly supporters: Readonly<Record<string, FaredSupporters>> | null;
  /**
   * What would have changed the fate of each option, by its number; where there is too much to look for, the number of
   * options for which it is looked for afterwards. Null without a winner.
   */
  readonly switches: ReportedSwitches;
}

type ReportedSwitches = Readonly<Record<string, ToldSwitches>> | LaterSwitches | null;

interface LaterSwitches {
  readonly later: number;
}

/** Whether switches are looked for after the verification. Options are called by their numbers, never so. */
export const isLater = (switches: ReportedSwitches): switches is LaterSwitches =>
  switches !== null && typeof switches['later'] === 'number';

/**
 * The report of one contest, out of the count that its verification made.
 *
 * @param mostSearchWork up to which it is looked for here what would have changed the outcome
 */
export function contestReport(
  contest: ManifestContest,
  { verification, board, ballots, counted }: CountedArchive,
  mostSearchWork: number,
): ContestReport {
  const known = { id: contest.id, head: verification.head ?? null, board: board ?? null, ballots: ballots ?? null };
  if (counted === undefined)
    return { ...known, spoilt: 0, opened: null, report: null, supporters: null, switches: null };
  const { instance, ballots: opened, rule, outcome } = counted;
  const { profile } = opened;
  const file = {
    ...{ source: '', meta: new Map<string, string>(), instance, profile, segments: [], warnings: [] },
    officialSelected: instance.projects.map(() => undefined),
    officialVotes: instance.projects.map(() => undefined),
    officialScore: instance.projects.map(() => undefined),
  };
  const report = makeReport(
    { file, ruleSet: rule, ruleSha256: contest.rule, outcome },
    { sha256: contest.archive?.sha256 ?? '', bytes: contest.archive?.bytes ?? 0 },
    0,
  );
  const asked = optionsToAsk(contest, counted);
  const find = (): Readonly<Record<string, ToldSwitches>> =>
    Object.fromEntries(
      asked.map((project) => {
        const { option, switches } = switchesOf(counted, project);
        return [option, switches];
      }),
    );
  return {
    ...known,
    spoilt: opened.spoilt,
    opened: opened.opened,
    report,
    supporters:
      opened.opened === 'ballots' && outcome.status === 'complete'
        ? faredSupporters(instance, profile, outcome.winners)
        : null,
    switches: asked.length === 0 ? null : searchWork(counted) > mostSearchWork ? { later: asked.length } : find(),
  };
}
