import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type DeclaredTable, openTable, type TableProblem, type TableRow } from './open-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

const undeclared: DeclaredTable = { encoding: null, separator: null };

interface Read {
  readonly rows: readonly TableRow[];
  readonly ending: TableProblem | undefined;
  readonly encoding?: string;
  readonly separator?: string;
}

async function read(content: string | Uint8Array, declared = undeclared): Promise<Read> {
  const path = join(folder, 'table');
  writeFileSync(path, content);
  const table = await openTable(path, declared);
  if (!table.ok) return { rows: [], ending: table.error };
  const { encoding, separator } = table.value;
  const rows: TableRow[] = [];
  const steps = table.value.rows(() => undefined);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { rows, ending: step.value, encoding, separator };
    rows.push(step.value);
  }
}

const cellsOf = async (content: string | Uint8Array, declared = undeclared): Promise<readonly (readonly string[])[]> =>
  (await read(content, declared)).rows.map(({ cells }) => cells);

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe('a table', () => {
  const text = 'código;nombre\n0231;Núñez “El Sauce” €\n';
  const cells = [
    ['código', 'nombre'],
    ['0231', 'Núñez “El Sauce” €'],
  ];
  const windows = Uint8Array.from(
    text.replaceAll('“', '\u0093').replaceAll('”', '\u0094').replaceAll('€', '\u0080'),
    (s) => s.charCodeAt(0),
  );

  it.each([
    ['UTF-8', new Uint8Array(Buffer.from(text)), 'utf-8'],
    ['UTF-8 with its mark', new Uint8Array(Buffer.from(`\ufeff${text}`)), 'utf-8'],
    ['UTF-16 with its mark', utf16(`\ufeff${text}`, false), 'utf-16le'],
    ['UTF-16 with its mark, big end first', utf16(`\ufeff${text}`, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, false), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(text, true), 'utf-16be'],
    ['Windows-1252', windows, 'windows-1252'],
  ])('in %s is read without being told', async (_name, bytes, encoding) => {
    const table = await read(bytes);
    expect(table).toMatchObject({ encoding, separator: ';', ending: undefined });
    expect(table.rows.map((row) => row.cells)).toEqual(cells);
  });

  it('in Latin-1 far behind its start is read as such', async () => {
    const long = `a;b\n${'x;y\n'.repeat(200_000)}ñ;ñ\n`;
    const table = await read(new Uint8Array(Buffer.from(long, 'latin1')));
    expect(table.encoding).toBe('windows-1252');
    expect(table.rows.at(-1)).toEqual({ line: 200_002, cells: ['ñ', 'ñ'] });
  });

  it('is read as declared, unless its mark says otherwise', async () => {
    expect(
      await cellsOf(new Uint8Array(Buffer.from('ñ,b', 'latin1')), { encoding: 'windows-1252', separator: ';' }),
    ).toEqual([['ñ,b']]);
    expect(await cellsOf(new Uint8Array(Buffer.from('ñ,b', 'latin1')), { encoding: 'utf-8', separator: null })).toEqual(
      [['\ufffd', 'b']],
    );
    expect(
      await read(new Uint8Array(Buffer.from('\ufeffñ')), { encoding: 'windows-1252', separator: null }),
    ).toMatchObject({ encoding: 'utf-8' });
  });

  it('numbers its lines through empty ones, rows without words and breaks inside quotes', async () => {
    const { rows } = await read('a,b\n\n,\n"x\r\ny",z\r\n \nlast,"q""q"\n,,,\n');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['x\r\ny', 'z'] },
      { line: 7, cells: ['last', 'q"q'] },
    ]);
  });

  it('with line ends of any system is the same', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(await cellsOf(['a,b', '1,2', '3,4'].join(end))).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ]);
    }
  });

  it.each([
    ['a quote that never ends', 'a,b\n1,"2\n3,4\n'],
    ['a quote inside a cell', 'a,b\n1,2"3\n'],
    ['something after a quote', 'a,b\n"1"x,2\n'],
  ])('with %s says the line', async (_name, content) => {
    const { ending } = await read(content);
    expect(ending).toMatchObject({ type: 'broken_quotes' });
    expect(ending !== undefined && 'line' in ending && ending.line).toBeGreaterThan(1);
  });

  it('with a quoted cell of megabytes is not held whole', async () => {
    expect((await read(`a,b\n1,"${'x\n'.repeat(1_000_000)}`)).ending).toMatchObject({ type: 'broken_quotes' });
  });

  it.each([
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'spreadsheet'],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'spreadsheet'],
    ['zeros', new Uint8Array(1000), 'not_text'],
  ])('is not %s', async (_name, bytes, type) => {
    expect((await read(bytes)).ending).toEqual({ type });
  });

  it('of many pieces is read without a warning of Node', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', note);
    // Some twenty pieces: Node warns of an eleventh listener that was left behind.
    const { rows } = await read('código;nombre\n'.repeat(350_000));
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(rows).toHaveLength(350_000);
    expect(warnings).toEqual([]);
  });

  it('may be empty', async () => {
    expect(await read('')).toMatchObject({ rows: [], ending: undefined });
  });

  it('can be left before its end', async () => {
    const path = join(folder, 'long');
    writeFileSync(path, 'a,b\n'.repeat(500_000));
    const table = await openTable(path, undeclared);
    if (!table.ok) throw new Error('the table did not open');
    const rows = table.value.rows(() => undefined);
    await rows.next();
    expect(await rows.return(undefined)).toEqual({ done: true, value: undefined });
  });
});
