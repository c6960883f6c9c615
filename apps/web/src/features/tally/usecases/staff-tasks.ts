import { mayAct } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import type { TaskSource } from '../../accounts/index.ts';
import { trusteeNumber, trusteesReady } from '../../trustees/index.ts';
import { lookAtTally } from '../store-stand.ts';

/** Contests on which a trustee can work now. */
export const tallyTasks =
  ({ database }: { readonly database: Database }): TaskSource =>
  async ({ id, slug, status, path }, { account, grants }) => {
    if ((status !== 'closed' && status !== 'tallying') || !mayAct(grants, 'tally.decrypt', path)) return [];
    const [own, trustees] = await Promise.all([trusteeNumber(database, id, account), trusteesReady(database, id)]);
    if (own === null || own === undefined || trustees === null) return [];
    const look = await lookAtTally(database, id, trustees.all, { stage: undefined, page: 1 }, 0, '');
    const waiting = look.trustees.find(({ owner }) => owner === own)?.waiting ?? 0;
    return waiting === 0 ? [] : [{ kind: 'tally_part', count: waiting, href: `/org/c/${slug}/tally` }];
  };
