import type { RuleSet } from '@convite/counting';
import type { ContestTemplate } from '@convite/domain';
import { readExact } from '../../../i18n/exact.ts';
import type { Translation } from '../../../i18n/translation.ts';

/** How a ballot paper is filled in, in plain words. */
export function votingWords({ form, most, mayBeBlank }: ContestTemplate, t: Translation): readonly string[] {
  const { chooseOne, chooseUpTo, blank, noBlank } = t.consultations;
  return [form === 'choose_one' || most === 1 ? chooseOne : chooseUpTo(most), mayBeBlank ? blank : noBlank];
}

/** How it is counted, in plain words: everything that the rule set says. */
export function countingWords(rule: RuleSet, t: Translation): readonly string[] {
  const said: string[] = [...t.rules.explained[rule.rule]];
  if (rule.rule === 'greedy' && rule.utility !== 'cost') said.push(t.rules.orderBy[rule.utility]);
  if (rule.rule === 'greedy' || rule.rule === 'majority-judgement') {
    said.push(typeof rule.misfit === 'string' ? t.rules.misfit[rule.misfit] : t.rules.misfit.topUp);
  }
  if (rule.rule === 'equal-shares') {
    said.push(`${t.controlRoom.completion}: ${t.controlRoom.completions[rule.completion]}.`);
  }
  return [...said, ...limitWords(rule, t)];
}

function limitWords(rule: RuleSet, t: Translation): readonly string[] {
  const { minimumSupport: least, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners } = rule;
  const share = readExact(least.shareOfBallots);
  const parts = Object.keys(categoryBudgets).length + Object.keys(neighbourhoodBudgets).length;
  const words = t.consultations;
  return [
    ...(maximumWinners === null ? [] : [words.winners(maximumWinners)]),
    ...(least.votes > 0 ? [words.least(least.votes)] : []),
    ...(share.num > 0n
      ? [words.leastShare(t.format.percent(share, { num: 1n, den: 1n }, (share.num * 100n) % share.den === 0n ? 0 : 1))]
      : []),
    ...exclusiveGroups.map((group) => words.onlyOneOf(t.format.list(group))),
    ...(parts > 0 ? [words.partLimits] : []),
  ];
}

/** What happens in a tie; lots are always the end of it, unless the order of numbers settles all. */
export function tieWords({ ties }: RuleSet, t: Translation): readonly string[] {
  const said = ties.flatMap((criterion) => (typeof criterion === 'string' ? [t.consultations.tie[criterion]] : []));
  return ties.includes('project-id') ? said : [...said, t.consultations.tieLots];
}
