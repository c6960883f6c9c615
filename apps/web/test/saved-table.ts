import { parse } from 'csv-parse/sync';
import type { StaffBrowser } from './staff.ts';

/** The rows of a table that is saved from a page, by their headings. */
export async function savedTable(
  browser: StaffBrowser,
  path: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const answer = await browser.get(path);
  const text = await answer.text();
  if (answer.status !== 200 || !(answer.headers.get('Content-Disposition') ?? '').startsWith('attachment')) {
    throw new Error(`${path} is no table to be saved: ${answer.status} ${text.slice(0, 200)}`);
  }
  return parse<Readonly<Record<string, string>>>(text, { columns: true, recordDelimiter: '\r\n' });
}
