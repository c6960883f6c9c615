import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { instantOf, parseLocalTime } from './local-time.ts';

/** What the machine's own tables of zones say. */
const offsetsOf = (zone: string) => {
  const written = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant: number): number => {
    const name = written.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/u.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
};

const instant = (text: string, zone: string) => {
  const local = parseLocalTime(text);
  return local.ok ? instantOf(local.value, offsetsOf(zone)) : local;
};

describe('a time on the wall', () => {
  it.each([
    ['2026-06-07T18:00', 'America/Caracas', '2026-06-07T22:00:00Z'],
    ['2026-06-07T18:00', 'Pacific/Chatham', '2026-06-07T05:15:00Z'],
    ['2026-06-07T18:00', 'Asia/Kathmandu', '2026-06-07T12:15:00Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['2028-02-29T23:59', 'Europe/Madrid', '2028-02-29T22:59:00Z'],
    // The half hour of Lord Howe.
    ['2026-10-04T02:45', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    // Before and after the hour that is passed over.
    ['2026-03-29T01:59', 'Europe/Madrid', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00', 'Europe/Madrid', '2026-03-29T01:00:00Z'],
    // Before and after the hour that comes twice.
    ['2026-10-25T01:59', 'Europe/Madrid', '2026-10-24T23:59:00Z'],
    ['2026-10-25T03:00', 'Europe/Madrid', '2026-10-25T02:00:00Z'],
    ['1900-03-01T00:00', 'Etc/UTC', '1900-03-01T00:00:00Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(instant(text, zone)).toEqual(ok(Date.parse(expected)));
  });

  it('is refused where the clocks pass over it', () => {
    expect(instant('2026-03-29T02:30', 'Europe/Madrid')).toEqual(err({ type: 'skipped' }));
    expect(instant('2026-09-06T00:30', 'America/Santiago')).toEqual(err({ type: 'skipped' }));
  });

  it('is refused where the clocks show it twice, and both are named', () => {
    expect(instant('2026-10-25T02:30', 'Europe/Madrid')).toEqual(
      err({
        type: 'repeated',
        first: Date.parse('2026-10-25T00:30:00Z'),
        second: Date.parse('2026-10-25T01:30:00Z'),
      }),
    );
  });

  it.each([
    ['2026-02-29T10:00'],
    ['2026-13-01T10:00'],
    ['2026-00-01T10:00'],
    ['2026-01-00T10:00'],
    ['2026-01-01T24:00'],
    ['2026-01-01T10:60'],
    ['2026-01-01 10:00'],
    ['2100-02-29T10:00'],
    [''],
  ])('%j is none', (text) => {
    expect(parseLocalTime(text)).toEqual(err({ type: 'not_a_time' }));
  });

  it('is the same as the calendar of the machine on every day of 800 years', () => {
    const wrong: number[] = [];
    for (let at = Date.UTC(1800, 0, 1); at < Date.UTC(2600, 0, 1); at += 24 * 60 * 60_000) {
      const local = parseLocalTime(new Date(at).toISOString().slice(0, 16));
      const read = local.ok ? instantOf(local.value, () => 0) : local;
      if (!read.ok || read.value !== at) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });
});
