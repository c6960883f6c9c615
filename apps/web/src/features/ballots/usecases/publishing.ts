import type { BoardHead } from '@convite/crypto';
import type { Result } from '@convite/kernel';
import type { PublishRefusal } from './publish-board.ts';

type Published = Result<BoardHead, PublishRefusal>;

/** Publishes boards, each one round after the other; all who wait for the same board share the next round. */
export interface Publishing {
  /** Resolves when a round that began after this call has ended: it holds all that was committed before the call. */
  readonly publish: (contest: string) => Promise<Published>;
}

export function makePublishing(publishBoard: (contest: string) => Promise<Published>): Publishing {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<Published>>();
  const begin = (contest: string): Promise<Published> => {
    waiting.delete(contest);
    const round = publishBoard(contest);
    const over = round
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        if (running.get(contest) === over) running.delete(contest);
      });
    running.set(contest, over);
    return round;
  };
  return {
    publish(contest) {
      const known = waiting.get(contest);
      if (known !== undefined) return known;
      const next = (running.get(contest) ?? Promise.resolve()).then(() => begin(contest));
      waiting.set(contest, next);
      return next;
    },
  };
}
