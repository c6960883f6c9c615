import { writeRational } from '@convite/kernel';
import { count, groupBallots, type Outcome, type ProjectIndex } from '../src/index.ts';
import { distinct, recount, type Verdict } from './oracle.ts';
import type { Case } from './town-arbitrary.ts';

/** Where two counters part, in words; undefined when they agree. Branches that one did not follow are not compared. */
export function disagreement({ election, ruleSet }: Case): string | undefined {
  const { profile } = groupBallots(election.kind, election.ballots);
  const counted = count(election.instance, profile, ruleSet);
  if (!counted.ok) return `refused: ${JSON.stringify(counted.error)}`;
  const verdict = recount(election, ruleSet);
  const outcome = counted.value;
  const everyProject = election.instance.projects.map((_, p) => p);

  if (!outcome.allBranchesFollowed) {
    const isKnown = (set: readonly ProjectIndex[]): boolean => verdict.possible.some((other) => same(other, set));
    return outcome.status === 'lots_required' && outcome.possible.every(isKnown)
      ? undefined
      : `branches left out: ${outcome.status}, ${sets(outcome.possible)} for ${sets(verdict.possible)}`;
  }
  if (outcome.status !== verdict.status) return `status: ${outcome.status} for ${verdict.status}`;
  if (!same(outcome.winners, verdict.winners)) return `winners: ${outcome.winners} for ${verdict.winners}`;
  if (outcome.cost !== verdict.cost) return `cost: ${outcome.cost} for ${verdict.cost}`;
  const lost = outcome.notFunded.map(({ project }) => project);
  if (outcome.status === 'lots_required') {
    if (sets(distinct(outcome.possible)) !== sets(verdict.possible)) {
      return `possible: ${sets(outcome.possible)} for ${sets(verdict.possible)}`;
    }
    const never = everyProject.filter((p) => !verdict.possible.some((set) => set.includes(p)));
    return same(lost, never) ? undefined : `never funded: ${lost} for ${never}`;
  }
  const others = everyProject.filter((p) => !verdict.winners.includes(p));
  if (!same(lost, others)) return `not funded: ${lost} for ${others}`;
  if (ruleSet.rule !== 'equal-shares') return undefined;
  const increments = outcome.endowment?.increments ?? 0;
  if (increments !== verdict.increments) return `increments: ${increments} for ${verdict.increments}`;
  return pricesOf(outcome) === prices(verdict) ? undefined : `prices: ${pricesOf(outcome)} for ${prices(verdict)}`;
}

/** The same case as text, to be counted by hand or made a test of its own. */
export const reproduction = ({ election, ruleSet }: Case): string =>
  JSON.stringify(
    { ...election, ruleSet },
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    1,
  );

const same = (a: readonly number[], b: readonly number[]): boolean => String(a) === String(b);

const sets = (family: readonly (readonly ProjectIndex[])[]): string => family.map((set) => `{${set}}`).join(' ');

const prices = (verdict: Verdict): string => verdict.prices.map(writeRational).join(' ');

const pricesOf = (outcome: Outcome): string =>
  outcome.rounds.flatMap((round) => (round.type === 'purchase' ? [writeRational(round.price)] : [])).join(' ');
