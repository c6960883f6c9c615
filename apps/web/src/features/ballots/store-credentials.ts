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
