import { randomBytes, randomUUID } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { commitToRoll } from '../../src/features/rolls/usecases/commit-to-roll.ts';
import type { TestSite } from '../open-test-site.ts';

/** Somebody of a roll, and the territory where they vote. */
export interface Listed {
  readonly name: string;
  readonly territory: string | undefined;
  readonly language: string;
}

/** Writes a roll into the database, frozen, for tests that are about something else. @returns the salt, in digits */
export async function freezeDirectly(
  site: TestSite,
  { id, slug }: { readonly id: string; readonly slug: string },
  people: readonly Listed[],
): Promise<string> {
  const { pool } = site.database;
  await pool.query(
    `insert into rolls (consultation_id, eligibility, status, version)
     values ($1, '{"minimumAge":15,"ageOn":"2026-11-22","proofs":["two_neighbours"]}', 'open', 1)`,
    [id],
  );
  for (const [i, { name, territory, language }] of people.entries()) {
    await pool.query(
      `insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart,
         proof, language, since_version)
       values ($1, $2, $3, $4, $5, '1980-04-03', '', '', 'two_neighbours', $6, 1)`,
      [randomUUID(), id, territory, name, `person ${i}`, language],
    );
  }
  const salt = randomBytes(32);
  const made = await commitToRoll(site.site.rolls, {
    ...{ id, slug, people: people.length, salt },
    ...{ signal: undefined, tell: () => undefined },
  });
  invariant(made.ok, 'the commitment is made');
  await pool.query(
    `update rolls set status = 'frozen', frozen_at = now(), frozen_version = 1, frozen_count = $2, commitment = $3
     where consultation_id = $1`,
    [id, made.value.count, made.value.commitment],
  );
  return salt.toString('hex');
}
