import { stringify } from 'csv-stringify/sync';
import { toldDetails } from '../pages/told-details.ts';
import type { TrailRecord } from '../store-trail.ts';

/** Their subject is a code or a person: which codes belong together is for nobody to be worked out. */
const namesNobody: ReadonlySet<string> = new Set(['roll.add', 'credential.replace']);

/**
 * Lines of the trail as CSV (RFC 4180, UTF-8), the same bytes for the same lines: who keeps it today finds it at the
 * beginning of tomorrow's. Cells that a spreadsheet would run as a formula are disarmed by an apostrophe.
 */
export const trailCsv = (lines: readonly TrailRecord[]): string =>
  stringify(
    lines.map(({ number, happenedAt, event, subject, actorName, territoryName, reason, details }) => [
      ...[number, happenedAt.toISOString(), event, namesNobody.has(event) ? '' : subject],
      ...[actorName ?? '', territoryName ?? '', reason ?? ''],
      toldDetails(details)
        .map(({ name, value }) => `${name}=${value}`)
        .join(' '),
    ]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      header: true,
      columns: ['number', 'at', 'event', 'subject', 'who', 'where', 'why', 'details'],
    },
  );
