import { createHash } from 'node:crypto';
import { canonicalRuleSet, defaultRuleSet, parseRuleSet } from '@convite/counting';
import { describe, expect, it } from 'vitest';
import { type FreezingFacts, freezingProblems, frozenRule } from './freezing.ts';

const facts: FreezingFacts = {
  state: 'draft',
  calendar: { voting: { opensAt: 1000, closesAt: 2000 }, complaintsUntil: null },
  now: 0,
  envelopes: [],
  templates: [{ id: 'paper', problems: [] }],
  contests: 5336,
  options: [{ type: 'not_approved', contests: 0 }],
  lacksMailer: false,
};

describe('the rules of a consultation', () => {
  it('can be frozen when nothing is missing', () => {
    expect(freezingProblems(facts)).toEqual([]);
  });

  it('are not frozen while they ask for codes that nobody would get', () => {
    expect(freezingProblems({ ...facts, lacksMailer: true })).toEqual([{ type: 'no_mailer' }]);
  });

  it('are frozen once', () => {
    expect(freezingProblems({ ...facts, state: 'frozen' })).toEqual([{ type: 'not_now', state: 'frozen' }]);
  });

  it('tell everything that is missing, each with where', () => {
    expect(
      freezingProblems({
        ...facts,
        now: 1000,
        contests: 0,
        envelopes: [{ type: 'unknown_envelope', contest: 'a' }],
        templates: [{ id: 'paper', problems: [{ type: 'most_out_of_range', most: 0 }] }],
        options: [{ type: 'no_options', contests: 3 }],
      }),
    ).toEqual([
      { type: 'calendar', problem: { type: 'already_begun' } },
      { type: 'no_contests' },
      { type: 'envelope', problem: { type: 'unknown_envelope', contest: 'a' } },
      { type: 'template', id: 'paper', problem: { type: 'most_out_of_range', most: 0 } },
      { type: 'options', problem: 'no_options', contests: 3 },
    ]);
  });
});

it('a frozen rule is its canonical text under its SHA-256, the same that counting uses', () => {
  const rule = defaultRuleSet('equal-shares', 'approval');
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const frozen = frozenRule(rule, sha256);
  expect(frozen).toEqual({ canonical: canonicalRuleSet(rule), hash: sha256(canonicalRuleSet(rule)) });
  expect(parseRuleSet(JSON.parse(frozen.canonical))).toEqual({ ok: true, value: rule });
});
