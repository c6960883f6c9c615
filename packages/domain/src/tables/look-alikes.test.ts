import { describe, expect, it } from 'vitest';
import { looksOf } from './look-alikes.ts';

const areAlike = (one: string, other: string): boolean => looksOf(one).some((look) => looksOf(other).includes(look));

describe('two texts look alike', () => {
  it.each([
    ['Pozo y bomba', 'pozo  Y BOMBA '],
    ['Río', 'Rio'],
    ['Pozo', 'Ｐｏｚｏ'],
    ['Pozo', 'Роzо'],
    ['Bueno', 'Вueno'],
    ['Bueno', 'Вuenο'],
    ['Cueva', 'Сueνa'],
    ['COCO', 'СОСО'],
    ['coco', 'СОСО'],
    ['Вода', 'вода'],
    ['Νερό', 'νερο'],
    ['Parque', 'Parԛue'],
    ['Pozo', 'Po\u200dzo'],
    ['كورنيش', 'کورنیش'],
  ])('%s and %s', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
    expect(areAlike(other, one)).toBe(true);
  });

  it.each([
    ['Obra 1', 'Obra 2'],
    ['C', 'C++'],
    ['🌳', '⚽'],
    ['Pozo', 'Poza'],
    ['вода', 'вона'],
    ['', 'a'],
  ])('%s and %s do not', (one, other) => {
    expect(areAlike(one, other)).toBe(false);
  });
});
