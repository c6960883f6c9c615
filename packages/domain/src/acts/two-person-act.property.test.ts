import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actRules, acts, type Grant, mayAct } from '../access/acts.ts';
import { roles } from '../access/roles.ts';
import { type ActMove, type ActState, decideAct } from './two-person-act.ts';

const territories = ['nation', 'commune', 'other'] as const;
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roles),
  territory: fc.constantFrom(...territories, null),
});
const people = fc.array(fc.array(grant, { maxLength: 3 }), { minLength: 3, maxLength: 3 });
const steps = fc.array(
  fc.record({
    person: fc.nat(2),
    move: fc.constantFrom<ActMove>('agree', 'decline', 'withdraw'),
    // Rights that a person gains and loses in between.
    grants: fc.option(fc.array(grant, { maxLength: 2 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);

it('is carried out once at most, and then by two people who both may at that moment', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...acts.filter((act) => actRules[act].people === 'two')),
      fc.constantFrom<readonly string[]>([], ['nation'], ['nation', 'commune']),
      people,
      steps,
      (act, path, start, script) => {
        const grants = [...start];
        let state: ActState = 'proposed';
        let decisions = 0;
        for (const { person, move, grants: changed } of script) {
          if (changed !== undefined) grants[person] = changed;
          const result = decideAct({ act, state, proposedBy: '0', proposerGrants: grants[0] ?? [], path }, move, {
            account: String(person),
            grants: grants[person] ?? [],
          });
          if (!result.ok) continue;
          decisions += 1;
          state = result.value;
          if (state === 'carried_out') {
            expect(person).not.toBe(0);
            expect(mayAct(grants[person] ?? [], act, path)).toBe(true);
            expect(mayAct(grants[0] ?? [], act, path)).toBe(true);
          }
          if (state === 'declined') expect(person).not.toBe(0);
          if (state === 'withdrawn') expect(person).toBe(0);
        }
        expect(decisions).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 2000 },
  );
});

it('says why a person may not decide, the first reason that holds', () => {
  const guarantor: readonly Grant[] = [{ role: 'guarantor', territory: null }];
  const open = { act: 'vote.open', state: 'proposed', proposedBy: 'a', proposerGrants: guarantor, path: [] } as const;
  const decide = (more: Partial<Parameters<typeof decideAct>[0]>, move: ActMove, account: string, grants = guarantor) =>
    decideAct({ ...open, ...more }, move, { account, grants });
  expect(decide({}, 'agree', 'b')).toEqual({ ok: true, value: 'carried_out' });
  expect(decide({}, 'decline', 'b')).toEqual({ ok: true, value: 'declined' });
  expect(decide({}, 'withdraw', 'a', [])).toEqual({ ok: true, value: 'withdrawn' });
  expect(decide({ state: 'declined' }, 'agree', 'b')).toEqual({
    ok: false,
    error: { type: 'already_decided', state: 'declined' },
  });
  expect(decide({}, 'agree', 'b', [])).toEqual({ ok: false, error: { type: 'not_allowed' } });
  expect(decide({}, 'agree', 'a')).toEqual({ ok: false, error: { type: 'same_person' } });
  expect(decide({}, 'withdraw', 'b')).toEqual({ ok: false, error: { type: 'not_the_proposer' } });
  expect(decide({ proposerGrants: [] }, 'agree', 'b')).toEqual({ ok: false, error: { type: 'proposer_lost_role' } });
  expect(decide({ proposerGrants: [] }, 'decline', 'b')).toEqual({ ok: true, value: 'declined' });
});
