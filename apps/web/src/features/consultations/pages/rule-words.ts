import type { RuleSet } from '@convite/counting';
import type { ContestTemplate } from '@convite/domain';
import { compareCodePoints } from '@convite/kernel';
import { readExact } from '../../../i18n/exact.ts';
import type { Translation } from '../../../i18n/translation.ts';
import { greedyOrderWords } from '../../../report/greedy-order-words.ts';

/** How the consultation of a rule writes money. */
export interface MoneyUnit {
  readonly unit: string;
  readonly decimals: number;
}

/** How a ballot paper is filled in, in plain words. */
export function votingWords({ form, most, mayBeBlank }: ContestTemplate, t: Translation): readonly string[] {
  const { chooseOne, chooseUpTo, blank, noBlank } = t.consultations;
  return [form === 'choose_one' || most === 1 ? chooseOne : chooseUpTo(most), mayBeBlank ? blank : noBlank];
}

/** How it is counted, in plain words: everything that the rule set says. */
export function countingWords(rule: RuleSet, t: Translation, unit: MoneyUnit): readonly string[] {
  return [...t.rules.explained[rule.rule], ...tuningWords(rule, t, unit), ...limitWords(rule, t, unit)];
}

function tuningWords(rule: RuleSet, t: Translation, { unit, decimals }: MoneyUnit): readonly string[] {
  const words = t.consultations.tuned;
  const money = (amount: string): string => t.format.money(amount, decimals, unit);
  switch (rule.rule) {
    case 'greedy': {
      const { misfit } = rule;
      if (typeof misfit === 'string') return [...greedyOrderWords(rule, t), t.rules.misfit[misfit]];
      const covers = misfit.topUp.startsWith('0/') ? [] : [words.topUpCovers(shareWords(misfit.topUp, t))];
      return [...greedyOrderWords(rule, t), words.topUp(money(misfit.reserve)), ...covers];
    }
    case 'majority-judgement':
      return [t.rules.misfit[rule.misfit]];
    case 'equal-shares':
      return [
        ...(rule.utility === 'cardinality' ? [words.cardinality] : []),
        ...(rule.divisor === 'all-ballots' ? [words.allBallots] : []),
        `${t.controlRoom.completion}: ${t.controlRoom.completions[rule.completion]}.`,
        ...(rule.completion.startsWith('add1') ? [words.step(money(rule.add1Step))] : []),
        ...(rule.comparison === 'greedy' ? [words.compared] : []),
      ];
    case 'phragmen':
      return [];
  }
}

function limitWords(rule: RuleSet, t: Translation, { decimals }: MoneyUnit): readonly string[] {
  const { minimumSupport: least, exclusiveGroups, categoryBudgets, neighbourhoodBudgets, maximumWinners } = rule;
  const words = t.consultations;
  const parts = (limits: Readonly<Record<string, string>>, says: (name: string, most: string) => string) =>
    Object.entries(limits)
      .toSorted(([a], [b]) => compareCodePoints(a, b))
      .map(([name, most]) => says(name, t.format.number(most, decimals)));
  const limited = [
    ...parts(categoryBudgets, words.tuned.themeLimit),
    ...parts(neighbourhoodBudgets, words.tuned.placeLimit),
  ];
  return [
    ...(maximumWinners === null ? [] : [words.winners(maximumWinners)]),
    ...(least.votes > 0 ? [words.least(least.votes)] : []),
    ...(readExact(least.shareOfBallots).num > 0n ? [words.leastShare(shareWords(least.shareOfBallots, t))] : []),
    ...exclusiveGroups.map((group) => words.onlyOneOf(t.format.list(group))),
    ...limited,
    ...(limited.length > 0 ? [words.tuned.limitsCount] : []),
  ];
}

/** A share in percent as long as that is exact, else as the fraction that it is. */
function shareWords(share: string, t: Translation): string {
  const { num, den } = readExact(share);
  const decimals = [0, 1, 2, 3, 4].find((places) => (num * 10n ** BigInt(places + 2)) % den === 0n);
  return decimals === undefined ? `${num}/${den}` : t.format.percent({ num, den }, { num: 1n, den: 1n }, decimals);
}

/** What happens in a tie; lots are always the end of it, unless the order of numbers settles all. */
export function tieWords({ ties }: RuleSet, t: Translation): readonly string[] {
  const { tie, thenTie, tieLots } = t.consultations;
  const criteria = ties.flatMap((criterion) => (typeof criterion === 'string' ? [criterion] : []));
  const said = criteria.map((criterion, i) => (i === 0 ? tie : thenTie)[criterion]);
  return ties.includes('project-id') ? said : [...said, tieLots];
}
