/// <reference lib="DOM" />
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { rolldown } from 'rolldown';

/** The voting core as it is served: one script, the WebAssembly inside. */
export async function bundleVotingCore(): Promise<string> {
  const input = fileURLToPath(new URL('../../packages/crypto/browser/voting-worker.ts', import.meta.url));
  const bundle = await rolldown({ input, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}

async function startBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (existsSync(own)) return await chromium.launch({ executablePath: own, args: ['--no-sandbox', '--disable-gpu'] });
  // Only so does the package unpack the libraries that a slim system lacks; it looks when it is imported.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const args = packed.args.filter((argument) => argument !== '--single-process');
  return await chromium.launch({ executablePath: await packed.executablePath(), args });
}

/** What sealing took in one worker of a real browser, in milliseconds. */
export interface SealingTimes {
  /** From the making of the worker to its first ballot, the script loaded and compiled. */
  readonly first: number;
  /** From each further request to its ballot. */
  readonly further: readonly number[];
  /** Processor time of the whole renderer for each further ballot, page and compiler threads included. */
  readonly processor: number;
  /** What the worker says did the arithmetic. */
  readonly backend: string;
  readonly browser: string;
}

/** Has one worker seal a ballot this many times after the first. */
export async function timeSealing(script: string, request: unknown, times: number): Promise<SealingTimes> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.route('https://booth.test/**', (route) =>
      route.fulfill(
        route.request().url().endsWith('/seal.js')
          ? { contentType: 'text/javascript', body: script }
          : { contentType: 'text/html', body: '<!doctype html><title>Booth</title>' },
      ),
    );
    await page.goto('https://booth.test/');
    const seal = (count: number) => page.evaluate(sealInPage, [request, count] as const);
    const cold = await seal(1);
    const before = await rendererSeconds(browser);
    // A worker of its own, whose first ballots warm it up and are counted in the processor time alone.
    const warm = await seal(times + warmUp);
    const processor = ((await rendererSeconds(browser)) - before) * 1000;
    return {
      first: cold.milliseconds[0] ?? Number.NaN,
      further: warm.milliseconds.slice(warmUp),
      processor: processor / (times + warmUp),
      backend: warm.backend,
      browser: browser.version(),
    };
  } finally {
    await browser.close();
  }
}

const warmUp = 10;

/** Runs in the page: a new worker, one request after the other. */
async function sealInPage([request, count]: readonly [unknown, number]) {
  let last = performance.now();
  const worker = new Worker('/seal.js');
  const milliseconds: number[] = [];
  let backend = '';
  for (let i = 0; i < count; i++) {
    const answer = await new Promise<{ readonly ok: boolean; readonly value?: { readonly backend: string } }>(
      (resolve, reject) => {
        worker.onmessage = (event: MessageEvent<{ readonly ok: boolean }>) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(request);
      },
    );
    const now = performance.now();
    if (answer.value === undefined) throw new Error('The worker sealed no ballot.');
    ({ backend } = answer.value);
    milliseconds.push(now - last);
    last = now;
  }
  worker.terminate();
  return { milliseconds, backend };
}

/** Processor seconds of all pages of the browser so far. */
async function rendererSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
