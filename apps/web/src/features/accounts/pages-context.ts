import type { PageSender } from '../../http/page-sender.ts';
import type { SessionCookie } from '../../http/session-cookie.ts';
import type { AccountsContext } from './accounts-context.ts';

/** What the routes of accounts answer with. */
export interface PagesContext {
  readonly context: AccountsContext;
  readonly pages: PageSender;
  readonly cookie: SessionCookie;
  /** Scheme, host and port that the site is known under; undefined where each request tells. */
  readonly publicOrigin: string | undefined;
  /** Address of the script that talks to passkeys. */
  readonly passkeyScript: string;
}
