import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { PersonView, TaskLine } from '../pages/views.ts';
import type { ActRecord } from '../store-acts.ts';
import type { ConsultationRecord } from '../store-places.ts';

interface RoleRow {
  readonly person: PersonView;
  /** Null: the person holds none. */
  readonly held: PersonView['roles'][number] | null;
}

const people: Columns<RoleRow> = [
  ['id', ({ person }) => person.id],
  ['name', ({ person }) => person.name],
  ['email', ({ person }) => person.email],
  ['state', ({ person }) => person.state],
  ['role', ({ held }) => held?.role ?? null],
  ['everywhere', ({ held }) => (held === null ? null : held.place === null)],
  ['where', ({ held }) => held?.place ?? null],
];

/** People and their roles as CSV: a line for each role, one for who has none. */
export const peopleCsv = (rows: readonly PersonView[]): string =>
  csvTable(
    people,
    rows.flatMap((person): readonly RoleRow[] =>
      person.roles.length === 0 ? [{ person, held: null }] : person.roles.map((held) => ({ person, held })),
    ),
  );

/** Acts of two people as CSV, piece by piece; `title` says what one does in the language of the page. */
export const actsCsv = (
  pieces: AsyncIterable<readonly ActRecord[]>,
  title: (act: ActRecord) => string,
): AsyncGenerator<string, void, undefined> =>
  csvPieces<ActRecord>(
    [
      ['id', ({ id }) => id],
      ['act', ({ act }) => act],
      ['title', title],
      ['everywhere', ({ territory }) => territory === null],
      ['where', ({ territoryName }) => territoryName],
      ['why', ({ reason }) => reason],
      ['proposed_by', ({ proposerName }) => proposerName],
      ['proposed_at', ({ proposedAt }) => proposedAt.toISOString()],
      ['state', ({ status }) => status],
      ['decided_by', ({ deciderName }) => deciderName],
      ['decided_at', ({ decidedAt }) => decidedAt?.toISOString() ?? null],
    ],
    pieces,
  );

/** Consultations as CSV; `title` reads a title in the language of the page. */
export const consultationsCsv = (rows: readonly ConsultationRecord[], title: (titles: unknown) => string): string =>
  csvTable<ConsultationRecord>(
    [
      ['consultation', ({ slug }) => slug],
      ['title', (row) => title(row.title)],
      ['territory', ({ territoryName }) => territoryName],
      ['state', ({ status }) => status],
      ['contests', ({ contests }) => contests],
      ['id', ({ id }) => id],
    ],
    rows,
  );

/** A task of a consultation, in the words of the page. */
export interface TaskRow extends TaskLine {
  readonly says: string;
  readonly slug: string;
}

const tasks: Columns<TaskRow> = [
  ['task', ({ kind }) => kind],
  ['says', ({ says }) => says],
  ['count', ({ count }) => count],
  ['consultation', ({ slug }) => slug],
  ['title', ({ consultation }) => consultation],
  ['address', ({ href }) => href],
];

/** What waits for a person as CSV. */
export const tasksCsv = (rows: readonly TaskRow[]): string => csvTable(tasks, rows);
