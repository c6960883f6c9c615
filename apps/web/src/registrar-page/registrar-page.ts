import { loadBrowserSuite } from '../offline-page/browser-suite.ts';
import { trustedParts } from '../offline-page/trusted-parts.ts';
import { serveCodes } from './code-worker.ts';
import { openRegistrarPage } from './page.ts';

/** One program for the page and its workers, for the page is one file. */
async function start(): Promise<void> {
  const parts = trustedParts('registrar');
  openRegistrarPage({ suite: await loadBrowserSuite(), ...parts });
}

if (typeof document === 'undefined') serveCodes();
else void start();
