import { readFile } from 'node:fs/promises';
import {
  neededTerritoryColumns,
  type PlacedDraft,
  readHeading,
  readTerritoryFeatures,
  readTerritoryRow,
  territoryColumns,
  territoryLimits,
  type TerritoryProblem,
} from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { type DeclaredTable, openTable } from './open-table.ts';

/** A file of territories: the territories as drafts, and the headings that meant nothing. */
export interface ReadTerritories {
  readonly drafts: readonly PlacedDraft[];
  readonly ignored: readonly string[];
}

/** Reads a file of territories, a table or GeoJSON, told apart by their first sign. */
export async function readTerritories(
  path: string,
  declared: DeclaredTable,
): Promise<Result<ReadTerritories, readonly TerritoryProblem[]>> {
  const bytes = await readFile(path);
  const first = bytes.subarray(0, 64).toString('latin1').replace(/^ï»¿/u, '').trimStart();
  return first.startsWith('{') ? readGeoJson(bytes) : await readTable(path, declared);
}

function readGeoJson(bytes: Uint8Array): Result<ReadTerritories, readonly TerritoryProblem[]> {
  const features = readTerritoryFeatures(parsedJson(bytes));
  return features.ok ? ok({ drafts: features.value, ignored: [] }) : features;
}

/** Undefined when it is no JSON in UTF-8. */
function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

async function readTable(
  path: string,
  declared: DeclaredTable,
): Promise<Result<ReadTerritories, readonly TerritoryProblem[]>> {
  const whole = (problem: TerritoryProblem['problem']): Result<never, readonly TerritoryProblem[]> =>
    err([{ place: null, problem }]);
  const table = await openTable(path, declared);
  if (!table.ok) return err([{ place: null, problem: withoutLine(table.error) }]);
  const rows = table.value.rows(() => undefined);
  const top = await rows.next();
  if (top.done === true) {
    if (top.value === undefined) return whole({ type: 'no_rows' });
    return err([{ place: placeOf(top.value), problem: withoutLine(top.value) }]);
  }
  const heading = readHeading(top.value.cells, territoryColumns, neededTerritoryColumns);
  if (!heading.ok) return err(heading.error.map((problem) => ({ place: { kind: 'line', number: 1 }, problem })));
  const drafts: PlacedDraft[] = [];
  const problems: TerritoryProblem[] = [];
  for (;;) {
    const step = await rows.next();
    if (step.done === true) {
      if (step.value !== undefined) problems.push({ place: placeOf(step.value), problem: withoutLine(step.value) });
      break;
    }
    const { line, cells } = step.value;
    const place = { kind: 'line', number: line } as const;
    const read = readTerritoryRow(cells, heading.value);
    if (read.ok) drafts.push({ ...read.value, place });
    else problems.push(...read.error.map((problem) => ({ place, problem })));
    if (drafts.length > territoryLimits.territories) {
      await rows.return(undefined);
      return whole({ type: 'too_many', most: territoryLimits.territories });
    }
  }
  if (problems.length > 0) return err(problems);
  return drafts.length === 0 ? whole({ type: 'no_rows' }) : ok({ drafts, ignored: heading.value.ignored });
}

type Ending = { readonly type: 'broken_quotes'; readonly line: number } | { readonly type: 'not_text' | 'spreadsheet' };

const withoutLine = ({ type }: Ending): TerritoryProblem['problem'] => ({ type });

const placeOf = (ending: Ending): TerritoryProblem['place'] =>
  'line' in ending ? { kind: 'line', number: ending.line } : null;
