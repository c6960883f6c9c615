import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { filePieces } from '../../../reading/file-pieces.ts';
import { rollJobNames, type RollsContext } from '../rolls-context.ts';
import { findRoll, type RolledConsultation } from '../store.ts';
import { type DeclaredRoll, putImport, putPiece } from '../store-imports.ts';
import { findPart } from '../store-people.ts';

export interface BroughtRoll {
  readonly path: string;
  readonly name: string;
  readonly declared: DeclaredRoll;
  /** Code of the territory whose people the file holds; empty: the whole consultation. */
  readonly part: string;
  readonly by: string;
}

export type BringRefusal = { readonly type: 'no_rule' | 'frozen' | 'unknown_part' | 'another_waits' };

const pieceBytes = 1024 * 1024;

/** Stores the file of a roll and has it read by a job. @returns the id of the import. */
export async function bringRoll(
  { database, now, newId }: Pick<RollsContext, 'database' | 'now' | 'newId'>,
  { id: consultation, territory, slug }: RolledConsultation,
  { path, name, declared, part: code, by }: BroughtRoll,
): Promise<Result<string, BringRefusal>> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const piece of filePieces(path, pieceBytes)) {
    sha256.update(piece);
    bytes += piece.byteLength;
  }
  const hash = sha256.digest('hex');
  const id = newId();
  return await inRefusableTransaction<string, BringRefusal>(database, async (tx) => {
    const roll = await findRoll(tx, consultation);
    if (roll === undefined) return err({ type: 'no_rule' });
    if (roll.status === 'frozen') return err({ type: 'frozen' });
    const part = code === '' ? territory : await findPart(tx, territory, code);
    if (part === undefined) return err({ type: 'unknown_part' });
    const stored = await putImport(tx, { id, consultation, part, by, at: now(), name, hash, bytes, declared });
    if (!stored) return err({ type: 'another_waits' });
    let number = 0;
    for await (const piece of filePieces(path, pieceBytes)) {
      await putPiece(tx, id, number, piece);
      number++;
    }
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
