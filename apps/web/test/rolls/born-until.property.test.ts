import { ineligible } from '@convite/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bornUntil } from '../../src/features/rolls/store.ts';
import { openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());

const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const day = fc.oneof(
  fc
    .date({ min: new Date('1880-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc
    .tuple(fc.integer({ min: 1880, max: 2030 }), fc.constantFrom('01-01', '02-28', '02-29', '03-01', '12-31'))
    .map(([year, rest]) => `${year}-${rest}`)
    .filter(isDay),
);

/** A day, an age, and somebody who comes to that age within some days of it. */
const nearly = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 120 })), fc.integer({ min: -2, max: 2 }))
  .map(([ageOn, minimumAge, days]) => {
    const born = new Date(`${ageOn}T00:00:00Z`);
    born.setUTCFullYear(born.getUTCFullYear() - (minimumAge ?? 0));
    born.setUTCDate(born.getUTCDate() + days);
    return { birthDate: born.toISOString().slice(0, 10), ageOn, minimumAge };
  });

it('the database and the reader of lines find the same people too young, in leap years too', async () => {
  await fc.assert(
    fc.asyncProperty(nearly, async ({ birthDate, ageOn, minimumAge }) => {
      const rule = { minimumAge, ageOn, proofs: ['membership'] } as const;
      const { rows } = await sql<{ readonly isLate: boolean }>`
        select ${birthDate}::date > ${bornUntil(rule)} as "isLate"`.execute(workshop.context.database);
      expect(rows[0]?.isLate).toBe(ineligible({ birthDate, proof: 'membership' }, rule).length > 0);
    }),
    { numRuns: 500 },
  );
});
