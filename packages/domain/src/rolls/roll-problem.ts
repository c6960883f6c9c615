import type { CellProblem } from '../tables/cell.ts';
import type { HeadingProblem } from '../tables/headings.ts';
import type { Ineligible } from './eligibility.ts';

/** What is wrong with a line by itself. No person is named: the line says whom it is about. */
export type RollRowProblem =
  | CellProblem
  | Ineligible
  | { readonly type: 'row_width'; readonly found: number; readonly expected: number }
  | {
      readonly type:
        | 'no_name'
        | 'no_birth_date'
        | 'bad_date'
        | 'date_too_early'
        | 'no_territory'
        | 'no_proof'
        | 'empty_document'
        | 'bad_email'
        | 'bad_language'
        | 'bad_mark'
        | 'deceased';
    }
  | { readonly type: 'unknown_proof'; readonly found: string }
  | { readonly type: 'unknown_territory'; readonly code: string };

/** What is wrong with a line beside the others. */
export type RepeatProblem =
  | { readonly type: 'repeated_person' | 'repeated_document'; readonly first: number }
  /** Already on the roll of another part, which the file does not replace; null: of which is not told. */
  | { readonly type: 'elsewhere'; readonly territory: string | null };

export type RollFileProblem =
  | HeadingProblem
  | { readonly type: 'broken_quotes' | 'not_text' | 'spreadsheet' }
  | { readonly type: 'took_too_long' }
  | { readonly type: 'too_many'; readonly most: number };

/** Something to mend in the file of a roll. Nothing of it is taken while there is one. */
export interface RollProblem {
  /** From 1; `null`: the whole file. */
  readonly line: number | null;
  readonly problem: RollRowProblem | RepeatProblem | RollFileProblem;
}
