import { randomBytes } from 'node:crypto';
import { drawOrder } from '@convite/archive';
import {
  createCheckRecord,
  credentialSecret,
  electionWire,
  makeBallot,
  Misread,
  readPrivateCredential,
  readText,
  withElection,
} from '@convite/crypto';
import { readOrder, uploadLine } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveOfRows, castBallot } from '../../src/features/ballots/index.ts';
import { joined } from '../ballots/board-bytes.ts';
import { sha256, suite } from '../ballots/sealed-election.ts';
import { pageOf } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import {
  bringTo,
  openMachine,
  type PreparedCity,
  prepareCity,
  type RegistrarMachine,
  stepAddress,
  stepsPage,
  trusteesText,
} from './prepared-city.ts';

let site: TestSite;
let city: PreparedCity;
let machine: RegistrarMachine;
/** The contests by the codes of their communes. */
let contests: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await openTestSite();
  city = await prepareCity(site, 'obras');
  machine = openMachine();
  const { rows } = await site.database.pool.query(
    'select k.id, t.code from contests k join territories t on t.id = k.territory_id where consultation_id = $1',
    [city.consultation],
  );
  contests = new Map(rows.map(({ id, code }) => [String(code), String(id)]));
});
afterAll(async () => {
  machine.remove();
  await site.close();
});

const contestOf = (code: string): string => contests.get(code) ?? '';
const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const orderWith = (percent: string, minimum: string): Promise<Response> =>
  city.crew.organiser.post(stepAddress(city, 'order'), { percent, minimum });

interface Letter {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** The private list, as the registrar has it. */
const letters = (): readonly Letter[] =>
  machine
    .read('codes/PRIVATE-codes.csv')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(',');
      return { kind: cells[0] ?? '', id: cells[1] ?? '', name: cells[2] ?? '', code: cells[6] ?? '' };
    });
const codeOf = (name: string): string => letters().find((one) => one.name === name)?.code ?? '';

/** Casts a ballot for one option as a voter's device does. */
async function cast(code: string, commune: string, option: number) {
  const contest = contestOf(commune);
  const bytes = await joined(archiveOfRows(site.site.accounts.database, contest));
  const size = Number.parseInt(bytes.toString('latin1', 1024 + 124, 1024 + 135), 8);
  const text = bytes.toString('utf8', 1536, 1536 + size);
  const typed = readPrivateCredential(code);
  invariant(typed.ok, 'letters hold codes');
  const made = withElection(await suite(), text, createCheckRecord(), (election) => {
    const [question] = election.questions;
    invariant(question !== undefined && 'answers' in question, 'a question that is added up');
    const bits = Array.from({ length: question.answers.length + 1 }, (_, i) => (i === option ? 1 : 0));
    const secret = credentialSecret(election.group, typed.value, election.uuid);
    return makeBallot(election, secret, [bits], (length) => Uint8Array.from(randomBytes(length)));
  });
  invariant(made?.ok === true, 'one option was chosen');
  return await castBallot(site.site.ballots.casting, contest, made.value.text);
}

describe('before an order is made', () => {
  test('trustees are needed, three at least of whom neither one nor all decrypt, unless everybody reads why not', async () => {
    const bringTrustees = (content: string, waiver = ''): Promise<Response> =>
      bringTo(site, city, city.crew.trustee, 'trustees', content, { waiver });
    expect((await bringTo(site, city, city.crew.organiser, 'trustees', '[]')).status).toBe(403);
    const nothing = await bringTrustees('[]');
    expect([nothing.status, (await nothing.text()).includes('no pasa las comprobaciones')]).toEqual([422, true]);
    const good = await trusteesText([{ kind: 'threshold', threshold: 2, size: 3 }]);
    const altered = await bringTrustees(good.replace(/"threshold":2/u, '"threshold":3'));
    expect(altered.status).toBe(422);
    for (const plans of [
      [{ kind: 'single' }],
      [{ kind: 'single' }, { kind: 'single' }, { kind: 'single' }],
      [{ kind: 'threshold', threshold: 1, size: 3 }],
    ] as const) {
      const weak = await bringTrustees(await trusteesText(plans));
      expect([weak.status, (await weak.text()).includes('href="#waiver"')]).toEqual([422, true]);
    }
    const waived = await bringTrustees(await trusteesText([{ kind: 'single' }]), 'Es un ensayo de la mesa.');
    expect(waived.status).toBe(303);
    expect(await (await city.crew.observer.get(stepAddress(city, 'trustees'))).text()).toContain(
      'Es un ensayo de la mesa.',
    );
    expect((await bringTrustees(good)).status).toBe(303);
    expect(await rows(`select reason, is_public from audit_trail where event = 'key.bring' order by number`)).toEqual([
      { reason: 'Es un ensayo de la mesa.', is_public: true },
      { reason: null, is_public: true },
    ]);
  });

  test('the roll and the rules are frozen, and the number of spares is a whole one', async () => {
    await rows('update consultations set status = $2 where id = $1', city.consultation, 'draft');
    expect(await (await orderWith('10', '2')).text()).toContain('dos garantes congelan las reglas');
    await rows('update consultations set status = $2 where id = $1', city.consultation, 'frozen');
    for (const [percent, minimum] of [
      ['101', '2'],
      ['2,5', '2'],
      ['10', '0'],
      ['', '2'],
    ] as const) {
      expect((await orderWith(percent, minimum)).status).toBe(422);
    }
    expect(await rows('select from credential_orders')).toEqual([]);
  });
});

describe('a consultation', () => {
  test('gets an order that is the same until something changes, and keeps the identifiers of its elections', async () => {
    expect((await orderWith('10', '2')).status).toBe(303);
    const first = await (await city.crew.registrar.get(stepAddress(city, 'order.json'))).text();
    await orderWith('10', '2');
    expect(await (await city.crew.registrar.get(stepAddress(city, 'order.json'))).text()).toBe(first);
    await orderWith('50', '2');
    const other = await (await city.crew.registrar.get(stepAddress(city, 'order.json'))).text();
    const uuids = (text: string): readonly string[] => text.match(/"uuid":"\w+"/gu) ?? [];
    expect([other === first, uuids(other)]).toEqual([false, uuids(first)]);
    await orderWith('10', '2');
  });

  test('has its order as a table too, contest by contest, without anything that only the registrar has', async () => {
    const read = readOrder(await (await city.crew.registrar.get(stepAddress(city, 'order.json'))).text());
    const contests = read.ok ? read.value.contests : [];
    expect(contests.length).toBeGreaterThan(1);
    expect(await savedTable(city.crew.registrar, stepAddress(city, 'order.csv'))).toEqual(
      contests.map(({ territory, credentials, spares, ...rest }) => ({
        ...{ ...rest, code: territory, credentials: String(credentials), spares: String(spares) },
      })),
    );
    expect(await (await city.crew.registrar.get(stepAddress(city, 'order'))).text()).toContain('order.csv"');
  });

  test('has its codes made on a machine that sees the order, the roll and the salt alone', async () => {
    machine.write('order.json', await (await city.crew.registrar.get(stepAddress(city, 'order.json'))).text());
    machine.write('roll.csv', await (await city.crew.registrar.get(`/org/c/${city.slug}/roll/files/roll.csv`)).text());
    machine.write('salt.txt', city.salt);
    const said = await machine.does(
      ...['consultation', '--order', 'order.json', '--roll', 'roll.csv', '--salt', 'salt.txt'],
      ...['--out', 'codes', '--threads', '1', '--sheets', 'letters'],
    );
    expect(said).toContain('Made: codes for 6 people and 4 spares, on 2 papers.');
  });

  test.each<readonly [string, string, (lines: readonly string[]) => readonly string[]]>([
    ['empty', 'Elija un archivo', () => ['']],
    ['an empty line', 'La línea no es JSON', () => ['', '']],
    [
      'of another order',
      'otro pedido',
      ([head = '', ...rest]) => [head.replace(/"order":"[0-9a-f]{64}"/u, `"order":"${'0'.repeat(64)}"`), ...rest],
    ],
    ['of another consultation', 'otra consulta', ([head = '', ...rest]) => [head.replace('obras', 'otras'), ...rest]],
    ['far longer than a form', 'La línea no es JSON', ([head = '']) => [head, 'x'.repeat(200_000)]],
    ['cut in a line', 'La línea no es JSON', ([head = '', one = '']) => [head, one.slice(0, 100)]],
    ['cut between lines', 'termina antes de la papeleta 2', (lines) => lines.slice(0, 2)],
    ['with papers in another turn', 'Aquí va la papeleta 1', ([head = '', one = '', two = '']) => [head, two, one]],
    ['with a paper twice', 'Aquí va la papeleta', (lines) => [...lines, lines[2] ?? '']],
    ['with a credential too few', 'credenciales y tiene', (lines) => altered(lines, (list) => list.slice(1))],
    ['with a credential twice', 'está repetida', (lines) => altered(lines, (list) => list.with(1, list[0] ?? ''))],
    ['out of order', 'no está en su orden', (lines) => altered(lines, (list) => list.toReversed())],
    ['with what is no credential', 'no es una credencial', (lines) => altered(lines, (list) => list.with(0, 'f0'))],
    [
      'without its spares',
      'reservas y tiene',
      (lines) =>
        altered(
          lines,
          (list) => list,
          () => [],
        ),
    ],
    [
      'with a field more',
      'no tiene la forma',
      ([head = '', one = '', two = '']) => [head, one.replace('{', '{"a":1,'), two],
    ],
  ])('refuses what a registrar brings that is %s, with the place, and keeps nothing', async (_, told, change) => {
    const lines = machine.read('codes/upload.jsonl').trimEnd().split('\n');
    const changed = change(lines).join('\n');
    const answer = await bringTo(site, city, city.crew.registrar, 'credentials', changed);
    if (changed === '') {
      expect([answer.status, (await answer.text()).includes(told)]).toEqual([400, true]);
      expect(await rows('select from credential_uploads')).toEqual([]);
    } else {
      expect(pageOf(answer)).toBe(stepAddress(city, 'credentials'));
      expect(await stepsPage(city)).toContain('Rechazado');
      const page = await (await city.crew.registrar.get(stepAddress(city, 'credentials'))).text();
      expect(page).toContain('class="problem"');
      expect(page).toContain(told);
      expect(await rows('select status, refusal from credential_uploads')).toEqual([
        { status: 'refused', refusal: null },
      ]);
    }
    expect(await rows('select from uploaded_credentials')).toEqual([]);
    expect(await rows('select from brought_pieces')).toEqual([]);
    expect(await rows('select from elections')).toEqual([]);
  });

  test('refuses a credential that is no member of the group when the elections are set up, and keeps none of them', async () => {
    const lines = machine.read('codes/upload.jsonl').trimEnd().split('\n');
    const foreign = altered(lines, (list) => [`${'02'}${'00'.repeat(31)}`, ...list.slice(1)]);
    const answer = await bringTo(site, city, city.crew.registrar, 'credentials', foreign.join('\n'));
    expect(answer.status).toBe(303);
    expect(await stepsPage(city)).toContain('Rechazado');
    const page = await (await city.crew.registrar.get(stepAddress(city, 'credentials'))).text();
    expect(page).toContain('credentials.members');
    expect(await rows('select from elections')).toEqual([]);
  });

  test('is written in the order that two guarantors record as drawn, each paper in its own', async () => {
    const drawn = { seed: 'dados 3 1 4 1 5', how: 'Cinco dados en la asamblea', reason: 'Se sorteó ante todas.' };
    const act = pageOf(await city.crew.guarantor.post(`/org/c/${city.slug}/order`, drawn));
    expect((await city.crew.second.post(act, { decision: 'agree' })).status).toBe(303);
  });

  test('is set up with the very file that the registrar made, every election checked, its contests frozen', async () => {
    expect((await bringTo(site, city, city.crew.organiser, 'credentials', '')).status).toBe(403);
    const upload = machine.read('codes/upload.jsonl');
    expect((await bringTo(site, city, city.crew.registrar, 'credentials', upload)).status).toBe(303);
    expect(await stepsPage(city)).toContain('2 de 2');
    expect(await rows('select status, count(*)::int as n from contests group by status')).toEqual([
      { status: 'frozen', n: 2 },
    ]);
    expect(
      await rows(`select t.code, p.kind, count(*)::int as n from public_credentials p join contests k on k.id = p.contest_id
        join territories t on t.id = k.territory_id group by 1, 2 order by 1, 2`),
    ).toEqual([
      { code: 'PS-1', kind: 'roll', n: 4 },
      { code: 'PS-1', kind: 'spare', n: 2 },
      { code: 'PS-2', kind: 'roll', n: 2 },
      { code: 'PS-2', kind: 'spare', n: 2 },
    ]);
    const [{ bytes: election } = { bytes: '' }] = await rows(
      `select convert_from(bytes, 'UTF8') as bytes from board_payloads where contest_id = $1 and height = 0 and place = 0`,
      contestOf('PS-1'),
    );
    const wire = readText(electionWire, String(election));
    invariant(!(wire instanceof Misread), 'an election is an election');
    const [{ rule_hash: rule } = { rule_hash: '' }] = await rows('select rule_hash from contest_templates');
    expect(wire.description).toContain(`[convite policy=1 rules=${String(rule)}]`);
    const [question] = wire.questions;
    invariant(question !== undefined && 'answers' in question, 'a question that is added up');
    const numbers = drawOrder({ seed: 'dados 3 1 4 1 5', contest: contestOf('PS-1') }, [1, 2, 3], sha256);
    expect(question.answers.map((answer) => Number.parseInt(answer, 10))).toEqual(numbers.map(({ option }) => option));
    expect(question.answers).toContain('2. Techo del mercado');
    const late = await city.crew.guarantor.post(`/org/c/${city.slug}/order`, { seed: 'otra', how: 'a', reason: 'b' });
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('No se sortea otra vez.')]);
    const again = await bringTo(site, city, city.crew.registrar, 'credentials', upload);
    expect([again.status, (await again.text()).includes('Ya se subieron')]).toEqual([409, true]);
    expect((await orderWith('20', '2')).status).toBe(422);
  });

  test('may be taken back before the opening, and set up anew with the same file', async () => {
    expect(pageOf(await city.crew.registrar.post(stepAddress(city, 'withdraw')))).toBe(
      stepAddress(city, 'credentials'),
    );
    expect(await rows('select from elections')).toEqual([]);
    expect(await rows('select distinct status from contests')).toEqual([{ status: 'ready' }]);
    await bringTo(site, city, city.crew.registrar, 'credentials', machine.read('codes/upload.jsonl'));
    expect(await stepsPage(city)).toContain('2 de 2');
    expect(await rows('select distinct status from contests')).toEqual([{ status: 'frozen' }]);
  });

  test('is not taken back while two people open the vote: who takes it back waits for them, and is refused', async () => {
    const opening = await site.database.pool.connect();
    await opening.query('begin');
    await opening.query(`update consultations set status = 'open' where id = $1`, [city.consultation]);
    const late = city.crew.registrar.post(stepAddress(city, 'withdraw'));
    const first = await Promise.race([late.then(() => 'answered'), blocked()]);
    await opening.query('commit');
    opening.release();
    expect([first, (await late).status]).toEqual(['waits', 409]);
    expect(await rows('select distinct status from contests')).toEqual([{ status: 'frozen' }]);
    await rows(`update consultations set status = 'frozen' where id = $1`, city.consultation);
  });

  test('takes the ballot of a code from a letter, and the board with it passes every check', async () => {
    await rows(
      `update consultations set status = 'open', opens_at = now() - interval '1 hour' where id = $1`,
      city.consultation,
    );
    await rows(`update contests set status = 'open' where consultation_id = $1`, city.consultation);
    expect(await cast(codeOf('Luz Rojas'), 'PS-1', 2)).toMatchObject({ ok: true });
    expect(await cast(codeOf('Luz Rojas'), 'PS-2', 2)).toMatchObject({
      ok: false,
      error: { type: 'unknown_credential' },
    });
    const bytes = Uint8Array.from(await joined(archiveOfRows(site.site.accounts.database, contestOf('PS-1'))));
    const answer = await site.site.ballots.context.proofs.perform({ type: 'archive', bytes });
    expect(answer).toMatchObject({ type: 'archive', verdict: { answer: 'accepted', failures: [], events: 2 } });
    const late = await city.crew.registrar.post(stepAddress(city, 'withdraw'));
    expect([late.status, (await late.text()).includes('La votación ya se abrió')]).toEqual([409, true]);
  });
});

/** Once somebody waits for a lock. */
async function blocked(): Promise<'waits'> {
  for (;;) {
    const waiting = await rows(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return 'waits';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The second line with other credentials, or other spares. */
function altered(
  lines: readonly string[],
  change: (list: readonly string[]) => readonly string[],
  spares: (list: readonly number[]) => readonly number[] = (list) => list,
): readonly string[] {
  const line: {
    readonly contest: number;
    readonly credentials: readonly string[];
    readonly spares: readonly number[];
  } = JSON.parse(lines[1] ?? '{}');
  return lines.with(1, uploadLine(line.contest, change(line.credentials), spares(line.spares)));
}

describe('a lost letter', () => {
  const propose = async (id: string, out: string, reason = 'Perdió la carta.'): Promise<Response> => {
    await machine.does('replace', 'codes', '--id', id, '--out', out);
    return await bringTo(site, city, city.crew.registrar, 'replacement', machine.read(`${out}/replacement.json`), {
      reason,
    });
  };
  const idOf = (name: string): string => letters().find((one) => one.name === name)?.id ?? '';
  const spareIn = (out: string): string =>
    /<bdi dir="ltr">([\w-]{25})<\/bdi>/u.exec(machine.read(`${out}/PRIVATE-letter.html`))?.[1] ?? '';

  test('is void once another registrar agrees, and the spare votes in its place', async () => {
    const proposed = pageOf(await propose(idOf('Ana Pérez'), 'ana'));
    const [lost, spare] = [codeOf('Ana Pérez'), spareIn('ana')];
    expect(await cast(spare, 'PS-1', 1)).toMatchObject({ ok: false });
    expect((await city.crew.registrar.post(proposed, { decision: 'agree' })).status).not.toBe(303);
    await city.crew.secondRegistrar.post(proposed, { decision: 'agree' });
    expect(await cast(lost, 'PS-1', 1)).toMatchObject({ ok: false, error: { type: 'void_credential' } });
    expect(await cast(spare, 'PS-1', 1)).toMatchObject({ ok: true });
    expect(await rows(`select details, is_public from audit_trail where event = 'credential.replace'`)).toMatchObject([
      { is_public: true, details: { kind: 'lost', contests: 1 } },
    ]);
  });

  test('that has voted is not replaced, and its spare stays closed', async () => {
    const proposed = pageOf(await propose(idOf('Luz Rojas'), 'luz'));
    const answer = await city.crew.secondRegistrar.post(proposed, { decision: 'agree' });
    expect(await answer.text()).toContain('ya se votó en La Enramada');
    expect(await cast(spareIn('luz'), 'PS-1', 1)).toMatchObject({ ok: false });
  });

  test('against its own ballot at the same moment: either the ballot stands or the letter is void, never both', async () => {
    const proposed = pageOf(await propose(idOf('Beto Gil'), 'beto'));
    const [ballot] = await Promise.all([
      cast(codeOf('Beto Gil'), 'PS-2', 1),
      city.crew.secondRegistrar.post(proposed, { decision: 'agree' }),
    ]);
    const spare = await cast(spareIn('beto'), 'PS-2', 1);
    expect(ballot.ok).not.toBe(spare.ok);
  });

  test.each([
    ['that is no JSON', '{', 'no es JSON'],
    ['of another form', '{"convite_replacement":1}', 'no tiene la forma debida'],
    [
      'of another consultation',
      '{"consultation":"otra","convite_replacement":1,"kind":"added","pairs":[{"spare":"ab","uuid":"CaLLeCedro1234"}]}',
      'otra consulta',
    ],
    [
      'of an election that is not here',
      '{"consultation":"obras","convite_replacement":1,"kind":"added","pairs":[{"spare":"ab","uuid":"CaLLeCedro1234"}]}',
      'que esta consulta no tiene',
    ],
  ])('is not replaced by a file %s', async (_, content, told) => {
    const answer = await bringTo(site, city, city.crew.registrar, 'replacement', content, { reason: 'Perdida.' });
    expect([answer.status, (await answer.text()).includes(told)]).toEqual([422, true]);
  });
});
