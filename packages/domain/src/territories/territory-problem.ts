import type { CellProblem } from '../tables/cell.ts';
import type { HeadingProblem } from '../tables/headings.ts';
import type { FilePlace, Level } from './territory.ts';

/** What is wrong with an outline; `at` is longitude and latitude as written. */
export type OutlineProblem =
  | { readonly type: 'outline_kind'; readonly found: string }
  | { readonly type: 'outline_shape' }
  | { readonly type: 'ring_short' }
  | { readonly type: 'ring_open' }
  | { readonly type: 'position_off_earth'; readonly at: string }
  | { readonly type: 'ring_crosses'; readonly at: string }
  /** Too many points to look for crossings in time. */
  | { readonly type: 'outline_too_fine'; readonly most: number };

/** What is wrong with one row or feature by itself. */
export type RowProblem =
  | CellProblem
  | OutlineProblem
  | { readonly type: 'row_width'; readonly found: number; readonly expected: number }
  | { readonly type: 'no_code' | 'no_name' | 'no_level' }
  | { readonly type: 'unknown_level'; readonly found: string }
  | { readonly type: 'bad_population'; readonly found: string }
  | { readonly type: 'bad_feature' };

/** What is wrong with a territory among the others. */
export type TreeProblem =
  | { readonly type: 'repeated_code'; readonly code: string; readonly first: FilePlace }
  | { readonly type: 'unknown_parent'; readonly parent: string }
  | { readonly type: 'circle'; readonly codes: readonly string[] }
  | { readonly type: 'level_not_below'; readonly level: Level; readonly parent: string; readonly parentLevel: Level }
  /** Of a stored territory that is below one of the file. */
  | { readonly type: 'level_not_above'; readonly level: Level; readonly child: string; readonly childLevel: Level }
  | { readonly type: 'repeated_name'; readonly name: string; readonly other: string };

/** What is wrong with the file as a whole. */
export type FileProblem =
  | HeadingProblem
  | { readonly type: 'broken_quotes' | 'not_text' | 'spreadsheet' }
  | { readonly type: 'not_geojson' | 'no_features' }
  | { readonly type: 'too_many'; readonly most: number };

/** Something to mend in a file of territories, with its place. Nothing is imported while there is one. */
export interface TerritoryProblem {
  /** `null`: the whole file. */
  readonly place: FilePlace | null;
  readonly problem: RowProblem | TreeProblem | FileProblem;
}
