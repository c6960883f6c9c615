import { canonicalJson } from '@convite/kernel';
import { expect, test } from 'vitest';
import { LA_ENRAMADA_RULE_SET } from '../demo/la-enramada-file.ts';
import { declaredRuleSet } from './declared-rule-set.ts';
import { editPabulib, type PabulibEdit } from './edit-pabulib.ts';
import { mustRead, smallText } from './small-file.fixture.ts';
import { writeCell } from './write-pabulib.ts';

const NOTHING: PabulibEdit = { budget: undefined, costs: new Map(), withdrawn: [] };
const CRLF = smallText({}).replaceAll('\n', '\r\n');

test('changing nothing changes no byte', () => {
  const edited = editPabulib(mustRead(CRLF), NOTHING);
  expect(edited.ok && edited.value.source).toBe(CRLF);
});

test('a changed budget and cost stand in their cells, all else as it was', () => {
  const edited = editPabulib(mustRead(CRLF), { ...NOTHING, budget: '120.5', costs: new Map([['B', '49']]) });
  expect(edited.ok && edited.value.source).toBe(CRLF.replace('budget;100', 'budget;120.5').replace('B;50', 'B;49'));
  expect(edited.ok && edited.value.instance).toMatchObject({ budget: 1205n, decimals: 1 });
});

test('a withdrawn project takes its marks and their points with it, and leaves blank ballots', () => {
  const file = mustRead(
    smallText({
      meta: ['budget;100', 'vote_type;cumulative', 'rule;greedy', 'currency;XTS', 'num_projects;2'],
      votes: ['voter_id;vote;points', '1;A;3', '2; A ,B;2,1', '3;B;1'],
    }),
  );
  const edited = editPabulib(file, { ...NOTHING, withdrawn: ['A'] });
  expect(edited.ok && edited.value.source.split('VOTES\n')[1]).toBe('voter_id;vote;points\n1;;\n2;B;1\n3;B;1\n');
  expect(edited.ok && edited.value.profile).toMatchObject({ ballots: 3, blank: 1, groups: 1 });
  expect(edited.ok && edited.value.meta.get('num_projects')).toBe('1');
});

test('the rule set of the file stops naming the withdrawn', () => {
  const own = canonicalJson({ ...LA_ENRAMADA_RULE_SET, exclusiveGroups: [['A', 'B']], ties: [{ lots: ['A', 'B'] }] });
  const meta = ['budget;100', 'vote_type;approval', 'rule;greedy', 'currency;XTS', `rule_set;${writeCell(own)}`];
  const edited = editPabulib(mustRead(smallText({ meta })), { ...NOTHING, withdrawn: ['A'] });
  const ruleSet = edited.ok ? declaredRuleSet(edited.value) : edited;
  expect(ruleSet.ok && ruleSet.value).toMatchObject({ exclusiveGroups: [], ties: [{ lots: ['B'] }] });
});

test('a project that is not there and an amount that is none are refused', () => {
  const file = mustRead(smallText({}));
  expect(editPabulib(file, { ...NOTHING, withdrawn: ['Z'] })).toEqual({
    ok: false,
    error: { type: 'unknown_project', id: 'Z' },
  });
  expect(editPabulib(file, { ...NOTHING, budget: '-1' })).toMatchObject({
    ok: false,
    error: { type: 'unreadable', problems: [{ code: 'money_negative', line: 3 }] },
  });
});
