import { padded, shortened, widthOf } from './lines.ts';

export interface Column {
  readonly heading: string;
  /** `end` for numbers. */
  readonly align: 'start' | 'end';
  /** True for the one column that gives way when the table is wider than the page. */
  readonly gives?: boolean;
}

const gap = '  ';
const leastWidthOfGiving = 12;

/**
 * Writes rows under their headings, columns aligned for characters of every width.
 *
 * A `rule` row draws a line. Only the column that gives is shortened; a table of many columns may stay wider.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[] | 'rule')[],
  width: number,
): readonly string[] {
  const natural = columns.map((column, c) =>
    Math.max(widthOf(column.heading), ...rows.map((row) => (row === 'rule' ? 0 : widthOf(row[c] ?? '')))),
  );
  const excess = natural.reduce((sum, w) => sum + w + gap.length, -gap.length) - width;
  const widths = natural.map((w, c) =>
    columns[c]?.gives && excess > 0 ? Math.max(Math.min(w, leastWidthOfGiving), w - excess) : w,
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, c) => padded(shortened(cells[c] ?? '', widths[c] ?? 0), widths[c] ?? 0, align))
      .join(gap)
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, w) => sum + w + gap.length, -gap.length));
  return [line(columns.map(({ heading }) => heading)), rule, ...rows.map((row) => (row === 'rule' ? rule : line(row)))];
}
