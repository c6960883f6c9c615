import { type Columns, csvPieces } from '../../../tables/csv.ts';
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
