import { stringify } from 'csv-stringify/sync';
import type { ExportedTerritory } from '../store.ts';

const columns = ['code', 'parent', 'level', 'name', 'population'] as const;

/**
 * The tree as CSV (RFC 4180, UTF-8), piece by piece, as the import reads it. Cells that a spreadsheet would run as a
 * formula are disarmed by an apostrophe, which the import takes off again.
 */
export async function* territoriesCsv(
  pieces: AsyncIterable<readonly ExportedTerritory[]>,
): AsyncGenerator<string, void, undefined> {
  yield `${columns.join(',')}\r\n`;
  for await (const piece of pieces) {
    yield stringify(
      piece.map((territory) => columns.map((column) => territory[column])),
      { escape_formulas: true, record_delimiter: 'windows' },
    );
  }
}

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
