import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { cellAt, cellOfTable, type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import type { ImportView } from '../pages/views.ts';

type Placed = ImportView['problems'][number];

/** The column that a problem is about, by its name in any language, and what of it may be told. */
function cellOf(problem: Placed['problem']): ProblemCell {
  switch (problem.type) {
    case 'no_name':
    case 'repeated_person':
      return cellAt('name');
    case 'no_birth_date':
    case 'bad_date':
    case 'date_too_early':
    case 'born_later':
    case 'too_young':
      return cellAt('birth_date');
    case 'no_territory':
      return cellAt('territory');
    case 'unknown_territory':
      return cellAt('territory', problem.code);
    case 'elsewhere':
      return cellAt('territory', problem.territory);
    case 'no_proof':
      return cellAt('proof');
    case 'unknown_proof':
      return cellAt('proof', problem.found);
    case 'proof_not_accepted':
      return cellAt('proof', problem.proof);
    case 'empty_document':
    case 'repeated_document':
      return cellAt('document');
    case 'bad_email':
      return cellAt('email');
    case 'bad_language':
      return cellAt('language');
    case 'bad_mark':
    case 'deceased':
      return cellAt('deceased');
    case 'took_too_long':
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

/** All that is wrong with the file of a roll as CSV, piece by piece. */
export const rollProblemsCsv = (
  pieces: AsyncIterable<readonly Placed[]>,
  { rolls }: Translation,
): AsyncGenerator<string, void, undefined> =>
  problemsCsv(pieces, ({ line, problem }) => ({
    ...{ line, feature: null, problem: problem.type, says: rolls.problem(problem) },
    ...cellOf(problem),
  }));
