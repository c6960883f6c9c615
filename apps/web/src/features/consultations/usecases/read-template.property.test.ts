import { canonicalRuleSet, defaultRuleSet, parseRuleSet, type RuleSet } from '@convite/counting';
import { type ContestTemplate, templateProblems } from '@convite/domain';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { locales } from '../../../i18n/locale.ts';
import { translationOf } from '../../../i18n/translation.ts';
import { countingWords, tieWords } from '../pages/rule-words.ts';
import { readTemplate, templateTexts, templateWrongs } from './read-template.ts';

const oneOf = (...values: readonly string[]) => fc.constantFrom('', ...values);
/** What people may type into the rule editor, much of it wrong or without meaning together. */
const typed = fc
  .record({
    form: oneOf('choose_one', 'approval'),
    most: oneOf('1', '6', '128', '0'),
    blank: oneOf('yes', 'no'),
    rule: oneOf('greedy', 'equal-shares', 'phragmen'),
    order: oneOf('votes', 'votes-free-too', 'votes-per-money', 'votes-times-money'),
    misfit: oneOf('skip', 'stop', 'top-up'),
    top_up: oneOf('50', '33.3333', '1/3', '2/4', '100', 'x'),
    reserve: oneOf('500', '0,50', '0'),
    utility: oneOf('cost', 'cardinality'),
    divisor: oneOf('marked-ballots', 'all-ballots'),
    completion: oneOf('none', 'add1', 'add1-greedy', 'greedy'),
    step: oneOf('1', '5', '0.25', '1.0', '0'),
    comparison: oneOf('none', 'greedy'),
    minimum: oneOf('1', '30', '-1'),
    minimum_share: oneOf('5', '5.25', '12,3456', '5 %', '0.1', '1/3', '5/100', '7/7', '150', '999999999/1'),
    winners: oneOf('1', '7', '0'),
    exclusive: oneOf('3 24', '3,24\n 1;2;5', '3 3', '7'),
    themes: oneOf(
      'agua; 500',
      'agua;500\nluz; y; sombra; 0,5',
      ' agua ;5\nagua; 6',
      'agua',
      '__proto__; 5',
      '7; 1\n10; 2',
    ),
    places: oneOf('El Cerro; 100', ';5', 'constructor; 1'),
    ties: oneOf('lots', 'lower-cost', 'project-id', 'lower-cost-project-id'),
    group: oneOf('Ed25519', 'RFC-3526-2048', 'BELENIOS-2048'),
  })
  .map((fields) => new Map<string, string>(Object.entries(fields)));
/** The same with most of the form left as it is, so that much of it is taken. */
const mostlyUsual = fc
  .tuple(typed, fc.subarray(['order', 'misfit', 'top_up', 'reserve', 'minimum_share', 'exclusive', 'themes', 'places']))
  .chain(([fields, kept]) =>
    fc
      .subarray([...fields.keys()], { maxLength: 8 })
      .map(
        (some) =>
          new Map([...fields].filter(([name]) => name === 'rule' || kept.includes(name) || some.includes(name))),
      ),
  );

const use = { contests: 1, decimals: 2, named: undefined };
const readBack = (template: ContestTemplate): ContestTemplate => {
  const read = readTemplate(new Map(templateTexts(template)));
  invariant(read.ok, `the form takes what it shows: ${JSON.stringify(read)}`);
  return read.value;
};
const wordsOf = (rule: RuleSet, locale: (typeof locales)[number]): readonly string[] => {
  const t = translationOf(locale);
  return [...countingWords(rule, t, { unit: 'Bs', decimals: 2 }), ...tieWords(rule, t)];
};

/** Whether the form refused it by itself or the domain did. */
const taken = (fields: ReadonlyMap<string, string>): ContestTemplate | undefined => {
  const read = readTemplate(fields);
  return read.ok && templateProblems(read.value, use).length === 0 ? read.value : undefined;
};

describe('a template that the form takes', () => {
  test('is shown so that the form takes the same, and is a rule set', () => {
    let seen = 0;
    fc.assert(
      fc.property(mostlyUsual, (fields) => {
        const template = taken(fields);
        if (template === undefined) return;
        seen += 1;
        expect(parseRuleSet(JSON.parse(canonicalRuleSet(template.rule)))).toEqual({ ok: true, value: template.rule });
        expect(readBack(template)).toEqual(template);
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  test('is told in words, each member that is not as usual', () => {
    fc.assert(
      fc.property(mostlyUsual, (fields) => {
        const { rule } = taken(fields) ?? {};
        if (rule === undefined) return;
        const usual = defaultRuleSet(rule.rule, 'approval');
        for (const [member, value] of Object.entries(usual)) {
          const without = parseRuleSet({ ...rule, [member]: value });
          invariant(without.ok, 'the usual value of a member is one');
          if (canonicalRuleSet(without.value) === canonicalRuleSet(rule)) continue;
          for (const locale of locales)
            expect(wordsOf(without.value, locale), member).not.toEqual(wordsOf(rule, locale));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Rules as they are stored today, with the hash under which each was or would be frozen. */
const everything = { minimumSupport: { votes: 0, shareOfBallots: '0/1', points: 0 }, exclusiveGroups: [] };
const limits = { categoryBudgets: {}, neighbourhoodBudgets: {}, schema: 'convite/rule-set/1' } as const;
const stored: readonly (readonly [RuleSet, string])[] = [
  [
    {
      ...{ ...limits, ...everything, rule: 'greedy', utility: 'cost', order: 'per-cost', misfit: 'stop' },
      ...{ maximumWinners: 1, ties: ['lower-cost'], exclusiveGroups: [['3', '24']] },
    },
    '8b019fadf751f78771b64cdbaabfcdb153ad746671d72ee33e71ca4389f74405',
  ],
  [
    {
      ...{ ...limits, ...everything, rule: 'equal-shares', utility: 'cost', divisor: 'marked-ballots' },
      ...{ completion: 'add1', add1Step: '1', comparison: 'none', maximumWinners: null, ties: [] },
      minimumSupport: { votes: 5, shareOfBallots: '0/1', points: 0 },
    },
    '2fe98a4d87cb50431f8cef424c67e749e1f0acb42fd829e6b41edd9874fcd3a3',
  ],
  [
    { ...limits, ...everything, rule: 'phragmen', maximumWinners: 3, ties: ['project-id'] },
    '74fb45a439d36dc561b8f6623530c847da9214f9e18ff11ba5cb50583d9f114d',
  ],
];

test.each(stored)('a rule that is stored today keeps its hash when it is shown and saved (%#)', (rule, hash) => {
  const template = { form: 'approval', most: 6, mayBeBlank: true, rule, group: 'Ed25519' } as const;
  const after = readBack(template);
  expect(createHash('sha256').update(canonicalRuleSet(after.rule)).digest('hex')).toBe(hash);
});

describe('what has no meaning is refused where it stands', () => {
  const usual = { form: 'approval', most: '6', rule: 'greedy' };
  test.each<readonly [Readonly<Record<string, string>>, string, string]>([
    [{ order: 'votes-per-money', rule: 'phragmen' }, 'order', 'only_greedy'],
    [{ misfit: 'stop', rule: 'equal-shares' }, 'misfit', 'only_greedy'],
    [{ reserve: '5' }, 'reserve', 'only_top_up'],
    [{ misfit: 'top-up' }, 'reserve', 'amount'],
    [{ misfit: 'top-up', reserve: '0' }, 'top_up', 'top_up_without_effect'],
    [{ misfit: 'top-up', reserve: '0.125' }, 'reserve', 'money_too_fine'],
    [{ comparison: 'greedy' }, 'comparison', 'only_equal_shares'],
    [{ divisor: 'all-ballots', rule: 'phragmen' }, 'divisor', 'only_equal_shares'],
    [{ step: '5', completion: 'greedy', rule: 'equal-shares' }, 'step', 'only_raised'],
    [{ step: '0', rule: 'equal-shares' }, 'step', 'step_not_positive'],
    [{ minimum_share: 'mucho' }, 'minimum_share', 'percent'],
    [{ minimum_share: '101' }, 'minimum_share', 'share_above_all'],
    [{ exclusive: '3 3' }, 'exclusive', 'groups'],
    [{ themes: 'agua; 5\nagua; 6' }, 'themes', 'limits'],
    [{ places: '__proto__; 5' }, 'places', 'limits'],
    [{ themes: 'agua; 0.125' }, 'themes', 'money_too_fine'],
    [{ winners: '0' }, 'winners', 'whole_number'],
  ])('%o', (fields, field, code) => {
    const read = readTemplate(new Map(Object.entries({ ...usual, ...fields })));
    expect(read.ok ? templateWrongs(templateProblems(read.value, use)) : read.error).toContainEqual({ field, code });
  });
});
