import { mayAct } from '@convite/domain';
import { type TaskSource, waitingAct } from '../../accounts/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { resultRoomView } from './show-room.ts';

const acts = { provisional: 'result.publish', certified: 'result.certify' } as const;
const kinds = { provisional: 'publish', certified: 'certify' } as const;

/** A result that is ready to be published, or to be certified. */
export const resultTasks =
  (context: ResultsContext): TaskSource =>
  async ({ id, slug, status, path }, { grants }) => {
    if (status !== 'tallying' && status !== 'provisional') return [];
    if (!mayAct(grants, 'result.publish', path)) return [];
    const stage = (await resultRoomView(context, slug, ''))?.mayPropose ?? null;
    if (stage === null || (await waitingAct(context, acts[stage], id)) !== undefined) return [];
    return [{ kind: kinds[stage], count: 1, href: `/org/c/${slug}/result` }];
  };
