import { invariant } from '@convite/kernel';
import { makeInstance, projectId, type ProjectIndex } from '../model/instance.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import {
  type AxiomVerdict,
  type Counter,
  fails,
  holds,
  outcomeOf,
  type Poll,
  setsOf,
  silent,
  writeSets,
} from './poll.ts';

/** Anonymity: the order in which ballots lie in the box changes nothing, not even the order of selection. */
export function ballotOrder(poll: Poll, counter: Counter): AxiomVerdict {
  const before = outcomeOf(poll, counter);
  if (before === undefined) return silent('not counted');
  const { ballots } = poll;
  for (const reordered of [ballots.toReversed(), [...ballots.slice(1), ...ballots.slice(0, 1)]]) {
    const after = outcomeOf({ ...poll, ballots: reordered }, counter);
    const isSame = after !== undefined && writeSets([after.winners]) === writeSets([before.winners]);
    if (!isSame || writeSets(setsOf(after)) !== writeSets(setsOf(before))) return fails('other ballots first');
  }
  return holds;
}

/**
 * Neutrality: new ids, which turn their order around, change nothing but the names.
 * Silent where the rule set itself names ids as a criterion of ties.
 */
export function projectNames(poll: Poll, counter: Counter): AxiomVerdict {
  if (poll.ruleSet.ties.includes('project-id')) return silent('ties are settled by id');
  const before = outcomeOf(poll, counter);
  if (before === undefined) return silent('not counted');
  const last = poll.instance.projects.length - 1;
  const mirrored = (p: ProjectIndex): ProjectIndex => last - p;
  const after = outcomeOf(renamed(poll, mirrored), counter);
  if (after === undefined) return fails('no longer counted');
  const back = setsOf(after).map((set) => set.map(mirrored).toSorted((a, b) => a - b));
  const isSame =
    back
      .map((set) => writeSets([set]))
      .toSorted()
      .join() === asTexts(setsOf(before));
  return isSame ? holds : fails(`${writeSets(setsOf(before))} became ${writeSets(back)}`);
}

const asTexts = (sets: readonly (readonly ProjectIndex[])[]): string =>
  sets
    .map((set) => writeSets([set]))
    .toSorted()
    .join();

/** The same poll with the project at p under an id that puts it at `place(p)`. */
function renamed(poll: Poll, place: (p: ProjectIndex) => ProjectIndex): Poll {
  const { instance, ruleSet } = poll;
  const name = (p: ProjectIndex): string => `project ${String(place(p)).padStart(6, '0')}`;
  const nameOf = new Map(instance.projects.map(({ id }, p): [string, string] => [id, name(p)]));
  const rename = (id: string): string => nameOf.get(id) ?? id;
  const made = makeInstance({
    ...instance,
    projects: instance.projects.map((project, p) => ({ ...project, id: projectId(name(p)) })),
  });
  invariant(made.ok, 'new names are distinct');
  const renamedRuleSet: RuleSet = {
    ...ruleSet,
    exclusiveGroups: ruleSet.exclusiveGroups.map((group) => group.map(rename)),
    ties: ruleSet.ties.map((criterion) =>
      typeof criterion === 'string' ? criterion : { lots: criterion.lots.map(rename) },
    ),
  };
  return {
    ...poll,
    instance: made.value,
    ballots: poll.ballots.map((ballot) => ({ ...ballot, choices: ballot.choices.map(place) })),
    ruleSet: renamedRuleSet,
  };
}

/** Homogeneity: every ballot twice, or three times, changes nothing. Silent under a minimum of votes or points. */
export function copies(poll: Poll, counter: Counter): AxiomVerdict {
  const { votes, points } = poll.ruleSet.minimumSupport;
  if (votes > 0 || points > 0) return silent('the minimum support is an absolute number');
  const before = outcomeOf(poll, counter);
  if (before === undefined) return silent('not counted');
  for (const k of [2, 3]) {
    const ballots = poll.ballots.map((ballot) => ({ ...ballot, weight: k * ballot.weight }));
    const after = outcomeOf({ ...poll, ballots }, counter);
    if (after === undefined) return fails('no longer counted');
    const [was, is] = [writeSets(setsOf(before)), writeSets(setsOf(after))];
    if (was !== is) return fails(`every ballot ${k} times: ${was} became ${is}`);
  }
  return holds;
}
