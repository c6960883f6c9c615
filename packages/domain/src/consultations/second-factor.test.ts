import { describe, expect, it } from 'vitest';
import { consultationStates } from './consultation-machine.ts';
import { type SecondFactorFacts, secondFactorProblem } from './second-factor.ts';

const facts: SecondFactorFacts = { state: 'draft', hasMailer: true, withoutAddress: 0, usesTables: false };

describe('a code by e-mail beside the letter', () => {
  it('may be asked for in a draft, where letters by e-mail can be sent and everybody has an address', () => {
    expect(secondFactorProblem(facts)).toBeUndefined();
    expect(secondFactorProblem({ ...facts, hasMailer: false, usesTables: true })).toEqual({ type: 'no_mailer' });
  });

  it('leaves nobody out: whoever has no address gets in at a table, or it is not asked for', () => {
    const some = { ...facts, withoutAddress: 3 };
    expect(secondFactorProblem(some)).toEqual({ type: 'people_without_address', people: 3 });
    expect(secondFactorProblem({ ...some, usesTables: true })).toBeUndefined();
  });

  it('is neither begun nor left once the rules are frozen', () => {
    for (const state of consultationStates) {
      const expected = state === 'draft' ? undefined : { type: 'not_draft' };
      expect(secondFactorProblem({ ...facts, state })).toEqual(expected);
    }
  });
});
