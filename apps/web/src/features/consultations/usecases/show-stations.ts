import { mayChangeStations, type Station } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { StationsView } from '../pages/views.ts';
import type { ConsultationRecord } from '../store.ts';
import { type StationRecord, stationsOf } from '../store-stations.ts';
import { inLanguage } from '../stored-forms.ts';
import { headOf } from './show-consultation.ts';

const inWords = ({ name, place, hours }: StationRecord, language: string): Station => ({
  ...{ name, place },
  hours: inLanguage(hours, language),
});

/** Where people vote with help, in a language. */
export async function readStations(
  database: Database,
  consultation: string,
  language: string,
): Promise<readonly Station[]> {
  return (await stationsOf(database, consultation)).map((station) => inWords(station, language));
}

/** The same for the page on which organisers write it; `asked` is the one that is mended. */
export async function stationsView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  asked: string,
  language: string,
): Promise<StationsView> {
  const stations = await stationsOf(database, consultation.id);
  return {
    head: headOf(consultation, language),
    languages: consultation.languages,
    mayChange: mayChangeStations(consultation.status),
    stations: stations.map((station) => ({ id: station.id, ...inWords(station, language) })),
    mended: stations.find(({ id }) => id === asked) ?? null,
  };
}
