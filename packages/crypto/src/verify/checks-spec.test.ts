import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { belenios2048 } from '../primitives/finite-field-parameters.ts';
import { allChecks, numberedChecks } from './checks.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const specification = readFileSync(join(docs, 'spec/ballot-protocol.md'), 'utf8');

/** Cells of a row of a table, where `\|` is no border. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/u)
    .slice(1, -1)
    .map((cell) => cell.trim());

const table = specification
  .slice(specification.indexOf('## B.17'))
  .split('\n')
  .filter((line) => /^\| [0-9]/u.test(line))
  .map(cellsOf);

/** When a check is made, from what its id begins with. */
function whenOf(id: string): string {
  if (id.startsWith('strict.') || id.startsWith('side.')) return 'strict';
  return id.startsWith('earlier.') ? 'earlier' : 'always';
}

describe('the table of checks in the specification', () => {
  it('has every check of the verifier once, under its number, id and name', () => {
    const specified = table.map(([number, id, name]) => ({
      number: Number(number),
      id: id?.replaceAll('`', ''),
      name,
    }));
    const made = allChecks.map((id) => ({ ...numberedChecks[id], id }));
    expect(specified).toEqual(made.map(({ number, id, name }) => ({ number, id, name })));
  });

  it('gives no number to two checks', () => {
    const numbers = table.map(([number]) => number);
    expect(new Set(numbers).size).toBe(allChecks.length);
    expect(numbers).toHaveLength(allChecks.length);
  });

  it('says of each check what is checked, where that comes from, when, and what the stock tool does', () => {
    for (const row of table) {
      expect(row).toHaveLength(7);
      expect(row.filter((cell) => cell === '')).toEqual([]);
      const [number, id = '', , , , when] = row;
      expect(`${number} ${when}`).toBe(`${number} ${whenOf(id.replaceAll('`', ''))}`);
    }
  });
});

describe('the rest of the specification', () => {
  it.each(['p', 'q', 'g'] as const)('writes the parameter %s of BELENIOS-2048 as the program has it', (name) => {
    const [, digits = ''] = new RegExp(String.raw`^${name} = ([0-9\s]+)$`, 'mu').exec(specification) ?? [];
    expect(digits.replaceAll(/\s/gu, '')).toBe(String(belenios2048[name]));
  });

  it('cites only what stands in the references', () => {
    const references = readFileSync(join(docs, 'references.bib'), 'utf8');
    const cited = [...specification.matchAll(/\[([a-z]+[0-9]+[a-z]?)\]/gu)].map(([, key]) => key);
    expect(cited.length).toBeGreaterThan(20);
    expect([...new Set(cited)].filter((key) => !references.includes(`{${key},`))).toEqual([]);
  });
});
