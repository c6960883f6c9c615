import { mayAct } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import type { TaskSource } from '../../accounts/index.ts';
import { keptConsultation, trusteesView } from './show-trustees.ts';

/** What a trustee is to bring next: a part of the ceremony, or a rehearsal. */
export const trusteeTasks =
  (context: { readonly database: Database }): TaskSource =>
  async ({ slug, status, path }, { account, grants }) => {
    if ((status !== 'draft' && status !== 'frozen') || !mayAct(grants, 'key.bring', path)) return [];
    const consultation = await keptConsultation(context, slug);
    if (consultation === undefined) return [];
    const { yours } = await trusteesView(context, consultation, account, '');
    const href = `/org/c/${slug}/trustees`;
    if (yours?.next.type === 'bring') return [{ kind: 'ceremony', count: 1, href }];
    return yours?.next.type === 'rehearse' ? [{ kind: 'rehearsal', count: 1, href }] : [];
  };
