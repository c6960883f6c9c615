import { longestStationText, readCell } from '@convite/domain';
import { ok } from '@convite/kernel';
import type { StationRecord } from '../store-stations.ts';
import { type FormResult, Problems, text, type Typed } from './form-problems.ts';
import type { StationChange } from './write-stations.ts';

/** What the form about tables asks for: without the id of one, another; with it, that one mended or removed. */
export function readStationChange(typed: Typed, languages: readonly string[]): FormResult<StationChange> {
  const id = text(typed, 'station');
  if (typed.get('do') === 'remove') return ok({ type: 'remove', id });
  const problems = new Problems();
  const written = (field: string): string => {
    const read = readCell(text(typed, field), field, longestStationText);
    if (!read.ok) problems.add(field, read.error.type === 'too_long' ? 'station_text' : 'strange_sign');
    else if (read.value === '') problems.add(field, 'station_text');
    return read.ok ? read.value : '';
  };
  const [name, place] = [written('name'), written('place')];
  const hours = Object.fromEntries(languages.map((language) => [language, written(`hours_${language}`)]));
  const station = { name, place, hours };
  return problems.result(() => (id === '' ? { type: 'add', station } : { type: 'mend', id, station }));
}

/** A table as the form shows it. */
export const stationTexts = ({ id, name, place, hours }: StationRecord): readonly (readonly [string, string])[] => [
  ['station', id],
  ['name', name],
  ['place', place],
  ...Object.entries(hours).map(([language, text]) => [`hours_${language}`, text] as const),
];
