import type { Database, Tx } from '../../../persistence/database.ts';
import { durabilitySettings } from '../store-elections.ts';

/** A setting of the database that lets a power cut lose what was acknowledged. */
export interface UnsafeSetting {
  readonly name: string;
  readonly setting: string;
}

const needed = ['fsync', 'full_page_writes', 'synchronous_commit'];
/** `remote_write` and `remote_apply` wait for the disk of this server too. */
const safe: ReadonlySet<string> = new Set(['on', 'remote_write', 'remote_apply']);

/** What keeps a vote from being opened on this database: empty where every acknowledged ballot survives a power cut. */
export async function unsafeSettings(database: Database | Tx): Promise<readonly UnsafeSetting[]> {
  const found = await durabilitySettings(database);
  return needed
    .map((name) => ({ name, setting: found[name] ?? 'unknown' }))
    .filter(({ setting }) => !safe.has(setting));
}
