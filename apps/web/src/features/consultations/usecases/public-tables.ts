import type { ConsultationsContext } from '../consultations-context.ts';
import { publicContestsCsv, type PublicOption, publicOptionsCsv } from '../downloads/public-csv.ts';
import type { ConsultationRecord } from '../store.ts';
import { findContests } from '../store-contests.ts';
import { optionsOfMany } from '../store-options.ts';
import { annulmentView } from './annul-consultation.ts';

/** Far more than any consultation has. */
const everyRow = 1_000_000;
/** Contests whose options are written at once: between the pieces others get their turn. */
const atOnce = 100;

type Database = ConsultationsContext['database'];

/** The contests that everyone finds with these words; undefined where nobody has put them to the vote. */
async function listed(database: Database, consultation: ConsultationRecord, words: string) {
  const annulment = await annulmentView(database, consultation);
  if (annulment !== null && !annulment.hadFrozen) return undefined;
  return (await findContests(database, consultation.id, words, { from: 0, most: everyRow })).found;
}

/** The contests that the public page of a consultation lists, as CSV. */
export async function publicContests(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  words: string,
): Promise<string | undefined> {
  const found = await listed(database, consultation, words);
  return found && publicContestsCsv(found);
}

/** The options of these contests, as CSV, piece by piece. */
export async function publicOptions(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  words: string,
): Promise<AsyncGenerator<string, void, undefined> | undefined> {
  const found = await listed(database, consultation, words);
  const contests = found?.map(({ id }) => id);
  return (
    contests &&
    publicOptionsCsv(inPieces(database, consultation.id, contests), consultation.decimals, consultation.languages)
  );
}

async function* inPieces(
  database: Database,
  consultation: string,
  contests: readonly string[],
): AsyncGenerator<readonly PublicOption[]> {
  for (let from = 0; from < contests.length; from += atOnce) {
    yield await optionsOfMany(database, consultation, contests.slice(from, from + atOnce));
  }
}
