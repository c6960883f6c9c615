import { err, ok, type Result } from '@convite/kernel';
import { readCell } from '../tables/cell.ts';
import type { Column, Heading } from '../tables/headings.ts';
import { plainWords } from '../tables/plain-words.ts';
import { type Level, levels, type TerritoryDraft, territoryLimits } from './territory.ts';
import type { RowProblem } from './territory-problem.ts';

/** The columns of a table of territories, with the headings that national files use. */
export const territoryColumns = {
  code: { also: ['codigo', 'cod', 'clave', 'id', 'ocd id'] },
  parent: { also: ['parent code', 'codigo padre', 'padre', 'codigo superior', 'superior', 'pertenece a'] },
  level: { also: ['nivel', 'type', 'tipo'] },
  name: { also: ['nombre', 'territorio', 'territory', 'denominacion'] },
  population: { also: ['poblacion', 'habitantes', 'inhabitants'] },
} as const satisfies Record<string, Column>;
export type TerritoryColumn = keyof typeof territoryColumns;

export const neededTerritoryColumns = ['code', 'parent', 'level', 'name'] as const;

/** What people call each level, written plainly. */
const levelWords: Readonly<Record<Level, readonly string[]>> = {
  nation: ['nation', 'nacion', 'nacional', 'national', 'pais', 'country', 'republica'],
  region: ['region', 'estado', 'state', 'departamento', 'department', 'provincia', 'province', 'entidad'],
  municipality: [
    'municipality',
    'municipio',
    'municipal',
    'canton',
    'alcaldia',
    'city',
    'ciudad',
    'district',
    'distrito',
  ],
  commune: ['commune', 'comuna', 'circuito', 'circuit', 'circuito comunal', 'parroquia', 'parish'],
  sector: ['sector', 'consejo comunal', 'communal council', 'barrio', 'neighbourhood', 'neighborhood', 'vereda'],
};
const levelByWord: ReadonlyMap<string, Level> = new Map(
  levels.flatMap((level) => levelWords[level].map((word) => [word, level] as const)),
);

/** Reads one row of a table of territories; everything that is wrong with it. */
export function readTerritoryRow(
  cells: readonly string[],
  heading: Heading<TerritoryColumn>,
): Result<TerritoryDraft, readonly RowProblem[]> {
  if (cells.length !== heading.width) {
    return err([{ type: 'row_width', found: cells.length, expected: heading.width }]);
  }
  const raw = (column: TerritoryColumn): string => {
    const place = heading.places[column];
    return place === undefined ? '' : (cells[place] ?? '');
  };
  return readTerritoryTexts({
    code: raw('code'),
    parent: raw('parent'),
    level: raw('level'),
    name: raw('name'),
    population: raw('population'),
  });
}

/** Reads the five texts of a territory, wherever they stand. */
export function readTerritoryTexts(
  raw: Readonly<Record<TerritoryColumn, string>>,
): Result<TerritoryDraft, readonly RowProblem[]> {
  const problems: RowProblem[] = [];
  const text = (column: TerritoryColumn, most: number): string => {
    const read = readCell(raw[column], column, most);
    if (read.ok) return read.value;
    problems.push(read.error);
    return '';
  };
  const code = text('code', territoryLimits.code);
  const parent = text('parent', territoryLimits.code);
  const name = text('name', territoryLimits.name).replaceAll(/\s+/gu, ' ');
  const levelText = text('level', territoryLimits.name);
  const populationText = text('population', 20);
  const isSound = problems.length === 0;
  if (isSound && code === '') problems.push({ type: 'no_code' });
  if (isSound && name === '') problems.push({ type: 'no_name' });
  const level = levelByWord.get(plainWords(levelText));
  if (isSound && level === undefined) {
    problems.push(levelText === '' ? { type: 'no_level' } : { type: 'unknown_level', found: levelText });
  }
  const population = populationText === '' ? null : readPopulation(populationText);
  if (population === undefined) problems.push({ type: 'bad_population', found: populationText });
  if (problems.length > 0 || level === undefined || population === undefined) return err(problems);
  return ok({ code, parentCode: parent === '' ? null : parent, level, name, population, outline: null });
}

/** A whole number; thousands may be set apart by spaces, points or commas, three digits at a time. */
function readPopulation(text: string): number | undefined {
  if (!/^\d+$/u.test(text) && !/^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+$/u.test(text)) return undefined;
  const value = Number(text.replaceAll(/\D/gu, ''));
  return value <= territoryLimits.population ? value : undefined;
}
