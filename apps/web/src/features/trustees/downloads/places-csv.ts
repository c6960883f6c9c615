import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { TrusteeRow } from '../pages/views.ts';

const holders: Columns<TrusteeRow> = [
  ['place', ({ place }) => place],
  ['name', ({ name }) => name],
];
const rehearsed: Columns<TrusteeRow> = [['rehearsed_on', ({ rehearsedOn }) => rehearsedOn]];
const handedIn: Columns<TrusteeRow> = [
  ['certificate', ({ brought }) => brought.includes('certificate')],
  ['deal', ({ brought }) => brought.includes('deal')],
  ['key', ({ brought }) => brought.includes('key')],
];

/** Who holds the key, and the last day of whose test ballot they decrypted, as CSV for everyone. */
export const holdersCsv = (rows: readonly TrusteeRow[]): string => csvTable([...holders, ...rehearsed], rows);

/** Who holds the key, what each handed in on this site, and the last day of whose test ballot they decrypted, as CSV. */
export const placesCsv = (rows: readonly TrusteeRow[]): string =>
  csvTable([...holders, ...handedIn, ...rehearsed], rows);
