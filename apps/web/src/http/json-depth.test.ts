import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDepth } from './read-text.ts';

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
