import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { seededRandomness } from '@convite/crypto';
import type { Browser } from 'playwright-core';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperOption } from '../../apps/web/src/features/booth/pages/views.ts';
import { locales } from '../../apps/web/src/i18n/locale.ts';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { startBrowser } from '../browser.ts';
import { sheetBytes } from '../page-server.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { trialContest } from './trial-contest.ts';
import { codeOf, enter, mark, press, voter } from './voter.ts';

const hostile = `</template><script>document.title = 'taken over'</script><img src=x onerror="document.title='taken over'">`;
const approval = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b241');
const nasty = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b242', { territory: hostile });
const before = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b243', { state: 'before' });
const after = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b244', { state: 'after' });
const served = trialContest('one', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b245', {
  trust: { kind: 'homomorphic', threshold: 1, trustees: 1, isServerKey: true },
  isDemo: true,
});

const guarded = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b247', { asksMailCode: true });

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    openBoothSite([approval, nasty, before, after, served, guarded]),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const get = async (
  path: string,
): Promise<{ readonly headers: Headers; readonly text: string; readonly status: number }> => {
  const response = await fetch(new URL(path, site.origin), { redirect: 'manual' });
  return { headers: response.headers, text: await response.text(), status: response.status };
};
const scriptOf = (page: string): string => /<script src="([^"]+)"/u.exec(page)?.[1] ?? '';
const workerOf = (page: string): string => /\/assets\/booth-worker-[0-9a-f]+\.js/u.exec(page)?.[0] ?? '';
const compressed = (content: string | Uint8Array): number => gzipSync(content, { level: 6 }).byteLength;

describe('the policy', () => {
  test('lets one program run, lets it talk to this origin alone, and sends no form', async () => {
    const { headers, text } = await get(site.address(approval));
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const rule of [`default-src 'none'`, `connect-src 'self'`, `worker-src 'self'`, `form-action 'none'`]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).toContain(`require-trusted-types-for 'script'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    const [, integrity = ''] = /integrity="sha384-([^"]+)"/u.exec(text) ?? [];
    const program = await get(scriptOf(text));
    expect(createHash('sha384').update(program.text).digest('base64')).toBe(integrity);
    expect([...text.matchAll(/<script/gu)].length).toBe(1);
    expect(text).not.toMatch(/\sstyle=|\son[a-z]+=/u);
  });

  test('lets the worker that seals compute, and reach no address', async () => {
    const page = await get(site.address(approval));
    const { headers } = await get(workerOf(page.text));
    expect(headers.get('Content-Security-Policy')).toBe(`default-src 'none'; script-src 'wasm-unsafe-eval'`);
    // A worker gone bad, under the policy of the true one and under none.
    const leak = `addEventListener('message', () => {
      const done = () => postMessage({ ok: false, error: { code: 'worker_failed' } });
      fetch('/leak', { method: 'POST', body: 'secret' }).then(done, done);
    });`;
    for (const isKept of [true, false]) {
      const seen = site.bodies.length;
      await browser.newPage().then(async (tab) => {
        await tab.route('**/booth-worker-*.js', async (route) => {
          const response = await route.fetch();
          const all = response.headers();
          if (!isKept) delete all['content-security-policy'];
          await route.fulfill({ response, headers: all, body: leak });
        });
        await enter(tab, `${site.address(approval)}?lang=es`, codeOf(approval, 0));
        await mark(tab, 7);
        await press(tab, 'Revisar');
        await press(tab, 'Depositar mi voto');
        await tab.locator('#way-back').waitFor();
        await tab.close();
      });
      expect(site.bodies.slice(seen).map(({ path }) => path)).toEqual(isKept ? [] : ['/leak']);
    }
  });

  test('text that people wrote stays text, whatever is in it', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(nasty), codeOf(nasty, 0));
      expect(await page.title()).not.toBe('taken over');
      expect(await page.locator('#choose').innerText()).toContain('<img src=x');
      expect(await page.locator('img').count()).toBe(0);
    });
  });
});

describe('what the booth weighs', () => {
  test('the first view fits one round trip, the whole page 50 kB', async () => {
    const sheet = compressed(sheetBytes());
    for (const [locale, contest] of locales.flatMap((each) => [[each, approval] as const, [each, guarded] as const])) {
      const { text } = await get(`${site.address(contest)}?lang=${locale}`);
      expect(compressed(text) + sheet).toBeLessThanOrEqual(50_000);
      // What is seen first: all before the first view that is hidden.
      const first = text.slice(0, text.indexOf('<section id="code"'));
      expect(compressed(first) + sheet).toBeLessThanOrEqual(14_000);
    }
  });

  test('a paper of 128 projects with all their words stays within 50 kB, one of 1,000 titles within 100 kB', async () => {
    const sheet = compressed(sheetBytes());
    for (const [projects, most] of [
      [128, 50_000],
      [1000, 100_000],
    ] as const) {
      const large = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b246', {
        options: drawnOptions(projects),
      });
      const own = await openBoothSite([large]);
      const page = await fetch(own.address(large)).then((response) => response.text());
      await own.close();
      expect(compressed(page) + sheet).toBeLessThanOrEqual(most);
      expect(page.includes('<details><summary>Leer')).toBe(projects === 128);
    }
  });

  test('its program is at most 20 kB, the core that seals at most 40 kB', async () => {
    const { text } = await get(site.address(approval));
    const [program, worker] = [await get(scriptOf(text)), await get(workerOf(text))];
    expect(compressed(program.text)).toBeLessThanOrEqual(20_000);
    expect(gzipSync(worker.text, { level: 9 }).byteLength).toBeLessThanOrEqual(40_000);
  });

  test('the first view asks for at most six things; what seals comes with the wish to vote', async () => {
    await voter(browser, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.address(approval), { waitUntil: 'networkidle' });
      expect(asked.length).toBeLessThanOrEqual(6);
      expect(asked.join(' ')).not.toMatch(/worker|election/u);
      const wished = Promise.all([page.waitForRequest(/election\.json/u), page.waitForRequest(/worker/u)]);
      await press(page, 'Empezar a votar');
      await wished;
    });
  });
});

test('the same sources give the same programs wherever they lie', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const elsewhere = mkdtempSync(join(tmpdir(), 'convite-elsewhere-'));
  try {
    for (const part of ['packages', 'apps/web/src/booth', 'apps/web/scripts', 'package.json', 'tsconfig.base.json']) {
      mkdirSync(join(elsewhere, part, '..'), { recursive: true });
      cpSync(join(root, part), join(elsewhere, part), {
        recursive: true,
        filter: (path) => !path.includes('node_modules') && !path.includes('/curve/assembly'),
      });
    }
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    const { bundleBooth } = await import(pathToFileURL(join(elsewhere, 'apps/web/scripts/bundle-booth.mjs')).href);
    await bundleBooth(join(elsewhere, 'out'));
    const { text } = await get(site.address(approval));
    const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
    for (const [file, path] of [
      ['booth.js', scriptOf(text)],
      ['booth-worker.js', workerOf(text)],
    ] as const) {
      expect(hash(readFileSync(join(elsewhere, 'out', file)))).toBe(hash((await get(path)).text));
    }
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

describe('pages around the booth', () => {
  test('say when the vote is not open yet, and when it is over, and ask for no code', async () => {
    const [early, late] = [await get(site.address(before)), await get(site.address(after))];
    expect(early.text).toContain('La votación todavía no está abierta');
    expect(early.text).toContain('Abre el domingo, 7 de junio, 06:00.');
    expect(late.text).toContain('La votación ya cerró');
    for (const { text } of [early, late]) expect(text).not.toMatch(/<input|<script/u);
    expect((await get('/c/another/contests/0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b241/vote')).status).toBe(404);
    expect((await get('/c/la-enramada-2026/contests/1/vote')).status).toBe(404);
  });

  test.each(locales)('show what cannot be promised before voting, and who must be honest: %s', async (locale) => {
    const { booth } = translationOf(locale);
    const written = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
    for (const path of [site.address(approval), `${site.address(approval)}/secrecy`]) {
      const text = written((await get(`${path}?lang=${locale}`)).text);
      for (const { title, says } of booth.limits) {
        expect(text).toContain(title);
        expect(text).toContain(says);
      }
    }
    const trust = written((await get(`${site.address(approval)}/secrecy?lang=${locale}`)).text);
    expect(trust).toContain(booth.secrecyRows.secretThreshold(3, 5));
    expect(trust).toContain(booth.secrecyRows.unlinkedTotals);
    const mailed = written((await get(`${site.address(guarded)}/secrecy?lang=${locale}`)).text);
    for (const { title, says } of booth.mail.secrecy) {
      expect(mailed).toContain(`<b>${title}</b> ${says}`);
      expect(trust).not.toContain(says);
    }
    expect(mailed).toContain(booth.mail.stuffingHolds);
    expect(trust).toContain(booth.secrecyRows.stuffingHolds);
    const demo = written((await get(`${site.address(served)}?lang=${locale}`)).text);
    expect(demo).toContain(booth.demo);
    expect(demo).toContain(booth.serverKey);
    for (const untrue of [booth.secret, booth.whoSees, booth.happens.seal]) expect(demo).not.toContain(untrue);
    for (const said of [booth.whoSeesServer, booth.happens.sealServer]) expect(demo).toContain(said);
  });
});

test('the last page forgets nothing that a trustee’s page of the same origin remembers of its key', async () => {
  await voter(browser, async (page) => {
    await page.goto(site.address(approval));
    await page.evaluate(remember);
    await page.goto(`${site.address(approval)}/finished`);
    expect(await page.evaluate(remember)).toBe('kept');
  });
});

/** What stood in the storage of the origin; afterwards something stands there. */
const remember = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('of-a-key', 1);
    opening.addEventListener('error', reject);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('records'));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('records', 'readwrite');
      const found = writing.objectStore('records').get('name');
      writing.objectStore('records').put('kept', 'name');
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve(found.result);
      });
    });
  });

describe('an origin of its own', () => {
  test('serves the booth and nothing else; the site sends voters there', async () => {
    // Both names lead to the same machine, as two names of one server do.
    const own = await openBoothSite([approval], { site: undefined, booth: undefined });
    const port = new URL(own.origin).port;
    await own.close();
    const [boothOrigin, siteOrigin] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
    const both = await openBoothSite([approval], { site: siteOrigin, booth: boothOrigin }, Number(port));
    try {
      const { pathname } = new URL(both.address(approval));
      const at = (origin: string, path: string): Promise<Response> => fetch(origin + path, { redirect: 'manual' });
      expect((await at(siteOrigin, pathname)).headers.get('Location')).toBe(boothOrigin + pathname);
      expect((await at(boothOrigin, '/c/la-enramada-2026')).headers.get('Location')).toBe(
        `${siteOrigin}/c/la-enramada-2026`,
      );
      const page = await at(boothOrigin, pathname);
      const text = await page.text();
      expect(page.headers.get('Content-Security-Policy')).toContain(`script-src ${boothOrigin}${scriptOf(text)};`);
      expect(text).toContain(`href="${siteOrigin}/c/la-enramada-2026"`);
      const posted = await fetch(`${boothOrigin}/sign-in`, { method: 'POST', headers: { Origin: boothOrigin } });
      expect(posted.status).toBe(404);
      // Nobody but voters keeps anything there.
      expect((await at(boothOrigin, `${pathname}/finished`)).headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
      await voter(browser, async (tab) => {
        await enter(tab, siteOrigin + pathname, codeOf(approval, 0));
        expect(new URL(tab.url()).origin).toBe(boothOrigin);
        await mark(tab, 7);
        await press(tab, 'Revisar');
        await press(tab, 'Depositar mi voto');
        await tab.locator('#receipt').waitFor();
        await tab.goto(`${boothOrigin}${pathname}/list`);
        await tab.locator('#nums').fill('7');
        await press(tab, 'Marcar');
        expect(await tab.locator('.choose input:checked').count()).toBe(1);
      });
    } finally {
      await both.close();
    }
  });
});

test.each(locales)('every sentence of the booth has at most twenty words: %s', (locale) => {
  const { booth } = translationOf(locale);
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'function') gather(value('1', '2', '3'));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  gather(Object.fromEntries(Object.entries(booth).filter(([name]) => !takesNouns.has(name))));
  for (const noun of ['projects', 'options'] as const) {
    for (const n of [1, 6]) {
      gather([
        booth.startMost(n, noun, 24),
        booth.chooseTitle(n, noun),
        booth.order(n, noun, true),
        booth.order(n, noun, false),
        booth.chosen(1, n, noun),
      ]);
    }
    for (const isSingle of [true, false]) gather(booth.numbers(isSingle, noun));
  }
  const sentences = texts.flatMap((text) => text.split(/(?<=[.:?!…])\s/u));
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences.filter((sentence) => sentence.split(/\s+/u).length > 20)).toEqual([]);
});

/** Messages that are told apart by what is chosen. */
const takesNouns: ReadonlySet<string> = new Set(['startMost', 'chooseTitle', 'order', 'chosen', 'numbers']);

/** Options whose words do not repeat, so that they compress as little as real ones. */
function drawnOptions(count: number): readonly PaperOption[] {
  const random = seededRandomness('options', (bytes) => createHash('sha256').update(bytes).digest());
  const text = (signs: number): string => {
    let drawn = '';
    while (drawn.length < signs) {
      const [length = 0, ...letters] = random(10);
      const word = letters.slice(0, 2 + (length % 8)).map((letter) => 'aeiosrnldtcmpubgvfqhzjyx'[letter % 24]);
      drawn += `${word.join('')} `;
    }
    return drawn.slice(0, signs).trim();
  };
  return Array.from({ length: count }, (_, i) => {
    const title = text(45);
    const facts = { cost: String(1000 + i), place: text(12), theme: text(9), isWithdrawn: false };
    return { number: i + 1, title, summary: text(250), ...facts, answer: i, text: `${i + 1}. ${title}` };
  });
}
