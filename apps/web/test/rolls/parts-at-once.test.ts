import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { applyImport, requestApply } from '../../src/features/rolls/usecases/apply-import.ts';
import { askToFreeze } from '../../src/features/rolls/usecases/ask-to-freeze.ts';
import { importProblems, showImport, type ShownImport, showRoll } from '../../src/features/rolls/usecases/show-roll.ts';
import { writeEligibility } from '../../src/features/rolls/usecases/write-eligibility.ts';
import { eligibility, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

/** Files of several parts of one roll on their way together, as they come from many registrars. */

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());
beforeEach(() => workshop.clear());

const line = (name: string, code: string, born = '1980-04-03', proof = 'cédula'): string =>
  `${name},${born},${code},,${proof},,,,\n`;
const ofFirst = `${heading}${line('Ana Pérez', 'C1')}${line('Luz Rojas', 'S1')}`;
const ofSecond = `${heading}${line('José Gil', 'C2')}`;

async function apply({ given }: ShownImport): Promise<ShownImport> {
  const { context, consultation, ada } = workshop;
  const asked = await requestApply(context, consultation.id, given.id, ada);
  invariant(asked.ok, 'the file is ready');
  await applyImport(context, given.id);
  const shown = await showImport(context, consultation.id, given.id);
  invariant(shown !== undefined, 'the import exists');
  return shown;
}

it('are applied one after the other as each was looked at, and neither touches the other', async () => {
  const first = await workshop.bring(ofFirst, { part: 'C1' });
  const second = await workshop.bring(ofSecond, { part: 'C2' });
  expect([first.given.status, second.given.status]).toEqual(['ready', 'ready']);
  expect((await apply(second)).given.status).toBe('applied');
  expect((await apply(first)).given.status).toBe('applied');
  const { people, versions } = await showRoll(workshop.context, workshop.consultation.id);
  expect([people, versions.map(({ part, added, removed }) => [part, added, removed])]).toEqual([
    3,
    [
      ['Lugar C1', 2, 0],
      ['Lugar C2', 1, 0],
    ],
  ]);
});

it('of one part are one at a time', async () => {
  await workshop.bring(ofFirst, { part: 'C1' });
  await expect(workshop.bring(ofFirst, { part: 'C1' })).rejects.toThrow('another_waits');
});

it.each([
  ['the whole', { content: ofFirst + line('José Gil', 'C2'), part: '' }],
  ['a part above', { content: ofFirst, part: 'C1' }],
  ['a part below', { content: `${heading}${line('Luz Rojas', 'S1')}`, part: 'S1' }],
])('are compared anew where %s was applied meanwhile, and wait to be looked at', async (_, meanwhile) => {
  const [waiting, other] =
    meanwhile.part === 'C1'
      ? [await workshop.bring(`${heading}${line('Luz Rojas', 'S1')}`, { part: 'S1' }), ofFirst]
      : [await workshop.bring(ofFirst, { part: 'C1' }), meanwhile.content];
  expect(waiting.given.added).toBeGreaterThan(0);
  await workshop.imported(other, { part: meanwhile.part });
  const again = await apply(waiting);
  expect(again.given).toMatchObject({ status: 'ready', comparedWith: 1 });
  expect(again.given.same).toBeGreaterThan(0);
  expect((await apply(again)).given.status).toBe('applied');
});

it('are refused where somebody came onto the roll of another part meanwhile, and nothing of them is kept', async () => {
  const first = await workshop.bring(ofFirst, { part: 'C1' });
  await workshop.imported(ofSecond + line('ANA PEREZ', 'C2'), { part: 'C2' });
  const refused = await apply(first);
  expect(refused.given).toMatchObject({ status: 'refused', problemCount: 1 });
  const problems = [{ line: 2, problem: { type: 'elsewhere', territory: 'Lugar C2' } }];
  expect([refused.problems, refused.hasTable]).toEqual([problems, true]);
  const kept = await importProblems(workshop.context, workshop.consultation.id, first.given.id);
  invariant(kept !== undefined, 'all problems are kept');
  const all = [];
  for await (const piece of kept) all.push(...piece);
  expect(all).toEqual(problems);
  const { rows } = await workshop.fresh.pool.query('select count(*)::int as staged from roll_staging');
  expect(rows).toEqual([{ staged: 0 }]);
  expect((await showRoll(workshop.context, workshop.consultation.id)).people).toBe(2);
});

it('with one person in two of them end, applied at the same moment, with one applied and one refused', async () => {
  const { context, consultation, ada } = workshop;
  for (let round = 0; round < 10; round++) {
    await workshop.clear();
    const both = [
      await workshop.bring(ofFirst, { part: 'C1' }),
      await workshop.bring(ofSecond + line('Ana Pérez', 'C2'), { part: 'C2' }),
    ];
    for (const { given } of both) await requestApply(context, consultation.id, given.id, ada);
    await Promise.all(both.map(({ given }) => applyImport(context, given.id)));
    const ended = await Promise.all(both.map(({ given }) => showImport(context, consultation.id, given.id)));
    expect(ended.map((shown) => shown?.given.status ?? 'gone').toSorted()).toEqual(['applied', 'refused']);
    expect((await showRoll(context, consultation.id)).people).toBe(2);
  }
});

it('are refused where the rule lets somebody not vote any more, each by their line', async () => {
  const { context, consultation, ada } = workshop;
  const old = line('Vieja', 'C1', '1940-01-01');
  const file = `${heading}${old}${line('Niña', 'C1', '2010-02-28')}${line('Eva', 'C1', '1980-01-01', 'dos vecinos')}${line('Sol', 'C1', '2026-11-22')}`;
  const rule = { ...eligibility, minimumAge: null };
  invariant((await writeEligibility(context, consultation, rule, ada)).ok, 'nobody is on the roll');
  const brought = await workshop.bring(file, { part: 'C1' });
  const stricter = { minimumAge: 17, ageOn: '2026-02-28', proofs: ['identity_document'] } as const;
  invariant((await writeEligibility(context, consultation, stricter, ada)).ok, 'nobody is on the roll');
  const refused = await apply(brought);
  expect([refused.given.status, refused.problems]).toEqual([
    'refused',
    [
      { line: 3, problem: { type: 'too_young', age: 16, minimum: 17 } },
      { line: 4, problem: { type: 'proof_not_accepted', proof: 'two_neighbours' } },
      { line: 5, problem: { type: 'born_later' } },
    ],
  ]);
});

it('keep the roll from being frozen, whichever part they are of', async () => {
  await workshop.imported(ofSecond, { part: 'C2' });
  await workshop.bring(ofFirst, { part: 'C1' });
  const asked = await askToFreeze(workshop.context, workshop.consultation, 'Está completo.', workshop.ada);
  expect(asked).toEqual({ ok: false, error: { type: 'import_waits' } });
});
