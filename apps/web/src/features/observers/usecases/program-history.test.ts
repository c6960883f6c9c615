import { expect, it } from 'vitest';
import { programHistory } from './program-history.ts';

const booth = { name: 'booth', path: '/assets/booth.js', integrity: 'sha384-new' } as const;
const hour = (h: number): Date => new Date(Date.UTC(2026, 10, 22, h));
const line = (h: number, integrity: string) => ({
  at: hour(h),
  details: { booth: integrity, booth_worker: 'sha384-w' },
});
const day = { from: hour(8), to: hour(18) };

it('knows since when a program is handed out, over lines that changed other programs', () => {
  const history = programHistory(booth, [line(1, 'sha384-new'), line(2, 'sha384-new')], day);
  expect(history).toMatchObject({ since: hour(1).toISOString(), earlier: [], changedWhileOpen: false });
});

it('lists what was handed out before, and names a change while people voted', () => {
  const history = programHistory(booth, [line(1, 'sha384-old'), line(9, 'sha384-new')], day);
  expect(history.earlier).toEqual([{ integrity: 'sha384-old', from: hour(1).toISOString() }]);
  expect(history).toMatchObject({ since: hour(9).toISOString(), changedWhileOpen: true });
});

it('names no change that came before the opening, or after the closing', () => {
  for (const [h, open] of [
    [7, day],
    [18, day],
    [9, { from: undefined, to: undefined }],
  ] as const) {
    const history = programHistory(booth, [line(1, 'sha384-old'), line(h, 'sha384-new')], open);
    expect([h, history.changedWhileOpen]).toEqual([h, false]);
  }
  const still = programHistory(booth, [line(1, 'sha384-old'), line(20, 'sha384-new')], { ...day, to: undefined });
  expect(still.changedWhileOpen).toBe(true);
  // The first that is known took the place of none.
  expect(programHistory(booth, [line(9, 'sha384-new')], day).changedWhileOpen).toBe(false);
});

it('does not take a program for known whose fingerprint the trail does not have last', () => {
  const history = programHistory(booth, [line(1, 'sha384-new'), line(2, 'sha384-other')], day);
  expect(history.since).toBeNull();
  expect(history.earlier.map(({ integrity }) => integrity)).toEqual(['sha384-new', 'sha384-other']);
  expect(programHistory(booth, [{ at: hour(1), details: null }], day)).toMatchObject({ since: null, earlier: [] });
});
