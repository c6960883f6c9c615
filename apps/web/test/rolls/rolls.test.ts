import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { personKey, rollDifference, type RollEntry } from '@convite/domain';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rollCsv } from '../../src/features/rolls/downloads/roll-csv.ts';
import { rollSizes } from '../../src/features/rolls/index.ts';
import { type ChangedEntry, type ChangedLine, changesOf, everyChange } from '../../src/features/rolls/store-people.ts';
import { applyImport, requestApply, withdrawImport } from '../../src/features/rolls/usecases/apply-import.ts';
import { bringRoll } from '../../src/features/rolls/usecases/bring-roll.ts';
import { readImport } from '../../src/features/rolls/usecases/read-import.ts';
import { exportRoll, showImport, showRoll } from '../../src/features/rolls/usecases/show-roll.ts';
import { writeEligibility } from '../../src/features/rolls/usecases/write-eligibility.ts';
import { attempt, eligibility, heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());
beforeEach(() => workshop.clear());

const three = `${heading}Ana Pérez,1980-04-03,C1,V-1,cédula,ana@example.org,es,,
Luz Rojas,1999-12-31,S1,,dos vecinos,,,,
"D’Ángelo, José ""Pepe""",2000-02-29,C2,V-3,cédula,,wuu,,no
`;

async function people(): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const entries of exportRoll(workshop.context, workshop.consultation.id)) {
    for (const { name, birthDate, territory, document, proof, email, language, toldApart } of entries) {
      all.push([name, birthDate, territory, document, proof, email, language, toldApart].join('|'));
    }
  }
  return all.toSorted((a, b) => (a < b ? -1 : 1));
}

async function csv(): Promise<string> {
  let text = '';
  for await (const piece of rollCsv(exportRoll(workshop.context, workshop.consultation.id))) text += piece;
  return text;
}

describe('a roll', () => {
  it('comes in whole, with its sizes by contest, a version and its lines in the trail', async () => {
    const { given } = await workshop.imported(three);
    expect(given).toMatchObject({ added: 3, removed: 0, changed: 0, same: 0, ignored: [], partName: 'Lugar N' });
    expect(await people()).toEqual([
      'Ana Pérez|1980-04-03|C1|V-1|identity_document|ana@example.org|es|',
      'D’Ángelo, José "Pepe"|2000-02-29|C2|V-3|identity_document||wuu|',
      'Luz Rojas|1999-12-31|S1||two_neighbours|||',
    ]);
    const sizes = await rollSizes(workshop.context.database, workshop.consultation.id);
    const { contests } = workshop;
    expect(['N', 'C1', 'C2'].map((code) => sizes.get(contests.get(code) ?? ''))).toEqual([3, 2, 1]);
    const shown = await showRoll(workshop.context, workshop.consultation.id);
    expect(shown).toMatchObject({
      people: 3,
      roll: { version: 1, status: 'open', frozen: null },
      versions: [{ version: 1, kind: 'import', part: 'Lugar N', createdBy: 'ada', added: 3, total: 3 }],
    });
    const { rows } = await workshop.fresh.pool.query(
      `select details->>'step' as step, is_public from audit_trail where event = 'roll.import' order by number desc limit 3`,
    );
    expect(rows).toEqual([
      { step: 'applied', is_public: false },
      { step: 'asked', is_public: false },
      { step: 'brought', is_public: false },
    ]);
  });

  it('keeps the bytes and lines of a file only until they are used', async () => {
    await workshop.imported(three);
    const { rows } = await workshop.fresh.pool.query(
      'select (select count(*) from roll_staging) as staged, (select count(*) from brought_pieces) as pieces',
    );
    expect(rows).toEqual([{ staged: 0, pieces: 0 }]);
  });

  it('as it is taken along comes in again and changes nothing', async () => {
    await workshop.imported(`${three}"=HYPERLINK(""x"")",1970-01-01,C2,+58,dos vecinos,,,"@a",\n`);
    const text = await csv();
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain("'+58");
    const { given } = await workshop.bring(text);
    expect(given).toMatchObject({ status: 'ready', added: 0, removed: 0, changed: 0, same: 4, ignored: ['id'] });
  });

  it('of one part leaves the others alone', async () => {
    await workshop.imported(three);
    const part = `${heading}Ana Pérez,1980-04-03,S1,V-1,cédula,,,,\nNueva,1980-04-03,C1,,cédula,,,,\n`;
    const { given } = await workshop.imported(part, { part: 'C1' });
    expect(given).toMatchObject({ added: 1, removed: 1, changed: 1, same: 0, partName: 'Lugar C1', isWhole: false });
    expect((await people()).map((line) => line.split('|').slice(0, 3).join(' '))).toEqual([
      'Ana Pérez 1980-04-03 S1',
      'D’Ángelo, José "Pepe" 2000-02-29 C2',
      'Nueva 1980-04-03 C1',
    ]);
  });

  it('of one part refuses whom the roll has elsewhere, and whoever is of elsewhere', async () => {
    await workshop.imported(three);
    const twice = `${heading}ana perez,1980-04-03,C2,,cédula,,,,\nOtro,1980-04-03,C2,v 1,cédula,,,,\nMás,1980-04-03,C1,,cédula,,,,\n`;
    const wrong = await workshop.bring(twice, { part: 'C2' });
    expect(wrong.problems).toEqual([{ line: 4, problem: { type: 'unknown_territory', code: 'C1' } }]);
    const { problems } = await workshop.bring(twice.replace(/^Más.*\n/mu, ''), { part: 'C2' });
    expect(problems).toEqual([
      { line: 2, problem: { type: 'elsewhere', territory: 'Lugar C1' } },
      { line: 3, problem: { type: 'elsewhere', territory: 'Lugar C1' } },
    ]);
  });

  it('takes two people of one name and birth date where the file tells them apart', async () => {
    await workshop.imported(
      `${heading}Ana,1980-01-01,C1,,cédula,,,hija de Rosa,\nAna,1980-01-01,C1,,cédula,,,hija de Luz,\n`,
    );
    expect(await people()).toHaveLength(2);
  });

  it('takes a document that passes from one person to another', async () => {
    await workshop.imported(three);
    const { given } = await workshop.imported(
      three.replace('V-1,', ',').replace('Luz Rojas,1999-12-31,S1,,', 'Luz Rojas,1999-12-31,S1,V1,'),
    );
    expect(given).toMatchObject({ changed: 2, same: 1 });
  });
});

describe('the difference of two versions', () => {
  const entry: fc.Arbitrary<RollEntry> = fc.record({
    name: fc.constantFrom('Ana', 'ANÁ', 'Luz', 'Eva', 'Paz', 'Sol', 'Mar'),
    birthDate: fc.constantFrom('1980-01-01', '1990-02-02'),
    territory: fc.constantFrom('C1', 'C2', 'S1'),
    document: fc.constant(null),
    proof: fc.constantFrom('identity_document', 'two_neighbours'),
    email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
    language: fc.constantFrom(null, 'es'),
    toldApart: fc.constantFrom('', '2'),
  });
  const roll = fc.uniqueArray(entry, {
    selector: (one) => JSON.stringify([personKey(one).normalName, one.birthDate, one.toldApart]),
    minLength: 1,
    maxLength: 12,
  });
  const written = (entries: readonly RollEntry[]): string =>
    heading +
    entries
      .map(
        (e) =>
          `${e.name},${e.birthDate},${e.territory},,${e.proof},${e.email ?? ''},${e.language ?? ''},${e.toldApart},\n`,
      )
      .join('');
  const lines = (entries: readonly RollEntry[]): readonly string[] =>
    entries
      .map((e) => [e.name, e.birthDate, e.territory, e.document, e.proof, e.email, e.language, e.toldApart].join('|'))
      .toSorted((a, b) => (a < b ? -1 : 1));

  it('by the database is that of the plain comparison', async () => {
    await fc.assert(
      fc.asyncProperty(roll, roll, async (before, after) => {
        await workshop.clear();
        await workshop.imported(written(before));
        const { given } = await workshop.imported(written(after));
        const wanted = rollDifference(before, after);
        const counts = [given.added, given.removed, given.changed, given.same];
        const { added, removed, changed, same } = wanted;
        expect(counts).toEqual([added.length, removed.length, changed.length, same]);
        expect(await people()).toEqual(lines(after));
        const { database } = workshop.context;
        const changes = await changesOf(database, workshop.consultation.id, 2, 100);
        const count = (kind: string): number => changes.filter(({ change }) => change === kind).length;
        expect([count('added'), count('removed'), count('changed')]).toEqual(counts.slice(0, 3));
        const whole: ChangedLine[] = [];
        for await (const piece of everyChange(database, workshop.consultation.id, 2)) whole.push(...piece);
        const told = (of: readonly Pick<ChangedEntry, 'change' | 'name' | 'birthDate'>[]): readonly string[] =>
          of.map(({ change, name, birthDate }) => `${change} ${name} ${birthDate}`).toSorted();
        expect(told(whole)).toEqual(told(changes));
        const moves = (of: readonly (string | null)[][]): readonly string[] =>
          of.map((line) => line.join('|')).toSorted();
        expect(
          moves(
            whole.filter((line) => line.change === 'changed').map((line) => [line.name, line.before, line.territory]),
          ),
        ).toEqual(moves(changed.map((pair) => [pair.after.name, pair.before.territory, pair.after.territory])));
        for (const line of whole) expect(line.before === null).toBe(line.change !== 'changed');
      }),
      { numRuns: 15 },
    );
  });
});

describe('a file on its way', () => {
  const bringOnly = (): ReturnType<typeof bringRoll> =>
    bringRoll(workshop.context, workshop.consultation, {
      path: fileURLToPath(new URL('./roll-workshop.ts', import.meta.url)),
      name: 'x',
      declared: { encoding: null, separator: null, dates: 'ymd' },
      part: '',
      by: workshop.ada,
    });

  it('of the whole is one at a time; withdrawn, it leaves its place and changed nothing', async () => {
    const { given } = await workshop.bring(three);
    expect(await bringOnly()).toEqual({ ok: false, error: { type: 'another_waits' } });
    expect(await withdrawImport(workshop.context, workshop.consultation.id, given.id, workshop.ada)).toMatchObject({
      ok: true,
    });
    expect(await requestApply(workshop.context, workshop.consultation.id, given.id, workshop.ada)).toEqual({
      ok: false,
      error: { type: 'not_ready' },
    });
    expect(await people()).toEqual([]);
    expect(await bringOnly()).toMatchObject({ ok: true });
  });

  it('is refused for a part that the consultation does not have', async () => {
    const brought = await bringRoll(workshop.context, workshop.consultation, {
      path: fileURLToPath(new URL('./roll-workshop.ts', import.meta.url)),
      name: 'x',
      declared: { encoding: null, separator: null, dates: 'ymd' },
      part: 'X9',
      by: workshop.ada,
    });
    expect(brought).toEqual({ ok: false, error: { type: 'unknown_part' } });
  });

  it('of another consultation is neither shown nor applied nor withdrawn', async () => {
    const { given } = await workshop.bring(three);
    const other = '00000000-0000-4000-8000-000000000000';
    expect(await showImport(workshop.context, other, given.id)).toBeUndefined();
    expect(await requestApply(workshop.context, other, given.id, workshop.ada)).toMatchObject({ ok: false });
    expect(await withdrawImport(workshop.context, other, given.id, workshop.ada)).toMatchObject({ ok: false });
  });

  it('is applied once, however often its job runs', async () => {
    const { given } = await workshop.bring(three);
    await requestApply(workshop.context, workshop.consultation.id, given.id, workshop.ada);
    await Promise.all([1, 2, 3].map(() => applyImport(workshop.context, given.id)));
    expect((await showRoll(workshop.context, workshop.consultation.id)).roll?.version).toBe(1);
    expect(await people()).toHaveLength(3);
  });

  it('is read again from the beginning after a server died over it', async () => {
    const { given } = await workshop.bring(three);
    const { pool } = workshop.fresh;
    await pool.query(`update roll_imports set status = 'reading' where id = $1`, [given.id]);
    await pool.query('insert into brought_pieces values ($1, 0, $2)', [given.id, Buffer.from(three)]);
    await readImport(workshop.context, given.id, attempt);
    expect((await showImport(workshop.context, workshop.consultation.id, given.id))?.given).toMatchObject({
      status: 'ready',
      added: 3,
    });
    const { rows } = await pool.query('select count(*) from roll_staging');
    expect(rows[0].count).toBe(3);
  });

  it('is let go when a crash of the database emptied what was read', async () => {
    const { given } = await workshop.bring(three);
    await requestApply(workshop.context, workshop.consultation.id, given.id, workshop.ada);
    await workshop.fresh.pool.query('delete from roll_staging where line = 2');
    await applyImport(workshop.context, given.id);
    expect((await showImport(workshop.context, workshop.consultation.id, given.id))?.given.status).toBe('withdrawn');
    expect(await people()).toEqual([]);
  });
});

describe('who may vote', () => {
  it('is not changed into a rule that people on the roll do not meet', async () => {
    await workshop.imported(three);
    const { context, consultation, ada } = workshop;
    const write = (changed: object): ReturnType<typeof writeEligibility> =>
      writeEligibility(context, consultation, { ...eligibility, ...changed }, ada);
    expect(await write({ minimumAge: 27 })).toEqual({ ok: false, error: { type: 'excludes', people: 2 } });
    expect(await write({ proofs: ['identity_document'] })).toEqual({
      ok: false,
      error: { type: 'excludes', people: 1 },
    });
    // Born on 29 February 2000: 26 on 1 March, not on 28 February.
    expect(await write({ minimumAge: 26, ageOn: '2026-02-28' })).toEqual({
      ok: false,
      error: { type: 'excludes', people: 1 },
    });
    expect(await write({ minimumAge: 26, ageOn: '2026-03-01' })).toMatchObject({ ok: true });
    expect(await write({ minimumAge: null, proofs: [...eligibility.proofs, 'membership'] })).toMatchObject({
      ok: true,
    });
  });
});

it('a random piece of noise is refused or read, and never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 4000 }), async (size) => {
      const noise = new Uint8Array(randomBytes(size));
      const { given } = await workshop.bring(noise);
      expect(given.status).toBe('refused');
    }),
    { numRuns: 10 },
  );
  const { rows } = await workshop.fresh.pool.query('select count(*) from roll_staging');
  invariant(rows[0].count === 0, 'nothing of it was kept');
});
