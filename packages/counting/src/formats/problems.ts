/** A section of a `.pb` file, by its title. */
export type PabulibSection = 'META' | 'PROJECTS' | 'VOTES';

/** Where something was found: the number of the line, from 1; of a record that spans lines, the first. */
interface AtLine {
  readonly line: number;
}

/**
 * Why a file cannot be used. With one of these there is no result at all.
 * Texts quoted from the file are cut at 80 characters.
 */
export type PabulibProblem = AtLine &
  (
    | { readonly code: 'not_text'; readonly kind: 'zip' | 'pdf' | 'utf-16' | 'binary' }
    | { readonly code: 'not_utf8' }
    | { readonly code: 'empty_file' }
    | { readonly code: 'text_before_meta'; readonly value: string }
    | { readonly code: 'missing_section'; readonly section: PabulibSection }
    | { readonly code: 'repeated_section'; readonly section: PabulibSection }
    | { readonly code: 'section_out_of_order'; readonly section: PabulibSection }
    | { readonly code: 'missing_header'; readonly section: PabulibSection }
    | { readonly code: 'missing_column'; readonly section: PabulibSection; readonly column: string }
    | { readonly code: 'repeated_column'; readonly section: PabulibSection; readonly column: string }
    | { readonly code: 'missing_meta'; readonly key: string }
    | { readonly code: 'conflicting_meta'; readonly key: string; readonly firstLine: number }
    | { readonly code: 'unknown_vote_type'; readonly value: string }
    | { readonly code: 'unclosed_quote' }
    | { readonly code: 'too_many_cells'; readonly cells: number; readonly columns: number }
    | { readonly code: 'no_projects' }
    | { readonly code: 'too_many_projects'; readonly limit: number }
    | { readonly code: 'missing_project_id' }
    | { readonly code: 'duplicate_project'; readonly id: string; readonly firstLine: number }
    | { readonly code: 'money_unreadable'; readonly field: string; readonly value: string }
    | { readonly code: 'money_negative'; readonly field: string; readonly value: string }
    | { readonly code: 'money_too_fine'; readonly field: string; readonly value: string; readonly limit: number }
    | { readonly code: 'unknown_project'; readonly id: string }
    | { readonly code: 'points_do_not_match'; readonly choices: number; readonly points: number }
    | { readonly code: 'points_unreadable'; readonly value: string }
    | { readonly code: 'weight_unreadable'; readonly value: string }
    | { readonly code: 'total_too_large'; readonly total: 'money' | 'points' | 'weights' }
    | { readonly code: 'more_problems'; readonly count: number }
  );

/** What is odd about a file that can be used all the same, and what was made of it. */
export type PabulibWarning = AtLine &
  (
    | { readonly code: 'byte_order_mark' }
    | { readonly code: 'mixed_line_ends'; readonly count: number }
    | { readonly code: 'no_final_line_end' }
    | { readonly code: 'blank_line' }
    | { readonly code: 'bare_quote' }
    | { readonly code: 'text_after_quote' }
    | { readonly code: 'record_spans_lines' }
    | { readonly code: 'odd_section_title'; readonly value: string }
    | { readonly code: 'extra_empty_cells' }
    | { readonly code: 'missing_cells'; readonly cells: number; readonly columns: number }
    | { readonly code: 'separator_in_meta_value'; readonly key: string }
    | { readonly code: 'repeated_meta'; readonly key: string; readonly firstLine: number }
    | { readonly code: 'unknown_meta'; readonly key: string }
    | { readonly code: 'missing_column'; readonly section: PabulibSection; readonly column: string }
    | { readonly code: 'missing_meta'; readonly key: string }
    | { readonly code: 'space_around'; readonly value: string }
    | { readonly code: 'decimal_comma'; readonly value: string }
    | { readonly code: 'grouped_digits'; readonly value: string }
    | { readonly code: 'number_unreadable'; readonly field: string; readonly value: string }
    | { readonly code: 'date_unreadable'; readonly field: string; readonly value: string }
    | { readonly code: 'count_differs'; readonly field: string; readonly stated: string; readonly found: number }
    | { readonly code: 'selected_unreadable'; readonly id: string; readonly value: string }
    | { readonly code: 'zero_cost'; readonly id: string }
    | { readonly code: 'dearer_than_budget'; readonly id: string }
    | { readonly code: 'votes_differ'; readonly id: string; readonly stated: string; readonly found: number }
    | { readonly code: 'score_differs'; readonly id: string; readonly stated: string; readonly found: number }
    | { readonly code: 'points_not_used' }
    | { readonly code: 'repeated_choice'; readonly id: string }
    | { readonly code: 'empty_choice' }
    | { readonly code: 'repeated_voter'; readonly firstLine: number }
    | { readonly code: 'too_many_choices'; readonly found: number; readonly limit: number }
    | { readonly code: 'too_few_choices'; readonly found: number; readonly limit: number }
    | { readonly code: 'choices_cost_too_much' }
    | { readonly code: 'too_many_points'; readonly found: number; readonly limit: number }
    | { readonly code: 'more_of_a_kind'; readonly of: PabulibWarningKind; readonly count: number }
  );

/** The codes of warnings about one place in the file. */
export type PabulibWarningKind = Exclude<PabulibWarning['code'], 'more_of_a_kind'>;
