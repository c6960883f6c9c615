import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite, upload } from './open-test-site.ts';
import { smallVote } from './small-vote.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({ settings: { publicOrigin: 'https://votes.example' } });
});
afterAll(() => site.close());

test('every route says who may call it', () => {
  const { app, declared } = site.site.routes;
  const says = new Set(declared.map(({ method, path }) => `${method} ${path}`));
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((route) => !says.has(route))).toEqual([]);
});

test('pages forbid everything that they do not need, and are kept out of search engines', async () => {
  const page = await site.ask('/');
  expect(page.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(page.headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
  expect(page.headers.get('X-Robots-Tag')).toContain('noindex');
  const text = await page.text();
  expect(text).not.toMatch(/<script|style="|https?:\/\/(?!www\.w3\.org)/u);
});

test('a form that another site sends, or that does not say where it comes from, is refused', async () => {
  const body = (): FormData => {
    const form = new FormData();
    form.set('sample', 'vereda-el-sauce');
    return form;
  };
  const send = (headers: Record<string, string>): Promise<Response> =>
    site.ask('/recounts', { method: 'POST', body: body(), headers });
  const foreign = await send({ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' });
  expect(foreign.status).toBe(403);
  expect(await foreign.text(), 'whoever set the address wrong learns it').toContain('PUBLIC_ORIGIN');
  expect((await send({ Origin: 'null' })).status).toBe(403);
  expect((await send({})).status).toBe(403);
  expect((await send({ Origin: 'https://votes.example' })).status).toBe(303);
});

test('cookies are for this site alone, out of reach of scripts and of plain connections', async () => {
  const response = await upload(site, smallVote(1));
  const cookies = [...response.headers.getSetCookie(), ...(await site.ask('/?lang=en')).headers.getSetCookie()];
  expect(cookies.length).toBe(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Lax/u);
    expect(cookie).toMatch(/Secure/u);
  }
});

test('the language of the address is kept for the next page', async () => {
  const asked = await site.ask('/?lang=en');
  const cookie = asked.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  expect(await (await site.ask('/', { headers: { Cookie: cookie } })).text()).toContain('<html lang="en"');
  expect(await (await site.ask('/')).text()).toContain('<html lang="es"');
});

test('what pages load is kept for ever, compressed, and its address changes with its bytes', async () => {
  const page = await (await site.ask('/')).text();
  const sheet = /href="(\/assets\/convite-[0-9a-f]+\.css)"/u.exec(page)?.[1] ?? '';
  const answer = await site.ask(sheet, { headers: { 'Accept-Encoding': 'br' } });
  expect(answer.headers.get('Cache-Control')).toContain('immutable');
  expect(answer.headers.get('Content-Encoding')).toBe('br');
  expect((await answer.text()).length).toBeGreaterThan(1000);
});

test('a page that the browser has already is not sent again', async () => {
  const first = await site.ask('/');
  const etag = first.headers.get('ETag') ?? '';
  expect(etag).not.toBe('');
  const again = await site.ask('/', { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('health tells of what the site stands on, metrics tell of routes and never of addresses', async () => {
  expect(await (await site.ask('/healthz')).json()).toMatchObject({ database: 'ok', disk: 'ok', boards: 'ok' });
  await site.ask(`/recounts/${'a'.repeat(64)}`);
  const metrics = await (await site.ask('/metrics')).text();
  expect(metrics).toContain('route="/recounts/:hash"');
  expect(metrics).not.toContain('aaaaaaaa');
});

test('what a page does not know of its address changes nothing of it, so that one page fills no store', async () => {
  const demo = /\/recounts\/[0-9a-f]{64}/u.exec(await (await site.ask('/')).text())?.[0] ?? '';
  const plain = await (await site.ask(demo)).text();
  expect(plain).toContain('<main');
  expect(await (await site.ask(`${demo}?nothing=1`)).text()).toBe(plain);
});
