import type { ElectionState } from '@convite/crypto';
import type { ContestState, QuestionKind } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what trustees brought for a contest. */

export type PartKind = 'shuffle' | 'decryption';

/** Where the count of a contest stands, with all of its board that the next part hangs on. */
export interface StandingCount {
  readonly contest: ContestState;
  readonly territory: string;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly state: ElectionState;
  /** The last event of the board, and the last before the first decryption. */
  readonly boardHead: string;
  readonly head: string;
  readonly kind: QuestionKind;
  readonly weight: bigint;
  readonly parts: readonly { readonly kind: PartKind; readonly owner: number }[];
}

/** Reads it; undefined where the consultation has no such contest, or it has no encrypted tally. */
export async function standingCount(
  db: Database | Tx,
  consultation: string,
  contest: string,
): Promise<StandingCount | undefined> {
  const { rows } = await sql<Omit<StandingCount, 'weight'> & { readonly weight: string }>`
    select k.status as contest, k.territory_id as territory, e.uuid, e.fingerprint, e.state, e.head as "boardHead",
      y.head, y.kind, y.weight::text as weight,
      coalesce((select json_agg(json_build_object('kind', p.kind, 'owner', p.owner) order by p.place)
        from tally_parts p where p.contest_id = k.id), '[]') as parts
    from contests k join elections e on e.contest_id = k.id join tallies y on y.contest_id = k.id
    where k.id::text = ${contest} and k.consultation_id = ${consultation}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...row, weight: BigInt(row.weight) };
}

/** Payloads of the board that a count hangs on. */
export interface CountPayloads {
  readonly election: string;
  readonly trustees: string;
  readonly tally: string;
  readonly lastShuffle: string | undefined;
  /** In their order. */
  readonly decryptions: readonly string[];
}

export async function countPayloads(db: Database | Tx, contest: string): Promise<CountPayloads> {
  const payloads = async (
    type: 'EncryptedTally' | 'PartialDecryption' | 'Setup' | 'Shuffle',
    places: readonly number[],
  ) => {
    const rows = await db
      .selectFrom('board_events as e')
      .innerJoin('board_payloads as p', (join) =>
        join.onRef('p.contest_id', '=', 'e.contest_id').onRef('p.height', '=', 'e.height'),
      )
      .select(['p.bytes'])
      .where('e.contest_id', '=', contest)
      .where('e.type', '=', type)
      .where('p.place', 'in', [...places])
      .orderBy('e.height', type === 'Shuffle' ? 'desc' : 'asc')
      .orderBy('p.place')
      .limit(type === 'Shuffle' ? 1 : 1000)
      .execute();
    return rows.map(({ bytes }) => bytes.toString());
  };
  const [election = '', trustees = ''] = await payloads('Setup', [0, 1]);
  const [tally = ''] = await payloads('EncryptedTally', [0]);
  const [lastShuffle] = await payloads('Shuffle', [0]);
  return { election, trustees, tally, lastShuffle, decryptions: await payloads('PartialDecryption', [0]) };
}

/** Whether the board holds this very payload. */
export async function holdsPayload(db: Database, contest: string, hash: string): Promise<boolean> {
  const { rows } = await sql`
    select from board_payloads where contest_id = ${contest} and hash = ${hash} limit 1`.execute(db);
  return rows.length > 0;
}

export interface NewPart {
  readonly kind: PartKind;
  readonly owner: number;
  /** From 1, among those of its kind. */
  readonly place: number;
  readonly section: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function insertPart(tx: Tx, contest: string, { by, ...part }: NewPart): Promise<void> {
  await tx
    .insertInto('tally_parts')
    .values({ contest_id: contest, brought_by: by, ...part })
    .execute();
}
