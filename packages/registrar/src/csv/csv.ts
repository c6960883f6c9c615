/** What a spreadsheet would run as a formula begins so; full-width signs count for some. */
const formula = /^[=+\-@\t\r＝＋－＠]/u;
const marked = /^'(?=[=+\-@\t\r＝＋－＠])/u;
const special = /[",\r\n]/u;

/** One line of CSV (RFC 4180); what a spreadsheet would take for a formula is marked as text by an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const safe = formula.test(cell) ? `'${cell}` : cell;
    return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join()}\r\n`;
}

/** A cell without the mark that keeps spreadsheets from running it. */
export const unmarked = (cell: string): string => cell.replace(marked, '');

/**
 * Reads CSV (RFC 4180) with commas, line by line; `take` gets the cells of each line that is not empty and the line of
 * the text on which it ends, from 1. Where it says false, nothing more is read.
 *
 * @returns the line on which the text is no CSV: quotes that are not closed, or that stand inside a cell.
 */
export function readCsv(
  text: string,
  take: (cells: readonly string[], line: number) => boolean,
): { readonly brokenLine: number | undefined } {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    let isEnd = false;
    while (!isEnd) {
      let cell: string;
      if (text.charCodeAt(at) === quote) {
        const closing = closingQuote(text, at + 1);
        if (closing === -1) return { brokenLine: line };
        cell = text.slice(at + 1, closing).replaceAll('""', '"');
        for (let i = cell.indexOf('\n'); i !== -1; i = cell.indexOf('\n', i + 1)) line += 1;
        at = closing + 1;
      } else {
        const from = at;
        while (at < text.length && !isSpecial(text.charCodeAt(at))) at += 1;
        cell = text.slice(from, at);
      }
      const sign = text.charCodeAt(at);
      if (sign === comma) at += 1;
      else if (at >= text.length || sign === lineEnd || (sign === carriage && text.charCodeAt(at + 1) === lineEnd)) {
        isEnd = true;
        at += sign === carriage ? 2 : 1;
      } else return { brokenLine: line };
      cells.push(cell);
    }
    const isEmpty = cells.length === 1 && cells[0] === '';
    if (!isEmpty && !take(cells, line)) return { brokenLine: undefined };
    line += 1;
  }
  return { brokenLine: undefined };
}

const [quote, comma, lineEnd, carriage] = [0x22, 0x2c, 0x0a, 0x0d];

const isSpecial = (sign: number): boolean => sign === comma || sign === lineEnd || sign === quote || sign === carriage;

/** The place of the quote that ends a cell; two in a row stand for one inside it. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}
