import type { Locale } from '../../i18n/locale.ts';
import type { Crowd, CrowdLimits } from '../../http/crowd.ts';
import type { PageSender } from '../../http/page-sender.ts';
import type { AppContext } from '../../http/router.ts';
import type { RecountForm } from './pages/views.ts';
import type { RecountsContext } from './recounts-context.ts';
import type { StoredSamples } from './samples.ts';

/** People are told 20 MB; whoever counts in powers of two is not turned away. */
const toldUploadBytes = 20_000_000;
export const maximumUploadBytes = 20 * 1024 * 1024;

/** Nobody has to say who they are to bring a file, so 320 MB at the most are on their way, and a family’s worth of one network. */
export const mostBringing: CrowdLimits = { all: 16, ofVisitor: 4 };

type Page = Parameters<PageSender['send']>[1];

/** What else stands on the first page of the site. */
export interface FrontPart {
  /** Names everything that it depends on. */
  readonly key: string;
  readonly draw: (...page: Parameters<Page>) => ReturnType<Page> | null;
  /** Something of it is still being made: the page asks again after so many seconds. */
  readonly refresh?: number | undefined;
}

/** What the routes of recounts answer with. */
export interface PagesContext {
  readonly context: RecountsContext;
  readonly pages: PageSender;
  readonly samples: ReadonlyMap<Locale, StoredSamples>;
  readonly behindTls: boolean;
  /** Whose files are on their way. */
  readonly bringing: Crowd;
  readonly front: (locale: Locale) => Promise<FrontPart>;
}

/** The form that starts a recount, as it stands on several pages. */
export const recountForm = ({ samples }: PagesContext, locale: Locale): RecountForm => ({
  action: '/recounts',
  samples: samples.get(locale)?.list ?? [],
  maximumBytes: toldUploadBytes,
});

const hashPattern = /^[0-9a-f]{64}$/u;

/** The hash in the address, undefined where it can be none. */
export function hashOf(c: AppContext): string | undefined {
  const hash = c.req.param('hash');
  return hash !== undefined && hashPattern.test(hash) ? hash : undefined;
}

/** Answers that there is no such recount, or not any more. */
export const goneAnswer = ({ pages }: PagesContext, c: AppContext): Promise<Response> =>
  hashOf(c) === undefined ? pages.problem(c, { type: 'not_found' }, 404) : pages.problem(c, { type: 'gone' }, 404);

export async function tooManyAnswer({ pages }: PagesContext, c: AppContext, minutes: number): Promise<Response> {
  c.header('Retry-After', String(minutes * 60));
  return await pages.problem(c, { type: 'too_many_requests', minutes }, 429);
}
