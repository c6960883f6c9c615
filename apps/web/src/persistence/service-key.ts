import type { Database } from './database.ts';

/** The key under which visitors are told apart; made by the first server that asks. */
export async function visitorKey(database: Database, random: () => Uint8Array): Promise<Uint8Array> {
  await database
    .insertInto('service_keys')
    .values({ visitor_key: Buffer.from(random()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { visitor_key } = await database.selectFrom('service_keys').select('visitor_key').executeTakeFirstOrThrow();
  return visitor_key;
}
