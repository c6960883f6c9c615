import { moved, rollImportMachine } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { dropPieces } from '../../../persistence/brought-pieces.ts';
import { inRefusableTransaction, inTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { dropProblemList, putProblemList } from '../../../persistence/problem-lists.ts';
import { rollJobNames, type RollsContext } from '../rolls-context.ts';
import { countPeople, holdRoll, mayMove, putVersion, renewSizes } from '../store.ts';
import { changedSince, holdImport, type ImportRecord, moveImport, noteCompared } from '../store-imports.ts';
import {
  applyStaged,
  compareStaged,
  countStaged,
  dropStaged,
  listChangedProblems,
  makeRoom,
} from '../store-staging.ts';
import { refuseStaged } from './read-import.ts';

export type ApplyRefusal = { readonly type: 'not_ready' | 'frozen' };

type Context = Pick<RollsContext, 'database' | 'now'>;

/** Asks for a file that was read to become the newest version; a job does it. */
export async function requestApply(
  { database, now }: Context,
  consultation: string,
  id: string,
  by: string,
): Promise<Result<void, ApplyRefusal>> {
  return await inRefusableTransaction<void, ApplyRefusal>(database, async (tx) => {
    const given = await holdImport(tx, id);
    if (given === undefined || given.consultation !== consultation) return err({ type: 'not_ready' });
    const roll = await holdRoll(tx, consultation);
    if (roll === undefined || !mayMove(roll, 'import')) return err({ type: 'frozen' });
    if (!(await moveImport(tx, id, 'apply'))) return err({ type: 'not_ready' });
    await requestJob(tx, { name: rollJobNames.apply, subject: id, priority: 5, queue: `roll:${given.slug}` });
    await note(tx, given, { by, at: now(), details: { step: 'asked', sha256: given.sourceHash } });
    return ok(undefined);
  });
}

/** Lets a file go that is not applied yet. */
export async function withdrawImport(
  { database, now }: Context,
  consultation: string,
  id: string,
  by: string,
): Promise<Result<void, ApplyRefusal>> {
  return await inRefusableTransaction<void, ApplyRefusal>(database, async (tx) => {
    const given = await holdImport(tx, id);
    if (given === undefined || given.consultation !== consultation) return err({ type: 'not_ready' });
    if (!(await moveImport(tx, id, 'withdraw', { finished_at: now() }))) return err({ type: 'not_ready' });
    await dropPieces(tx, id);
    await dropStaged(tx, id);
    await note(tx, given, { by, at: now(), details: { step: 'withdrawn', sha256: given.sourceHash } });
    return ok(undefined);
  });
}

/**
 * Makes a file that was read the newest version of the roll, whole, in one transaction.
 *
 * Other files may have been applied since it was compared. Where they changed the people of its part, it is compared anew and
 * waits to be looked at again; where they brought somebody of it elsewhere, or the rule is another one and lets somebody not
 * vote, it is refused. If the roll was frozen meanwhile, or a crash emptied what was read, the file is let go.
 */
export async function applyImport({ database, now }: Context, id: string): Promise<void> {
  await inTransaction(database, async (tx) => {
    const given = await holdImport(tx, id);
    if (given === undefined || !moved(rollImportMachine, given.status, 'finish').ok) return;
    await makeRoom(tx);
    const roll = await holdRoll(tx, given.consultation);
    invariant(roll !== undefined, 'a file is brought for a roll');
    const { added, removed, changed, same } = given;
    invariant(added !== null && removed !== null && changed !== null && same !== null, 'a file is compared first');
    const isWhole = (await countStaged(tx, id)) === added + changed + same;
    if (!mayMove(roll, 'import') || !isWhole) {
      await moveImport(tx, id, 'lapse', { finished_at: now() });
      await dropStaged(tx, id);
      return;
    }
    await putProblemList(tx, { id, kind: 'roll', consultation: given.consultation, at: now() });
    const problems = await listChangedProblems(tx, given, roll.eligibility);
    if (problems > 0) return await refuseStaged(tx, id, problems, now());
    await dropProblemList(tx, id);
    invariant(given.comparedWith !== null, 'a file is compared first');
    if (await changedSince(tx, given, given.comparedWith)) {
      await noteCompared(tx, id, { version: roll.version, ...(await compareStaged(tx, given)) }, null);
      return;
    }
    await apply(tx, given, roll.version + 1, { added, removed, changed }, now());
  });
}

async function apply(
  tx: Tx,
  given: ImportRecord,
  version: number,
  counts: { readonly added: number; readonly removed: number; readonly changed: number },
  now: Date,
): Promise<void> {
  const { id, consultation, part, broughtBy, sourceName, sourceHash } = given;
  await applyStaged(tx, given, version);
  await renewSizes(tx, consultation);
  await putVersion(tx, {
    consultation,
    version,
    kind: 'import',
    part,
    at: now,
    by: broughtBy,
    agreedBy: null,
    source: { name: sourceName, hash: sourceHash },
    ...counts,
    total: await countPeople(tx, consultation),
    reason: null,
  });
  await dropStaged(tx, id);
  await moveImport(tx, id, 'finish', { finished_at: now });
  const details = { step: 'applied', version, sha256: sourceHash, ...counts };
  await note(tx, given, { by: broughtBy, at: now, details });
}

/** A line of the trail about a file: for the staff of its part. */
const note = (
  tx: Tx,
  { consultation, part }: ImportRecord,
  told: { readonly by: string; readonly at: Date; readonly details: Readonly<Record<string, string | number>> },
): Promise<void> =>
  appendAudit(tx, {
    ...{ event: 'roll.import', subject: consultation, actor: told.by, territory: part },
    ...{ details: told.details, isPublic: false, now: told.at },
  });
