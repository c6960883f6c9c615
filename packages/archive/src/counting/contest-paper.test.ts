import { defaultRuleSet } from '@convite/counting';
import { approvalsQuestion, type Question } from '@convite/crypto';
import { describe, expect, it } from 'vitest';
import { matchPaper } from './contest-paper.ts';
import { paperOf, without } from './small-paper.fixture.ts';

const greedy = defaultRuleSet('greedy', 'approval');
const equalShares = defaultRuleSet('equal-shares', 'approval');
const paper = paperOf(3, { most: 2 });
const answers = ['2. Obra 2', 'Obra 1', '3. Obra 3'];
const question: Question = { answers, blank: true, min: 1, max: 2, question: '¿Qué?' };

describe('the paper of a contest', () => {
  it('is found in the answers, in any order, by number and title or by title alone', () => {
    expect(matchPaper(paper, greedy, [question])).toEqual({
      ok: true,
      value: { numbers: [2, 1, 3], layout: undefined, hasBlankTotal: true },
    });
    expect(matchPaper(paper, equalShares, [approvalsQuestion(answers, '¿Qué?')])).toMatchObject({
      ok: true,
      value: { numbers: [2, 1, 3], layout: { kind: 'approvals', options: 3 } },
    });
  });

  it('may lack the answer of an option that was withdrawn, and no other', () => {
    const short = { ...question, answers: answers.slice(1) };
    expect(matchPaper(without(paper, [2]), greedy, [short]).ok).toBe(true);
    expect(matchPaper(paper, greedy, [short])).toEqual({ ok: false, error: 'other_options' });
  });

  it.each<readonly [string, Parameters<typeof matchPaper>]>([
    ['several_questions', [paper, greedy, [question, question]]],
    ['several_questions', [paper, greedy, []]],
    ['other_kind', [paper, equalShares, [question]]],
    ['other_kind', [paper, greedy, [approvalsQuestion(answers, '¿Qué?')]]],
    ['other_limits', [paper, greedy, [{ ...question, max: 3 }]]],
    ['other_limits', [paper, greedy, [{ ...question, blank: false }]]],
    ['other_options', [paper, greedy, [{ ...question, answers: [...answers, 'Obra 4'] }]]],
    ['other_options', [paper, greedy, [{ ...question, answers: ['Obra 1', '1. Obra 1', 'Obra 2', 'Obra 3'] }]]],
  ])('is refused as %s (%#)', (error, given) => {
    expect(matchPaper(...given)).toEqual({ ok: false, error });
  });
});
