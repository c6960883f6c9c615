import { expect, it } from 'vitest';
import { consultationStates } from './consultation-machine.ts';
import { areAlike, mayChangeStations } from './stations.ts';

it('lets tables be mended until the vote has closed, frozen or not', () => {
  expect(consultationStates.filter(mayChangeStations)).toEqual(['draft', 'frozen', 'open']);
});

it('tells tables apart by name and address together, and not by letters that look the same', () => {
  const table = { name: 'Mesa 1', place: 'Casa comunal' };
  expect(areAlike(table, { ...table, place: 'Escuela' })).toBe(false);
  expect(areAlike(table, { ...table, name: 'Mesa 2' })).toBe(false);
  // М, е, а and с of Cyrillic.
  expect(areAlike(table, { name: 'М\u0435s\u0430 1', place: 'C\u0430s\u0430 \u0441omunal' })).toBe(true);
  expect(areAlike(table, { name: 'MESA  1', place: 'casa comunal' })).toBe(true);
});
