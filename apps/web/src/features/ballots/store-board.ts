import type { ArchiveHead, BoardRecord, EventType, Sha256Hex } from '@convite/crypto';
import type { CredentialState } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** An event to be stored, as the archive has it. */
export interface NewBoardEvent {
  readonly type: EventType;
  readonly height: number;
  readonly parent: string | undefined;
  /** The records in the order of the archive; the last is the event itself. */
  readonly records: readonly BoardRecord[];
}

/** Rows of one statement: far below the 65,535 parameters that it may have. */
const rowsAtOnce = 500;

/** Stores events behind those that stand. Requires: the election is locked. */
export async function insertEvents(tx: Tx, contest: string, events: readonly NewBoardEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += rowsAtOnce) {
    const part = events.slice(at, at + rowsAtOnce);
    await tx
      .insertInto('board_events')
      .values(
        part.map(({ height, parent, type, records }) => {
          const event = records.at(-1);
          invariant(event?.kind === 'event', 'the last record of an event is the event');
          const { sha256, content } = event;
          return {
            contest_id: contest,
            height,
            parent: parent ?? null,
            hash: sha256,
            type,
            event: Buffer.from(content),
          };
        }),
      )
      .execute();
    const payloads = part.flatMap(({ height, records }) =>
      records.slice(0, -1).map(({ sha256, content }, place) => {
        return { contest_id: contest, height, place, hash: sha256, bytes: Buffer.from(content) };
      }),
    );
    if (payloads.length > 0) await tx.insertInto('board_payloads').values(payloads).execute();
  }
}

/** Says where a board stands after events were stored. */
export async function moveHead(
  tx: Tx,
  contest: string,
  { height, parent, state }: ArchiveHead,
  { ballots, voters }: { readonly ballots: number; readonly voters: number },
): Promise<void> {
  invariant(parent !== undefined, 'a board with events has a last one');
  await tx
    .updateTable('elections')
    .set({ height: height - 1, head: parent, state, ballots, voters })
    .where('contest_id', '=', contest)
    .execute();
}

/** A ballot as the board knows it. */
export interface BallotRow {
  readonly credential: string;
  readonly tracker: string;
  readonly height: number;
  readonly revision: number;
}

export async function insertBallots(tx: Tx, contest: string, ballots: readonly BallotRow[]): Promise<void> {
  if (ballots.length === 0) return;
  await tx
    .insertInto('board_ballots')
    .values(ballots.map((ballot) => ({ contest_id: contest, ...ballot })))
    .execute();
}

/** What is known of a credential: where it stands, and how many ballots it has cast. */
export interface CredentialStanding {
  readonly credential: string;
  readonly state: CredentialState;
  readonly lastRevision: number;
}

interface StoredCredential {
  readonly credential: string;
  readonly isVoid: boolean;
  readonly isHeldBack: boolean;
  readonly lastRevision: number;
}

/** Whether it was used is read from the ballots of the board alone. */
function standingOf({ credential, isVoid, isHeldBack, lastRevision }: StoredCredential): CredentialStanding {
  const state = isVoid ? 'void' : isHeldBack ? 'spare' : lastRevision > 0 ? 'used' : 'given';
  return { credential, state, lastRevision };
}

/** Reads the credentials that are listed, of those asked for. */
export async function credentialStandings(
  database: Database | Tx,
  contest: string,
  credentials: readonly string[],
): Promise<ReadonlyMap<string, CredentialStanding>> {
  const { rows } = await sql<StoredCredential>`
    select c.credential, c.voided_at is not null as "isVoid",
      c.kind = 'spare' and c.released_at is null as "isHeldBack",
      coalesce((
        select max(b.revision) from board_ballots b where b.contest_id = ${contest} and b.credential = c.credential
      ), 0) as "lastRevision"
    from public_credentials c
    where c.contest_id = ${contest} and c.credential = any(${credentials}::text[])
  `.execute(database);
  return new Map(rows.map((row) => [row.credential, standingOf(row)]));
}

/** A ballot that stands on the board, with its event. */
export interface StandingBallot {
  readonly tracker: string;
  readonly height: number;
  readonly hash: Sha256Hex;
  readonly event: Buffer;
}

/** The ballots of these trackers that stand on the board already. */
export async function standingBallots(
  database: Database | Tx,
  contest: string,
  trackers: readonly string[],
): Promise<ReadonlyMap<string, StandingBallot>> {
  const rows = await database
    .selectFrom('board_ballots')
    .innerJoin('board_events', (join) =>
      join
        .onRef('board_events.contest_id', '=', 'board_ballots.contest_id')
        .onRef('board_events.height', '=', 'board_ballots.height'),
    )
    .select(['tracker', 'board_ballots.height', 'hash', 'event'])
    .where('board_ballots.contest_id', '=', contest)
    .where('tracker', 'in', [...trackers])
    .execute();
  return new Map(rows.map((row) => [row.tracker, row]));
}

/** An event as stored, with its records and, of a ballot, whose it is. */
export interface StoredEvent {
  readonly height: number;
  readonly parent: string | null;
  readonly hash: Sha256Hex;
  readonly event: Buffer;
  readonly payloads: readonly { readonly hash: Sha256Hex; readonly bytes: Buffer }[];
  readonly tracker: string | null;
  readonly credential: string | null;
}

/** Reads events from a height on, in their order. */
export async function readEvents(
  database: Database | Tx,
  contest: string,
  from: number,
  most: number,
): Promise<readonly StoredEvent[]> {
  const events = await database
    .selectFrom('board_events')
    .leftJoin('board_ballots', (join) =>
      join
        .onRef('board_ballots.contest_id', '=', 'board_events.contest_id')
        .onRef('board_ballots.height', '=', 'board_events.height'),
    )
    .select(['board_events.height', 'parent', 'hash', 'event', 'tracker', 'credential'])
    .where('board_events.contest_id', '=', contest)
    .where('board_events.height', '>=', from)
    .where('board_events.height', '<', from + most)
    .orderBy('board_events.height')
    .execute();
  const payloads = await database
    .selectFrom('board_payloads')
    .select(['height', 'hash', 'bytes'])
    .where('contest_id', '=', contest)
    .where('height', '>=', from)
    .where('height', '<', from + most)
    .orderBy('height')
    .orderBy('place')
    .execute();
  const byHeight = Map.groupBy(payloads, ({ height }) => height);
  return events.map((event) => ({ ...event, payloads: byHeight.get(event.height) ?? [] }));
}

/** What the publisher must know before it writes: where the database stands. */
export interface BoardPosition {
  readonly size: number;
  readonly recordTime: number;
  readonly uuid: string;
  readonly fingerprint: string;
}

export async function boardPosition(database: Database | Tx, contest: string): Promise<BoardPosition | undefined> {
  const row = await database
    .selectFrom('elections')
    .select(['height', 'record_time', 'uuid', 'fingerprint'])
    .where('contest_id', '=', contest)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { height, record_time, uuid, fingerprint } = row;
  return { size: height + 1, recordTime: record_time, uuid, fingerprint };
}

/** The hash of the event at a height; undefined where there is none. */
export async function hashAt(database: Database | Tx, contest: string, height: number): Promise<string | undefined> {
  const row = await database
    .selectFrom('board_events')
    .select('hash')
    .where('contest_id', '=', contest)
    .where('height', '=', height)
    .executeTakeFirst();
  return row?.hash;
}

/** Waits until no other server writes the files of this board, and keeps them away until the transaction ends. */
export async function lockBoardFiles(tx: Tx, contest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`board files ${contest}`}, 0))`.execute(tx);
}
