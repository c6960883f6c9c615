import { mayAct, mayStateDelay } from '@convite/domain';
import type { TaskSource } from '../../accounts/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { resultRoomView } from './show-room.ts';

const kinds = { provisional: 'publish', certified: 'certify' } as const;

/** A result that is ready to be published, or to be certified; and one that is late, while nobody has said why. */
export const resultTasks =
  (context: ResultsContext): TaskSource =>
  async ({ slug, status, path }, { grants }) => {
    if (!mayStateDelay(status) && status !== 'provisional') return [];
    if (!mayAct(grants, 'result.publish', path)) return [];
    const room = await resultRoomView(context, slug, '');
    if (room === undefined) return [];
    const one = { count: 1, href: `/org/c/${slug}/result` } as const;
    if (room.mayPropose !== null && room.proposed === null) return [{ kind: kinds[room.mayPropose], ...one }];
    return room.isLate && room.delays?.length === 0 ? [{ kind: 'delay', ...one }] : [];
  };
