import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds between two collections: each takes some tens of them. */
const pause = 5000;

/**
 * Collects the garbage of this thread.
 *
 * The engine looks for old garbage only when much is new beside it; where millions of ballots go through, each leaving
 * little that grows old, what was needed to start and to read would stay in memory until the end.
 */
export interface GarbageCollection {
  /** Collects all that can be found, which takes a tenth of a second. */
  readonly now: () => void;
  /** Collects when some time has gone by since it was done last. */
  readonly nowAndThen: () => void;
}

/** @param clock in milliseconds. */
export function garbageCollection(clock: () => number): GarbageCollection {
  const collect = engineCollector();
  let last = clock();
  return {
    now() {
      collect({ type: 'major', flavor: 'last-resort' });
      last = clock();
    },
    nowAndThen() {
      if (clock() - last < pause) return;
      collect({ type: 'major', flavor: 'regular' });
      last = clock();
    },
  };
}

type Collector = (how: { readonly type: 'major'; readonly flavor: 'regular' | 'last-resort' }) => void;

/** The engine's own collector, which it shows to contexts made after it was asked to. */
function engineCollector(): Collector {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return (how) => {
    if (typeof collect === 'function') collect(how);
  };
}
