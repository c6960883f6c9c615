import type { PageSender } from '../../http/page-sender.ts';
import type { Database } from '../../persistence/database.ts';
import type { ServedProgram } from './pages/views.ts';

/** What the use cases for observers work with: they read, and change nothing. */
export interface ObserversContext {
  readonly database: Database;
  /** What this server hands out to run on other people's devices. */
  readonly programs: readonly ServedProgram[];
  /** The public key by which the heads of boards are signed, in its published form. */
  readonly boardKey: string;
}

/** What the routes for observers answer with. */
export interface ObserversSite {
  readonly context: ObserversContext;
  readonly pages: PageSender;
  /** Scheme, host and port that the site is known under; undefined where each request tells. */
  readonly publicOrigin: string | undefined;
  /** Asks this site for one of its public addresses, as anybody does. */
  readonly ask: AskPublic;
  readonly now: () => Date;
}

export type AskPublic = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
