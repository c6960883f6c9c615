import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { expect } from 'vitest';
import { answerBytes, bringBytes, machineOf, outcomesOf, trusteeAccounts, workOf } from './opened-city.ts';
import type { VotedCity } from './voted-city.ts';

/** Puts the board of a contest back to its tally, as if nothing had been brought since, nor signed: or it would be stopped. */
export async function putBack({ site }: Pick<VotedCity, 'site'>, contest: string): Promise<void> {
  const { pool } = site.database;
  await pool.query('delete from tally_parts where contest_id = $1', [contest]);
  await pool.query(
    `delete from board_events e using board_events y
     where e.contest_id = $1 and y.contest_id = $1 and y.type = 'EncryptedTally' and e.height > y.height`,
    [contest],
  );
  await pool.query(
    `update elections e set height = y.height, head = y.hash, state = 'tallied' from board_events y
     where e.contest_id = $1 and y.contest_id = $1 and y.type = 'EncryptedTally'`,
    [contest],
  );
  await pool.query(`update contests set status = 'closed' where id = $1`, [contest]);
  await pool.query('delete from count_requests where contest_id = $1', [contest]);
  for (const kept of ['heads', 'public'])
    rmSync(join(site.dataFolder, 'board', kept, contest), { recursive: true, force: true });
}

/** What a trustee brings for one contest alone. */
export async function answerFor(voted: VotedCity, owner: number, contest: string): Promise<Uint8Array> {
  const work = await workOf(voted, owner);
  invariant(work !== undefined, 'something waits');
  const machine = await machineOf(voted, owner);
  return await answerBytes(await machine.pass(work, [contest]));
}

/** Brings answers at the same moment. @returns what became of the contest in each */
export async function bringTogether(
  voted: VotedCity,
  contest: string,
  answers: readonly Uint8Array[],
): Promise<readonly string[]> {
  const [account = ''] = await trusteeAccounts(voted);
  const outcomes = await Promise.all(
    answers.map(async (bytes) => {
      const brought = await bringBytes(voted, bytes, account);
      invariant(brought.ok, 'the answer is taken');
      return (await outcomesOf(voted, brought.value))[contest] ?? '';
    }),
  );
  return outcomes.toSorted();
}

/** The events behind the encrypted tally. */
export async function countEvents({ site }: Pick<VotedCity, 'site'>, contest: string): Promise<readonly string[]> {
  const { rows } = await site.database.pool.query(
    `select e.type from board_events e join tallies y on y.contest_id = e.contest_id
     where e.contest_id = $1 and e.type in ('Shuffle', 'EndShuffles', 'PartialDecryption', 'Result') order by height`,
    [contest],
  );
  return rows.map(({ type }) => String(type));
}

/** Three bring the decryption of which two are needed. */
export async function raceToTheResult(voted: VotedCity, answers: readonly Uint8Array[], run: number): Promise<void> {
  const { totals, site } = voted;
  await putBack(voted, totals);
  expect(await bringTogether(voted, totals, answers), `run ${run}`).toEqual(['not_needed', 'taken', 'taken']);
  expect(await countEvents(voted, totals), `run ${run}`).toEqual(['PartialDecryption', 'PartialDecryption', 'Result']);
  const { rows } = await site.database.pool.query(
    `select k.status, e.state, (select count(*)::int from tally_parts p where p.contest_id = k.id) as parts,
       (select count(*)::int from audit_trail a where a.event = 'tally.opened' and a.subject = k.id::text) as opened
     from contests k join elections e on e.contest_id = k.id where k.id = $1`,
    [totals],
  );
  expect(rows[0], `run ${run}`).toMatchObject({ state: 'finished', parts: 2, opened: run + 1 });
  expect(['tallied', 'counted', 'lots_required'], `run ${run}`).toContain(rows[0]?.status);
}
