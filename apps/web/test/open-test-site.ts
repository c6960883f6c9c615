import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { inject } from 'vitest';
import type { Settings } from '../src/env.ts';
import { openSite, type Site } from '../src/open-site.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { until } from './until.ts';

/** A whole site over HTTP, on a fresh database, with a clock that the test moves. */
export interface TestSite {
  readonly site: Site;
  readonly database: FreshDatabase;
  /** Where the site keeps its files. */
  readonly dataFolder: string;
  /** The origin that the site takes for its own. */
  readonly origin: string;
  readonly clock: { now: Date };
  /** Asks the site; redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

const silent: Settings = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '',
  databaseUrl: undefined,
  publicOrigin: undefined,
  trustProxy: true,
  pageStoreBytes: 1024 * 1024,
  uploadStoreBytes: 1024 * 1024,
  logLevel: 'silent',
};

export async function openTestSite({
  settings = {},
  countingProgram = new URL(inject('countingProgram')),
}: {
  readonly settings?: Partial<Settings>;
  readonly countingProgram?: URL;
} = {}): Promise<TestSite> {
  const database = await freshDatabase();
  const clock = { now: new Date() };
  const dataFolder = mkdtempSync(join(tmpdir(), 'convite-site-'));
  const opened = await openSite(
    { ...silent, dataFolder, ...settings },
    {
      root: new URL('../../../', import.meta.url),
      readingProgram: new URL(inject('readingProgram')),
      passkeyProgram: new URL(inject('passkeyProgram')),
      boothPrograms: new URL(inject('boothPrograms')),
      trusteePage: new URL(inject('trusteePage')),
      registrarPage: new URL(inject('registrarPage')),
      proofProgram: new URL(inject('proofProgram')),
      peopleProgram: new URL(inject('peopleProgram')),
      resultsProgram: new URL(inject('resultsProgram')),
      countingProgram,
    },
    database.pool,
    pino({ level: 'silent' }),
    () => clock.now,
  );
  if (!opened.ok) throw new Error(`the site did not open: ${JSON.stringify(opened.error)}`);
  const site = opened.value;
  return {
    site,
    origin: settings.publicOrigin ?? site.address,
    database,
    dataFolder,
    clock,
    ask: (path, init = {}) => fetch(new URL(path, site.address), { redirect: 'manual', ...init }),
    async close() {
      await site.close();
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What browsers of a test need of a site, wherever it runs. */
export type AskedSite = Pick<TestSite, 'ask' | 'origin'>;

/** The headers of a form that a page of the site itself sent, from a browser at this address. */
export const fromBrowser = (site: AskedSite, address = '203.0.113.1', cookie?: string): Record<string, string> => ({
  Origin: site.origin,
  'Sec-Fetch-Site': 'same-origin',
  'X-Forwarded-For': address,
  ...(cookie === undefined ? {} : { Cookie: cookie }),
});

/** Uploads a file as the form of the first page does. */
export function upload(
  site: TestSite,
  content: string | Uint8Array<ArrayBuffer>,
  {
    rule = '',
    address,
    cookie,
    name = 'vote.pb',
  }: { rule?: string; address?: string; cookie?: string; name?: string } = {},
): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([content], name));
  form.set('rule', rule);
  return site.ask('/recounts', { method: 'POST', body: form, headers: fromBrowser(site, address, cookie) });
}

/** Asks for a page again until it is no longer about waiting. */
export const settled = (site: TestSite, path: string): Promise<{ readonly status: number; readonly text: string }> =>
  until(async () => {
    const response = await site.ask(path);
    const text = await response.text();
    return text.includes('aria-busy="true"') ? undefined : { status: response.status, text };
  });

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
