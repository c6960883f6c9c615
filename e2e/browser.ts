import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of the tests: the system's Chromium where there is one, else the one that npm brought. */
export async function startBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (existsSync(own)) return chromium.launch({ executablePath: own, args: ['--no-sandbox', ...quiet] });
  // Only so does the package unpack the libraries that a slim system lacks; it looks when it is imported.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // In a single process the whole browser ends with its first page.
  const args = packed.args.filter((argument) => argument !== '--single-process');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, ...quiet] });
}
