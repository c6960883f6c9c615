import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { err, invariant, ok } from '@convite/kernel';
import { until } from '../../test/until.ts';
import { openLog } from '../open-log.ts';
import { listen } from './listen.ts';
import { makeMetrics } from './metrics.ts';
import { makeWebApp } from './web-app.ts';

const arrival = { headMilliseconds: 400, bodyMilliseconds: 400, leastBytes: 1000 };

/** A site that counts bytes: for everybody, and for staff, who say so in the address. */
async function openCounting() {
  const page = (): Response => new Response('', { status: 403 });
  const router = makeWebApp(
    {
      publicOrigin: undefined,
      trustProxy: false,
      visitorKey: new Uint8Array(32),
      now: () => new Date(0),
      logger: openLog('error', new Writable({ write: (_chunk, _encoding, done) => done() })),
      metrics: makeMetrics(),
    },
    { notFound: page, badRequest: page, foreignForm: page, failed: page },
    {
      admit: (c) =>
        Promise.resolve(
          c.req.query('staff') === 'yes'
            ? ok({ account: '', name: '', email: '' })
            : err(new Response('', { status: 403 })),
        ),
    },
    () => 'incident',
  );
  const count = async (body: ReadableStream<Uint8Array> | null): Promise<Response> => {
    let bytes = 0;
    for await (const chunk of body ?? []) bytes += chunk.byteLength;
    return new Response(`${bytes} bytes`);
  };
  for (const access of ['public', 'signed-in'] as const) {
    router.route({ method: 'POST', path: `/${access}`, access, boundsBody: true }, (c) => count(c.req.raw.body));
  }
  const listening = await listen(router, '127.0.0.1', 0, arrival);
  invariant(listening.ok, 'any port is free');
  onTestFinished(() => listening.value.close());
  const { port } = new URL(listening.value.address);
  return { port: Number(port), origin: listening.value.address };
}

/** A line to the site, what came back on it, and whether the site has ended it. */
function openLine(port: number) {
  const line: Socket = connect(port, '127.0.0.1');
  let [text, isOver] = ['', false];
  line.on('data', (chunk) => (text += chunk.toString()));
  line.on('error', () => (isOver = true));
  line.on('close', () => (isOver = true));
  onTestFinished(() => void line.destroy());
  return { line, text: () => text, isOver: () => isOver };
}

/** Sends a body part by part, for so many whiles of a body or as long as the site takes it. @returns what the site said */
async function sendSlowly(path: string, partBytes: number, whiles = Number.POSITIVE_INFINITY) {
  const { port, origin } = await openCounting();
  const { line, text, isOver } = openLine(port);
  await once(line, 'connect');
  const { host } = new URL(origin);
  line.write(`POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const end = Date.now() + whiles * arrival.bodyMilliseconds;
  while (!isOver() && Date.now() < end) {
    line.write(`${partBytes.toString(16)}\r\n${'x'.repeat(partBytes)}\r\n`);
    await pause(20);
  }
  line.write('0\r\n\r\n');
  await until(() => (isOver() || text().includes('bytes') ? true : undefined));
  return text();
}

test('staff bring a large file on a slow line: it may take several times as long as others have in all', async () => {
  expect(await sendSlowly('/signed-in?staff=yes', 2000, 4)).toMatch(/200 OK[^]*\d{5,} bytes/u);
});

test('of staff too a body that hardly moves is ended', async () => {
  expect(await sendSlowly('/signed-in?staff=yes', 1)).toBe('');
});

test('a slow body that anybody sends is ended, however much of it came', async () => {
  expect(await sendSlowly('/public', 2000)).toBe('');
});

test('whoever is not let in has no more time than anybody', async () => {
  expect(await sendSlowly('/signed-in', 2000)).toContain('403');
});

test('a head that does not end is ended', async () => {
  const { port } = await openCounting();
  const { line, text, isOver } = openLine(port);
  await once(line, 'connect');
  line.write('GET / HTTP/1.1\r\nHost: a\r\n');
  const sending = setInterval(() => line.write('X-More: y\r\n'), 50);
  onTestFinished(() => clearInterval(sending));
  await until(() => (isOver() ? true : undefined));
  expect(text()).toContain('408');
});
