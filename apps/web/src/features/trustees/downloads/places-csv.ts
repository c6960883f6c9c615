import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { TrusteeRow } from '../pages/views.ts';

const columns: Columns<TrusteeRow> = [
  ['place', ({ place }) => place],
  ['name', ({ name }) => name],
  ['certificate', ({ brought }) => brought.includes('certificate')],
  ['deal', ({ brought }) => brought.includes('deal')],
  ['key', ({ brought }) => brought.includes('key')],
  ['rehearsed_on', ({ rehearsedOn }) => rehearsedOn],
];

/** Who holds the key, what each handed in on this site, and the last day of whose test ballot they decrypted, as CSV. */
export const placesCsv = (rows: readonly TrusteeRow[]): string => csvTable(columns, rows);
