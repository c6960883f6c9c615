import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { makeAdmission } from '../../src/features/ballots/usecases/admission-text.ts';
import { acceptCode, askCode, sendCode } from '../../src/features/ballots/usecases/second-factor.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { type BallotsRoom, openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { sealBallot } from './sealed-election.ts';

/** A real SMTP server on this machine, and the letters that it took. */
const letters: { readonly to: string; readonly text: string }[] = [];
let isAway = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onConnect: (_, done) => done(isAway ? new Error('the mailer is away') : null),
  onData(stream, session, done) {
    let text = '';
    stream.on('data', (chunk) => (text += String(chunk)));
    stream.on('end', () => {
      for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text });
      done();
    });
  },
});

let room: BallotsRoom;
beforeAll(async () => {
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = isPlace(address) ? address.port : 0;
  room = await openBallotsRoom(openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'votos@enramada.example' }));
});
afterAll(async () => {
  await room.close();
  await new Promise<void>((resolve) => {
    smtp.close(() => resolve());
  });
});

const isPlace = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

/** An open contest that asks for a code, with people on its roll. */
async function guardedContest(addresses: readonly (string | null)[]): Promise<OpenContest> {
  const opened = await openContest(room, 4);
  const { pool } = room.database;
  const { contest, consultation } = opened;
  await pool.query(`insert into rolls (consultation_id, eligibility, status, version) values ($1, '{}', 'open', 1)`, [
    consultation,
  ]);
  for (const email of addresses) {
    const id = randomUUID();
    await pool.query(
      `insert into roll_entries
         (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart, proof, email,
          language, since_version)
       select $1::uuid, $2, territory_id, $5, $5, '1980-01-01', '', '', 'letter', $3, 'en', 1 from contests where id = $4`,
      [id, consultation, email, contest, id],
    );
  }
  await pool.query('insert into second_factors (consultation_id) values ($1)', [consultation]);
  return opened;
}

/** The job that was asked for last in a contest. */
async function lastJob(contest: string): Promise<{ readonly subject: string; readonly key: string } | undefined> {
  const { rows } = await room.database.pool.query(
    `select payload->>'subject' as subject, key from graphile_worker._private_jobs
     where starts_with(key, $1) order by updated_at desc, id desc limit 1`,
    [`send-email-code:${contest} `],
  );
  return rows[0];
}

/** Asks for a code as the site does; the job runs at once. @returns the code that arrived, if one did */
async function codeFor(contest: string, address: string): Promise<string | undefined> {
  const before = letters.length;
  const { context } = room.ballots;
  await askCode(context, contest, address);
  const job = await lastJob(contest);
  if (job === undefined) return undefined;
  await sendCode(context, job.subject);
  const [letter] = letters.slice(before);
  return /Your code is (\d{4} \d{4})/u.exec(letter?.text ?? '')?.[1];
}

const seal = ({ election }: OpenContest, letter: number, chosen = 1): Promise<string> =>
  sealBallot(election.electionText, election.letters[letter]?.credential ?? '', chosen);

describe('a code by e-mail beside the letter', () => {
  it('comes by a real mailer, is exchanged once for an admission, and that is cast once', async () => {
    const opened = await guardedContest(['rosa@enramada.example']);
    const { contest } = opened;
    const { casting, context } = room.ballots;
    const text = await seal(opened, 0);
    expect(await castBallot(casting, contest, text)).toEqual({ ok: false, error: { type: 'admission_needed' } });
    const code = await codeFor(contest, ' Rosa@Enramada.example ');
    const given = { address: 'rosa@enramada.example', code: code ?? '' };
    const accepted = await acceptCode(context, contest, given);
    if (!accepted.ok) throw new Error('the code is accepted');
    expect(await acceptCode(context, contest, given)).toEqual({ ok: false, error: 'wrong_code' });
    const { admission } = accepted.value;
    const first = await castBallot(casting, contest, text, admission);
    expect(first).toMatchObject({ ok: true, value: { height: 1 } });
    expect(await castBallot(casting, contest, text)).toEqual({ ok: true, value: { ...value(first), isNew: false } });
    expect(await castBallot(casting, contest, await seal(opened, 1), admission)).toEqual({
      ok: false,
      error: { type: 'admission_used' },
    });
    expect(await codeFor(contest, 'rosa@enramada.example')).toBeUndefined();
  });

  it('is worth nothing when it is wrong, tried too often, too old, of another contest, or not ours', async () => {
    const one = await guardedContest(['ana@enramada.example', 'luz@enramada.example']);
    const other = await guardedContest(['ana@enramada.example']);
    const { context, casting } = room.ballots;
    const address = 'ana@enramada.example';
    const code = (await codeFor(one.contest, address)) ?? '';
    const wrong = String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0');
    for (let i = 0; i < 3; i++)
      expect((await acceptCode(context, one.contest, { address, code: wrong })).ok).toBe(false);
    expect((await acceptCode(context, one.contest, { address, code })).ok).toBe(false);
    const late = (await codeFor(one.contest, 'luz@enramada.example')) ?? '';
    const now = room.clock.now;
    room.clock.now = new Date(now.getTime() + 16 * 60_000);
    expect((await acceptCode(context, one.contest, { address: 'luz@enramada.example', code: late })).ok).toBe(false);
    room.clock.now = now;
    const theirs = (await codeFor(other.contest, address)) ?? '';
    const accepted = await acceptCode(context, other.contest, { address, code: theirs });
    const foreign = accepted.ok ? accepted.value.admission : '';
    const forged = makeAdmission({ admissionKey: new Uint8Array(32) }, one.contest, new Uint8Array(18));
    for (const admission of [foreign, forged, '', 'x'.repeat(68)]) {
      expect(await castBallot(casting, one.contest, await seal(one, 0), admission)).toEqual({
        ok: false,
        error: { type: 'admission_needed' },
      });
    }
  });

  it('is sent to nobody who is not on the roll, and no more than five times a day', async () => {
    const { contest } = await guardedContest(['eva@enramada.example', null]);
    expect(await codeFor(contest, 'nobody@elsewhere.example')).toBeUndefined();
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 7; i++) {
      codes.push(await codeFor(contest, 'eva@enramada.example'));
      await room.database.pool.query(`select graphile_worker.remove_job($1)`, [(await lastJob(contest))?.key]);
    }
    expect(codes.map((code) => code !== undefined)).toEqual([true, true, true, true, true, false, false]);
  });

  it('with the mailer away is tried again later, and nothing is told or lost', async () => {
    const { contest } = await guardedContest(['sol@enramada.example']);
    isAway = true;
    await expect(codeFor(contest, 'sol@enramada.example')).rejects.toThrow('the mailer is away');
    isAway = false;
    expect(await codeFor(contest, 'sol@enramada.example')).toMatch(/^\d{4} \d{4}$/u);
  });

  it('of a thousand casts with one admission records one ballot', async () => {
    const opened = await guardedContest(['mar@enramada.example']);
    const { contest, election } = opened;
    const { context, casting } = room.ballots;
    const code = (await codeFor(contest, 'mar@enramada.example')) ?? '';
    const races = await Promise.all(
      Array.from({ length: 20 }, () => acceptCode(context, contest, { address: 'mar@enramada.example', code })),
    );
    expect(races.filter(({ ok }) => ok)).toHaveLength(1);
    const credential = election.letters[0]?.publicCredential ?? '';
    const admission = 'ab'.repeat(32);
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => {
        const tracker = createHash('sha256').update(`ballot ${i}`).digest('base64').replace('=', '');
        return casting.lines.record(contest, { text: `ballot ${i}`, credential, tracker, admission });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('leaves nothing in the database by which a person and a ballot could be put together', async () => {
    const opened = await guardedContest(['one@enramada.example', 'two@enramada.example']);
    const { contest } = opened;
    const { context, casting } = room.ballots;
    for (const [i, address] of ['one@enramada.example', 'two@enramada.example'].entries()) {
      const accepted = await acceptCode(context, contest, { address, code: (await codeFor(contest, address)) ?? '' });
      const cast = await castBallot(
        casting,
        contest,
        await seal(opened, i),
        accepted.ok ? accepted.value.admission : '',
      );
      expect(cast.ok).toBe(true);
    }
    // Transactions that wrote anything about people, and those that wrote anything about ballots.
    const transactions = async (tables: readonly string[]): Promise<readonly string[]> => {
      const selects = tables.map((table) => `select distinct xmin::text as tx from ${table} where contest_id = $1`);
      const { rows } = await room.database.pool.query(selects.join(' union '), [contest]);
      return rows.map(({ tx }) => tx);
    };
    const people = await transactions(['burnt_entitlements', 'email_codes']);
    const ballots = await transactions(['burnt_admissions', 'board_ballots', 'board_events', 'board_payloads']);
    expect([people.length, ballots.length]).toEqual([2, 3]);
    expect(people.filter((tx) => ballots.includes(tx))).toEqual([]);
    const { rows } = await room.database.pool.query(
      `select event, details, actor, extract(second from happened_at)::int as second from audit_trail where subject = $1
       and event in ('entitlement.burnt', 'ballots.recorded')`,
      [contest],
    );
    expect(rows.every(({ actor, second }) => actor === null && second === 0)).toBe(true);
    expect(new Set(rows.map(({ details }) => JSON.stringify(details)))).toEqual(new Set(['null', '{"ballots":1}']));
  });
});

const value = (cast: Awaited<ReturnType<typeof castBallot>>) => (cast.ok ? cast.value : undefined);
