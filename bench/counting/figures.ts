/** The middle one of several figures, the lower of two. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/** Median and range, in seconds. */
export const spread = (figures: readonly number[]): string =>
  `${seconds(median(figures))} (${seconds(Math.min(...figures))}–${seconds(Math.max(...figures))})`;

export const seconds = (figure: number): string => (figure < 0.1 ? figure.toFixed(3) : figure.toFixed(2));

/** A table in Markdown. */
export const markdownTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
