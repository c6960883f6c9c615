import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { OrderLine } from '../pages/views.ts';

const columns: Columns<OrderLine> = [
  ['code', ({ territory }) => territory],
  ['name', ({ name }) => name],
  ['credentials', ({ credentials }) => credentials],
  ['spares', ({ spares }) => spares],
  ['group', ({ group }) => group],
  ['uuid', ({ uuid }) => uuid],
  ['id', ({ id }) => id],
];

/** How many codes are ordered for each contest, as CSV. */
export const orderCsv = (contests: readonly OrderLine[]): string => csvTable(columns, contests);
