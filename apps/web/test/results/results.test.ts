import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestCount } from '../../src/features/results/index.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { pageOf } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { until } from '../until.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

let site: TestSite;
let tallied: TalliedConsultation;
let guarantor: StaffBrowser;
let second: StaffBrowser;
beforeAll(async () => {
  site = await openTestSite();
  tallied = await tallyConsultation(site.site.ballots.context);
  const person = async (name: string): Promise<StaffBrowser> =>
    (await makeStaff(site, name, [{ role: 'guarantor', territory: tallied.territories['C'] ?? '' }])).browser;
  guarantor = await person('Gloria');
  second = await person('Gabriel');
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const states = async (): Promise<readonly unknown[]> => {
  const found = new Map((await rows('select id, status from contests')).map(({ id, status }) => [id, status]));
  return tallied.contests.map((id) => found.get(id));
};

/** Waits until a question to the database has no answer any more. */
async function nothing(statement: string): Promise<void> {
  await until(async () => ((await rows(statement)).length === 0 ? true : undefined));
}
const counted = (): Promise<void> => nothing('select from count_requests where refusal is null');
const archived = async (): Promise<void> => {
  await nothing(`select where not exists (select from result_archives)`);
  await nothing(`select from result_archives where status = 'making'`);
};

const org = (page: string): string => `/org/c/obras-2026/${page}`;
const open = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await site.ask(path);
  return { status: response.status, text: await response.text() };
};
/** What is typed for an instant, in a zone four hours behind Greenwich. */
const typed = (at: Date): string => new Date(at.getTime() - 4 * 3_600_000).toISOString().slice(0, 16);
const later = (minutes: number): Date => new Date(site.clock.now.getTime() + minutes * 60_000);

describe('contests that were tallied', () => {
  test('are counted from their archives, and say where a tie needs lots', async () => {
    const { consultation } = tallied;
    await inTransaction(site.site.accounts.database, (tx) =>
      requestCount(tx, { consultation, contests: tallied.tallied, now: new Date() }),
    );
    await counted();
    expect(await states()).toEqual([
      ...['counted', 'counted', 'lots_required', 'withheld', 'counted', 'lots_required', 'annulled'],
    ]);
    expect(await rows('select refusal from count_requests')).toEqual([]);
  });

  test('have no result before the lot is drawn and two people publish it', async () => {
    expect((await open('/c/obras-2026/result')).status).toBe(404);
    expect((await open('/c/obras-2026/archive.zip')).status).toBe(404);
    expect((await open('/c/obras-2026/result.csv')).status).toBe(404);
    const refused = await guarantor.post(org('result/archive'));
    expect([refused.status, (await refused.text()).includes('Hay papeletas sin contar.')]).toEqual([409, true]);
  });
});

test('a result that is not there says so, and that it is late once a day has passed since the vote', async () => {
  const saysLate = async (): Promise<boolean> =>
    (await open('/c/obras-2026/result')).text.includes('el resultado viene con retraso');
  const [{ closes_at: closed } = {}] = await rows('select closes_at from consultations');
  for (const [minutes, isLate] of [
    [5, false],
    [-5, true],
  ] as const) {
    await rows('update consultations set closes_at = $1', later(-24 * 60 + minutes));
    expect([minutes, await saysLate()]).toEqual([minutes, isLate]);
  }
  await rows('update consultations set closes_at = $1', closed);
});

describe('the page of a result', () => {
  const comesAgain = async (): Promise<boolean> => (await guarantor.get(org('result'))).headers.has('refresh');

  test('comes again by itself while something is counted, with lots too, and rests where people have to act', async () => {
    expect(await comesAgain()).toBe(false);
    await rows(
      `insert into count_requests (contest_id, consultation_id, requested_at)
       select id, consultation_id, now() from contests where status = 'lots_required'`,
    );
    expect(await comesAgain()).toBe(true);
    await rows('delete from count_requests');
  });
});

describe('a public lot', () => {
  test('is not drawn before it was announced, nor announced for a moment that is over', async () => {
    const early = await guarantor.post(org('lots/draw'), {
      seed: '4 8 15',
      drawn_at: typed(later(-1)),
      reason: 'Salió.',
    });
    expect([early.status, (await early.text()).includes('Antes se anuncia')]).toEqual([422, true]);
    const past = await guarantor.post(org('lots/announce'), { how: 'Dados', draws_at: typed(later(-1)) });
    expect([past.status, (await past.text()).includes('todavía no llegó')]).toEqual([422, true]);
    expect((await guarantor.post(org('lots/announce'), { how: ' ', draws_at: typed(later(60)) })).status).toBe(422);
    expect((await guarantor.post(org('lots/announce'), { how: 'La lotería', draws_at: typed(later(4)) })).status).toBe(
      303,
    );
    expect((await open('/c/obras-2026/lots')).text).toContain('La lotería');
  });

  test('is drawn after the announced hour, by two people who type the same', async () => {
    const draw = (seed: string, at: Date): Promise<Response> =>
      guarantor.post(org('lots/draw'), { seed, drawn_at: typed(at), reason: 'Salió en la plaza.' });
    expect((await draw('04 17 23', later(0))).status).toBe(422);
    site.clock.now = later(9);
    expect((await draw('04 17 23', later(-8))).status).toBe(422);
    expect((await draw('', later(-2))).status).toBe(422);
    const act = pageOf(await draw('Lotería 2026-11-29: 04 17 23 31 40', later(-2)));
    expect((await guarantor.post(act, { decision: 'agree' })).status).not.toBe(303);
    expect(await rows('select from lot_draws')).toEqual([]);
    const shown = await (await second.get(act)).text();
    expect(shown).toContain('Lotería 2026-11-29: 04 17 23 31 40');
    expect((await second.post(act, { decision: 'agree' })).status).toBe(303);
    await counted();
    expect(await states()).toEqual([
      ...['counted', 'counted', 'counted', 'withheld', 'counted', 'counted', 'annulled'],
    ]);
    const lots = await rows('select lots from contest_outcomes where lots is not null');
    expect(lots).toHaveLength(2);
    const again = await guarantor.post(org('lots/announce'), { how: 'Otra vez', draws_at: typed(later(60)) });
    expect(again.status).toBe(422);
  });
});

describe('a result', () => {
  test('is not published by one, and only with an archive that was verified and is not stale', async () => {
    await archived();
    const [archive] = await rows('select status, refusal from result_archives');
    expect(archive).toEqual({ status: 'verified', refusal: null });
    await rows(`update options set title = 'Otra cosa' where number = 1 and contest_id = $1`, tallied.contests[0]);
    const stale = await guarantor.post(org('result/publish'), { reason: 'Todo contado.' });
    expect([stale.status, (await stale.text()).includes('Algo cambió')]).toEqual([422, true]);
    await rows(`update options set title = 'Farolas' where number = 1 and contest_id = $1`, tallied.contests[0]);
    const offers = async (): Promise<boolean> =>
      (await (await guarantor.get(org('result'))).text()).includes('result/publish');
    expect(await offers()).toBe(true);
    const act = pageOf(await guarantor.post(org('result/publish'), { reason: 'Todo contado.' }));
    // Who comes back is led to what waits, and proposes nothing twice.
    expect(await offers()).toBe(false);
    expect(await (await guarantor.get(org('result'))).text()).toContain(`href="${act}"`);
    expect((await open('/c/obras-2026/result')).status).toBe(404);
    expect((await second.post(act, { decision: 'agree' })).status).toBe(303);
    expect(await states()).toEqual([
      ...['provisional', 'provisional', 'provisional', 'withheld', 'provisional', 'provisional', 'annulled'],
    ]);
    const { status, text } = await open('/c/obras-2026/result');
    expect(status).toBe(200);
    expect(text).toContain('Resultado provisional');
    expect(text).toContain('npm run -s convite <span>--</span> verify obras-2026.zip');
  });

  test('has a page for each contest, each option and each territory', async () => {
    for (const contest of tallied.contests) {
      const page = await open(`/c/obras-2026/contests/${contest}/result`);
      expect([page.status, page.text.includes('undefined')]).toEqual([200, false]);
    }
    const [first = '', shares = '', tie = '', few = '', , , annulled = ''] = tallied.contests;
    const textOf = async (contest: string): Promise<string> =>
      (await open(`/c/obras-2026/contests/${contest}/result`)).text;
    expect(await textOf(first)).toContain('Votaron 12 de las 12 personas que podían: 100');
    expect(await textOf(shares)).toContain('Votaron 50 de las 50 personas que podían: 100');
    expect(await textOf(few)).toContain('Podían votar 5 personas.');
    expect((await open('/c/obras-2026/result')).text).toMatch(/Podían votar<\/th><td class="n">88</u);
    expect(await textOf(tie)).toContain('Lotería 2026-11-29: 04 17 23 31 40');
    expect(await textOf(few)).toContain('Se contaron menos de 10 votos');
    expect(await textOf(annulled)).toContain('Se imprimieron boletas equivocadas.');
    for (const option of ['1', '2', '3', '4']) {
      expect((await open(`/c/obras-2026/contests/${first}/result/projects/${option}`)).status).toBe(200);
    }
    expect((await open(`/c/obras-2026/contests/${first}/result/projects/9`)).status).toBe(404);
    for (const code of ['A', 'A1', 'A2', 'B']) {
      expect((await open(`/c/obras-2026/result/${code}`)).status).toBe(200);
    }
    expect((await open('/c/obras-2026/result/Z')).status).toBe(404);
  });

  test('has tables of territories, contests and options, of the whole or of a part', async () => {
    const table = async (path: string): Promise<readonly string[]> => {
      const answer = await site.ask(`/c/obras-2026/${path}`);
      expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([
        ...[path, 200, 'text/csv; charset=utf-8; header=present'],
      ]);
      return (await answer.text()).trimEnd().split('\r\n');
    };
    const sums = await table('result.csv');
    expect(sums[0]).toBe(
      'code,name,above,contests,decided,withheld,annulled,eligible,ballots,blank,spoilt,winners,cost',
    );
    expect(sums.slice(1).map((line) => line.split(',')[0])).toEqual(['C', 'A', 'B', 'A1', 'A2']);
    const contests = await table('result-contests.csv');
    const options = await table('result-options.csv');
    expect([contests[0], options[0]]).toEqual([
      'code,territory,contest,contest_en,state,eligible,ballots,blank,spoilt,winners,cost,envelope,rule,fingerprint,head,id',
      'code,contest,number,title,title_en,place,theme,cost,withdrawn,votes,winner,order,reason,id',
    ]);
    const ids = contests.slice(1).map((line) => line.slice(line.lastIndexOf(',') + 1));
    expect(ids.toSorted()).toEqual(tallied.contests.toSorted());
    expect(sums.slice(1)).toEqual([
      'C,Comuna,,7,5,1,1,88,88,12,0,8,3400.00',
      'A,Sector A,C,4,3,1,0,72,72,10,0,5,2100.00',
      'B,Sector B,C,3,2,0,1,16,16,2,0,3,1300.00',
      'A1,Calle Cedro,A,2,2,0,0,62,62,8,0,4,1700.00',
      'A2,Calle Samán,A,2,1,1,0,10,10,2,0,1,400.00',
    ]);
    const figures = contests.slice(1).map((line) => line.split(',').slice(0, 12).join(','));
    expect(figures.map((line) => line.split(',')[0])).toEqual(['A1', 'A1', 'A2', 'A2', 'B', 'B', 'B']);
    expect(figures.toSorted()).toEqual([
      'A1,Calle Cedro,Obras por partes,,provisional,50,50,6,0,2,900.00,1000.00',
      'A1,Calle Cedro,Obras,Works,provisional,12,12,2,0,2,800.00,1000.00',
      'A2,Calle Samán,Obras,Works,withheld,5,,,,,,1000.00',
      'A2,Calle Samán,Una sola obra,,provisional,10,10,2,0,1,400.00,1000.00',
      'B,Sector B,Obras por partes,,provisional,6,6,0,0,2,800.00,1000.00',
      'B,Sector B,Obras,Works,annulled,3,,,,,,1000.00',
      'B,Sector B,Una sola obra,,provisional,10,10,2,0,1,500.00,1000.00',
    ]);
    const [first = '', , , few = ''] = tallied.contests;
    expect(options.filter((line) => line.endsWith(first))).toEqual([
      `A1,Obras,1,Farolas,Street lights,Plaza,,300.00,false,3,true,2,,${first}`,
      `A1,Obras,2,Bancos,,,,400.00,false,1,false,,does_not_fit,${first}`,
      `A1,Obras,3,Un árbol,A tree,,,500.00,false,5,true,1,,${first}`,
      `A1,Obras,4,Un pozo,,,,600.00,false,1,false,,does_not_fit,${first}`,
    ]);
    expect(options).toContain(`A2,Obras,1,Farolas,Street lights,Plaza,,300.00,false,,,,,${few}`);
    const part = await table('result.csv?territory=A');
    expect(part.slice(1)).toEqual(sums.filter((line) => /^A[12]?,/u.test(line)));
    expect((await table('result-contests.csv?territory=A2')).slice(1)).toEqual(
      contests.filter((line) => line.startsWith('A2,')),
    );
    const saved = await site.ask('/c/obras-2026/result-options.csv?territory=A2');
    expect(saved.headers.get('Content-Disposition')).toBe('attachment; filename="obras-2026-A2-result-options.csv"');
    expect((await open('/c/obras-2026/result.csv?territory=Z')).status).toBe(404);
    const page = (await open('/c/obras-2026/result/A2')).text;
    for (const name of ['result', 'result-contests', 'result-options']) {
      expect(page).toContain(`href="/c/obras-2026/${name}.csv?territory=A2"`);
    }
  });

  test('can be taken home, whole or from any byte, and the command accepts it', async () => {
    const whole = await site.ask('/c/obras-2026/archive.zip');
    const bytes = Buffer.from(await whole.arrayBuffer());
    const [record] = await rows(`select sha256, bytes from result_archives where status = 'published'`);
    expect({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }).toEqual(record);
    const etag = whole.headers.get('ETag') ?? '';
    const rest = await site.ask('/c/obras-2026/archive.zip', { headers: { Range: 'bytes=1000-', 'If-Range': etag } });
    expect(rest.status).toBe(206);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(1000))).toBe(true);
    expect((await site.ask('/c/obras-2026/archive.zip', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect(await verified(bytes)).toContain('nobody need be trusted for this');
  });

  test('can be taken home for a part of the territory tree', async () => {
    let part = await site.ask('/c/obras-2026/result/A/archive.zip');
    expect(part.status).toBe(503);
    for (let i = 0; i < 200 && part.status === 503; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      part = await site.ask('/c/obras-2026/result/A/archive.zip');
    }
    expect(part.status).toBe(200);
    await verified(Buffer.from(await part.arrayBuffer()));
  });
});

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));

/** What the command prints of an archive that it accepts. */
async function verified(bytes: Buffer): Promise<string> {
  const folder = site.dataFolder;
  writeFileSync(join(folder, 'taken.zip'), bytes);
  const { stdout } = await run(process.execPath, [command, 'verify', join(folder, 'taken.zip'), '--lang', 'en']);
  return stdout;
}

/** Changes something, looks, and changes it back. */
async function whileChanged(change: () => Promise<void>, undo: () => Promise<void>, look: () => Promise<void>) {
  await change();
  try {
    await look();
  } finally {
    await undo();
  }
}

describe('a result page', () => {
  const refusal = 'No mostramos este resultado';
  const contestPage = (): string => `/c/obras-2026/contests/${tallied.contests[0]}/result`;
  const sees = async (path: string, isRefused: boolean): Promise<void> => {
    const { status, text } = await open(path);
    expect({ path, status, refused: text.includes(refusal) }).toEqual({
      ...{ path, status: isRefused ? 503 : 200, refused: isRefused },
    });
  };

  test.each([
    [
      'the state',
      `update contests set status = 'certified' where id = $1`,
      `update contests set status = 'provisional' where id = $1`,
      true,
    ],
    [
      'the outcome',
      `update contest_outcomes set outcome = outcome || '\\x20' where contest_id = $1`,
      `update contest_outcomes set outcome = substr(outcome, 1, length(outcome) - 1) where contest_id = $1`,
      true,
    ],
    [
      'the head of the board',
      `update elections set head = reverse(head) where contest_id = $1`,
      `update elections set head = reverse(head) where contest_id = $1`,
      true,
    ],
    [
      'the title of an option',
      `update options set title = 'Más farolas' where number = 1 and contest_id = $1`,
      `update options set title = 'Farolas' where number = 1 and contest_id = $1`,
      false,
    ],
    [
      'the cost of an option',
      `update options set cost = cost + 1 where number = 2 and contest_id = $1`,
      `update options set cost = cost - 1 where number = 2 and contest_id = $1`,
      false,
    ],
    [
      'who could vote',
      `update public_credentials set kind = 'spare' where contest_id = $1
        and credential = (select min(credential) from public_credentials where contest_id = $1)`,
      `update public_credentials set kind = 'roll' where contest_id = $1`,
      false,
    ],
  ])('shows nothing where the database says otherwise: %s', async (_, change, undo, alsoSums) => {
    const [contest] = tallied.contests;
    await sees(contestPage(), false);
    await whileChanged(
      async () => void (await rows(change, contest)),
      async () => void (await rows(undo, contest)),
      async () => {
        await sees(contestPage(), true);
        await sees('/c/obras-2026/result', alsoSums);
      },
    );
    await sees(contestPage(), false);
    await sees('/c/obras-2026/result', false);
  });

  test('and its tables have the figures and the money of the archive, and are not there where the database says otherwise', async () => {
    const [contest] = tallied.contests;
    const paths = ['result.csv', 'result-contests.csv', 'result-options.csv'].map((name) => `/c/obras-2026/${name}`);
    const read = (): Promise<readonly unknown[]> => Promise.all(paths.map((path) => open(path)));
    const before = await read();
    await whileChanged(
      async () => {
        await rows(
          `update options set title = 'Más farolas', cost = cost + 1 where contest_id = $1 and number = 1`,
          contest,
        );
        await rows(`update consultations set decimals = 4, currency = 'USD'`);
      },
      async () => {
        await rows(
          `update options set title = 'Farolas', cost = cost - 1 where contest_id = $1 and number = 1`,
          contest,
        );
        await rows(`update consultations set decimals = 2, currency = 'VES'`);
      },
      async () => expect(await read()).toEqual(before),
    );
    await whileChanged(
      async () => void (await rows(`update contests set status = 'certified' where id = $1`, contest)),
      async () => void (await rows(`update contests set status = 'provisional' where id = $1`, contest)),
      async () => {
        for (const path of paths) await sees(path, true);
      },
    );
    expect(await read()).toEqual(before);
  });

  test('shows nothing where the kept file is not the one that was verified', async () => {
    const [record] = await rows(`select id from result_archives where status = 'published'`);
    const folder = join(site.dataFolder, 'archives', String(record?.['id']));
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['archive.zip', 'index.json', 'reports.json']));
    const changed = async (name: string, find: string, look: () => Promise<void>): Promise<void> => {
      const path = join(folder, name);
      const good = readFileSync(path);
      const at = good.indexOf(find) + find.length;
      expect(at).toBeGreaterThanOrEqual(find.length);
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      await whileChanged(
        async () => writeFileSync(path, bad),
        async () => writeFileSync(path, good),
        look,
      );
      await sees(contestPage(), false);
    };
    const contest = tallied.contests[0] ?? '';
    await changed('archive.zip', `{"all_branches_followed":true,"ballots":{"blank":`, async () => {
      const pages = await Promise.all(
        tallied.contests.map(async (id) => (await open(`/c/obras-2026/contests/${id}/result`)).status),
      );
      expect(pages.filter((status) => status === 503)).toHaveLength(1);
      await sees('/c/obras-2026/result-contests.csv', true);
      await sees('/c/obras-2026/result-options.csv', true);
    });
    await changed('archive.zip', `"id":"${contest.slice(0, 8)}`, () => sees(contestPage(), true));
    await changed('archive.zip', `contests/${contest}/archive.bel`, () => sees(contestPage(), true));
    await changed('index.json', `"id":"${contest.slice(0, 8)}`, async () => {
      await sees('/c/obras-2026/result', true);
      await sees('/c/obras-2026/result.csv', true);
    });
    await changed('reports.json', `{"id":"${contest}","head":"`, () => sees(contestPage(), true));
  });
});

describe('a provisional result', () => {
  test('of which a contest is annulled shows no figures until its archive was made anew, and then says why', async () => {
    const annulled = tallied.contests[4] ?? '';
    const path = `/c/obras-2026/contests/${annulled}/result`;
    await rows(`update contests set status = 'annulled' where id = $1`, annulled);
    await rows(
      `insert into audit_trail (event, subject, happened_at, reason, is_public)
       values ('contest.annul', $1, $2, 'Se perdieron cartas.', true)`,
      annulled,
      site.clock.now,
    );
    const during = await open(path);
    expect([during.status, during.text.includes('Se está haciendo el archivo de nuevo')]).toEqual([503, true]);
    await archived();
    const after = await open(path);
    expect([after.status, after.text.includes('Se perdieron cartas.')]).toEqual([200, true]);
    expect((await open('/c/obras-2026/result')).status).toBe(200);
  });

  test('is certified when complaints are over, with an archive of its own', async () => {
    const wait = await guarantor.post(org('result/certify'), { reason: 'Sin reclamos.' });
    expect(wait.status).toBe(422);
    await rows(`update consultations set complaints_until = $1`, later(-1));
    expect((await guarantor.post(org('result/archive'))).status).toBe(303);
    await archived();
    const act = pageOf(await guarantor.post(org('result/certify'), { reason: 'Sin reclamos.' }));
    expect((await second.post(act, { decision: 'agree' })).status).toBe(303);
    expect(await states()).toEqual([
      ...['certified', 'certified', 'certified', 'withheld', 'annulled', 'certified', 'annulled'],
    ]);
    expect((await open('/c/obras-2026/result')).text).toContain('Resultado certificado');
    expect(await rows('select stage, status from result_archives order by number')).toEqual([
      { stage: 'provisional', status: 'replaced' },
      { stage: 'provisional', status: 'replaced' },
      { stage: 'certified', status: 'published' },
    ]);
    await verified(Buffer.from(await (await site.ask('/c/obras-2026/archive.zip')).arrayBuffer()));
  });

  test('keeps its file where it was when the whole consultation is annulled, and shows no figures any more', async () => {
    const file = async () => {
      const answer = await site.ask('/c/obras-2026/archive.zip');
      return [answer.status, answer.headers.get('ETag')];
    };
    const before = await file();
    await rows(`update consultations set status = 'provisional' where slug = 'obras-2026'`);
    await rows(`update contests set status = 'provisional' where status = 'certified'`);
    const proposed = await guarantor.post('/org/c/obras-2026/vote/annul', { why_annul: 'Se perdieron cartas.' });
    expect((await second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
    expect(before[0]).toBe(200);
    expect(await file()).toEqual(before);
    for (const path of ['result', `contests/${tallied.contests[0] ?? ''}/result`, 'result/A1', 'result-options.csv']) {
      const answer = await site.ask(`/c/obras-2026/${path}`, { redirect: 'manual' });
      expect([path, answer.status, answer.headers.get('Location')]).toEqual([path, 303, '/c/obras-2026#annulled']);
    }
    const page = (await open('/c/obras-2026')).text;
    expect(page).toContain('Había un resultado provisional.');
    expect(page).toContain('/c/obras-2026/archive.zip');
    const board = await site.ask(`/c/obras-2026/contests/${tallied.contests[0] ?? ''}/board`);
    expect(board.status).toBe(200);
    expect((await guarantor.post(org('result/archive'))).status).not.toBe(303);
  });
});
