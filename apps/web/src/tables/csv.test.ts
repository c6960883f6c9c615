import { describe, expect, it } from 'vitest';
import { type Columns, csvPieces, csvTable } from './csv.ts';

interface Row {
  readonly name: string;
  readonly amount: string | null;
  readonly places: number;
  readonly isOpen: boolean;
}

const columns: Columns<Row> = [
  ['name', ({ name }) => name],
  ['amount', ({ amount }) => amount],
  ['places', ({ places }) => places],
  ['open', ({ isOpen }) => isOpen],
];
const row = (name: string, amount: string | null = null): Row => ({ name, amount, places: -3, isOpen: true });

describe('a table as CSV', () => {
  it('has a line of headings, and writes amounts as they are', () => {
    expect(csvTable(columns, [row('Pozo', '90071992547409931.05')])).toBe(
      'name,amount,places,open\r\nPozo,90071992547409931.05,-3,true\r\n',
    );
    expect(csvTable(columns, [])).toBe('name,amount,places,open\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\uFF1D1'])('disarms what a spreadsheet would run: %j', (name) => {
    expect(csvTable(columns, [row(name)]).split('\r\n')[1]).toBe(`'${name},,-3,true`);
  });

  it('quotes separators, quotes and ends of lines', () => {
    expect(csvTable(columns, [row('a,"b"\r\nc')]).split(',-3')[0]).toBe('name,amount,places,open\r\n"a,""b""\r\nc",');
  });

  it('is the same in pieces, and asks for a piece only when it is wanted', async () => {
    const taken: number[] = [];
    async function* pieces() {
      for (let i = 0; i < 3; i++) {
        taken.push(i);
        yield await Promise.resolve([row(`${i}`), row('=x')]);
      }
    }
    const read = csvPieces(columns, pieces());
    const heading = await read.next();
    expect([heading.value, taken]).toEqual(['name,amount,places,open\r\n', []]);
    await read.next();
    expect(taken).toEqual([0]);
    const whole: string[] = [];
    for await (const text of csvPieces(columns, pieces())) whole.push(text);
    expect(whole.join('')).toBe(
      csvTable(
        columns,
        [0, 1, 2].flatMap((i) => [row(`${i}`), row('=x')]),
      ),
    );
  });
});
