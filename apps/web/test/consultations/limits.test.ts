import { defaultRuleSet } from '@convite/counting';
import {
  approvalsQuestion,
  belenios2048,
  ed25519Group,
  electionLimits,
  finiteFieldGroup,
  type Group,
  makeElection,
  newElectionId,
  type Question,
  rfc3526Group14,
} from '@convite/crypto';
import { type CryptoGroup, highestNumber, mostOptions, optionText, templateProblems } from '@convite/domain';
import { describe, expect, test } from 'vitest';

const groups = [ed25519Group(), finiteFieldGroup(belenios2048), finiteFieldGroup(rfc3526Group14)] as const;

/** Whether an election with this question can be written at all. */
const isPossible = (group: Group, question: Question): boolean =>
  makeElection(group, {
    uuid: newElectionId((length) => new Uint8Array(length).fill(7)),
    name: 'Consulta',
    description: '',
    key: group.g,
    questions: [question],
  }).ok;

/** So many options with titles as long as they may be. */
const titles = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => String(i + 1).padEnd(optionText.title, 'ñ'));
const totals = (count: number): Question => ({
  ...{ answers: titles(count), blank: true, min: 1, max: 1, question: '¿Qué obra primero?' },
});

describe('what is refused when a template is written is what sealed ballots cannot carry', () => {
  test.each(groups.map((group) => [group.name, group] as const))('in %s', (_, group) => {
    const name: CryptoGroup = group.name;
    const template = { form: 'approval', most: 3, mayBeBlank: true, group: name } as const;
    const use = { contests: 1, decimals: 2, named: undefined };
    const whole = templateProblems({ ...template, rule: defaultRuleSet('equal-shares', 'approval') }, use);
    expect(isPossible(group, approvalsQuestion(titles(mostOptions.mixed), '?'))).toBe(whole.length === 0);
    expect(isPossible(group, approvalsQuestion(titles(mostOptions.mixed + 1), '?'))).toBe(false);
    expect(templateProblems({ ...template, rule: defaultRuleSet('greedy', 'approval') }, use)).toEqual([]);
    expect(isPossible(group, totals(highestNumber))).toBe(true);
  });

  test('by totals as many options are possible as numbers that people can type', () => {
    expect(mostOptions.homomorphic).toBe(electionLimits.answers);
    expect(highestNumber).toBeLessThanOrEqual(electionLimits.answers);
  });
});
