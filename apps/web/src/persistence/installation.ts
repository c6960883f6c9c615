import { err, ok, type Result } from '@convite/kernel';
import { sql } from 'kysely';
import { type Database, inTransaction, type Tx } from './database.ts';

/** What the settings say of the demo: it is asked for, it is out of the question, or it is made where nothing is yet. */
export type DemoWish = 'wanted' | 'refused' | 'if_new';

/** A demo is never opened to the world, and nothing real is ever mixed with one. */
export interface InstallationRefusal {
  readonly type: 'demo_data' | 'real_data';
}

/**
 * Settles at the first start whether the installation is a demo; later starts only hold their settings against it.
 *
 * Hazards: in a demo everybody may take every part. So demo accounts in what is not a demo keep it from starting too.
 */
export const settleInstallation = (
  database: Database,
  wish: DemoWish,
  now: () => Date,
): Promise<Result<{ readonly isDemo: boolean }, InstallationRefusal>> =>
  inTransaction(database, async (tx) => {
    // Two servers that start together on one database settle it once.
    await sql`lock table installation in exclusive mode`.execute(tx);
    const stored = await tx.selectFrom('installation').select('is_demo').executeTakeFirst();
    const isDemo = stored?.is_demo ?? (wish !== 'refused' && !(await isInUse(tx)));
    if (isDemo && wish === 'refused') return err({ type: 'demo_data' });
    if (!isDemo && (wish === 'wanted' || (await hasDemoAccounts(tx)))) {
      return err({ type: wish === 'wanted' ? 'real_data' : 'demo_data' });
    }
    if (stored === undefined)
      await tx.insertInto('installation').values({ is_demo: isDemo, begun_at: now() }).execute();
    return ok({ isDemo });
  });

/** Whether anybody began something here before installations said what they are. */
async function isInUse(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ readonly used: boolean }>`
    select exists (select from accounts) or exists (select from consultations) as used`.execute(tx);
  return rows[0]?.used === true;
}

async function hasDemoAccounts(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ readonly found: boolean }>`
    select exists (select from accounts where is_demo) as found`.execute(tx);
  return rows[0]?.found === true;
}
