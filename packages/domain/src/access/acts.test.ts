import { expect, it } from 'vitest';
import { actRules, acts, mayAct } from './acts.ts';
import { roles } from './roles.ts';

const [nation, commune, other] = ['n', 'c', 'o'];

it('holds below the territory of the grant, and nowhere else', () => {
  const organiser = [{ role: 'organiser', territory: commune }] as const;
  expect(mayAct(organiser, 'contest.write', [nation, commune])).toBe(true);
  expect(mayAct(organiser, 'contest.write', [nation, commune, 'sector'])).toBe(true);
  expect(mayAct(organiser, 'contest.write', [nation])).toBe(false);
  expect(mayAct(organiser, 'contest.write', [nation, other])).toBe(false);
  expect(mayAct(organiser, 'contest.write', [])).toBe(false);
  expect(mayAct([{ role: 'organiser', territory: null }], 'contest.write', [])).toBe(true);
});

it('asks for a role of the act, and for no other', () => {
  for (const act of acts) {
    const { roles: allowed } = actRules[act];
    for (const role of roles) expect(mayAct([{ role, territory: null }], act, [])).toBe(allowed.includes(role));
  }
});

it('lets nobody who organises freeze, open, close or publish', () => {
  for (const act of ['rule.freeze', 'vote.open', 'vote.close', 'result.publish', 'result.certify'] as const) {
    expect(mayAct([{ role: 'organiser', territory: null }], act, [])).toBe(false);
    expect(actRules[act].people).toBe('two');
  }
});
