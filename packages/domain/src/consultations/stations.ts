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

/**
 * Whether tables may be written, mended and removed: as long as somebody may still be on the way to one. An address is no
 * rule, so freezing does not touch it; from then on every change is public.
 */
export const mayChangeStations = (state: ConsultationState): boolean =>
  state === 'draft' || state === 'frozen' || state === 'open';
