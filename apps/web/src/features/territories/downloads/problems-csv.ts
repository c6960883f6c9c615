import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { cellAt, cellOfTable, type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import type { ProblemList } from '../pages/views.ts';

type Placed = ProblemList['problems'][number];

/** The column that a problem is about, by its name in any language, and what stands there. */
function cellOf(problem: Placed['problem']): ProblemCell {
  switch (problem.type) {
    case 'no_code':
      return cellAt('code');
    case 'repeated_code':
      return cellAt('code', problem.code);
    case 'circle':
      return cellAt('parent', problem.codes.join(' › '));
    case 'unknown_parent':
      return cellAt('parent', problem.parent);
    case 'no_level':
      return cellAt('level');
    case 'unknown_level':
      return cellAt('level', problem.found);
    case 'level_not_below':
    case 'level_not_above':
      return cellAt('level', problem.level);
    case 'no_name':
      return cellAt('name');
    case 'repeated_name':
      return cellAt('name', problem.name);
    case 'bad_population':
      return cellAt('population', problem.found);
    case 'outline_kind':
      return cellAt('outline', problem.found);
    case 'position_off_earth':
    case 'ring_crosses':
      return cellAt('outline', problem.at);
    case 'outline_shape':
    case 'ring_short':
    case 'ring_open':
    case 'outline_too_fine':
      return cellAt('outline');
    case 'bad_feature':
    case 'not_geojson':
    case 'no_features':
    case 'too_many':
      return cellAt(null);
    case 'strange_sign':
    case 'lost_sign':
    case 'too_long':
    case 'missing_column':
    case 'repeated_column':
    case 'row_width':
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
      return cellOfTable(problem);
    default:
      return assertNever(problem);
  }
}

/** All that is wrong with a file of territories as CSV, piece by piece. */
export const territoryProblemsCsv = (
  pieces: AsyncIterable<readonly Placed[]>,
  { territories }: Translation,
): AsyncGenerator<string, void, undefined> =>
  problemsCsv(pieces, ({ place, problem }) => ({
    line: place?.kind === 'line' ? place.number : null,
    feature: place?.kind === 'feature' ? place.number : null,
    ...{ problem: problem.type, says: territories.problem(problem) },
    ...cellOf(problem),
  }));
