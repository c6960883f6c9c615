import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { PreviewView } from '../pages/views.ts';
import type { ExportedTerritory } from '../store.ts';

const columns: Columns<ExportedTerritory> = [
  ['code', ({ code }) => code],
  ['parent', ({ parent }) => parent],
  ['level', ({ level }) => level],
  ['name', ({ name }) => name],
  ['population', ({ population }) => population],
];

/** The tree as CSV, piece by piece, as the import reads it. */
export const territoriesCsv = (
  pieces: AsyncIterable<readonly ExportedTerritory[]>,
): AsyncGenerator<string, void, undefined> => csvPieces(columns, pieces);

/** The tree as a FeatureCollection of GeoJSON (RFC 7946), piece by piece; a territory without outline has no geometry. */
export async function* territoriesGeoJson(
  pieces: AsyncIterable<readonly ExportedTerritory[]>,
): AsyncGenerator<string, void, undefined> {
  yield '{"type":"FeatureCollection","features":[';
  let separator = '\n';
  for await (const piece of pieces) {
    for (const { outline, ...properties } of piece) {
      yield separator + JSON.stringify({ type: 'Feature', properties, geometry: outline });
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

type Difference = NonNullable<PreviewView['difference']>;

interface Change {
  readonly change: 'added' | 'changed';
  readonly draft: Difference['added'][number];
  /** Null: it was not there. */
  readonly before: Difference['changed'][number]['before'] | null;
}

const changes: Columns<Change> = [
  ['change', ({ change }) => change],
  ['code', ({ draft }) => draft.code],
  ['parent', ({ draft }) => draft.parentCode],
  ['level', ({ draft }) => draft.level],
  ['name', ({ draft }) => draft.name],
  ['population', ({ draft }) => draft.population],
  ['outline', ({ draft }) => draft.outline !== null],
  ['parent_before', ({ before }) => before?.parentCode ?? null],
  ['level_before', ({ before }) => before?.level ?? null],
  ['name_before', ({ before }) => before?.name ?? null],
  ['population_before', ({ before }) => before?.population ?? null],
];

/** What a file of territories would change, as CSV; where it says nothing of population or outline, they stay. */
export const treeChangesCsv = ({ added, changed }: Difference): string =>
  csvTable(changes, [
    ...changed.map(({ draft, before }): Change => ({ change: 'changed', draft, before })),
    ...added.map((draft): Change => ({ change: 'added', draft, before: null })),
  ]);
