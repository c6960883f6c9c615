import { mayAct } from '@convite/domain';
import type { TaskSource } from '../../accounts/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { resultRoomView } from './show-room.ts';

const kinds = { provisional: 'publish', certified: 'certify' } as const;

/** A result that is ready to be published, or to be certified. */
export const resultTasks =
  (context: ResultsContext): TaskSource =>
  async ({ slug, status, path }, { grants }) => {
    if (status !== 'tallying' && status !== 'provisional') return [];
    if (!mayAct(grants, 'result.publish', path)) return [];
    const room = await resultRoomView(context, slug, '');
    if (room === undefined || room.mayPropose === null || room.proposed !== null) return [];
    return [{ kind: kinds[room.mayPropose], count: 1, href: `/org/c/${slug}/result` }];
  };
