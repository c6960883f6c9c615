import type { ConsultationsContext } from '../consultations-context.ts';
import { envelopesCsv, stationsCsv, templatesCsv } from '../downloads/setup-csv.ts';
import type { ConsultationRecord } from '../store.ts';
import { stationsOf } from '../store-stations.ts';
import { templateLines } from './show-consultation.ts';
import { envelopesView } from './show-setup.ts';

type Reading = Pick<ConsultationsContext, 'database'>;

/** Where people vote with help, as CSV. */
export const stationsTable = async ({ database }: Reading, { id, languages }: ConsultationRecord): Promise<string> =>
  stationsCsv(await stationsOf(database, id), languages);

/** The tree of envelopes as its page tells it, as CSV. */
export const envelopesTable = async (
  context: Reading,
  consultation: ConsultationRecord,
  language: string,
): Promise<string> => envelopesCsv((await envelopesView(context, consultation, language)).envelopes);

/** The templates of a consultation, as CSV. */
export const templatesTable = async (context: Reading, { id }: ConsultationRecord, language: string): Promise<string> =>
  templatesCsv(await templateLines(context, id, language));
