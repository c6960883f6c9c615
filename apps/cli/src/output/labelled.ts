import { padded, widthOf, wrapped } from './lines.ts';

/** Lines of a label and what it stands for, the values under each other; a row without a label goes on from the last. */
export function labelled(rows: readonly (readonly [label: string, value: string])[], width: number): readonly string[] {
  const labelWidth = Math.max(0, ...rows.map(([label]) => widthOf(label))) + 2;
  return rows.flatMap(([label, value]) => {
    const [first = '', ...rest] = wrapped(value, width - labelWidth);
    return [padded(label, labelWidth, 'start') + first, ...rest.map((more) => ' '.repeat(labelWidth) + more)];
  });
}
