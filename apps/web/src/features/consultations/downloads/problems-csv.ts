import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import { optionProblemWords } from '../pages/options-page.tsx';
import type { TableProblemLine } from '../pages/views.ts';

const at = (column: string | null, found: ProblemCell['found'] = null): ProblemCell => ({ column, found });

/** The column that a problem is about, by its name in any language, and what stands there. */
function cellOf(problem: TableProblemLine['problem']): ProblemCell {
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
    case 'no_contest':
    case 'too_many_options':
      return at('code', problem.code);
    case 'bad_number':
      return at('number', problem.found);
    case 'repeated_number':
      return at('number', problem.number);
    case 'no_title':
      return at('title');
    case 'repeated_title':
      return at('title', problem.title);
    case 'bad_cost':
      return at('cost', problem.found);
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
    case 'too_many_rows':
      return at(null);
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
