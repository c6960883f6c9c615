import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { putPieces } from '../../../persistence/brought-pieces.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { fileDigest, filePieces } from '../../../reading/file-pieces.ts';
import { rollJobNames, type RollsContext } from '../rolls-context.ts';
import { findRoll, mayMove, type RolledConsultation } from '../store.ts';
import { type DeclaredRoll, putImport } from '../store-imports.ts';
import { findPart } from '../store-people.ts';

export interface BroughtRoll {
  readonly path: string;
  readonly name: string;
  readonly declared: DeclaredRoll;
  /** Code of the territory whose people the file holds; empty: of all that it is brought for. */
  readonly part: string;
  readonly by: string;
}

export type BringRefusal = { readonly type: 'no_rule' | 'frozen' | 'unknown_part' | 'another_waits' };

const pieceBytes = 1024 * 1024;

/**
 * Stores the file of a roll and has it read by a job.
 *
 * @param consultation with the territory for which it is brought: that of the consultation, or one inside it.
 * @returns the id of the import.
 */
export async function bringRoll(
  { database, now, newId }: Pick<RollsContext, 'database' | 'now' | 'newId'>,
  { id: consultation, territory, slug }: Pick<RolledConsultation, 'id' | 'territory' | 'slug'>,
  { path, name, declared, part: code, by }: BroughtRoll,
): Promise<Result<string, BringRefusal>> {
  const { hash, bytes } = await fileDigest(path);
  const id = newId();
  return await inRefusableTransaction<string, BringRefusal>(database, async (tx) => {
    const roll = await findRoll(tx, consultation);
    if (roll === undefined) return err({ type: 'no_rule' });
    if (!mayMove(roll, 'import')) return err({ type: 'frozen' });
    const part = code === '' ? territory : await findPart(tx, territory, code);
    if (part === undefined) return err({ type: 'unknown_part' });
    const stored = await putImport(tx, { id, consultation, part, by, at: now(), name, hash, bytes, declared });
    if (!stored) return err({ type: 'another_waits' });
    await putPieces(tx, id, filePieces(path, pieceBytes));
    await requestJob(tx, { name: rollJobNames.read, subject: id, priority: 5, queue: `roll:${slug}` });
    await appendAudit(tx, {
      event: 'roll.import',
      subject: consultation,
      actor: by,
      territory: part,
      details: { step: 'brought', sha256: hash, bytes },
      isPublic: false,
      now: now(),
    });
    return ok(id);
  });
}
