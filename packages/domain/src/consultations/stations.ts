import { looksOf } from '../tables/look-alikes.ts';
import type { ConsultationState } from './consultation-machine.ts';

/** A table where people vote with help: the way for whoever cannot vote on their own device. */
export interface Station<Hours = string> {
  readonly name: string;
  readonly place: string;
  readonly hours: Hours;
}

/** More on one list nobody reads through. */
export const mostStations = 60;

/** Signs that each text of a table has at most. */
export const longestStationText = 160;

type Named = Pick<Station, 'name' | 'place'>;

/**
 * Whether two tables are hard to tell apart by name and address together, whatever letters they are written in. Tables of
 * one name at several addresses are not.
 */
export function areAlike(one: Named, other: Named): boolean {
  const looks = new Set(looksOf(`${one.name} · ${one.place}`));
  return looksOf(`${other.name} · ${other.place}`).some((look) => looks.has(look));
}

/**
 * Whether tables may be written, mended and removed: as long as somebody may still be on the way to one. An address is no
 * rule, so freezing does not touch it; from then on every change is public.
 */
export const mayChangeStations = (state: ConsultationState): boolean =>
  state === 'draft' || state === 'frozen' || state === 'open';
