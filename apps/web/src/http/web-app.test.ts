import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { err } from '@convite/kernel';
import { openLog } from '../open-log.ts';
import { makeMetrics } from './metrics.ts';
import { makeWebApp } from './web-app.ts';

/** A site with one route, whose handler fails, and what it logs. */
function failingSite(path: string, fault: unknown) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const page = (): Response => new Response('', { status: 500 });
  const router = makeWebApp(
    {
      publicOrigin: 'https://convite.example',
      trustProxy: true,
      visitorKey: new Uint8Array(32),
      now: () => new Date(0),
      logger: openLog('warn', sink),
      metrics: makeMetrics(),
    },
    { notFound: page, badRequest: page, foreignForm: page, failed: page },
    { admit: () => Promise.resolve(err(page())) },
    () => 'incident-1',
  );
  router.route({ method: 'GET', path, access: 'public' }, () => {
    throw fault;
  });
  return { router, lines };
}

test('an incident is logged with its number, its route, what failed and where', async () => {
  const { router, lines } = failingSite('/c/:consultation', new Error('the cause of it'));
  const answer = await router.app.request('/c/plaza?territory=1');
  expect(answer.status).toBe(500);
  const [line = ''] = lines;
  expect(lines).toHaveLength(1);
  expect(line).toContain('incident-1');
  expect(line).toContain('/c/:consultation');
  expect(line).toContain('the cause of it');
  expect(line).toContain('web-app.test.ts');
});

test('no log line holds a secret of an address, nor a row that the database refused', async () => {
  const fault = Object.assign(new Error('null value in column "name" violates not-null constraint'), {
    code: '23502',
    table: 'roll_entries',
    detail: 'Failing row contains (Ana Pérez, V-12345678, ana@example.org).',
    where: 'COPY roll_entries, line 1: "Ana Pérez"',
    parameters: ['V-12345678'],
  });
  const { router, lines } = failingSite('/set-up/:link', fault);
  await router.app.request('/set-up/secret-of-the-link');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('roll_entries');
  expect(lines[0]).toContain('23502');
  expect(lines[0]).not.toMatch(/secret-of-the-link|Ana Pérez|V-12345678|ana@example/u);
});
