import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { saveBy } from '../offline-site.ts';
import type { Clerk } from './clerk.ts';

/** A machine of somebody's own that never was in a network, with a page of one file on its disk. */
export interface OwnMachine {
  readonly context: BrowserContext;
  /** Opens the page from the disk. */
  readonly open: () => Promise<Page>;
}

/** Saves the page of one file that the page before a clerk links to, and carries it to a machine without a network. */
export async function carryAway(browser: Browser, clerk: Clerk, link: string): Promise<OwnMachine> {
  await clerk.follow(link);
  await clerk.page.getByRole('heading', { level: 1 }).waitFor();
  // A link may lead into a task; the page is saved where it begins.
  const home = clerk.page.getByRole('button', { name: 'Volver al inicio', exact: true });
  if ((await home.count()) > 0) await home.click();
  const save = clerk.page.getByRole('link', { name: 'Guardar esta página en su equipo' });
  const { path: saved } = await saveBy(clerk.page, save, clerk.folder);
  await clerk.page.goBack();
  const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
  await context.setOffline(true);
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(pathToFileURL(saved).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  return { context, open };
}
