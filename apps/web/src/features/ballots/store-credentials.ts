import { sql } from 'kysely';
import type { Tx } from '../../persistence/database.ts';

/** Stores public credentials of a contest. Requires: none of them is stored. */
export async function insertCredentials(
  tx: Tx,
  contest: string,
  credentials: readonly string[],
  isSpare: (credential: string) => boolean,
): Promise<void> {
  const kinds = credentials.map((credential) => (isSpare(credential) ? 'spare' : 'roll'));
  await sql`
    insert into public_credentials (contest_id, credential, kind)
    select ${contest}, t.credential, t.kind from unnest(${credentials}::text[], ${kinds}::text[]) as t (credential, kind)
  `.execute(tx);
}

/** A credential as it is replaced or takes another's place. */
export interface ListedCredential {
  readonly kind: 'roll' | 'spare';
  readonly isReleased: boolean;
  readonly isVoid: boolean;
  readonly isUsed: boolean;
}

export async function listedCredential(
  tx: Tx,
  contest: string,
  credential: string,
): Promise<ListedCredential | undefined> {
  const row = await tx
    .selectFrom('public_credentials as c')
    .select(['kind', 'released_at', 'voided_at'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('board_ballots as b')
            .select('b.height')
            .whereRef('b.contest_id', '=', 'c.contest_id')
            .whereRef('b.credential', '=', 'c.credential'),
        )
        .as('used'),
    )
    .where('contest_id', '=', contest)
    .where('credential', '=', credential)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { kind, released_at, voided_at, used } = row;
  return { kind, isReleased: released_at !== null, isVoid: voided_at !== null, isUsed: Boolean(used) };
}

export async function voidCredential(tx: Tx, contest: string, credential: string, now: Date): Promise<void> {
  await changed(tx, contest, credential, { voided_at: now });
}

export async function releaseCredential(tx: Tx, contest: string, credential: string, now: Date): Promise<void> {
  await changed(tx, contest, credential, { released_at: now });
}

async function changed(
  tx: Tx,
  contest: string,
  credential: string,
  change: { readonly voided_at: Date } | { readonly released_at: Date },
): Promise<void> {
  await tx
    .updateTable('public_credentials')
    .set(change)
    .where('contest_id', '=', contest)
    .where('credential', '=', credential)
    .execute();
}
