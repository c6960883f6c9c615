import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { type ProblemCell, problemsCsv } from '../../../tables/problem-csv.ts';
import type { ImportView } from '../pages/views.ts';

type Placed = ImportView['problems'][number];

const at = (column: string | null, found: ProblemCell['found'] = null): ProblemCell => ({ column, found });

/** The column that a problem is about, by its name in any language, and what of it may be told. */
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
    case 'no_name':
    case 'repeated_person':
      return at('name');
    case 'no_birth_date':
    case 'bad_date':
    case 'date_too_early':
    case 'born_later':
    case 'too_young':
      return at('birth_date');
    case 'no_territory':
      return at('territory');
    case 'unknown_territory':
      return at('territory', problem.code);
    case 'elsewhere':
      return at('territory', problem.territory);
    case 'no_proof':
      return at('proof');
    case 'unknown_proof':
      return at('proof', problem.found);
    case 'proof_not_accepted':
      return at('proof', problem.proof);
    case 'empty_document':
    case 'repeated_document':
      return at('document');
    case 'bad_email':
      return at('email');
    case 'bad_language':
      return at('language');
    case 'bad_mark':
    case 'deceased':
      return at('deceased');
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
    case 'took_too_long':
    case 'too_many':
      return at(null);
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
