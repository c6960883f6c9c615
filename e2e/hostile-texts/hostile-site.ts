import { expect } from 'vitest';
import { freeze, makeCity, makeCrew, pageOf, prepareConsultation } from '../../apps/web/test/consultations/prepared.ts';
import { openTestSite, type TestSite } from '../../apps/web/test/open-test-site.ts';
import { tallyConsultation } from '../../apps/web/test/results/tallied-consultation.ts';
import { makeStaff, type StaffBrowser } from '../../apps/web/test/staff.ts';
import { until } from '../../apps/web/test/until.ts';
import { requestCount } from '../../apps/web/src/features/results/index.ts';
import { inTransaction } from '../../apps/web/src/persistence/database.ts';

/** An answer of the site, as it stood behind an address. */
export interface Seen {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A site with votes in many states, into whose fields texts are written, also where a form would refuse them. */
export interface HostileSite {
  /** Writes a text into every field that people write. */
  write(text: string): Promise<void>;
  /** Follows every link from the first pages on, to two of each kind of address, as somebody who may see most. */
  crawl(): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

export async function openHostileSite(): Promise<HostileSite> {
  const site = await openTestSite();
  await prepareVotes(site);
  const everywhere = (['observer', 'organiser'] as const).map((role) => ({ role, territory: null }));
  const staff = (await makeStaff(site, 'Omar', everywhere)).browser;
  return {
    write: (text) => write(site, text),
    crawl: () => crawl(staff, ['/', '/org', '/c/obras-2026', '/c/hostil', '/org/c/borrador']),
    close: () => site.close(),
  };
}

const rows = async (
  { database }: TestSite,
  statement: string,
  ...values: unknown[]
): Promise<readonly Record<string, unknown>[]> => (await database.pool.query(statement, values)).rows;

/** A vote that stands frozen and one with a public result, both with hostile options. */
async function prepareVotes(site: TestSite): Promise<void> {
  const works = ['<convite-x>', '"><convite-x a="', '=HYPERLINK("http://x/","x")', '<img src=x onerror=hit=1>'];
  const { consultation, tallied, territories } = await tallyConsultation(site.site.ballots.context, { works });
  const city = await makeCity(site);
  const crew = await makeCrew(site, city.city);
  await prepareConsultation(site, city, crew, 'borrador');
  await prepareConsultation(site, city, crew, 'hostil');
  expect((await freeze(crew, 'hostil')).status).toBe(303);
  await crew.guarantor.post('/org/c/hostil/vote/annul', { why_annul: '"><convite-x a="' });

  const whole = territories['C'] ?? '';
  const person = async (name: string) =>
    (await makeStaff(site, name, [{ role: 'guarantor', territory: whole }])).browser;
  const [guarantor, second] = [await person('Gloria C'), await person('Gabriel C')];
  const at = (minutes: number): string =>
    new Date(site.clock.now.getTime() + minutes * 60_000 - 4 * 3_600_000).toISOString().slice(0, 16);
  const counted = (): Promise<true> =>
    until(async () =>
      (await rows(site, 'select from count_requests where refusal is null')).length === 0 ? true : undefined,
    );
  await inTransaction(site.site.accounts.database, (tx) =>
    requestCount(tx, { consultation, contests: tallied, now: new Date() }),
  );
  await counted();
  const room = '/org/c/obras-2026';
  await guarantor.post(`${room}/lots/announce`, { how: '<convite-x>', draws_at: at(4) });
  site.clock.now = new Date(site.clock.now.getTime() + 9 * 60_000);
  const reason = '"><convite-x a="';
  const drawn = await guarantor.post(`${room}/lots/draw`, { seed: '<svg/onload=hit=1>', drawn_at: at(-2), reason });
  expect((await second.post(pageOf(drawn), { decision: 'agree' })).status).toBe(303);
  await counted();
  await until(async () =>
    (await rows(site, `select from result_archives where status = 'verified'`)).length > 0 ? true : undefined,
  );
  const proposed = await guarantor.post(`${room}/result/publish`, { reason: "'><convite-x a='" });
  expect((await second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
}

/** Fields in which people's words are stored; the published options are those of a file that was verified. */
const fields = [
  ['territories', 'name'],
  ['accounts', 'name'],
  ['audit_trail', 'reason'],
  ['two_person_acts', 'reason'],
  ...(['title', 'summary', 'place', 'theme'] as const).map((column) => ['options', column] as const),
  ['stations', 'name'],
  ['stations', 'place'],
] as const;
const fieldsByLanguage = [
  ['consultations', 'title'],
  ['contest_templates', 'name'],
  ['envelopes', 'name'],
] as const;

async function write(site: TestSite, text: string): Promise<void> {
  for (const [table, column] of fields) {
    const published = `contest_id in (select id from contests where status in ('provisional', 'withheld'))`;
    // In no contest two options are called the same.
    await rows(
      site,
      `update ${table} set ${column} = $1 || md5(ctid::text)
       where ${column} is not null and ${table === 'options' ? `not ${published}` : 'true'}`,
      text,
    );
  }
  for (const [table, column] of fieldsByLanguage) {
    await rows(site, `update ${table} set ${column} = $1`, JSON.stringify({ es: text, en: text }));
  }
}

/** Addresses that differ in ids and numbers alone lead to pages of one kind. */
const kindOf = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, 'ID')
    .replaceAll(/[0-9a-f]{64}/gu, 'HASH')
    .replaceAll(/=[^&]*/gu, '=')
    .replaceAll(/\d+/gu, '0');

async function crawl(staff: StaffBrowser, beginnings: readonly string[]): Promise<readonly Seen[]> {
  const [waiting, known, kinds] = [[...beginnings], new Set(beginnings), new Map<string, number>()];
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const before = kinds.get(kindOf(path)) ?? 0;
    if (before >= 2) continue;
    kinds.set(kindOf(path), before + 1);
    const answer = await staff.get(path);
    const type = answer.headers.get('Content-Type') ?? '';
    const text = await answer.text();
    seen.push({ path, status: answer.status, type, text });
    const links = type.includes('html')
      ? [...text.matchAll(/(?:href|src)="(\/[^"]*)"/gu)].map(([, link = '']) => link)
      : [];
    for (const link of [...links, answer.headers.get('Location') ?? '/']) {
      const address = link.replaceAll('&amp;', '&').replace(/#.*$/u, '');
      if (known.has(address) || /^\/assets|lang=/u.test(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return seen;
}
