import type { Undeclared } from './declared-rule-set.ts';
import type { PabulibProblem, PabulibWarning } from './problems.ts';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const KINDS = { zip: 'a ZIP archive or a spreadsheet', pdf: 'a PDF', 'utf-16': 'text in UTF-16', binary: 'no text' };
const TOTALS = { money: 'costs or the budget', points: 'points', weights: 'weights' };

export function englishProblem(problem: PabulibProblem): string {
  switch (problem.code) {
    case 'not_text':
      return `This file is ${KINDS[problem.kind]}, not a .pb file in UTF-8.`;
    case 'not_utf8':
      return 'This line is not UTF-8 text. Save the file as UTF-8 and try again.';
    case 'empty_file':
      return 'The file is empty.';
    case 'text_before_meta':
      return `The file must begin with the line META, but begins with “${problem.value}”.`;
    case 'missing_section':
      return `The section ${problem.section} is missing.`;
    case 'repeated_section':
      return `The section ${problem.section} stands here a second time.`;
    case 'section_out_of_order':
      return `The section ${problem.section} stands too late: the order is META, PROJECTS, VOTES.`;
    case 'missing_header':
      return `The section ${problem.section} has no line with the names of its columns.`;
    case 'missing_column':
      return `The section ${problem.section} has no column “${problem.column}”.`;
    case 'repeated_column':
      return `The section ${problem.section} has two columns “${problem.column}”.`;
    case 'missing_meta':
      return `META does not say “${problem.key}”.`;
    case 'conflicting_meta':
      return `META says “${problem.key}” a second time, and differently than in line ${problem.firstLine}.`;
    case 'unknown_vote_type':
      return `“${problem.value}” is no kind of ballot: it must be choose-1, approval, ordinal, cumulative or scoring.`;
    case 'unclosed_quote':
      return 'A quoted cell begins here and is never closed.';
    case 'too_many_cells':
      return `${problem.cells} cells, but the section has ${times(problem.columns, 'column', 'columns')}. A semicolon inside a cell needs quotes around the cell.`;
    case 'no_projects':
      return 'The section PROJECTS holds no project.';
    case 'too_many_projects':
      return `There are more than ${problem.limit} projects.`;
    case 'missing_project_id':
      return 'This project has no id.';
    case 'duplicate_project':
      return `The project “${problem.id}” already stands in line ${problem.firstLine}.`;
    case 'money_unreadable':
      return problem.value === ''
        ? `There is no amount for “${problem.field}”.`
        : `“${problem.value}” is no amount of money (${problem.field}).`;
    case 'money_negative':
      return `“${problem.value}” is less than nothing (${problem.field}).`;
    case 'money_too_fine':
      return `“${problem.value}” has more than ${problem.limit} decimals (${problem.field}).`;
    case 'unknown_project':
      return `The ballot names “${problem.id}”, which is no project of this file.`;
    case 'points_do_not_match':
      return `The ballot names ${times(problem.choices, 'project', 'projects')}, but gives points to ${problem.points}.`;
    case 'points_unreadable':
      return `“${problem.value}” is no whole number of points.`;
    case 'weight_unreadable':
      return `“${problem.value}” is no weight: a whole number from 1.`;
    case 'total_too_large':
      return `The ${TOTALS[problem.total]} add up to more than can be counted exactly (2^53).`;
    case 'more_problems':
      return `${times(problem.count, 'more problem', 'more problems')} from here on.`;
  }
}

export function englishWarning(warning: PabulibWarning): string {
  switch (warning.code) {
    case 'byte_order_mark':
      return 'The file begins with a byte order mark; it was passed over.';
    case 'mixed_line_ends':
      return `Lines end in two ways; ${times(warning.count, 'ends', 'end')} in the rarer one.`;
    case 'no_final_line_end':
      return 'The last line has no end.';
    case 'blank_line':
      return 'A blank line was passed over.';
    case 'bare_quote':
      return 'A quotation mark inside an unquoted cell was taken as it stands.';
    case 'text_after_quote':
      return 'Text follows a quoted part of a cell; the cell was taken as it stands, quotation marks included.';
    case 'record_spans_lines':
      return 'A quoted cell goes on in the next line.';
    case 'odd_section_title':
      return `“${warning.value}” was taken as the title of a section.`;
    case 'extra_empty_cells':
      return 'Empty cells beyond the last column were passed over.';
    case 'missing_cells':
      return `Only ${warning.cells} of ${times(warning.columns, 'cell', 'cells')}; the rest was taken as empty.`;
    case 'separator_in_meta_value':
      return `The value of “${warning.key}” holds a semicolon without quotes; all of it was taken as the value.`;
    case 'repeated_meta':
      return `“${warning.key}” stands here again as in line ${warning.firstLine}.`;
    case 'unknown_meta':
      return `“${warning.key}” is not known; it was kept and not used.`;
    case 'missing_column':
      return `The section ${warning.section} has no column “${warning.column}”.`;
    case 'missing_meta':
      return `META does not say “${warning.key}”.`;
    case 'space_around':
      return `Spaces around “${warning.value}” were passed over.`;
    case 'decimal_comma':
      return `“${warning.value}”: the comma was read as a decimal point.`;
    case 'grouped_digits':
      return `“${warning.value}”: the spaces were read as marks between thousands.`;
    case 'number_unreadable':
      return `“${warning.value}” is no number (${warning.field}); it was not used.`;
    case 'date_unreadable':
      return `“${warning.value}” is no date (${warning.field}).`;
    case 'count_differs':
      return `“${warning.field}” says ${warning.stated}, but there are ${warning.found}.`;
    case 'selected_unreadable':
      return `“${warning.value}” does not say whether “${warning.id}” was funded: 0, 1, 2 or 3.`;
    case 'zero_cost':
      return `The project “${warning.id}” costs nothing.`;
    case 'dearer_than_budget':
      return `The project “${warning.id}” alone costs more than the whole budget.`;
    case 'votes_differ':
      return `The file says ${warning.stated} votes for “${warning.id}”; the ballots hold ${warning.found}.`;
    case 'score_differs':
      return `The file says ${warning.stated} points for “${warning.id}”; the ballots hold ${warning.found}.`;
    case 'points_not_used':
      return 'Ballots of this kind give no points; the column “points” was not used.';
    case 'repeated_choice':
      return `The ballot names “${warning.id}” more than once; it counts once, at its first place.`;
    case 'empty_choice':
      return 'An empty place between two commas was passed over.';
    case 'repeated_voter':
      return `The same voter id stands in line ${warning.firstLine}; both ballots count.`;
    case 'too_many_choices':
      return `The ballot names ${times(warning.found, 'project', 'projects')}, more than the ${warning.limit} allowed; it counts as it stands.`;
    case 'too_few_choices':
      return `The ballot names ${times(warning.found, 'project', 'projects')}, fewer than the ${warning.limit} asked for; it counts as it stands.`;
    case 'choices_cost_too_much':
      return 'The projects on the ballot cost more together than is allowed; it counts as it stands.';
    case 'too_many_points':
      return `The ballot gives ${times(warning.found, 'point', 'points')}, more than the ${warning.limit} allowed; it counts as it stands.`;
    case 'more_of_a_kind':
      return `${times(warning.count, 'more warning', 'more warnings')} of this kind (${warning.of}) from here on.`;
  }
}

export function englishUndeclared({ reason, rule }: Undeclared): string {
  switch (reason) {
    case 'no_rule':
      return 'The file does not say by which rule it was counted.';
    case 'unknown_rule':
      return `The file was counted by the rule “${rule ?? ''}”, which is not known here.`;
    case 'rule_set_unreadable':
      return 'The rule set that the file carries (rule_set) cannot be read.';
    case 'exclusive_groups_not_told':
      return 'The file says that some projects exclude each other, but not in a readable form which ones.';
    case 'part_budgets_do_not_match':
      return 'The file gives budgets for parts, but not one for each name.';
    case 'leftover_after_parts':
      return 'The file gives what the parts leave over to further projects, outside of the parts; no rule set says that.';
    case 'minimum_not_measurable':
      return 'The minimum support of the file cannot be held against its ballots.';
  }
}
