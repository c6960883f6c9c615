import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { cellAt, cellOfTable, type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import { optionProblemWords } from '../pages/options-page.tsx';
import type { TableProblemLine } from '../pages/views.ts';

/** The column that a problem is about, by its name in any language, and what stands there. */
function cellOf(problem: TableProblemLine['problem']): ProblemCell {
  switch (problem.type) {
    case 'no_code':
      return cellAt('code');
    case 'no_contest':
    case 'too_many_options':
      return cellAt('code', problem.code);
    case 'bad_number':
      return cellAt('number', problem.found);
    case 'repeated_number':
      return cellAt('number', problem.number);
    case 'no_title':
      return cellAt('title');
    case 'repeated_title':
      return cellAt('title', problem.title);
    case 'bad_cost':
      return cellAt('cost', problem.found);
    case 'too_many_rows':
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

/** All that is wrong with a table of options as CSV, piece by piece. */
export const optionProblemsCsv = (
  pieces: AsyncIterable<readonly TableProblemLine[]>,
  t: Translation,
): AsyncGenerator<string, void, undefined> =>
  problemsCsv(pieces, ({ line, problem }) => ({
    ...{ line, feature: null, problem: problem.type, says: optionProblemWords(problem, t) },
    ...cellOf(problem),
  }));
