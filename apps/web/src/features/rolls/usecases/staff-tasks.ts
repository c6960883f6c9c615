import { mayAct } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import { type StaffTask, type TaskSource, waitingAct } from '../../accounts/index.ts';
import { countPeople, findRoll, mayMove } from '../store.ts';
import { newestImport } from '../store-imports.ts';

/** Files of a roll that wait to be applied, and a roll that can be frozen. */
export const rollTasks =
  (context: { readonly database: Database }): TaskSource =>
  async ({ id, slug, status, path }, { grants }) => {
    const { database } = context;
    if (status !== 'draft' && status !== 'frozen') return [];
    if (!mayAct(grants, 'roll.read', path)) return [];
    const tasks: StaffTask[] = [];
    const newest = await newestImport(database, id);
    if (newest?.status === 'ready') {
      tasks.push({ kind: 'roll_import', count: 1, href: `/org/c/${slug}/roll/imports/${newest.id}` });
    }
    const roll = status === 'frozen' ? await findRoll(database, id) : undefined;
    const mayBeFrozen =
      roll !== undefined &&
      mayMove(roll, 'freeze') &&
      newest?.status !== 'ready' &&
      (await countPeople(database, id)) > 0;
    if (mayBeFrozen && (await waitingAct(context, 'roll.freeze', id)) === undefined) {
      tasks.push({ kind: 'roll_freeze', count: 1, href: `/org/c/${slug}/roll/freeze` });
    }
    return tasks;
  };
