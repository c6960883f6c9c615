import { err, ok, type Result } from '@convite/kernel';
import { plainWords } from './plain-words.ts';

/** A column that a table may have: its own name, and what people write over it. */
export interface Column {
  /** Other headings for it, written plainly: `plainWords` of a heading is compared with them. */
  readonly also: readonly string[];
}

/** Where each column stands, and the headings that mean nothing here. */
export interface Heading<Name extends string> {
  readonly places: Readonly<Partial<Record<Name, number>>>;
  readonly ignored: readonly string[];
  /** How many cells each row must have. */
  readonly width: number;
}

export type HeadingProblem =
  | { readonly type: 'no_rows' }
  | { readonly type: 'missing_column'; readonly column: string; readonly found: readonly string[] }
  | { readonly type: 'repeated_column'; readonly column: string };

/** Reads the line of headings: each column by one of its names, in any order, any case, with or without accents. */
export function readHeading<Name extends string>(
  cells: readonly string[],
  columns: Readonly<Record<Name, Column>>,
  needed: readonly Name[],
): Result<Heading<Name>, readonly HeadingProblem[]> {
  const names = namesOf(columns);
  const places: Partial<Record<Name, number>> = {};
  const ignored: string[] = [];
  const problems: HeadingProblem[] = [];
  cells.forEach((cell, place) => {
    const plain = plainWords(cell);
    const name = names.find((one) => plain === plainWords(one) || columns[one].also.includes(plain));
    if (name === undefined) {
      if (plain !== '') ignored.push(cell.trim());
    } else if (places[name] === undefined) places[name] = place;
    else problems.push({ type: 'repeated_column', column: name });
  });
  for (const column of needed) {
    if (places[column] === undefined) problems.push({ type: 'missing_column', column, found: cells });
  }
  return problems.length > 0 ? err(problems) : ok({ places, ignored, width: cells.length });
}

const namesOf = <Name extends string>(columns: Readonly<Record<Name, Column>>): readonly Name[] =>
  Object.keys(columns).filter((name): name is Name => name in columns);
