import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import { toldDetails } from '../pages/told-details.ts';
import type { TrailRecord } from '../store-trail.ts';

/** Their subject is a code or a person: which codes belong together is for nobody to be worked out. */
const namesNobody: ReadonlySet<string> = new Set(['roll.add', 'credential.replace']);

const told = (details: unknown): string =>
  toldDetails(details)
    .map(({ name, value }) => `${name}=${value}`)
    .join(' ');

const columns: Columns<TrailRecord> = [
  ['number', ({ number }) => number],
  ['at', ({ happenedAt }) => happenedAt.toISOString()],
  ['event', ({ event }) => event],
  ['subject', ({ event, subject }) => (namesNobody.has(event) ? null : subject)],
  ['who', ({ actorName }) => actorName],
  ['where', ({ territoryName }) => territoryName],
  ['why', ({ reason }) => reason],
  ['details', ({ details }) => told(details)],
];

/**
 * Lines of the trail as CSV, the same bytes for the same lines: who keeps it today finds it at the beginning of
 * tomorrow's.
 */
export const trailCsv = (lines: readonly TrailRecord[]): string => csvTable(columns, lines);

const ofStaff: Columns<TrailRecord> = [
  ['number', ({ number }) => number],
  ['at', ({ happenedAt }) => happenedAt.toISOString()],
  ['event', ({ event }) => event],
  ['who', ({ actorName }) => actorName],
  ['where', ({ territoryName }) => territoryName],
  ['why', ({ reason }) => reason],
  ['details', ({ details }) => told(details)],
  ['public', ({ isPublic }) => isPublic],
];

/** What the page of the trail tells staff, as CSV, piece by piece; subjects, which it does not show, are left out. */
export const staffTrailCsv = (pieces: AsyncIterable<readonly TrailRecord[]>): AsyncGenerator<string, void, undefined> =>
  csvPieces(ofStaff, pieces);
