import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castBallot, releaseSpare } from '../../src/features/ballots/index.ts';
import { acceptCode, askCode, sendCode } from '../../src/features/ballots/usecases/second-factor.ts';
import { inRefusableTransaction, makeDatabase } from '../../src/persistence/database.ts';
import { type BallotsRoom, openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { type Link, type Sought, stealFrom } from './link-attack.ts';
import { sealBallot } from './sealed-election.ts';

/** Voters of a commune where hardly anybody votes: each alone, with nobody else near in time. */
const voters = 8;

interface Voter {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

let room: BallotsRoom;
let lastCode = '';
beforeAll(async () => {
  room = await openBallotsRoom(({ text }) => {
    lastCode = /Your code is (\d{4} \d{4})/u.exec(text)?.[1] ?? '';
    return Promise.resolve();
  });
});
afterAll(() => room.close());

async function enrol({ consultation, contest }: OpenContest): Promise<readonly Voter[]> {
  const { pool } = room.database;
  await pool.query(`insert into rolls (consultation_id, eligibility, status, version) values ($1, '{}', 'open', 1)`, [
    consultation,
  ]);
  await pool.query('insert into second_factors (consultation_id) values ($1)', [consultation]);
  const people = Array.from({ length: voters }, (_, i) => {
    const id = randomUUID();
    return { id, name: `Vecina ${id.slice(0, 13)}`, address: `vecina-${i}-${id.slice(0, 8)}@enramada.example` };
  });
  for (const { id, name, address } of people) {
    await pool.query(
      `insert into roll_entries
         (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart, proof, email,
          language, since_version)
       select $1::uuid, $2, territory_id, $3, $3, '1980-01-01', '', '', 'letter', $4, 'en', 1 from contests where id = $5`,
      [id, consultation, name, address, contest],
    );
  }
  return people;
}

/** What somebody might have built in by mistake, done around one vote. */
type Mistake = (voter: Voter, contest: OpenContest) => Promise<unknown>;
const none: Mistake = () => Promise.resolve();

/** What a thief finds, and who cast which ballot. */
interface Stolen {
  readonly links: readonly Link[];
  readonly truth: ReadonlyMap<string, string>;
}

/**
 * A whole vote, each voter alone, between two checkpoints: after one the log shows whole pages again, with everybody in them,
 * and other tests that leave the same server bring one about.
 */
async function voteAndSteal(mistake: Mistake = none): Promise<Stolen> {
  for (;;) {
    const before = await lastCheckpoint();
    const stolen = await voteOnce(mistake);
    if ((await lastCheckpoint()) === before) return stolen;
  }
}

async function lastCheckpoint(): Promise<unknown> {
  const { rows } = await room.database.pool.query('select redo_lsn::text as redo from pg_control_checkpoint()');
  return rows[0].redo;
}

async function voteOnce(mistake: Mistake): Promise<Stolen> {
  const { pool } = room.database;
  const { context, casting } = room.ballots;
  const opened = await openContest(room, voters + 1, { spares: 1 });
  const { contest, election } = opened;
  const people = await enrol(opened);
  const spoils = await stealFrom(pool);
  const truth = new Map<string, string>();
  const ballots: Sought[] = [];
  const letters = election.letters.map(({ credential, publicCredential }) => ({ credential, publicCredential }));
  for (const [i, person] of people.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    const { id, address } = person;
    let letter = letters[i];
    if (i === 2) {
      // The letter was lost: two of the commission give out the spare.
      const [lost, spare] = [letters[i]?.publicCredential ?? '', letters[voters]?.publicCredential ?? ''];
      const done = await inRefusableTransaction(makeDatabase(pool), (tx) =>
        releaseSpare(tx, { contest, lost, spare }, room.clock.now),
      );
      expect(done.ok).toBe(true);
      letter = letters[voters];
    }
    const question = randomBytes(18).toString('base64url');
    await askCode(context, contest, { address, question }, 'a network');
    const { rows } = await pool.query(`select payload->>'subject' as subject, key from graphile_worker._private_jobs`);
    await sendCode(context, rows[0].subject);
    await pool.query('select graphile_worker.remove_job($1)', [rows[0].key]);
    const accepted = await acceptCode(
      context,
      contest,
      {
        ...{ address, question, code: lastCode, number: randomBytes(18).toString('base64url') },
      },
      'a network',
    );
    expect(accepted.ok).toBe(true);
    await mistake(person, opened);
    const text = await sealBallot(election.electionText, letter?.credential ?? '', i % 3);
    const cast = await castBallot(casting, contest, text, accepted.ok ? accepted.value.admission : '');
    if (!cast.ok) throw new Error('the ballot is cast');
    const { height, tracker } = cast.value;
    ballots.push({ kind: 'ballot', who: String(height), names: [tracker] });
    truth.set(id, String(height));
    await spoils.copyLog();
  }
  const sought = people.map(
    ({ id, name, address }) => ({ kind: 'person', who: id, names: [id, name, address] }) as const,
  );
  return { links: await spoils.links([...sought, ...ballots]), truth };
}

describe('whoever steals the database, its log and its files, after a vote where each voted alone', () => {
  it('puts nobody together with any ballot: nothing that was written while they voted names a person', async () => {
    const { links } = await voteAndSteal();
    expect(links).toEqual([]);
  });

  const pool = () => room.database.pool;
  it.each<readonly [what: string, source: string, mistake: Mistake]>([
    [
      'a note on who was admitted, in a transaction of its own',
      'order of transactions',
      ({ id }) => pool().query('insert into planted (note) values ($1)', [id]),
    ],
    [
      'the same, by the order of its rows alone',
      'order on the disk in planted',
      ({ id }) => pool().query('insert into planted (note) values ($1)', [id]),
    ],
    [
      'a lock on the line of the roll, as a foreign key takes it',
      'order of transactions',
      async ({ id }) => {
        const client = await pool().connect();
        await client.query('begin');
        await client.query('select pg_current_xact_id()');
        await client.query('select from roll_entries where id = $1 for key share', [id]);
        await client.query('commit');
        client.release();
      },
    ],
    [
      'a note that is deleted at once',
      'log of transactions',
      async ({ address }) => {
        await pool().query('insert into planted (note) values ($1)', [address]);
        await pool().query('delete from planted');
      },
    ],
  ])('finds everyone by %s', async (_, source, mistake) => {
    await pool().query('create table if not exists planted (note text); truncate planted');
    const stolen = await voteAndSteal(mistake);
    const found = stolen.links.filter(
      (link) => link.source === source && stolen.truth.get(link.person) === link.ballot,
    );
    expect(new Set(found.map(({ person }) => person)).size).toBe(voters);
  });
});
