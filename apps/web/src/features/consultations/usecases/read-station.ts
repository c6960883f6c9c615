import { longestStationText } from '@convite/domain';
import { err, ok } from '@convite/kernel';
import type { StationRecord } from '../store-stations.ts';
import type { FormResult, Typed } from './form-problems.ts';
import type { StationChange } from './write-stations.ts';

const isText = (text: string): boolean => text !== '' && text.length <= longestStationText && text.isWellFormed();

/** What the form about tables asks for: without the id of one, another; with it, that one mended or removed. */
export function readStationChange(typed: Typed, languages: readonly string[]): FormResult<StationChange> {
  const text = (name: string): string => (typed.get(name) ?? '').trim();
  const id = text('station');
  if (typed.get('do') === 'remove') return ok({ type: 'remove', id });
  const fields = ['name', 'place', ...languages.map((language) => `hours_${language}`)];
  const wrong = fields.filter((field) => !isText(text(field)));
  if (wrong.length > 0) return err(wrong.map((field) => ({ field, code: 'station_text' })));
  const hours = Object.fromEntries(languages.map((language) => [language, text(`hours_${language}`)]));
  const station = { name: text('name'), place: text('place'), hours };
  return ok(id === '' ? { type: 'add', station } : { type: 'mend', id, station });
}

/** A table as the form shows it. */
export const stationTexts = ({ id, name, place, hours }: StationRecord): readonly (readonly [string, string])[] => [
  ['station', id],
  ['name', name],
  ['place', place],
  ...Object.entries(hours).map(([language, text]) => [`hours_${language}`, text] as const),
];
