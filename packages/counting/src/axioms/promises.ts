import { properties } from '../analysis/properties.ts';
import type { OutcomeProperties } from '../analysis/outcome-properties.ts';
import { groupBallots } from '../model/group-ballots.ts';
import type { Ballot } from '../model/profile.ts';
import { type AxiomVerdict, type Counter, fails, holds, outcomeOf, type Poll, silent } from './poll.ts';

/** The winners cost no more than the envelope, and what the rule set's reserve adds. */
export const withinBudget = (poll: Poll, counter: Counter): AxiomVerdict =>
  checked(poll, counter, ({ withinBudget: { holds: isHeld, spent } }) => (isHeld ? holds : fails(`spends ${spent}`)));

/** Nothing that may be funded and fits into what is left is left out. */
export const exhaustive = (poll: Poll, counter: Counter): AxiomVerdict =>
  checked(poll, counter, ({ exhaustive: { holds: isHeld, fits } }) => (isHeld ? holds : fails(`${fits.join()} fits`)));

/**
 * The payments of the rounds are a price system for what they bought.
 * Source: Peters and Skowron 2020 (docs/references.bib: peters2020). Silent where the rule's rounds name no payments.
 */
export const priceSystem = (poll: Poll, counter: Counter): AxiomVerdict =>
  checked(poll, counter, ({ priceSystem: system }) => {
    if (system === undefined) return silent('the rounds name no payments');
    return system.holds ? holds : fails(system.breaches.map(({ type }) => type).join());
  });

/**
 * EJR+ up to one project.
 * Source: docs/spec/counting.md, C.9; Brill and Peters 2023 (docs/references.bib: brill2023). Silent where the
 * supporters of a project differ in their utility for it.
 */
export const ejrPlus = (poll: Poll, counter: Counter): AxiomVerdict =>
  checked(poll, counter, ({ ejrPlus: { holds: isHeld, violations } }) => {
    if (isHeld === undefined) return silent('utilities of one project differ');
    return isHeld ? holds : fails(violations.map(({ project, votes }) => `${votes} votes for ${project}`).join());
  });

/** The one project that every marked ballot supports wins if the budget covers it. Silent unless there is just one. */
export function unanimousProject(poll: Poll, counter: Counter): AxiomVerdict {
  const marked = poll.ballots.filter(({ choices }) => choices.length > 0);
  const supports = (ballot: Ballot, p: number): boolean => {
    const at = ballot.choices.indexOf(p);
    return at >= 0 && (poll.kind === 'points' || poll.kind === 'scores' ? (ballot.points?.[at] ?? 0) > 0 : true);
  };
  const unanimous = poll.instance.projects
    .map((_, p) => p)
    .filter((p) => marked.length > 0 && marked.every((ballot) => supports(ballot, p)));
  const [p, another] = unanimous;
  const cost = p === undefined ? undefined : poll.instance.projects[p]?.cost;
  if (p === undefined || cost === undefined || another !== undefined) return silent('not exactly one is unanimous');
  if (cost > poll.instance.budget) return silent('the budget does not cover it');
  const outcome = outcomeOf(poll, counter);
  if (outcome === undefined) return silent('not counted');
  return outcome.winners.includes(p) ? holds : fails(`${p} is everybody's and lost`);
}

function checked(poll: Poll, counter: Counter, say: (found: OutcomeProperties) => AxiomVerdict): AxiomVerdict {
  const outcome = outcomeOf(poll, counter);
  if (outcome === undefined || outcome.status === 'lots_required') return silent('not decided');
  const { profile } = groupBallots(poll.kind, poll.ballots);
  return say(properties(poll.instance, profile, [], poll.ruleSet, outcome));
}
