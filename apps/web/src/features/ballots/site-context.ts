import type { PageSender } from '../../http/page-sender.ts';
import type { AppContext } from '../../http/router.ts';
import type { CodeLists } from './board/code-list.ts';
import type { Ballots } from './open-ballots.ts';

/** What the routes of ballots answer with. */
export interface BallotsSite {
  readonly ballots: Ballots;
  readonly codes: CodeLists;
  readonly pages: PageSender;
  /** The contest that the address names, if it belongs to the consultation that it names; undefined for any other. */
  readonly contestOf: (c: AppContext) => Promise<string | undefined>;
  /** Takes note of what failed on our side. */
  readonly onFault: (fault: unknown) => void;
}
