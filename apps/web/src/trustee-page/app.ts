import type { Suite } from '@convite/crypto';
import type { PageApp } from '../offline-page/page-app.ts';
import type { BrowserMemory } from './key-memory.ts';
import type { PageWords } from './words/es.ts';

/** What the tasks work with. */
export interface App extends PageApp<PageWords> {
  readonly suite: Suite;
  /** What lasts, or what is forgotten when the page is closed. */
  readonly memory: BrowserMemory;
  /** Makes the worker that does what takes long. */
  readonly startWorker: () => Worker;
}
