import { afterAll, describe, expect, it } from 'vitest';
import { archiveOfRows, setUpElection } from '../../src/features/ballots/index.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { openBallotsRoom } from './ballots-room.ts';
import { joined } from './board-bytes.ts';
import { ruleHash, sealElection } from './sealed-election.ts';
import { moveContest, storeContest } from './voting-contest.ts';

const room = await openBallotsRoom();
afterAll(() => room.close());
const { context } = room.ballots;

async function refusal(contest: string, archive: Uint8Array, spares: readonly string[] = []): Promise<unknown> {
  const set = await setUpElection(context, { contest, archive, spares, by: null });
  return set.ok ? 'set up' : set.error;
}

const stored = (contest: string): Promise<Buffer> => joined(archiveOfRows(makeDatabase(room.database.pool), contest));

describe('the set-up of an election', () => {
  it('stores what was brought byte for byte, with its credentials and spares, and says so in the public trail', async () => {
    const { contest } = await storeContest(room.database.pool);
    const { archive, letters } = await sealElection(5);
    const spares = letters.slice(3).map(({ publicCredential }) => publicCredential);
    const set = await setUpElection(context, { contest, archive, spares, by: null });
    expect(set).toMatchObject({ ok: true, value: { credentials: 5, spares: 2 } });
    expect(Buffer.compare(await stored(contest), archive)).toBe(0);
    const { rows } = await room.database.pool.query(
      `select kind, array_agg(credential order by credential) as listed from public_credentials
       where contest_id = $1 group by kind order by kind`,
      [contest],
    );
    const roll = letters.slice(0, 3).map(({ publicCredential }) => publicCredential);
    expect(rows).toEqual([
      { kind: 'roll', listed: roll.toSorted() },
      { kind: 'spare', listed: spares.toSorted() },
    ]);
    const trail = await room.database.pool.query(
      `select is_public, details from audit_trail where event = 'election.set_up' and subject = $1`,
      [contest],
    );
    expect(trail.rows).toMatchObject([{ is_public: true, details: { credentials: 5, spares: 2 } }]);
  });

  it('may be brought anew until the opening and not after, and no election belongs to two contests', async () => {
    const first = await storeContest(room.database.pool);
    const other = await storeContest(room.database.pool);
    const [one, two] = [await sealElection(2), await sealElection(2)];
    expect(await refusal(first.contest, one.archive)).toBe('set up');
    expect(await refusal(other.contest, one.archive)).toEqual({ type: 'election_of_other_contest' });
    expect(await refusal(first.contest, two.archive)).toBe('set up');
    expect(Buffer.compare(await stored(first.contest), two.archive)).toBe(0);
    await moveContest(room.database.pool, first, 'open');
    expect(await refusal(first.contest, one.archive)).toEqual({ type: 'too_late' });
    expect(Buffer.compare(await stored(first.contest), two.archive)).toBe(0);
  });

  it('is refused when its description declares another rule than the frozen one, or none', async () => {
    const { contest, consultation } = await storeContest(room.database.pool);
    const rules = 'ab'.repeat(32);
    const other = await sealElection(1, { rules });
    expect(await refusal(contest, other.archive)).toEqual({ type: 'other_rule', declared: rules, frozen: ruleHash });
    await room.database.pool.query('update contest_templates set rule_hash = null where consultation_id = $1', [
      consultation,
    ]);
    expect(await refusal(contest, (await sealElection(1)).archive)).toEqual({ type: 'rule_not_frozen' });
  });

  it('is refused when its answers are not the options of the contest, all of them, in the order of the paper', async () => {
    const { contest, consultation } = await storeContest(room.database.pool);
    const { archive } = await sealElection(1);
    const { pool } = room.database;
    const titles = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'];
    const list = async (names: readonly string[], from = 1): Promise<void> => {
      await pool.query('delete from options where contest_id = $1', [contest]);
      await pool.query(
        `insert into options (contest_id, number, title, summary, withdrawn_at)
         select $1, n + $3 - 1, title, '', case when n = 2 then now() end
         from unnest($2::text[]) with ordinality as row (title, n)`,
        [contest, names, from],
      );
    };
    await list([...titles.slice(0, 6), 'Otra']);
    expect(await refusal(contest, archive)).toEqual({ type: 'other_options' });
    await list([...titles, 'Una más']);
    expect(await refusal(contest, archive)).toEqual({ type: 'other_options' });
    await list(titles.slice(0, 6));
    expect(await refusal(contest, archive)).toEqual({ type: 'other_options' });
    await list(titles.toReversed());
    expect(await refusal(contest, archive)).toEqual({ type: 'other_order' });
    // One that was withdrawn keeps its place, which stays empty.
    await list(titles, 4);
    await pool.query(`insert into order_draws values ($1, 'dados 3 1 4', 'Cinco vecinas', now())`, [consultation]);
    expect(await refusal(contest, archive)).toEqual({ type: 'other_order' });
    await pool.query('delete from order_draws where consultation_id = $1', [consultation]);
    expect(await refusal(contest, archive)).toBe('set up');
  });

  it('is refused when the archive is altered anywhere, is none, or is of another group', async () => {
    const { contest, consultation } = await storeContest(room.database.pool);
    const { archive } = await sealElection(3);
    expect(await refusal(contest, Buffer.from('a text'))).toEqual({ type: 'not_an_archive' });
    for (let at = 1100; at < archive.length; at += Math.ceil(archive.length / 25)) {
      const altered = Uint8Array.from(archive);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await refusal(contest, altered), `byte ${at}`).toMatchObject({ type: 'archive_refused' });
    }
    expect(await refusal(contest, archive.subarray(0, archive.length - 512))).toMatchObject({
      type: 'archive_refused',
    });
    await room.database.pool.query(
      `update contest_templates set crypto_group = 'BELENIOS-2048' where consultation_id = $1`,
      [consultation],
    );
    expect(await refusal(contest, archive)).toEqual({ type: 'other_group', found: 'Ed25519', wanted: 'BELENIOS-2048' });
    expect((await stored(contest)).length).toBe(0);
  });

  it('is refused with spares that the list does not have, or for a contest that is not there', async () => {
    const { contest } = await storeContest(room.database.pool);
    const { archive, letters } = await sealElection(2);
    const [spare = ''] = letters.map(({ publicCredential }) => publicCredential);
    const foreign = (await sealElection(1)).letters[0]?.publicCredential ?? '';
    expect(await refusal(contest, archive, [foreign])).toEqual({ type: 'unknown_spare', credential: foreign });
    expect(await refusal(contest, archive, [spare, spare])).toEqual({ type: 'unknown_spare', credential: spare });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await refusal(nowhere, archive)).toEqual({ type: 'unknown_contest' });
  });
});
