import { invariant } from '@convite/kernel';
import type { Database } from '../../../persistence/database.ts';
import { type StaffTask, type TaskSource, waitingAct } from '../../accounts/index.ts';
import { type Scope, scopeOf } from '../../consultations/index.ts';
import { countPeople, findRoll, mayMove } from '../store.ts';
import { peopleOfPart, waitingFiles } from '../store-parts.ts';

/** Files of a roll that wait to be applied, parts of which nobody is on it, and a roll that can be frozen. */
export const rollTasks =
  (context: { readonly database: Database }): TaskSource =>
  async ({ id, slug, status, path }, { account }) => {
    const { database } = context;
    if (status !== 'draft' && status !== 'frozen') return [];
    const territory = path.at(-1);
    invariant(territory !== undefined, 'the path of a territory ends with itself');
    const scope = await scopeOf(context, { territory }, account, 'roll.read');
    if (scope === undefined) return [];
    const tasks: StaffTask[] = [];
    const place = `/org/c/${slug}/roll`;
    const waiting = await waitingFiles(database, id, scope === 'whole' ? undefined : scope);
    const ready = waiting.filter((file) => file.status === 'ready');
    const [first] = ready;
    if (first !== undefined) {
      const href = ready.length === 1 ? `${place}/imports/${first.id}` : place;
      tasks.push({ kind: 'roll_import', count: ready.length, href });
    }
    const roll = await findRoll(database, id);
    if (roll === undefined || !mayMove(roll, 'import')) return tasks;
    const missing = scope === 'whole' ? 0 : await partsWithNobody(database, id, scope, waiting);
    if (missing > 0) tasks.push({ kind: 'roll_part', count: missing, href: place });
    const mayBeFrozen = scope === 'whole' && status === 'frozen' && waiting.length === 0;
    if (mayBeFrozen && (await countPeople(database, id)) > 0) {
      const isProposed = (await waitingAct(context, 'roll.freeze', id)) !== undefined;
      if (!isProposed) tasks.push({ kind: 'roll_freeze', count: 1, href: `${place}/freeze` });
    }
    return tasks;
  };

/** How many of these parts have nobody on the roll, and no file on its way. */
async function partsWithNobody(
  database: Database,
  consultation: string,
  parts: Exclude<Scope, 'whole'>,
  waiting: readonly { readonly part: string }[],
): Promise<number> {
  const counts = await Promise.all(parts.map((part) => peopleOfPart(database, consultation, part)));
  return parts.filter((part, i) => counts[i] === 0 && waiting.every((file) => file.part !== part)).length;
}
