import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readZip } from '@convite/archive';
import { bytesSource, type Codec, Misread, readText } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { certificateFile, dealFile, shareKeyFile } from '@convite/trustee';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { bring, type Crew, freeze, makeCity, makeCrew, prepareConsultation } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import { trusteesText } from '../preparation/prepared-city.ts';
import { allRehearse, beginWith, done, holdCeremony, KeyHolder, makeKeyHolders } from './key-holders.ts';

/** One ceremony from its plan to its end: each part goes on where the one before ended. */
let site: TestSite;
let crew: Crew;
let city: string;
let consultation: string;
let ana: KeyHolder;
let beto: KeyHolder;
let ali: KeyHolder;
/** Has the role, and no place in this ceremony. */
let dora: KeyHolder;

beforeAll(async () => {
  site = await openTestSite();
  const made = await makeCity(site);
  ({ city } = made);
  crew = await makeCrew(site, city);
  await prepareConsultation(site, made, crew, 'clave');
  const holders = await makeKeyHolders(site, 'clave', city, ['Ana Pérez', 'Beto Gil', 'علي حسن', 'Dora Paz']);
  const named = (name: string): KeyHolder => {
    const holder = holders.find((one) => one.name === name);
    invariant(holder !== undefined, 'there are four');
    return holder;
  };
  [ana, beto, ali, dora] = [named('Ana Pérez'), named('Beto Gil'), named('علي حسن'), named('Dora Paz')];
  consultation = String((await rows(`select id from consultations where slug = 'clave'`))[0]?.['id']);
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
/** The places whose messages of each step are stored. */
async function stored(): Promise<unknown> {
  const found = await rows(
    'select step, array_agg(place order by place) as places from ceremony_messages group by step',
  );
  return Object.fromEntries(found.map(({ step, places }) => [step, places]));
}
const state = async (): Promise<unknown> =>
  (await rows(`select status from ceremonies where status <> 'void'`))[0]?.['status'];
const lines = async (...events: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
  await rows('select event, is_public, reason, details from audit_trail where event = any($1) order by number', events);
const told = async (answer: Promise<Response>): Promise<readonly [number, string]> => {
  const response = await answer;
  const text = await response.text();
  return [response.status, /<div class="problem"[^]*?<li><a[^>]*>([^<]*)/u.exec(text)?.[1] ?? text.slice(0, 80)];
};

describe('a ceremony', () => {
  const plan = (holders: readonly KeyHolder[], threshold: number, waiver = ''): Promise<readonly [number, string]> =>
    told(beginWith(crew.organiser, 'clave', holders, threshold, waiver));

  it('is begun by organisers alone, with people who have the role, and numbers that lose nothing and give nothing away', async () => {
    const three = [ana, beto, ali];
    expect((await beginWith(ana.browser, 'clave', three, 2)).status).toBe(403);
    expect((await beginWith(crew.guarantor, 'clave', three, 2)).status).toBe(403);
    for (const [holders, threshold, says] of [
      [[], 1, 'al menos dos personas'],
      [[ana], 1, 'al menos dos personas'],
      [three, 0, 'número entero'],
      [three, 4, 'número entero'],
      [three, 3, 'Abrirían 3 de 3'],
      [three, 1, 'Abrirían 1 de 3'],
      [[ana, beto], 2, 'Abrirían 2 de 2'],
    ] as const) {
      const [status, problem] = await plan(holders, threshold);
      expect([status, problem]).toEqual([422, expect.stringContaining(says)]);
    }
    const [status, problem] = await told(
      crew.organiser.send(
        '/org/c/clave/trustees/plan',
        new URLSearchParams({ accounts: consultation, threshold: '2' }),
      ),
    );
    expect([status, problem]).toEqual([422, expect.stringContaining('ya no tiene el papel')]);
    expect(await state()).toBeUndefined();
    expect(await crew.organiser.get('/org/c/clave/trustees').then((page) => page.text())).toContain(
      'Empezar la ceremonia',
    );
  });

  it('is written with its numbers and its reason, where everybody reads them, and there is one at a time', async () => {
    expect((await plan([ana, beto], 2, 'Es una mesa de dos.'))[0]).toBe(303);
    expect((await plan([ana, beto, ali], 2))[1]).toContain('Ya hay una ceremonia');
    expect((await told(crew.organiser.post('/org/c/clave/trustees/void', { reason: ' ' })))[1]).toContain(
      'Escriba la razón',
    );
    expect((await crew.organiser.post('/org/c/clave/trustees/void', { reason: 'Somos tres.' })).status).toBe(303);
    expect((await plan([ali, ana, beto], 2))[0]).toBe(303);
    expect(await lines('ceremony.begun', 'ceremony.voided')).toEqual([
      {
        ...{ event: 'ceremony.begun', is_public: true, reason: 'Es una mesa de dos.' },
        details: { holders: 2, threshold: 2, group: 'Ed25519' },
      },
      {
        ...{ event: 'ceremony.voided', is_public: true, reason: 'Somos tres.' },
        details: { holders: 2, threshold: 2, messages: 0 },
      },
      {
        event: 'ceremony.begun',
        is_public: true,
        reason: null,
        details: { holders: 3, threshold: 2, group: 'Ed25519' },
      },
    ]);
  });
});

/** Ana with another secret: what she makes on a machine that has forgotten the first. */
const twin = (): KeyHolder => new KeyHolder(site, 'clave', ana.name, ana);

/** What is wrong with a message, and what its bringer is told. */
type Wrong = readonly [string, () => Promise<string> | string, KeyHolder | undefined, number, string];

/** Each is refused with its reason, and nothing of it is stored. */
async function refused(wrongs: readonly Wrong[]): Promise<void> {
  const before = [await stored(), await state(), (await lines('ceremony.message')).length];
  for (const [what, make, bringer, status, says] of wrongs) {
    const answer = await told((bringer ?? ana).bring(await make()));
    expect([what, ...answer]).toEqual([what, status, expect.stringContaining(says)]);
  }
  expect([await stored(), await state(), (await lines('ceremony.message')).length]).toEqual(before);
}

const read = <T>(form: Codec<T>, text: string): T => {
  const file = readText(form, text);
  invariant(!(file instanceof Misread), 'the file has its form');
  return file;
};
const json = (file: object): string => JSON.stringify(file);

describe('the first round', () => {
  it('tells each what to do, and refuses whatever is no certificate of that very place', async () => {
    expect(await ana.page()).toContain('Haga su certificado y tráigalo');
    expect(await ana.page()).toContain('2of3 <span>--member</span> 1');
    expect(await dora.page()).not.toContain('Lo que le toca ahora');
    const own = await ana.certificate(1, [2, 3]);
    const second = await beto.certificate(2, [2, 3]);
    await refused([
      ['empty', () => '', ana, 400, 'Elija un archivo'],
      ['no JSON', () => '{', ana, 422, 'no es JSON'],
      ['bytes', () => '\u0000\u0001', ana, 422, 'no es JSON'],
      ['a number', () => '7', ana, 422, 'no tiene la forma debida'],
      ['nothing of ours', () => '{}', ana, 422, 'no tiene la forma debida'],
      ['far too large', () => 'x'.repeat(600_000), ana, 413, 'demasiado grande'],
      ['the secret', () => JSON.stringify(ana.secret), ana, 422, 'Ese archivo es su secreto'],
      ['a key', () => '{"convite_key":1,"secret":"5"}', ana, 422, 'Ese archivo es su secreto'],
      ['another step', () => json({ ...read(certificateFile, own), step: 'deal' }), ana, 422, 'es de otro paso'],
      [
        'no step',
        () => json({ ...read(certificateFile, own), step: 'x' }),
        ana,
        422,
        'no tiene la forma debida, en .step',
      ],
      ['more in it', () => json({ ...read(certificateFile, own), x: 1 }), ana, 422, 'no tiene la forma debida'],
      ['other numbers', () => twin().certificate(1, [3, 3]), ana, 422, 'otra ceremonia'],
      ['another place', () => second, ana, 422, 'es de la persona número 2, y usted es la número 1'],
      [
        'another name',
        () => own.replace('Ana Pérez', 'Ana'),
        ana,
        422,
        'El archivo dice Ana, y este lugar es de Ana Pérez',
      ],
      ['somebody without a place', () => own, dora, 422, 'no tiene un lugar'],
      [
        'a certificate of another place under the own number',
        () => json({ ...read(certificateFile, second), member: 1, name: 'Ana Pérez' }),
        ...([ana, 422, 'otro lugar'] as const),
      ],
      [
        'a signature of another',
        () => {
          const { content, ...file } = read(certificateFile, own);
          const { signature } = read(certificateFile, second).content;
          return json({ ...file, content: { ...content, signature } });
        },
        ...([ana, 422, 'no está firmado con su propia clave'] as const),
      ],
    ]);
    expect((await bring(site, crew.organiser, ana.address + '/messages', { content: own, name: 'x' })).status).toBe(
      403,
    );
    expect(await stored()).toEqual({});
  });

  it('takes one certificate of each; the same again changes nothing, and no other takes its place', async () => {
    const own = await ana.certificate(1, [2, 3]);
    expect((await ana.bring(own)).status).toBe(303);
    expect((await ana.bring(own)).status).toBe(303);
    expect(await ana.page()).toContain('No le toca nada hasta que traigan su parte: Beto Gil y علي حسن');
    await refused([['another certificate', () => twin().certificate(1, [2, 3]), ana, 409, 'Ya trajo otro archivo']]);
    expect(await stored()).toEqual({ certificate: [1] });
    expect((await crew.organiser.post('/org/c/clave/trustees/void', { reason: 'Otra vez.' })).status).toBe(303);
    expect((await beginWith(crew.organiser, 'clave', [ana, beto, ali], 2)).status).toBe(303);
    for (const [i, holder] of [ana, beto, ali].entries()) {
      expect((await holder.bring(await holder.certificate(i + 1, [2, 3]))).status).toBe(303);
    }
    expect(await state()).toBe('deals');
  });
});

describe('the second and the third round', () => {
  it('refuse what was made with other files, shares that are missing, and who comes too early', async () => {
    expect(await beto.page()).toContain('Ya están todos los certificados');
    const own = await ana.deal();
    const other = await beto.deal();
    const { content: dealt, ...head } = read(dealFile, own);
    const withContent = (changed: Partial<typeof dealt>): string =>
      json({ ...head, content: { ...dealt, ...changed } });
    await refused([
      [
        'a certificate',
        () => twin().certificate(1, [2, 3]),
        ana,
        422,
        'es de otro paso (Certificado); ahora toca: Reparto',
      ],
      [
        'other certificates',
        () => own.replace(/"certificates":"[0-9a-f]{64}"/u, `"certificates":"${'0'.repeat(64)}"`),
        ana,
        422,
        'otros archivos',
      ],
      [
        'too few shares',
        () => withContent({ secrets: dealt.secrets.slice(1) }),
        ...([ana, 422, 'una parte para cada persona'] as const),
      ],
      [
        'a share that is not sealed',
        () => withContent({ secrets: ['a', 'b', 'c'] }),
        ...([ana, 422, 'Una parte sellada del reparto no tiene la forma'] as const),
      ],
      [
        'the public part of another',
        () => withContent({ coefexps: read(dealFile, other).content.coefexps }),
        ...([ana, 422, 'no está firmada'] as const),
      ],
    ]);
    for (const holder of [ali, ana]) expect((await holder.bring(await holder.deal())).status).toBe(303);
    await refused([
      ['a second deal', () => ali.deal(), ali, 409, 'Ya trajo otro archivo de este paso'],
      ['a rehearsal', () => '{"convite_rehearsal":1}', ana, 422, 'Todavía no hay una lista'],
    ]);
    expect((await beto.bring(await beto.deal())).status).toBe(303);
    expect(await state()).toBe('keys');
  });

  it('end with a list that anybody puts together out of the messages, to the byte', async () => {
    const shares = [await ana.share(), await beto.share(), await ali.share()] as const;
    await refused([
      [
        'other deals',
        () => shares[0].replace(/"transcript":"[0-9a-f]{64}"/u, `"transcript":"${'0'.repeat(64)}"`),
        ana,
        422,
        'otros archivos',
      ],
      [
        'the key of another',
        () => json({ ...read(shareKeyFile, shares[0]), content: read(shareKeyFile, shares[1]).content }),
        ...([ana, 422, 'no es la que dan todos los repartos'] as const),
      ],
      ['the key itself', () => ana.keyText, ana, 422, 'Ese archivo es su secreto'],
    ]);
    for (const [i, holder] of [ali, beto, ana].entries()) {
      expect(await rows('select from consultation_trustees')).toEqual([]);
      expect((await holder.bring(shares[2 - i] ?? '')).status).toBe(303);
    }
    expect(await state()).toBe('assembled');
    const list = await (await crew.observer.get('/org/c/clave/trustees/trustees.json')).text();
    const folder = mkdtempSync(join(tmpdir(), 'convite-ceremony-'));
    const zip = await crew.observer.get('/org/c/clave/trustees/messages.zip');
    expect(zip.headers.get('Content-Disposition')).toContain('ceremony.zip');
    const entries = done(await readZip(bytesSource(new Uint8Array(await zip.arrayBuffer()))));
    expect(entries).toHaveLength(9);
    for (const { path, size, source } of entries) writeFileSync(join(folder, path), await source.read(0, size));
    const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));
    const args = [command, 'trustee', 'assemble', '--folder', folder, '--out', join(folder, 'trustees.json')];
    await promisify(execFile)(process.execPath, args);
    expect(readFileSync(join(folder, 'trustees.json'), 'utf8')).toBe(list);
    rmSync(folder, { recursive: true });
    const brought = await lines('ceremony.message', 'key.bring');
    // One certificate of the ceremony that became void.
    expect(brought.map(({ event }) => event)).toEqual([...Array<string>(10).fill('ceremony.message'), 'key.bring']);
    expect(brought.every(({ is_public }) => is_public === true)).toBe(true);
    expect(brought.at(-1)).toMatchObject({ details: { holders: 3, threshold: 2 } });
    expect(await rows('select trustees, waiver from consultation_trustees')).toEqual([
      { trustees: list, waiver: null },
    ]);
    await refused([['too late', () => shares[0].replace('\n', ' '), ana, 409, 'La ceremonia ya terminó']]);
  });
});

describe('a list that was made elsewhere', () => {
  const bringList = async (): Promise<Response> =>
    await bring(
      site,
      dora.browser,
      '/org/c/clave/preparation/trustees',
      { content: await trusteesText([{ kind: 'threshold', threshold: 2, size: 3 }]), name: 'trustees.json' },
      { waiver: '' },
    );

  it('is not taken beside a ceremony of this site; once that is void it is, and gives way to the next ceremony', async () => {
    expect((await told(bringList()))[1]).toContain('hacen su ceremonia en este sitio');
    await allRehearse([ana]);
    const there = { certificate: 'true', deal: 'true', key: 'true' };
    const places = await savedTable(crew.observer, '/org/c/clave/trustees/places.csv');
    expect(places.map(({ rehearsed_on, ...row }) => ({ ...row, rehearsed: rehearsed_on !== '' }))).toEqual([
      { ...there, place: '1', name: 'Ana Pérez', rehearsed: true },
      { ...there, place: '2', name: 'Beto Gil', rehearsed: false },
      { ...there, place: '3', name: 'علي حسن', rehearsed: false },
    ]);
    expect(await (await crew.observer.get('/org/c/clave/trustees')).text()).toContain('trustees/places.csv"');
    const open = await site.ask('/c/clave/trustees.csv');
    await rows("update consultations set status = 'frozen' where slug = 'clave'");
    expect([open.status, await savedTable(crew.observer, '/c/clave/trustees.csv')]).toEqual([
      404,
      places.map(({ place, name, rehearsed_on }) => ({ place, name, rehearsed_on })),
    ]);
    expect(await (await site.ask('/c/clave/trustees')).text()).toContain('href="/c/clave/trustees.csv"');
    await rows("update consultations set status = 'draft' where slug = 'clave'");
    await crew.organiser.post('/org/c/clave/trustees/void', { reason: 'Beto perdió su máquina.' });
    expect(await rows('select from consultation_trustees')).toEqual([]);
    expect(await ana.page()).not.toContain('Lo que le toca ahora');
    expect((await told(ana.bring(await ana.deal().catch(() => '{"step":"deal"}'))))[1]).toContain('ninguna ceremonia');
    expect((await bringList()).status).toBe(303);
    await holdCeremony(crew.organiser, 'clave', [ana, beto, ali], 2);
    const names = await rows(`select trustees::json -> 0 -> 1 -> 'verification_keys' -> 2 ->> 'name' as name
      from consultation_trustees`);
    expect(names).toEqual([{ name: 'علي حسن' }]);
  });
});

test('a ceremony is neither begun nor void once elections are being set up, nor begun when the vote is open', async () => {
  await freeze(crew, 'clave');
  const hash = 'a'.repeat(64);
  await rows(
    `insert into credential_uploads (id, consultation_id, status, order_hash, source_hash, brought_by, brought_at, contests,
       credentials, spares) values ($4, $1, 'setting_up', $2, $2, $3, now(), 2, 1, 1)`,
    ...[consultation, hash, ana.account, randomUUID()],
  );
  expect((await told(crew.organiser.post('/org/c/clave/trustees/void', { reason: 'Otra vez.' })))[1]).toContain(
    'ya se prepararon',
  );
  await rows(`update ceremonies set status = 'void'`);
  expect((await told(beginWith(crew.organiser, 'clave', [ana, beto, ali], 2)))[1]).toContain('ya se prepararon');
  await rows('delete from credential_uploads');
  await rows(`update consultations set status = 'open'`);
  expect((await told(beginWith(crew.organiser, 'clave', [ana, beto, ali], 2)))[1]).toContain('ya se abrió');
});
