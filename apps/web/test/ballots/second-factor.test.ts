import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { makeAdmission } from '../../src/features/ballots/usecases/admission-text.ts';
import { acceptCode, askCode, sendCode, type TypedCode } from '../../src/features/ballots/usecases/second-factor.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { type BallotsRoom, openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { codeIn, type MailServer, openMailServer } from './mail-server.ts';
import { askForCodes } from './roll-of-mail.ts';
import { sealBallot } from './sealed-election.ts';

let mail: MailServer;
let room: BallotsRoom;
beforeAll(async () => {
  mail = await openMailServer();
  room = await openBallotsRoom(openMailer({ smtpUrl: mail.url, from: 'votos@enramada.example' }));
});
afterAll(async () => {
  await room.close();
  await mail.close();
});

/** An open contest that asks for a code, with people on its roll. */
async function guardedContest(addresses: readonly (string | null)[]): Promise<OpenContest> {
  const opened = await openContest(room, 4);
  const people = addresses.map((email, i) => ({ name: `Vecina ${i}`, email }));
  await askForCodes(room.database.pool, opened, people);
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

const ask = (contest: string, address: string) =>
  askCode(room.ballots.context, contest, { address, question: questionAbout(address) }, home);

const home = 'the network at home';

/** What the voter's device drew for its question about an address, where it asked once. */
const questionAbout = (address: string): string =>
  createHash('sha256').update(address).digest('base64url').slice(0, 24);

/** Asks for a code as the site does; the job runs at once. @returns the code that arrived, if one did */
async function codeFor(
  contest: string,
  address: string,
  { question = questionAbout(address), network = home } = {},
): Promise<string | undefined> {
  const before = mail.letters.length;
  const { context } = room.ballots;
  await askCode(context, contest, { address, question }, network);
  const job = await lastJob(contest);
  if (job === undefined) return undefined;
  await room.database.pool.query('select graphile_worker.remove_job($1)', [job.key]);
  await sendCode(context, job.subject);
  return codeIn(mail.letters[before]?.text);
}

/** Asks once from each of these networks, each time as another device. @returns how many letters came */
async function lettersFor(contest: string, address: string, networks: readonly string[]): Promise<number> {
  let came = 0;
  for (const network of networks) {
    if ((await codeFor(contest, address, { question: drawn(), network })) !== undefined) came += 1;
  }
  return came;
}

const exchange = (contest: string, given: Omit<TypedCode, 'question'>, question = questionAbout(given.address)) =>
  acceptCode(room.ballots.context, contest, { ...given, question }, home);

/** What a voter's device draws for its admission. */
const drawn = (): string => randomBytes(18).toString('base64url');

const seal = ({ election }: OpenContest, letter: number, chosen = 1): Promise<string> =>
  sealBallot(election.electionText, election.letters[letter]?.credential ?? '', chosen);

describe('a code by e-mail beside the letter', () => {
  it('comes by a real mailer, is exchanged once for an admission, and that is cast once', async () => {
    const opened = await guardedContest(['rosa@enramada.example']);
    const { contest } = opened;
    const { casting } = room.ballots;
    const text = await seal(opened, 0);
    expect(await castBallot(casting, contest, text)).toEqual({ ok: false, error: { type: 'admission_needed' } });
    const code = await codeFor(contest, ' Rosa@Enramada.example ', {
      question: questionAbout('rosa@enramada.example'),
    });
    const given = { address: 'rosa@enramada.example', code: code ?? '', number: drawn() };
    const accepted = await exchange(contest, given);
    if (!accepted.ok) throw new Error('the code is accepted');
    // Whose answer was lost asks again, and gets the same; another device gets nothing for the same code.
    expect(await exchange(contest, given)).toEqual(accepted);
    expect(await exchange(contest, { ...given, number: drawn() })).toEqual(wrong);
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

  it('lets the voter vote again with the same letter, and counts that voter once', async () => {
    const opened = await guardedContest(['mia@enramada.example']);
    const { contest, election } = opened;
    const { casting } = room.ballots;
    const code = (await codeFor(contest, 'mia@enramada.example')) ?? '';
    const accepted = await exchange(contest, { address: 'mia@enramada.example', code, number: drawn() });
    const admission = accepted.ok ? accepted.value.admission : '';
    const cast = async (letter: number, chosen: number, pass = admission) =>
      castBallot(casting, contest, await seal(opened, letter, chosen), pass);
    expect(await cast(0, 1)).toMatchObject({ ok: true, value: { height: 1 } });
    expect(await cast(0, 2)).toMatchObject({ ok: true, value: { height: 2 } });
    // The letter alone replaces nothing, nor does the admission with another letter.
    expect(await cast(0, 3, '')).toEqual({ ok: false, error: { type: 'admission_needed' } });
    expect(await cast(1, 1)).toEqual({ ok: false, error: { type: 'admission_used' } });
    const { rows } = await room.database.pool.query(
      `select voters, ballots, (select array_agg(revision order by revision) from board_ballots
         where contest_id = $1 and credential = $2) as revisions from elections where contest_id = $1`,
      [contest, election.letters[0]?.publicCredential],
    );
    expect(rows).toEqual([{ voters: 1, ballots: 2, revisions: [1, 2] }]);
  });

  it('is asked for by nobody where a consultation asks for none, and before and after the vote', async () => {
    const open = await openContest(room, 1);
    const address = 'paz@enramada.example';
    expect(await ask(open.contest, address)).toEqual({ ok: false, error: { type: 'unknown_contest' } });
    const { contest } = await guardedContest([address]);
    const code = (await codeFor(contest, address)) ?? '';
    const now = room.clock.now;
    room.clock.now = new Date(now.getTime() + 365 * 24 * 60 * 60_000);
    expect(await ask(contest, address)).toEqual({ ok: false, error: { type: 'closed' } });
    const late = await exchange(contest, { address, code, number: drawn() });
    expect(late).toEqual({ ok: false, error: { type: 'closed' } });
    room.clock.now = now;
    expect((await exchange(contest, { address, code, number: drawn() })).ok).toBe(true);
  });

  it('is worth nothing when it is wrong, tried too often, too old, of another contest, or not ours', async () => {
    const one = await guardedContest(['ana@enramada.example', 'luz@enramada.example']);
    const other = await guardedContest(['ana@enramada.example']);
    const { casting } = room.ballots;
    const address = 'ana@enramada.example';
    const code = (await codeFor(one.contest, address)) ?? '';
    const other8 = String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0');
    const accept = (contest: string, given: { readonly address: string; readonly code: string }) =>
      exchange(contest, { ...given, number: drawn() });
    for (let i = 0; i < 3; i++) expect(await accept(one.contest, { address, code: other8 })).toEqual(wrong);
    // Only who has the right code is told more; whoever guesses is not.
    expect(await accept(one.contest, { address, code })).toEqual({ ok: false, error: { type: 'too_many_tries' } });
    expect(await accept(one.contest, { address, code: other8 })).toEqual(wrong);
    expect(await accept(one.contest, { address: 'nobody@elsewhere.example', code })).toEqual(wrong);
    const late = (await codeFor(one.contest, 'luz@enramada.example')) ?? '';
    const now = room.clock.now;
    room.clock.now = new Date(now.getTime() + 16 * 60_000);
    const tooLate = await accept(one.contest, { address: 'luz@enramada.example', code: late });
    expect(tooLate).toEqual({ ok: false, error: { type: 'expired_code' } });
    room.clock.now = now;
    const theirs = (await codeFor(other.contest, address)) ?? '';
    const accepted = await accept(other.contest, { address, code: theirs });
    const foreign = accepted.ok ? accepted.value.admission : '';
    const forged = makeAdmission({ admissionKey: new Uint8Array(32) }, one.contest, drawn());
    for (const admission of [foreign, forged, '', 'x'.repeat(68)]) {
      expect(await castBallot(casting, one.contest, await seal(one, 0), admission)).toEqual({
        ok: false,
        error: { type: 'admission_needed' },
      });
    }
  });

  it('that is wrong is counted for every address, so that the time of an answer does not tell who is on the roll', async () => {
    const addresses = ['noa@enramada.example', 'nobody@elsewhere.example'];
    const { contest } = await guardedContest(addresses.slice(0, 1));
    for (const address of addresses) {
      await codeFor(contest, address);
      const typed = { address, code: 'not a code', number: drawn() };
      for (let i = 0; i < 4; i++) expect(await exchange(contest, typed)).toEqual(wrong);
    }
    const { rows } = await room.database.pool.query(
      'select code_hash is null as never, tries from code_questions where contest_id = $1 order by never',
      [contest],
    );
    expect(rows).toEqual([
      { never: false, tries: 3 },
      { never: true, tries: 3 },
    ]);
  });

  it('is sent to nobody who is not on the roll, and no more than five times a day by one network', async () => {
    const { contest } = await guardedContest(['eva@enramada.example', null]);
    const address = 'eva@enramada.example';
    expect(await codeFor(contest, 'nobody@elsewhere.example')).toBeUndefined();
    expect(await lettersFor(contest, address, [home, home, home, home, home, home, home])).toBe(5);
  });

  it('is sent to one address twenty times a day, however many networks ask, and to a family for each of its people', async () => {
    const address = 'familia@enramada.example';
    const { contest } = await guardedContest([address, address]);
    const networks = Array.from({ length: 30 }, (_, i) => `network ${i}`);
    expect(await lettersFor(contest, address, networks.slice(0, 19))).toBe(19);
    const code = (await codeFor(contest, address)) ?? '';
    expect(await lettersFor(contest, address, networks)).toBe(0);
    expect((await exchange(contest, { address, code, number: drawn() })).ok).toBe(true);
    expect(await lettersFor(contest, address, [...networks, home])).toBe(20);
  });

  it('of a neighbour is kept from nobody by a stranger, who asks and mistypes as often as they are let', async () => {
    const opened = await guardedContest(['ines@enramada.example']);
    const { contest } = opened;
    const address = 'ines@enramada.example';
    const own = drawn();
    const first = (await codeFor(contest, address, { question: own })) ?? '';
    const strange = { address, question: drawn() };
    const { context, casting } = room.ballots;
    const lettersBefore = mail.letters.length;
    for (let i = 0; i < 12; i++) {
      await codeFor(contest, address, { question: i % 2 === 0 ? strange.question : drawn(), network: 'elsewhere' });
      for (const question of [strange.question, drawn()]) {
        const typed = { address, question, code: '0000 0000', number: drawn() };
        expect(await acceptCode(context, contest, typed, 'elsewhere')).toEqual(wrong);
      }
    }
    expect(mail.letters.length - lettersBefore).toBe(5);
    // Two questions are open: each has its own code, and neither takes the other's.
    const question = drawn();
    const second = (await codeFor(contest, address, { question })) ?? '';
    expect(await exchange(contest, { address, code: first, number: drawn() }, question)).toEqual(wrong);
    expect(await exchange(contest, { address, code: second, number: drawn() }, own)).toEqual(wrong);
    const accepted = await exchange(contest, { address, code: first, number: drawn() }, own);
    const cast = await castBallot(casting, contest, await seal(opened, 0), accepted.ok ? accepted.value.admission : '');
    expect(cast).toMatchObject({ ok: true, value: { height: 1 } });
    for (const [code, asked] of [
      [first, own],
      [second, question],
    ] as const) {
      expect(await exchange(contest, { address, code, number: drawn() }, asked)).toEqual(wrong);
    }
  });

  it('comes for either of two open questions of one address', async () => {
    const address = 'lia@enramada.example';
    const { contest } = await guardedContest([address, address]);
    const asked: { readonly question: string; readonly code: string }[] = [];
    for (const question of [drawn(), drawn()]) {
      asked.push({ question, code: (await codeFor(contest, address, { question })) ?? '' });
    }
    for (const { question, code } of asked.toReversed()) {
      expect((await exchange(contest, { address, code, number: drawn() }, question)).ok).toBe(true);
    }
  });

  it('with the mailer away is not asked for, and whoever asks is told so whatever the address', async () => {
    const { contest } = await guardedContest(['sol@enramada.example']);
    const { contest: other } = await guardedContest(['mar@enramada.example']);
    const { context } = room.ballots;
    await ask(other, 'mar@enramada.example');
    const job = await lastJob(other);
    mail.setAway(true);
    const away = { ok: false, error: { type: 'mailer_away' } };
    // That it answered a moment ago counts for some seconds.
    await expect.poll(() => ask(other, 'mar@enramada.example'), { timeout: 60_000 }).toEqual(away);
    expect(await ask(contest, 'sol@enramada.example')).toEqual(away);
    expect(await ask(contest, 'nobody@elsewhere.example')).toEqual(away);
    expect(await lastJob(contest)).toBeUndefined();
    // A letter that was already on its way is tried again later, and what the mailer says of it names no address.
    await expect(sendCode(context, job?.subject ?? '')).rejects.toThrow('the mailer is away');
    mail.setAway(false);
    await expect.poll(async () => (await ask(other, 'mar@enramada.example')).ok, { timeout: 60_000 }).toBe(true);
    expect(await codeFor(contest, 'sol@enramada.example')).toMatch(/^\d{4} \d{4}$/u);
  });

  it('asked for at once by many is exchanged for one admission: the same for one device, and for no other', async () => {
    const { contest } = await guardedContest(['mar@enramada.example']);
    for (const isOneDevice of [true, false]) {
      const address = isOneDevice ? 'mar@enramada.example' : 'rio@enramada.example';
      const guarded = isOneDevice ? contest : (await guardedContest([address])).contest;
      const code = (await codeFor(guarded, address)) ?? '';
      const own = drawn();
      const races = await Promise.all(
        Array.from({ length: 20 }, () => exchange(guarded, { address, code, number: isOneDevice ? own : drawn() })),
      );
      const admissions = races.flatMap((race) => (race.ok ? [race.value.admission] : []));
      expect(admissions).toHaveLength(isOneDevice ? 20 : 1);
      expect(new Set(admissions).size).toBe(1);
      const { rows } = await room.database.pool.query(
        'select count(*)::int as count from burnt_entitlements where contest_id = $1',
        [guarded],
      );
      expect(rows).toEqual([{ count: 1 }]);
    }
  });

  it('of a thousand casts with one admission records those of one letter alone', async () => {
    const opened = await guardedContest([]);
    const { contest, election } = opened;
    const { casting } = room.ballots;
    const admission = 'ab'.repeat(32);
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => {
        const tracker = createHash('sha256').update(`ballot ${i}`).digest('base64').replace('=', '');
        const credential = election.letters[i % 4]?.publicCredential ?? '';
        return casting.lines.record(contest, { text: `ballot ${i}`, credential, tracker, admission });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(250);
    const { rows } = await room.database.pool.query(
      'select count(distinct credential)::int as letters from board_ballots where contest_id = $1',
      [contest],
    );
    expect(rows).toEqual([{ letters: 1 }]);
  });

  it('leaves nothing in the database by which a person and a ballot could be put together', async () => {
    const opened = await guardedContest(['one@enramada.example', 'two@enramada.example']);
    const { contest } = opened;
    const { casting } = room.ballots;
    for (const [i, address] of ['one@enramada.example', 'two@enramada.example'].entries()) {
      const code = (await codeFor(contest, address)) ?? '';
      const accepted = await exchange(contest, { address, code, number: drawn() });
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
    const people = await transactions(['burnt_entitlements', 'code_letters', 'code_questions']);
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

const wrong = { ok: false, error: { type: 'wrong_code' } } as const;
const value = (cast: Awaited<ReturnType<typeof castBallot>>) => (cast.ok ? cast.value : undefined);
