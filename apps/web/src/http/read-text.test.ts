import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import type { AppEnv } from './router.ts';
import { jsonDepth, readText } from './read-text.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of a JSON text', () => {
  it('is that of its value, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(value));
      }),
    );
    expect(jsonDepth('{"a":"[[[\\"[","b":[{}]}')).toBe(3);
    expect(jsonDepth('['.repeat(1_000_000))).toBe(1_000_000);
  });
});

const app = new Hono<AppEnv>();
// Only what is never sent may take so long that it is given up: a machine under load is no slow sender.
const limits = { bytes: 10, milliseconds: 60_000 };
app.post('/', async (c) => c.json(await readText(c, limits)));
app.post('/hurried', async (c) => c.json(await readText(c, { ...limits, milliseconds: 60 })));

type Body = ConstructorParameters<typeof Response>[0];

async function answerTo(body: Body, headers: Record<string, string> = {}, path = '/'): Promise<unknown> {
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers,
    duplex: 'half',
    body: body ?? null,
  };
  const { ok, value, error } = await (await app.request(path, init)).json();
  return ok ? value : error;
}

describe('a body that is one text', () => {
  it('is read as it is, to the last byte of the limit', async () => {
    expect(await answerTo('0123456789')).toBe('0123456789');
    expect(await answerTo('áéí')).toBe('áéí');
    expect(await answerTo(null)).toBe('');
    expect(await answerTo('\ufeffa')).toBe('\ufeffa');
  });

  it('is refused when it is larger, whatever it said, or no UTF-8', async () => {
    expect(await answerTo('01234567890')).toBe('too_large');
    expect(await answerTo('0', { 'Content-Length': '11' })).toBe('too_large');
    expect(await answerTo(Uint8Array.of(0x61, 0xc3))).toBe('not_utf8');
  });

  it('is not waited for without end, and its breaking off is no fault of ours', async () => {
    const silent = new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(3)) });
    expect(await answerTo(silent, {}, '/hurried')).toBe('too_slow');
    const broken = new ReadableStream({
      pull: (body) => {
        body.error(new Error('gone'));
      },
    });
    expect(await answerTo(broken)).toBe('broken_off');
  });
});
