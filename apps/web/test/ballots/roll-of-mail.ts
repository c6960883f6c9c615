import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { StoredContest } from './voting-contest.ts';

/** Somebody on the roll of a contest's place, by name; without an address no code can be sent. */
export interface RolledPerson {
  readonly name: string;
  readonly email: string | null;
  /** As it stands on the roll, in the form in which documents are compared. */
  readonly document?: string;
}

/** Puts people on the roll of a contest and has it ask for a code by e-mail. */
export async function askForCodes(
  pool: pg.Pool,
  { contest, consultation }: StoredContest,
  people: readonly RolledPerson[],
  language = 'en',
): Promise<void> {
  const eligibility = { minimumAge: 15, ageOn: '2026-11-22', proofs: ['two_neighbours'] };
  await pool.query(`insert into rolls (consultation_id, eligibility, status, version) values ($1, $2, 'open', 1)`, [
    consultation,
    JSON.stringify(eligibility),
  ]);
  for (const { name, email, document = null } of people) {
    await pool.query(
      `insert into roll_entries
         (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart, proof, email,
          language, document, normal_document, since_version)
       select $1::uuid, $2, territory_id, $3, $4, '1980-01-01', '', '', 'letter', $5, $6, $7, $7, 1 from contests where id = $8`,
      [randomUUID(), consultation, name, name.toLowerCase(), email, language, document, contest],
    );
  }
  await pool.query('insert into second_factors (consultation_id) values ($1)', [consultation]);
}
