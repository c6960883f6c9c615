import type { PageSender } from '../../http/page-sender.ts';
import type { Program } from '../../http/program.ts';
import type { Paper } from './pages/views.ts';

/** Where ballot papers come from. */
export interface Papers {
  /** The paper of a contest; undefined unless its election is set up and it belongs to that consultation. */
  find(consultation: string, contest: string, locale: string): Promise<Paper | undefined>;
  /** The one contest of a consultation that is no draft, `several` where there are more; undefined: no such consultation. */
  only(consultation: string): Promise<{ readonly contest: string } | 'several' | undefined>;
}

/** What the routes of the booth work with. */
export interface BoothContext {
  readonly papers: Papers;
  readonly pages: PageSender;
  readonly programs: { readonly booth: Program; readonly worker: Program };
  /** Key under which marks of a form without script are signed. */
  readonly formKey: Uint8Array;
  readonly origins: BoothOrigins;
}

/** Scheme, host and port of the site and of the voting page, where they are set. */
export interface BoothOrigins {
  readonly site: string | undefined;
  readonly booth: string | undefined;
}
