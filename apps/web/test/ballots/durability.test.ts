import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unsafeSettings } from '../../src/features/ballots/index.ts';
import { startCluster } from '../../src/persistence/cluster/cluster.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { makePool } from '../../src/persistence/pool.ts';
import { freshDatabase } from '../fresh-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-durable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the database of a vote', () => {
  it('is named unsafe by each setting with which a power cut may lose ballots', async () => {
    const database = await freshDatabase();
    expect(await unsafeSettings(makeDatabase(database.pool))).toEqual([
      { name: 'fsync', setting: 'off' },
      { name: 'full_page_writes', setting: 'off' },
      { name: 'synchronous_commit', setting: 'off' },
    ]);
    await database.drop();
  });

  it('is safe as our own is started', async () => {
    const started = await startCluster({ folder, durable: true });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const pool = makePool(started.value.connection('postgres'), () => undefined);
    expect(await unsafeSettings(makeDatabase(pool))).toEqual([]);
    await pool.query('alter role current_user set synchronous_commit = off');
    const later = makePool(started.value.connection('postgres'), () => undefined);
    expect(await unsafeSettings(makeDatabase(later))).toEqual([{ name: 'synchronous_commit', setting: 'off' }]);
    await Promise.all([pool.end(), later.end()]);
    await started.value.stop();
  });
});
