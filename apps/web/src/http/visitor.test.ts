import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from './router.ts';
import { visitorOf } from './visitor.ts';

const key = new Uint8Array(32);
const noon = new Date('2026-11-21T12:00:00Z');

/** The mark of who asks through a proxy that says it is this address. */
async function markOf(address: string): Promise<string> {
  const app = new Hono<AppEnv>();
  app.get('/', (c) => c.text(visitorOf(c, key, noon, true)));
  return await (await app.request('/', { headers: { 'X-Forwarded-For': `198.51.100.9, ${address}` } })).text();
}

test.each([
  ['2001:db8::1', '2001:db8::2'],
  ['2001:db8::a:b:c:d', '2001:db8::1:2:3:4'],
  ['2001:db8:0:0:a:b:c:d', '2001:db8::1'],
  ['2001:0DB8:00a0::1', '2001:db8:a0:0:ffff::'],
  ['fe80::1%eth0', 'fe80::2%eth1'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::9'],
  ['203.0.113.1', '::ffff:203.0.113.1'],
])('%s and %s are one visitor, for one household has all of a network', async (one, other) => {
  expect(await markOf(one)).toBe(await markOf(other));
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['2001:db8::1:0:0:1', '2001:db8:0:1::1'],
  ['203.0.113.1', '203.0.113.2'],
])('%s and %s are two', async (one, other) => {
  expect(await markOf(one)).not.toBe(await markOf(other));
});
