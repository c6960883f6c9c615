import type { ConsultationsContext } from '../consultations-context.ts';
import { type OptionCsvRow, optionsCsv, roomCsv } from '../downloads/room-csv.ts';
import type { RoomQuery } from '../pages/views.ts';
import type { ConsultationRecord } from '../store.ts';
import { optionsOfMany } from '../store-options.ts';
import { lookAtRoom, roomContests } from '../store-room.ts';
import { templatesOf } from '../store-templates.ts';
import { inLanguage } from '../stored-forms.ts';
import type { Scope } from './find-scope.ts';
import { filterOf } from './show-room.ts';

/** Far more than any consultation has. */
const everyRow = 1_000_000;
/** Contests whose options are written at once: between the pieces others get their turn. */
const atOnce = 100;

/** The table of the control room under a filter, as CSV. */
export async function roomTable(
  { database }: ConsultationsContext,
  { id, decimals }: ConsultationRecord,
  query: RoomQuery,
  scope: Scope,
  language: string,
): Promise<string> {
  const templates = await templatesOf(database, id);
  const names = new Map(templates.map((template) => [template.id, inLanguage(template.name, language)]));
  const page = { from: 0, most: everyRow };
  const { rows } = await lookAtRoom(database, id, templates, filterOf(query, scope), page);
  return roomCsv(rows, (template) => names.get(template) ?? '', decimals);
}

/** The options of every contest under a filter, as CSV. */
export async function optionsTable(
  { database }: ConsultationsContext,
  { id, decimals, languages }: ConsultationRecord,
  query: RoomQuery,
  scope: Scope,
): Promise<string> {
  const templates = await templatesOf(database, id);
  const { contests } = await roomContests(database, id, templates, filterOf(query, scope));
  return optionsText(optionsInPieces(database, id, contests), decimals, languages);
}

/** The options of one contest, as CSV. */
export async function contestOptionsTable(
  { database }: Pick<ConsultationsContext, 'database'>,
  { id, decimals, languages }: ConsultationRecord,
  contest: string,
): Promise<string> {
  return optionsText(optionsInPieces(database, id, [contest]), decimals, languages);
}

async function optionsText(
  pieces: AsyncIterable<readonly OptionCsvRow[]>,
  decimals: number,
  languages: readonly string[],
): Promise<string> {
  const texts: string[] = [];
  for await (const text of optionsCsv(pieces, decimals, languages)) texts.push(text);
  return texts.join('');
}

async function* optionsInPieces(
  database: ConsultationsContext['database'],
  consultation: string,
  contests: readonly string[],
): AsyncGenerator<readonly OptionCsvRow[]> {
  for (let from = 0; from < contests.length; from += atOnce) {
    yield await optionsOfMany(database, consultation, contests.slice(from, from + atOnce));
  }
}
