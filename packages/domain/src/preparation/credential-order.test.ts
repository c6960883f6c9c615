import { describe, expect, it } from 'vitest';
import { readOrder, writeOrder } from './credential-order.ts';
import { smallOrder } from './small-order.fixture.ts';

const order = smallOrder();

describe('an order of credentials', () => {
  it('puts people with the same contests into one slice, each with its spares in all of them', () => {
    expect(order.slices).toEqual([
      { codes: ['PS'], contests: [0], people: 0, spares: 2 },
      { codes: ['PS-1', 'PS-S1'], contests: [0, 1], people: 25, spares: 3 },
      { codes: ['PS-2'], contests: [0, 2], people: 3, spares: 2 },
    ]);
    expect(order.contests.map(({ credentials, spares }) => [credentials, spares])).toEqual([
      [35, 7],
      [28, 3],
      [5, 2],
    ]);
  });

  it('is the same however contests and territories come in', () => {
    expect(order.contests.map(({ territory }) => territory)).toEqual(['PS', 'PS-1', 'PS-2']);
  });

  it('is read back as it was written, and has one text only', () => {
    const text = writeOrder(order);
    expect(readOrder(text)).toEqual({ ok: true, value: order });
    expect(readOrder(text.trimEnd())).toEqual({ ok: false, error: { type: 'not_canonical' } });
    expect(readOrder(text.replace('{', '{ '))).toEqual({ ok: false, error: { type: 'not_canonical' } });
    expect(readOrder('{')).toEqual({ ok: false, error: { type: 'not_json' } });
  });

  const [first, second] = order.contests;
  const [, slice] = order.slices;
  it.each([
    ['closes_at', 'agreement', { closes_at: order.opens_at }],
    ['contests[1]', 'agreement', { contests: [first, { ...second, uuid: first?.uuid }, order.contests[2]] }],
    ['contests[0].credentials', 'agreement', { contests: [{ ...first, credentials: 34 }, second, order.contests[2]] }],
    ['slices[1].spares', 'agreement', { slices: [order.slices[0], { ...slice, spares: 4 }, order.slices[2]] }],
    [
      'slices[2].codes[0]',
      'agreement',
      { slices: [...order.slices.slice(0, 2), { ...order.slices[2], codes: ['PS'] }] },
    ],
    [
      'slices[1].contests[1]',
      'agreement',
      { slices: [order.slices[0], { ...slice, contests: [0, 3] }, order.slices[2]] },
    ],
    ['roll.entries', 'agreement', { roll: { ...order.roll, entries: 27 } }],
    ['contests', 'list', { contests: [] }],
    ['site', 'text', { site: 'https://convite.example/' }],
    ['spares.percent', 'whole_number', { spares: { percent: 0.5, minimum: 2 } }],
    ['roll.commitment', 'text', { roll: { ...order.roll, commitment: 'AB'.repeat(32) } }],
    ['surprise', 'known_field', { surprise: 1 }],
    ['zone', 'field', { zone: undefined }],
  ])('is refused at %s (%s)', (place, expected, change) => {
    const text = JSON.stringify({ ...order, ...change });
    expect(readOrder(text)).toEqual({ ok: false, error: { type: 'wrong_form', place, expected } });
  });
});
