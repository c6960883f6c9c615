import type { CountedArchive, ManifestContest } from '@convite/archive';
import {
  type Counted,
  counterfactuals,
  type CountReport,
  makeReport,
  type RuleSet,
  type Switch,
} from '@convite/counting';
import { writeMoney } from '@convite/kernel';

/** One checked switch, as pages tell it: costs are exact decimals, ballots whole numbers. */
type ToldSwitch<T> =
  | {
      readonly type: 'switch';
      readonly funded: T;
      readonly notFunded: T;
      readonly claim: 'smallest' | 'would_have_been_enough';
    }
  | { readonly type: 'none_in_range'; readonly last: T; readonly proven: boolean };

export interface ToldSwitches {
  readonly cost: ToldSwitch<string>;
  readonly ballots: ToldSwitch<number>;
}

/** What a page tells of a contest beyond its published outcome: made by the process that verified it. */
export interface ContestReport {
  readonly id: string;
  /** SHA-256 of the last event of its board; null where there is no archive. */
  readonly head: string | null;
  /** Ballots that count, and those of them that were spoilt. */
  readonly ballots: number | null;
  readonly spoilt: number;
  /** Of totals only what depends on totals alone may be told. */
  readonly opened: 'totals' | 'ballots' | null;
  readonly report: CountReport | null;
  /** What would have changed the fate of each option, by its number; null where nobody looked for it. */
  readonly switches: Readonly<Record<string, ToldSwitches>> | null;
}

/**
 * Options times different ballots up to which every change is looked for: each takes some tens of counts. A contest of a
 * commune is far below, one of a city above it.
 */
const mostWork = 4000;

/** The report of one contest, out of the count that its verification made. */
export function contestReport(
  contest: ManifestContest,
  { verification, ballots, counted }: CountedArchive,
  rule: RuleSet,
): ContestReport {
  const known = { id: contest.id, head: verification.head ?? null, ballots: ballots ?? null };
  if (counted === undefined) return { ...known, spoilt: 0, opened: null, report: null, switches: null };
  const { instance, ballots: opened, outcome, lots } = counted;
  const { profile } = opened;
  const ruleSet =
    lots === undefined
      ? rule
      : { ...rule, ties: [...rule.ties, { lots: lots.drawn.map(({ option }) => String(option)) }] };
  const file = {
    ...{ source: '', meta: new Map<string, string>(), instance, profile, segments: [], warnings: [] },
    officialSelected: instance.projects.map(() => undefined),
    officialVotes: instance.projects.map(() => undefined),
    officialScore: instance.projects.map(() => undefined),
  };
  const report = makeReport(
    { file, ruleSet, ruleSha256: contest.rule, outcome },
    { sha256: contest.archive?.sha256 ?? '', bytes: contest.archive?.bytes ?? 0 },
    0,
  );
  const isSmall = instance.projects.length * profile.groups <= mostWork;
  // From totals nobody knows which ballots named an option alone, unless each named one.
  const knowsAlone = opened.opened === 'ballots' || contest.most === 1;
  const winners = new Set(outcome.winners);
  const asked = instance.projects.map((_, project) => project).filter((project) => knowsAlone || !winners.has(project));
  const counts = { instance, profile, ruleSet, outcome };
  return {
    ...known,
    spoilt: opened.spoilt,
    opened: opened.opened,
    report,
    switches: isSmall && outcome.status === 'complete' ? switchesOf(counts, asked) : null,
  };
}

function switchesOf(counted: Counted, asked: readonly number[]): Readonly<Record<string, ToldSwitches>> {
  const { instance, profile, ruleSet, outcome } = counted;
  return Object.fromEntries(
    asked.map((project) => {
      const found = counterfactuals(instance, profile, ruleSet, outcome, project);
      const cost = told(found.cost, (amount) => writeMoney(amount, instance.decimals));
      return [String(instance.projects[project]?.id), { cost, ballots: told(found.ballots, (ballots) => ballots) }];
    }),
  );
}

const told = <T, U>(found: Switch<T>, write: (value: T) => U): ToldSwitch<U> =>
  found.type === 'switch'
    ? { ...found, funded: write(found.funded), notFunded: write(found.notFunded) }
    : { ...found, last: write(found.last) };
