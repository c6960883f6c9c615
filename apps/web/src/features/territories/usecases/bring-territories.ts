import { createHash } from 'node:crypto';
import { checkTree, type TerritoryProblem } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { inTransaction } from '../../../persistence/database.ts';
import {
  hasProblemList,
  type ProblemListPlace,
  problemPieces,
  putProblems,
  readProblems,
} from '../../../persistence/problem-lists.ts';
import type { DeclaredTable } from '../../../reading/open-table.ts';
import { allTerritories } from '../store.ts';
import { putImport } from '../store-imports.ts';
import type { TerritoriesContext } from '../territories-context.ts';

export interface BroughtTerritories {
  readonly place: WorkPlace;
  /** Name of the file in that place. */
  readonly file: string;
  readonly name: string;
  readonly declared: DeclaredTable;
  readonly by: string;
}

export type TerritoriesRefusal =
  /** All of them are kept for some days under `list`. */
  | { readonly type: 'problems'; readonly problems: readonly TerritoryProblem[]; readonly list: string }
  | { readonly type: 'took_too_long' };

/** Long enough for 20 MB of outlines on a slow machine. */
const longestReading = 60_000;
const dayInMilliseconds = 24 * 3600 * 1000;

/**
 * Reads and checks a file of territories against the tree that is stored, and keeps it until it is applied.
 *
 * @returns the id under which it waits.
 */
export async function bringTerritories(
  context: TerritoriesContext,
  { place, file, name, declared, by }: BroughtTerritories,
): Promise<Result<string, TerritoriesRefusal>> {
  const { database, readers, now, newId } = context;
  const path = place.path(file);
  const read = await readers.run(
    { type: 'territories', path, declared },
    { milliseconds: longestReading, signal: undefined },
  );
  if (!read.ok) return err({ type: 'took_too_long' });
  const answer = read.value;
  if (answer.type === 'territory_problems') return await refuse(context, answer.problems);
  invariant(answer.type === 'territories', 'a process answers what it was asked');
  const { drafts, ignored } = answer;
  const checked = checkTree(drafts, await allTerritories(database));
  if (!checked.ok) return await refuse(context, checked.error);
  const id = newId();
  const waiting = {
    id,
    broughtBy: by,
    broughtAt: now(),
    sourceName: name,
    sourceHash: createHash('sha256')
      .update(await place.read(file))
      .digest('hex'),
    ignored,
    drafts: checked.value,
  };
  const forgetBefore = new Date(now().getTime() - dayInMilliseconds);
  await inTransaction(database, (tx) => putImport(tx, waiting, forgetBefore));
  return ok(id);
}

async function refuse(
  { database, now, newId }: TerritoriesContext,
  problems: readonly TerritoryProblem[],
): Promise<Result<never, TerritoriesRefusal>> {
  const list = newId();
  await inTransaction(database, (tx) => putProblems(tx, { ...listOf(list), at: now() }, problemPieces(problems)));
  return err({ type: 'problems', problems, list });
}

const listOf = (id: string): ProblemListPlace => ({ id, kind: 'territories', consultation: null });

/** All that was wrong with a file, piece by piece; undefined when it is not kept any more. */
export async function territoryProblems(
  { database }: Pick<TerritoriesContext, 'database'>,
  id: string,
): Promise<AsyncGenerator<readonly TerritoryProblem[]> | undefined> {
  return (await hasProblemList(database, listOf(id))) ? readProblems(database, id) : undefined;
}
