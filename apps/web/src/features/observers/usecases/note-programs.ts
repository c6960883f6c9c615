import { appendAudit, programsSubject } from '../../../persistence/audit.ts';
import { type Database, inTransaction } from '../../../persistence/database.ts';
import type { ServedProgram } from '../pages/views.ts';
import { lastPrograms } from '../store.ts';
import { fingerprintsIn } from './program-history.ts';

/**
 * Says in the public trail which programs this server hands out from now on, unless the last line says the same: so a
 * program that changes while people vote is there for everybody to see.
 */
export async function notePrograms(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  programs: readonly ServedProgram[],
): Promise<void> {
  const details = Object.fromEntries(programs.map(({ name, integrity }) => [name, integrity]));
  await inTransaction(database, async (tx) => {
    const last = fingerprintsIn(await lastPrograms(tx));
    if (programs.every(({ name, integrity }) => last[name] === integrity)) return;
    await appendAudit(tx, {
      ...{ event: 'programs.served', subject: programsSubject, actor: null, territory: null },
      ...{ details, isPublic: true, now: now() },
    });
  });
}
