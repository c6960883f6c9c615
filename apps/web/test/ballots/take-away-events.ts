import type pg from 'pg';

/** Takes the events behind a height out of the database, as a restored backup lacks them. */
export async function takeAwayEvents(pool: pg.Pool, contest: string, height: number): Promise<void> {
  await pool.query('delete from board_events where contest_id = $1 and height > $2', [contest, height]);
  await pool.query(
    `update elections e set height = $2, state = 'voting',
       head = (select hash from board_events b where b.contest_id = e.contest_id and b.height = $2),
       ballots = $2::integer, voters = (select count(distinct credential) from board_ballots b
         where b.contest_id = e.contest_id) where contest_id = $1`,
    [contest, height],
  );
}
