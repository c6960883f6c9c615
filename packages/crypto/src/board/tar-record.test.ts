import { describe, expect, it } from 'vitest';
import { hashOf, utf8 } from './archive.fixture.ts';
import { maxContent, maxTimestamp, readRecordHeader, readRecordName, writeRecordHeader } from './tar-record.ts';

const sha256 = hashOf(utf8('{}'));
const header = { name: { kind: 'data', sha256 }, size: 1000, timestamp: 1_795_220_101 } as const;

const altered = (at: number, text: string): Uint8Array => {
  const bytes = writeRecordHeader(header);
  bytes.set(utf8(text), at);
  return bytes;
};

describe('the header of a record', () => {
  it('has each field at its place', () => {
    const bytes = Buffer.from(writeRecordHeader({ name: { kind: 'archive' }, size: 38, timestamp: 1_795_220_101 }));
    const text = (from: number, to: number) => bytes.toString('latin1', from, to);
    expect(text(0, 100)).toBe(`BELENIOS${'\0'.repeat(92)}`);
    expect(text(100, 124)).toBe('0000644\0' + '0000000\0' + '0000000\0');
    expect(text(124, 148)).toBe('00000000046\0' + '15300161205\0');
    expect(text(148, 157)).toBe('005701\0 0');
    expect(text(157, 512)).toBe('\0'.repeat(355));
  });

  it.each([
    ['archive', { kind: 'archive' }],
    ['data', { kind: 'data', sha256 }],
    ['event', { kind: 'event', sha256 }],
  ] as const)('is read as it was written: %s', (_, name) => {
    for (const size of [0, 1, 512, maxContent]) {
      for (const timestamp of [0, maxTimestamp]) {
        const written = { name, size, timestamp };
        expect(readRecordHeader(writeRecordHeader(written))).toEqual({ ok: true, value: written });
      }
    }
  });

  it.each([
    [100, '0000664', 'mode'],
    [108, '0001000', 'owner'],
    [116, '0001000', 'group'],
    [148, '000000', 'checksum'],
    [154, ' \0', 'checksum'],
    [156, '\0', 'type'],
    [257, 'ustar', 'rest'],
    [75, 'x', 'name'],
  ])('says where it is not the one of the format, but can be read: byte %i', (at, text, field) => {
    const result = readRecordHeader(altered(at, text));
    expect(result).toMatchObject({ ok: false, error: { readable: { name: header.name, size: 1000 } } });
    if (result.ok) return;
    expect(result.error.message).toBe(`The header is not the one of the format: ${field}.`);
    const changed = writeRecordHeader(header).findIndex((byte, i) => byte !== altered(at, text)[i]);
    expect(result.error.offset).toBe(changed);
  });

  it('can still be read when its time cannot', () => {
    expect(readRecordHeader(altered(136, ' 5300161205'))).toEqual({
      ok: false,
      error: {
        offset: 136,
        message: 'The time is not eleven octal digits.',
        readable: { name: header.name, size: 1000 },
      },
    });
  });

  it.each([
    [124, '0000000175x', 124, 'The size is not eleven octal digits.'],
    [124, '00000001750 ', 124, 'The size is not eleven octal digits.'],
    [124, '10000000000', 124, 'A record of 1073741824 bytes: above 2^30 - 1, the most.'],
    [64, '.text.json', 0, `"${sha256}.text.json" is not the name of a record.`],
    [0, 'A', 0, `"A${sha256.slice(1)}.data.json" is not the name of a record.`],
  ])('cannot be read when size or name cannot: byte %i', (at, text, offset, message) => {
    expect(readRecordHeader(altered(at, text))).toEqual({ ok: false, error: { offset, message, readable: undefined } });
  });

  it('tells a block of zeros for what it is', () => {
    const refusal = readRecordHeader(new Uint8Array(512));
    expect(refusal).toMatchObject({ ok: false, error: { message: expect.stringContaining('A block of zeros') } });
  });

  it('reads a name without end as no name', () => {
    expect(readRecordHeader(altered(0, 'x'.repeat(100)))).toMatchObject({ ok: false, error: { offset: 0 } });
  });

  it('is not written for what it cannot hold', () => {
    expect(() => writeRecordHeader({ ...header, size: maxContent + 1 })).toThrow('2^30 - 1 bytes');
    expect(() => writeRecordHeader({ ...header, size: -1 })).toThrow('2^30 - 1 bytes');
    expect(() => writeRecordHeader({ ...header, size: 0.5 })).toThrow('2^30 - 1 bytes');
    expect(() => writeRecordHeader({ ...header, timestamp: maxTimestamp + 1 })).toThrow('eleven octal digits');
    expect(() => writeRecordHeader({ ...header, timestamp: -1 })).toThrow('eleven octal digits');
    expect(() => writeRecordHeader({ ...header, timestamp: 1.5 })).toThrow('eleven octal digits');
  });

  it('is asked for with a whole block', () => {
    expect(() => readRecordHeader(new Uint8Array(511))).toThrow('512 bytes');
  });
});

describe('names of records', () => {
  it.each(['', 'BELENIOS ', 'belenios', sha256, `${sha256}.data.json.`, `${sha256}.event`, `x${sha256}.data.json`])(
    'refuses %j',
    (text) => {
      expect(readRecordName(text)).toBeUndefined();
    },
  );
});
