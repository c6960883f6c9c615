import { mayAct } from '@convite/domain';
import type { DiskRoom } from '../../../jobs/disk-room.ts';
import type { TaskSource } from '../../accounts/index.ts';
import type { BoardReport } from './compare-boards.ts';

/** What only whoever runs the server can mend, told to all staff of a consultation: they are the ones who can call. */
export const serverTasks =
  (found: Pick<BoardReport, 'stopped'> & { readonly unsettled: unknown }, room: Pick<DiskRoom, 'isFull'>): TaskSource =>
  async ({ slug, path, contests }, { grants }) => {
    if (!mayAct(grants, 'control.read', path)) return [];
    const href = `/org/c/${slug}`;
    const own = found.stopped.filter((board) => board.slug === slug).length;
    const stopped = found.unsettled === undefined ? own : contests;
    return [
      ...(room.isFull() ? [{ kind: 'no_room', count: 1, href } as const] : []),
      ...(stopped > 0 ? [{ kind: 'board_stopped', count: stopped, href } as const] : []),
    ];
  };
