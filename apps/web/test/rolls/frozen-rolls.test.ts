import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { makeRollCommitter, normalDocument } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rollSizes } from '../../src/features/rolls/index.ts';
import type { FreezingRecord } from '../../src/features/rolls/store-freezings.ts';
import { type AdditionColumn, proposeAddition } from '../../src/features/rolls/usecases/add-person.ts';
import { askAboutEntry } from '../../src/features/rolls/usecases/ask-about-entry.ts';
import { askToFreeze, showFreezing, withdrawFreezing } from '../../src/features/rolls/usecases/ask-to-freeze.ts';
import { bringRoll } from '../../src/features/rolls/usecases/bring-roll.ts';
import { makeCommitment } from '../../src/features/rolls/usecases/make-commitment.ts';
import { proposeFreeze } from '../../src/features/rolls/usecases/propose-freeze.ts';
import { exportRoll, showRoll } from '../../src/features/rolls/usecases/show-roll.ts';
import { writeEligibility } from '../../src/features/rolls/usecases/write-eligibility.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import type { ReadingAnswer, ReadingNote, ReadingTask } from '../../src/reading/tasks.ts';
import { attempt, eligibility, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());
beforeEach(() => workshop.clear());

const three = `${heading}Ana Pérez,1980-04-03,C1,V-1,cédula,ana@example.org,es,,
Luz Rojas,1999-12-31,S1,,dos vecinos,,,,
José Gil,2000-02-29,C2,V-3,cédula,,,,
`;

const ask = (by = workshop.ada, reason = 'Termina la inscripción'): ReturnType<typeof askToFreeze> =>
  askToFreeze(workshop.context, workshop.consultation, reason, by);

const newest = async (): Promise<FreezingRecord> => {
  const found = await showFreezing(workshop.context, workshop.consultation.id);
  invariant(found !== undefined, 'freezing was asked for');
  return found;
};

/** Asks for the commitment, and has its job done. */
async function committed(by = workshop.ada): Promise<{ readonly salt: string; readonly commitment: string }> {
  const asked = await ask(by);
  invariant(asked.ok, `it may be asked for: ${JSON.stringify(asked)}`);
  await makeCommitment(workshop.context, asked.value, attempt);
  const { status, salt, commitment } = await newest();
  invariant(status === 'ready' && salt !== null && commitment !== null, `the commitment is made: ${status}`);
  return { salt: Buffer.from(salt).toString('hex'), commitment };
}

const propose = (commitment: string, by = workshop.ada): ReturnType<typeof proposeFreeze> =>
  proposeFreeze(workshop.context, workshop.consultation, commitment, by);

async function frozen(): Promise<{ readonly salt: string; readonly commitment: string }> {
  await workshop.imported(three);
  const made = await committed();
  invariant((await propose(made.commitment)).ok, 'freezing is proposed');
  const agreed = await workshop.agree(workshop.eva);
  invariant(agreed.ok, `another person agrees: ${JSON.stringify(agreed)}`);
  return made;
}

/** In which tables of the database a salt stands. */
async function tablesWith(salt: string): Promise<readonly string[]> {
  const { pool } = workshop.fresh;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`select count(*) from ${name} t where t::text ilike $1`, [`%${salt}%`]);
    if (rows[0].count > 0) found.push(name);
  }
  return found;
}

/** The spares of the contests of these territories. Their elections, which are no matter of the roll, are left out. */
async function spares(each: Readonly<Record<string, number>>): Promise<void> {
  await withoutElections(
    Object.entries(each).flatMap(([code, count]) =>
      Array.from({ length: count }, (_, i) => ({ code, credential: `${code}${i}`, kind: 'spare', voided: null })),
    ),
  );
}

async function withoutElections(
  rows: readonly {
    readonly code: string;
    readonly credential: string;
    readonly kind: string;
    readonly voided: Date | null;
  }[],
): Promise<void> {
  const client = await workshop.fresh.pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const { code, credential, kind, voided } of rows) {
      await client.query(
        `insert into public_credentials (contest_id, credential, kind, voided_at) values ($1, $2, $3, $4)`,
        [workshop.contests.get(code), credential, kind, voided],
      );
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

describe('freezing', () => {
  it('takes two people; what was agreed on is public, and the salt proves it', async () => {
    const { salt, commitment } = await frozen();
    const shown = await showRoll(workshop.context, workshop.consultation.id);
    expect(shown.roll).toMatchObject({ status: 'frozen', frozen: { version: 1, count: 3, commitment } });
    const hash = (text: string | Uint8Array): Uint8Array => createHash('sha256').update(text).digest();
    const committer = makeRollCommitter(Buffer.from(salt, 'hex'), { ofText: hash, ofBytes: hash });
    for await (const entries of exportRoll(workshop.context, workshop.consultation.id)) {
      for (const entry of entries) committer.add(entry);
    }
    expect(committer.finish('obras')).toEqual({ count: 3, commitment });
    const { rows } = await workshop.fresh.pool.query(
      `select actor, reason, details, is_public from audit_trail where event in ('roll.freeze', 'act.proposed') order by number`,
    );
    const { ada, eva } = workshop;
    expect(rows).toMatchObject([
      { actor: ada, reason: 'Termina la inscripción', details: { step: 'asked', people: 3 }, is_public: false },
      { actor: null, details: { step: 'ready', version: 1, people: 3, commitment }, is_public: false },
      { actor: ada, details: { act: 'roll.freeze' }, is_public: false },
      {
        actor: eva,
        reason: 'Termina la inscripción',
        details: { version: 1, count: 3, commitment },
        is_public: true,
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(salt);
  });

  it('erases the salt from the database when it is proposed, and when it is let go', async () => {
    await workshop.imported(three);
    const { context, consultation, eva } = workshop;
    const first = await committed();
    expect(await tablesWith(first.salt)).toEqual(['roll_freezings']);
    expect(await withdrawFreezing(context, consultation, eva)).toMatchObject({ ok: true });
    expect(await tablesWith(first.salt)).toEqual([]);
    const second = await committed();
    expect(second).not.toEqual(first);
    expect(await propose(second.commitment)).toMatchObject({ ok: true });
    expect(await tablesWith(second.salt)).toEqual([]);
    expect(await withdrawFreezing(context, consultation, eva)).toEqual({ ok: false, error: { type: 'not_ready' } });
  });

  it('is proposed by who asked and with the commitment that is there, and by nobody else', async () => {
    await workshop.imported(three);
    const { context, consultation, ada, eva } = workshop;
    const notReady = { ok: false, error: { type: 'not_ready' } };
    expect(await propose('')).toEqual(notReady);
    const { commitment } = await committed();
    expect(await propose(commitment, eva)).toEqual(notReady);
    expect(await propose('0'.repeat(64))).toEqual(notReady);
    await withdrawFreezing(context, consultation, ada);
    expect(await propose(commitment)).toEqual(notReady);
    const again = await committed();
    const both = await Promise.all([propose(again.commitment), propose(again.commitment)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ask()).toEqual({ ok: false, error: { type: 'already_proposed' } });
  });

  it('asked for by two at once is under way once, and a withdrawn one makes room', async () => {
    await workshop.imported(three);
    const { context, consultation, ada, eva } = workshop;
    const both = await Promise.all([ask(ada), ask(eva)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: { type: 'under_way' } });
    const { id } = await newest();
    await withdrawFreezing(context, consultation, eva);
    // Its job comes to nothing, however late.
    await makeCommitment(context, id, attempt);
    expect(await newest()).toMatchObject({ status: 'withdrawn', salt: null });
    expect(await ask(eva)).toMatchObject({ ok: true });
  });

  it('cut off in the middle leaves no salt, and is made by the next attempt; done twice it is done once', async () => {
    await workshop.imported(three);
    const asked = await ask();
    invariant(asked.ok, 'it may be asked for');
    const cut = AbortSignal.abort();
    await expect(makeCommitment(workshop.context, asked.value, { signal: cut, last: true })).rejects.toThrow('stopped');
    expect(await newest()).toMatchObject({ status: 'committing', salt: null, commitment: null });
    await Promise.all([1, 2].map(() => makeCommitment(workshop.context, asked.value, attempt)));
    const made = await newest();
    expect(made.status).toBe('ready');
    await makeCommitment(workshop.context, asked.value, attempt);
    expect(await newest()).toEqual(made);
  });

  it('whose process ends each time is told so after the last attempt, and nothing has changed', async () => {
    await workshop.imported(three);
    const asked = await ask();
    invariant(asked.ok, 'it may be asked for');
    const readers = makeProcesses<ReadingTask, ReadingNote, ReadingAnswer>(
      new URL('./no-such-program.ts', import.meta.url),
      {
        ...{ atOnce: 1, memoryMegabytes: 64 },
      },
    );
    const broken = { ...workshop.context, readers };
    await expect(makeCommitment(broken, asked.value, { ...attempt, last: false })).rejects.toThrow('crashed');
    expect(await newest()).toMatchObject({ status: 'committing' });
    await makeCommitment(broken, asked.value, attempt);
    expect(await newest()).toMatchObject({ status: 'failed', salt: null });
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('comes to nothing when the roll changed before the commitment was made, or after', async () => {
    await workshop.imported(three);
    const asked = await ask();
    invariant(asked.ok, 'it may be asked for');
    const fewer = three.replace(/^José.*\n/mu, '');
    await workshop.imported(fewer);
    await makeCommitment(workshop.context, asked.value, attempt);
    expect(await newest()).toMatchObject({ status: 'outdated', salt: null, commitment: null });
    const { commitment } = await committed();
    await workshop.imported(three);
    expect(await propose(commitment)).toEqual({ ok: false, error: { type: 'changed_since' } });
    expect(await newest()).toMatchObject({ status: 'ready' });
  });

  it('is not done by who proposed it, nor after the roll changed', async () => {
    await workshop.imported(three);
    const { commitment } = await committed();
    expect(await propose(commitment)).toMatchObject({ ok: true });
    expect(await workshop.agree(workshop.ada)).toMatchObject({ ok: false });
    await workshop.imported(three.replace(/^José.*\n/mu, ''));
    const late = await workshop.agree(workshop.eva);
    expect(late).toMatchObject({ ok: false, error: { type: 'refused' } });
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll?.status).toBe('open');
  });

  it('needs a reason, somebody on the roll, and no file on its way', async () => {
    expect(await ask()).toEqual({ ok: false, error: { type: 'nobody' } });
    for (const reason of [' ', 'x'.repeat(2001)]) {
      expect(await ask(workshop.ada, reason)).toEqual({ ok: false, error: { type: 'reason_missing' } });
    }
    await workshop.imported(three);
    await workshop.bring(three);
    expect(await ask()).toEqual({ ok: false, error: { type: 'import_waits' } });
  });

  it('ends imports and changes of the rule', async () => {
    await frozen();
    const { context, consultation, ada } = workshop;
    const brought = await bringRoll(context, consultation, {
      path: fileURLToPath(new URL('./roll-workshop.ts', import.meta.url)),
      name: 'x',
      declared: { encoding: null, separator: null, dates: 'ymd' },
      part: '',
      by: ada,
    });
    expect(brought).toEqual({ ok: false, error: { type: 'frozen' } });
    expect(await writeEligibility(context, consultation, eligibility, ada)).toEqual({
      ok: false,
      error: { type: 'frozen' },
    });
  });
});

describe('an addition to a frozen roll', () => {
  const person: Readonly<Record<AdditionColumn, string>> = {
    name: 'Sol Núñez',
    birth_date: '1990-05-06',
    territory: 'S1',
    document: 'V-9',
    proof: 'two_neighbours',
    email: '',
    language: 'es',
    told_apart: '',
  };
  const add = (changes: Partial<typeof person> = {}, by = workshop.ada): ReturnType<typeof proposeAddition> =>
    proposeAddition(workshop.context, workshop.consultation, { ...person, ...changes }, 'Su carta llegó tarde', by);

  it('takes two officers, a reason and a spare of each contest, and is a public version of one person', async () => {
    await frozen();
    await spares({ C1: 1, N: 1 });
    expect(await add()).toMatchObject({ ok: true });
    expect(await workshop.agree(workshop.ada)).toMatchObject({ ok: false });
    expect(await workshop.agree(workshop.eva)).toMatchObject({ ok: true });
    const shown = await showRoll(workshop.context, workshop.consultation.id);
    expect(shown).toMatchObject({
      people: 4,
      roll: { version: 2, status: 'frozen', frozen: { count: 3 } },
      versions: [{ kind: 'addition', createdBy: 'ada', agreedBy: 'eva', reason: 'Su carta llegó tarde', total: 4 }, {}],
    });
    const sizes = await rollSizes(workshop.context.database, workshop.consultation.id);
    expect(['N', 'C1', 'C2'].map((code) => sizes.get(workshop.contests.get(code) ?? ''))).toEqual([4, 3, 1]);
    const { rows } = await workshop.fresh.pool.query(
      `select subject, details, is_public from audit_trail where event = 'roll.add'`,
    );
    expect(rows).toMatchObject([{ details: { version: 2, people: 1 }, is_public: true }]);
    expect(JSON.stringify(rows)).not.toMatch(/Sol|V-9|S1/u);
  });

  it('is refused without a spare, and so is the second where there is one', async () => {
    await frozen();
    expect(await add()).toEqual({ ok: false, error: { type: 'no_spares', territories: ['Lugar C1', 'Lugar N'] } });
    await spares({ C1: 1, N: 5 });
    expect(await add()).toMatchObject({ ok: true });
    expect(await workshop.agree(workshop.eva)).toMatchObject({ ok: true });
    expect(await add({ name: 'Mar Gil', document: '' })).toEqual({
      ok: false,
      error: { type: 'no_spares', territories: ['Lugar C1'] },
    });
    // Both were proposed while one spare was left: the second to be agreed on finds none.
    expect(await add({ name: 'Paz Gil', document: '', territory: 'N' })).toMatchObject({ ok: true });
    expect(await workshop.agree(workshop.eva)).toMatchObject({ ok: true });
  });

  it('counts spares that replaced lost letters', async () => {
    await frozen();
    await spares({ C1: 2, N: 5 });
    const voided = new Date();
    await withoutElections(
      ['lost', 'lost too'].map((credential) => ({ code: 'C1', credential, kind: 'roll', voided })),
    );
    expect(await add()).toEqual({ ok: false, error: { type: 'no_spares', territories: ['Lugar C1'] } });
  });

  it('is read by the rules of a file, and refused for somebody who is on the roll', async () => {
    expect(await add()).toEqual({ ok: false, error: { type: 'not_frozen' } });
    await frozen();
    await spares({ C1: 5, N: 5 });
    expect(await add({ birth_date: '2020-01-01', territory: 'X9', proof: 'membership' })).toEqual({
      ok: false,
      error: {
        type: 'wrong',
        problems: [
          { type: 'unknown_territory', code: 'X9' },
          { type: 'too_young', age: 6, minimum: 15 },
          { type: 'proof_not_accepted', proof: 'membership' },
        ],
      },
    });
    expect(await add({ name: 'ANA PEREZ', birth_date: '1980-04-03', document: '' })).toEqual({
      ok: false,
      error: { type: 'on_roll_already' },
    });
    expect(await add({ document: 'v3' })).toEqual({ ok: false, error: { type: 'on_roll_already' } });
  });

  it('agreed on twice at once is done once', async () => {
    await frozen();
    await spares({ C1: 5, N: 5 });
    await add();
    const both = await Promise.all([workshop.agree(workshop.eva), workshop.agree(workshop.eva)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await showRoll(workshop.context, workshop.consultation.id)).people).toBe(4);
  });
});

describe('whoever asks whether they may vote', () => {
  let visitor = 0;
  const ask = (name: string, birthDate: string, document: string, who = `visitor ${visitor++}`) =>
    askAboutEntry(workshop.context, workshop.consultation, { name, birthDate, document }, who);

  it('is told where, with name, birth date and document, however they are written', async () => {
    await workshop.imported(three);
    const contests = [
      { id: workshop.contests.get('C1'), name: 'Lugar C1' },
      { id: workshop.contests.get('N'), name: 'Lugar N' },
    ];
    expect(await ask(' ANA  PEREZ', '1980-04-03', 'v 1')).toEqual({
      type: 'on_roll',
      proof: 'identity_document',
      contests,
    });
    expect(normalDocument('v 1')).toBe('V1');
  });

  it('learns nothing where one of the three differs, or where the roll has no document', async () => {
    await workshop.imported(three);
    const answers = [
      await ask('Ana Pérez', '1980-04-03', 'V-2'),
      await ask('Ana Pérez', '1980-04-04', 'V-1'),
      await ask('Ana Gil', '1980-04-03', 'V-1'),
      await ask('Nadie', '1980-04-03', 'V-77'),
      await ask('Luz Rojas', '1999-12-31', 'V-1'),
      await ask('Luz Rojas', '1999-12-31', '---'),
      await ask('Luz Rojas', '1999-13-31', ''),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"type":"not_confirmed"}']));
  });

  it('is told when they were taken off', async () => {
    await workshop.imported(three);
    await workshop.imported(three.replace(/^José.*\n/mu, ''));
    expect(await ask('José Gil', '2000-02-29', 'V3')).toEqual({ type: 'taken_off', version: 2 });
    await workshop.imported(three);
    expect(await ask('José Gil', '2000-02-29', 'V3')).toMatchObject({ type: 'on_roll' });
  });

  it('cannot try documents for one person, from wherever; hundreds may ask from one place, and not everybody', async () => {
    await workshop.imported(three);
    for (let i = 0; i < 5; i++)
      expect(await ask('Ana Pérez', '1980-04-03', `V-${i + 50}`)).toEqual({ type: 'not_confirmed' });
    expect(await ask('ana perez', '1980-04-03', 'V-1')).toEqual({ type: 'too_many' });
    expect(await ask('José Gil', '2000-02-29', 'V3')).toMatchObject({ type: 'on_roll' });
    for (const name of ['Una', 'Otra'])
      expect(await ask(name, '1980-04-03', 'V-1', 'one place')).toEqual({ type: 'not_confirmed' });
    // The place is the only one that stands there twice: as many more ask from it.
    const others = async (): Promise<number | null> => {
      const { rowCount } = await workshop.fresh.pool.query(
        `insert into roll_questions (place, asked_at) select place, max(asked_at)
         from roll_questions cross join generate_series(1, 498)
         where place in (select place from roll_questions group by place having count(*) in (2, 501))
         group by place, generate_series`,
      );
      return rowCount;
    };
    expect(await others()).toBe(498);
    expect(await ask('Luis Mora', '1980-04-03', 'V-1', 'one place')).toEqual({ type: 'not_confirmed' });
    expect(await others()).toBe(498);
    expect(await ask('Inés Mora', '1980-04-03', 'V-1', 'one place')).toEqual({ type: 'not_confirmed' });
    expect(await ask('José Gil', '2000-02-29', 'V3', 'one place')).toEqual({ type: 'too_many' });
    workshop.clock.now = new Date(workshop.clock.now.getTime() + 61 * 60 * 1000);
    expect(await ask('ana perez', '1980-04-03', 'V-1', 'one place')).toMatchObject({ type: 'on_roll' });
  });

  it('leaves neither name nor document behind', async () => {
    await workshop.imported(three);
    await ask('Ana Pérez', '1980-04-03', 'V-1');
    const { rows } = await workshop.fresh.pool.query('select * from roll_questions');
    // A keyed hash and no more; three signs of a name would stand in one of them by chance now and then.
    const place = expect.stringMatching(/^[\w-]{43}$/u);
    expect(rows).toEqual([0, 1].map(() => ({ place, asked_at: workshop.clock.now })));
    expect(JSON.stringify(rows)).not.toMatch(/p[eé]rez|1980-04-03/iu);
  });
});
