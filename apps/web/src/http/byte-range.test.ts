import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

const range = (text: string | undefined, ifRange?: string) => byteRange({ range: text, ifRange }, '"a"', 100);

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 10 }],
    ['bytes=90-', { start: 90, end: 100 }],
    ['bytes=90-500', { start: 90, end: 100 }],
    ['bytes=-7', { start: 93, end: 100 }],
    ['bytes=-700', { start: 0, end: 100 }],
    ['bytes=99-99', { start: 99, end: 100 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    [undefined, undefined],
  ])('%s is %j of a hundred', (text, expected) => {
    expect(range(text)).toEqual(expected);
  });

  it('is only of the version that the client has part of', () => {
    expect(range('bytes=0-9', '"a"')).toEqual({ start: 0, end: 10 });
    expect(range('bytes=0-9', '"b"')).toBeUndefined();
  });
});
