import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { importProblems, showImport, type ShownImport } from '../../src/features/rolls/usecases/show-roll.ts';
import { heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterEach(() => workshop.clear());
afterAll(() => workshop.close());

/** Every problem that is kept of a file. */
async function kept({ given }: Pick<ShownImport, 'given'>) {
  const pieces = await importProblems(workshop.context, given.consultation, given.id);
  if (pieces === undefined) return undefined;
  const problems = [];
  for await (const piece of pieces) problems.push(...piece);
  return problems;
}
const name = (i: number): string =>
  `Ana ${i.toString(26).replaceAll(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;

it('keeps all that is wrong with the lines of a file, far more than its page lists', async () => {
  const lines = Array.from(
    { length: 2345 },
    (_, i) => `${name(i)},1.${i},C1,,${i % 7 === 0 ? 'nada' : 'cédula'},,,,\n`,
  );
  const shown = await workshop.bring(heading + lines.join(''));
  const all = lines.flatMap((line, i) => [
    { line: i + 2, problem: { type: 'bad_date' } },
    ...(line.includes('nada') ? [{ line: i + 2, problem: { type: 'unknown_proof', found: 'nada' } }] : []),
  ]);
  expect(await kept(shown)).toEqual(all);
  expect([shown.given.problemCount, shown.problems, shown.hasTable]).toEqual([all.length, all.slice(0, 1000), true]);
});

it('keeps every line that repeats another, or names somebody of elsewhere, in the order of the lines', async () => {
  const people = Array.from({ length: 700 }, (_, i) => `${name(i)},1980-01-01,C1,V-${i},cédula,,,,\n`);
  const twice = await workshop.bring(heading + people.join('') + people.join(''));
  const all = people.flatMap((_, i) => {
    const at = { line: i + 702, first: i + 2 };
    return (['repeated_document', 'repeated_person'] as const).map((type) => ({
      ...{ line: at.line, problem: { type, first: at.first } },
    }));
  });
  expect(await kept(twice)).toEqual(all);
  expect([twice.given.problemCount, twice.problems]).toEqual([1400, all.slice(0, 1000)]);

  await workshop.imported(heading + people.slice(0, 600).join(''));
  const elsewhere = await workshop.bring(heading + people.slice(0, 600).join('').replaceAll(',C1,', ',C2,'), {
    part: 'C2',
  });
  expect(await kept(elsewhere)).toEqual(
    people.slice(0, 600).map((_, i) => ({ line: i + 2, problem: { type: 'elsewhere', territory: 'Lugar C1' } })),
  );
});

it('keeps no list of a file in which nothing is wrong', async () => {
  const shown = await workshop.bring(`${heading}${name(1)},1980-01-01,C1,V-1,cédula,,,,\n`);
  expect([shown.given.status, await kept(shown)]).toEqual(['ready', undefined]);
});

it('forgets a list after some days, when another is kept; the page of the file says what it listed', async () => {
  const wrong = `${heading}${name(1)},ayer,C1,V-1,cédula,,,,\n`;
  const first = await workshop.bring(wrong);
  const { now } = workshop.clock;
  workshop.clock.now = new Date(now.getTime() + 8 * 24 * 3600_000);
  const second = await workshop.bring(wrong);
  expect([(await kept(first))?.length, (await kept(second))?.length]).toEqual([undefined, 1]);
  const later = await showImport(workshop.context, first.given.consultation, first.given.id);
  expect([later?.hasTable, later?.problems.length]).toEqual([false, 1]);
  workshop.clock.now = now;
});
