import { describe, expect, it } from 'vitest';
import { readMarks, writeMarks } from '../../src/features/booth/usecases/carried-marks.ts';
import { prepareList, type SentList } from '../../src/features/booth/usecases/prepare-list.ts';
import type { Paper } from '../../src/features/booth/pages/views.ts';

const key = new Uint8Array(32).fill(1);
const option = (number: number) => ({
  number,
  title: `Obra ${number}`,
  summary: '',
  cost: null,
  place: number === 30 ? 'Río' : '',
  theme: '',
  isWithdrawn: number === 4,
  answer: number - 1,
  text: `Obra ${number}`,
});
const paper: Paper = {
  consultation: { slug: 'c', title: 'Consulta' },
  contest: 'a',
  territory: 'Comuna',
  state: 'open',
  opensAt: '',
  closesAt: '',
  complaintsUntil: null,
  zone: 'UTC',
  currency: 'u',
  decimals: 0,
  isSingle: false,
  most: 3,
  mayBeBlank: true,
  options: Array.from({ length: 30 }, (_, i) => option(i + 1)),
  fingerprint: '',
  trust: { kind: 'homomorphic', threshold: 1, trustees: 1, isServerKey: true },
  stations: [],
  companions: [],
  isOrderDrawn: false,
  asksMailCode: false,
  isDemo: false,
};
const nothing: SentList = { carried: '', shown: [], marked: [], numbers: '', search: '', act: 'page', page: 1 };
const send = (change: Partial<SentList>, on = paper) => prepareList(key, on, { ...nothing, ...change });

describe('marks that a form carries', () => {
  it('are read back in their own contest, under their own key, unaltered', () => {
    const carried = writeMarks(key, 'a', new Set([12, 7]));
    expect(readMarks(key, 'a', carried)).toEqual(new Set([7, 12]));
    expect(readMarks(key, 'a', writeMarks(key, 'a', []))).toEqual(new Set());
    expect(readMarks(key, 'b', carried)).toBeUndefined();
    expect(readMarks(new Uint8Array(32), 'a', carried)).toBeUndefined();
    expect(readMarks(key, 'a', carried.replace('7.12', '7.13'))).toBeUndefined();
    for (const text of ['', '~', '7', `7~${'A'.repeat(44)}`]) expect(readMarks(key, 'a', text)).toBeUndefined();
  });
});

describe('a list prepared by plain forms', () => {
  it('shows 25 options on a page and keeps what others showed', () => {
    const first = send({ shown: ['1', '2'], marked: ['2'], page: 2 });
    expect([first.shows, first.page, first.pages, first.options.length]).toEqual(['paper', 2, 2, 5]);
    const second = send({ carried: first.carried, shown: ['26', '30'], marked: ['30'], act: 'review' });
    expect([second.shows, [...second.marked]]).toEqual(['review', [2, 30]]);
  });

  it('takes a mark away that its page no longer has', () => {
    const { carried } = send({ marked: ['2', '3'] });
    expect([...send({ carried, shown: ['1', '2', '3'], marked: ['3'] }).marked]).toEqual([3]);
  });

  it('knows neither withdrawn options nor others', () => {
    const list = send({ marked: ['4', '99', 'x', '5'], numbers: '4, 6, 77' });
    expect([...list.marked]).toEqual([5, 6]);
    expect(list.unknown).toEqual(['4', '77']);
  });

  it('keeps one too many from the review, as well as numbers that are not there and marks of somebody else', () => {
    const over = send({ marked: ['1', '2', '3', '5'], act: 'review' });
    expect([over.shows, over.isRefused, over.marked.size]).toEqual(['paper', true, 4]);
    expect(send({ marked: ['1', '2', '3'], act: 'review' }).shows).toBe('review');
    expect(send({ numbers: '99', act: 'review' }).shows).toBe('paper');
    expect(send({ carried: 'forged', act: 'review' })).toMatchObject({ shows: 'paper', isDamaged: true });
  });

  it('finds by number, title, place and theme, on one page', () => {
    const found = send({ search: 'rio', act: 'search', page: 9 });
    expect([found.options.map(({ number }) => number), found.page, found.pages]).toEqual([[30], 1, 1]);
    expect(send({ search: '  ', act: 'search' }).options.length).toBe(25);
    expect(send({ search: 'rio', act: 'page' }).search).toBe('');
  });

  it('keeps the newest mark alone where one is chosen', () => {
    const single = { ...paper, isSingle: true, most: 1 };
    const { carried } = send({ marked: ['2'] }, single);
    expect([...send({ carried, shown: ['1', '2'], marked: ['2'], numbers: '7' }, single).marked]).toEqual([7]);
    expect([...send({ carried, shown: ['26'] }, single).marked]).toEqual([2]);
  });
});
