import { err, ok, type Result } from '@convite/kernel';
import { plainWords } from '../tables/plain-words.ts';
import { readOutline } from './read-outline.ts';
import { readTerritoryTexts, type TerritoryColumn, territoryColumns } from './read-row.ts';
import { type PlacedDraft, territoryLimits } from './territory.ts';
import type { TerritoryProblem } from './territory-problem.ts';

/**
 * Reads a FeatureCollection of GeoJSON (RFC 7946), each feature a territory, its properties named as the columns of a
 * table. A feature without geometry is a territory without outline.
 *
 * @param value the file, parsed as JSON.
 */
export function readTerritoryFeatures(value: unknown): Result<readonly PlacedDraft[], readonly TerritoryProblem[]> {
  const whole = (problem: TerritoryProblem['problem']): Result<never, readonly TerritoryProblem[]> =>
    err([{ place: null, problem }]);
  if (!isRecord(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features'])) {
    return whole({ type: 'not_geojson' });
  }
  const features: readonly unknown[] = value['features'];
  if (features.length === 0) return whole({ type: 'no_features' });
  if (features.length > territoryLimits.territories) {
    return whole({ type: 'too_many', most: territoryLimits.territories });
  }
  const drafts: PlacedDraft[] = [];
  const problems: TerritoryProblem[] = [];
  features.forEach((feature, i) => {
    const place = { kind: 'feature', number: i + 1 } as const;
    if (!isRecord(feature) || feature['type'] !== 'Feature' || !isRecord(feature['properties'])) {
      problems.push({ place, problem: { type: 'bad_feature' } });
      return;
    }
    const texts = readTerritoryTexts(textsOf(feature['properties']));
    const outline = readOutline(feature['geometry']);
    if (!texts.ok) problems.push(...texts.error.map((problem) => ({ place, problem })));
    if (!outline.ok) problems.push({ place, problem: outline.error });
    if (texts.ok && outline.ok) drafts.push({ ...texts.value, outline: outline.value, place });
  });
  return problems.length > 0 ? err(problems) : ok(drafts);
}

/** The properties by column, as text; of two names for one column the first counts. */
function textsOf(properties: Readonly<Record<string, unknown>>): Readonly<Record<TerritoryColumn, string>> {
  const texts: Record<TerritoryColumn, string> = { code: '', parent: '', level: '', name: '', population: '' };
  for (const [name, value] of Object.entries(properties)) {
    const column = columnByWord.get(plainWords(name));
    if (column === undefined || texts[column] !== '') continue;
    if (typeof value === 'string') texts[column] = value;
    else if (typeof value === 'number') texts[column] = String(value);
  }
  return texts;
}

const columnNames = ['code', 'parent', 'level', 'name', 'population'] as const satisfies readonly TerritoryColumn[];
const columnByWord: ReadonlyMap<string, TerritoryColumn> = new Map(
  columnNames.flatMap((column) => [column, ...territoryColumns[column].also].map((word) => [word, column] as const)),
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
