import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import type { ProblemList } from '../pages/views.ts';

type Placed = ProblemList['problems'][number];

const at = (column: string | null, found: ProblemCell['found'] = null): ProblemCell => ({ column, found });

/** The column that a problem is about, by its name in any language, and what stands there. */
function cellOf(problem: Placed['problem']): ProblemCell {
  switch (problem.type) {
    case 'strange_sign':
      return at(problem.column, problem.sign);
    case 'missing_column':
      return at(problem.column, problem.found.join(', '));
    case 'lost_sign':
    case 'too_long':
    case 'repeated_column':
      return at(problem.column);
    case 'row_width':
      return at(null, problem.found);
    case 'no_code':
      return at('code');
    case 'repeated_code':
      return at('code', problem.code);
    case 'circle':
      return at('parent', problem.codes.join(' › '));
    case 'unknown_parent':
      return at('parent', problem.parent);
    case 'no_level':
      return at('level');
    case 'unknown_level':
      return at('level', problem.found);
    case 'level_not_below':
    case 'level_not_above':
      return at('level', problem.level);
    case 'no_name':
      return at('name');
    case 'repeated_name':
      return at('name', problem.name);
    case 'bad_population':
      return at('population', problem.found);
    case 'outline_kind':
      return at('outline', problem.found);
    case 'position_off_earth':
    case 'ring_crosses':
      return at('outline', problem.at);
    case 'outline_shape':
    case 'ring_short':
    case 'ring_open':
    case 'outline_too_fine':
      return at('outline');
    case 'bad_feature':
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
    case 'not_geojson':
    case 'no_features':
    case 'too_many':
      return at(null);
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
