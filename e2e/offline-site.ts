import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, invariant } from '@convite/kernel';
import type { Locator, Page } from 'playwright-core';
import { listen } from '../apps/web/src/http/listen.ts';
import { makeMetrics } from '../apps/web/src/http/metrics.ts';
import { pageFileRoute } from '../apps/web/src/http/page-file.ts';
import { makeWebApp } from '../apps/web/src/http/web-app.ts';
import { silentLogger } from '../apps/web/test/booth/silent-logger.ts';

/** A page of one file, from a server and from a disk. */
export interface OfflineSite {
  readonly served: string;
  readonly onDisk: string;
  /** As it was made. */
  readonly html: string;
  /** Every address that the server was asked for. */
  readonly asked: readonly string[];
  /** A folder for what people save. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** @param name of the page in addresses, and of its file. */
export async function openOfflineSite(name: string, bundle: (file: string) => Promise<void>): Promise<OfflineSite> {
  const folder = mkdtempSync(join(tmpdir(), `convite-${name}-`));
  const path = join(folder, `${name}.html`);
  await bundle(path);
  const says = (status: 404 | 400 | 403 | 500) => (): Response => new Response(String(status), { status });
  const router = makeWebApp(
    {
      ...{ publicOrigin: undefined, ballotOrigin: undefined, trustProxy: false, visitorKey: new Uint8Array(32) },
      ...{ now: () => new Date(), logger: silentLogger, metrics: makeMetrics() },
    },
    { notFound: says(404), badRequest: says(400), foreignForm: says(403), failed: says(500) },
    { admit: () => Promise.resolve(err(new Response('', { status: 403 }))) },
    () => '1',
  );
  const asked: string[] = [];
  router.app.use(async (c, next) => {
    asked.push(c.req.path);
    await next();
  });
  pageFileRoute(router, `/${name}`, pathToFileURL(path));
  const listening = await listen(router, '127.0.0.1', 0);
  invariant(listening.ok, 'a free port is found');
  return {
    served: `${listening.value.address}/${name}`,
    onDisk: pathToFileURL(path).href,
    html: readFileSync(path, 'utf8'),
    asked,
    folder,
    async close() {
      await listening.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file that somebody saved, or got. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

/** Presses a button that saves a file, and gives it as it was saved. */
export const save = (page: Page, name: string | RegExp, folder: string): Promise<SavedFile> =>
  saveBy(page, page.getByRole('button', { name }), folder);

/** Presses what saves a file, and gives it as it was saved. */
export async function saveBy(page: Page, by: Locator, folder: string): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), by.click()]);
  // A browser without letters for a name calls every file alike.
  const path = join(mkdtempSync(join(folder, 'saved-')), download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
