import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { PreviewLine, PreviewView } from '../pages/views.ts';

const columns: Columns<PreviewLine> = [
  ['project', ({ id }) => id],
  ['name', ({ name }) => name],
  ['cost', ({ cost }) => cost],
  ['votes', ({ votes }) => votes],
  ['this_rule', ({ here }) => here],
];

/** Who wins a past vote under the rule that is tried as CSV, beside who wins under another where there is one. */
export const previewCsv = ({
  beside,
  projects,
}: Extract<PreviewView['outcome'], { readonly type: 'counted' }>): string =>
  csvTable<PreviewLine>(beside === null ? columns : [...columns, [beside, (line) => line.beside]], projects);
