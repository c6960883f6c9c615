import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { sendBody } from '../../http/encoded-body.ts';
import { useOwnHeaders } from '../../http/headers.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, AppEnv, Router } from '../../http/router.ts';
import { isAt } from '../../http/same-origin.ts';
import type { BoothContext, BoothOrigins } from './booth-context.ts';
import { BoothPage } from './pages/booth-page.tsx';
import { listFields, ListPage, ListReviewPage } from './pages/list-page.tsx';
import { SecrecyPage } from './pages/secrecy-page.tsx';
import { FinishedPage, ShutPage } from './pages/short-pages.tsx';
import { type BoothProps, placesOf } from './pages/views.ts';
import { boothHeaders, clearingHeaders, neverKept, workerHeaders } from './pages/policies.ts';
import { prepareList, type SentList } from './usecases/prepare-list.ts';

const votePath = '/c/:consultation/contests/:contest/vote';

/** Every page of the booth, and its two programs. */
export function boothRoutes(router: Router, booth: BoothContext): void {
  const { pages, programs, origins } = booth;
  const get = (path: string, show: (c: AppContext, props: BoothProps) => Promise<Response>): void => {
    router.route({ method: 'GET', path, access: 'public' }, (c) => withPaper(c, booth, (props) => show(c, props)));
  };
  router.route({ method: 'GET', path: '/c/:consultation/vote', access: 'public' }, (c) => sendToPaper(c, booth));
  get(votePath, (c, props) => {
    if (props.paper.state !== 'open') {
      useOwnHeaders(c, neverKept);
      return pages.send(c, (frame, t) => ShutPage({ booth: props, frame, t }));
    }
    const origin = origins.booth ?? origins.site;
    useOwnHeaders(c, boothHeaders(origin === undefined ? `'self'` : `${origin}${programs.booth.path}`));
    return pages.send(c, (frame, t) => BoothPage({ booth: props, frame, t }));
  });
  get(`${votePath}/secrecy`, (c, props) => pages.send(c, (frame, t) => SecrecyPage({ booth: props, frame, t })));
  get(`${votePath}/finished`, (c, props) => {
    useOwnHeaders(c, clearingHeaders(origins.booth !== undefined));
    return pages.send(c, (frame, t) => FinishedPage({ booth: props, frame, t }));
  });
  get(`${votePath}/list`, (c, props) => sendList(c, booth, props, untouched));
  router.route({ method: 'POST', path: `${votePath}/list`, access: 'public' }, (c) =>
    withPaper(c, booth, async (props) => sendList(c, booth, props, await readSent(c))),
  );
  for (const [program, headers] of [
    [programs.booth, {}],
    [programs.worker, workerHeaders],
  ] as const) {
    router.route({ method: 'GET', path: program.path, access: 'public' }, (c) => {
      useOwnHeaders(c, headers);
      return sendBody(c, program.body, { cache: 'public, max-age=31536000, immutable' });
    });
  }
}

/** The address that people type from a letter: on to the paper, or to where everybody finds the own one. */
async function sendToPaper(c: AppContext, { papers, pages }: BoothContext): Promise<Response> {
  const slug = c.req.param('consultation') ?? '';
  const only = await papers.only(slug);
  if (only === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
  const consultation = `/c/${encodeURIComponent(slug)}`;
  return c.redirect(
    only === 'several' ? `${consultation}#contests` : `${consultation}/contests/${only.contest}/vote`,
    303,
  );
}

/** Finds the paper that the address names; sends whoever came to the site's own origin to that of the booth. */
async function withPaper(
  c: AppContext,
  { papers, pages, programs, origins }: BoothContext,
  show: (props: BoothProps) => Promise<Response>,
): Promise<Response> {
  if (origins.booth !== undefined && !isAt(c, origins.booth)) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(origins.booth + pathname + search, 307);
  }
  const [consultation = '', contest = ''] = [c.req.param('consultation'), c.req.param('contest')];
  const isId = z.uuid().safeParse(contest).success;
  const paper = isId ? await papers.find(consultation, contest, c.var.locale) : undefined;
  if (paper === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
  const site = origins.booth === undefined ? '' : (origins.site ?? '');
  return await show({ paper, places: placesOf(paper, site), programs });
}

const untouched: SentList = { carried: '', shown: [], marked: [], numbers: '', search: '', act: 'page', page: 1 };

/** What the form without script sent. Whatever it lacks, or is not a form, counts as empty. */
async function readSent(c: AppContext): Promise<SentList> {
  const form = await readForm(c);
  const text = (name: string): string => form.get(name) ?? '';
  const page = text(listFields.page);
  const act = z.enum(['nums', 'search', 'review']).safeParse(text(listFields.act));
  return {
    carried: text(listFields.carried),
    shown: text(listFields.shown).split(' '),
    marked: text('p').split(' '),
    numbers: text(listFields.numbers).slice(0, 2000),
    search: text(listFields.search).slice(0, 200),
    act: act.success ? act.data : 'page',
    page: /^\d{1,4}$/u.test(page) ? Number(page) : 1,
  };
}

function sendList(c: AppContext, booth: BoothContext, props: BoothProps, sent: SentList): Promise<Response> {
  useOwnHeaders(c, neverKept);
  const state = prepareList(booth.formKey, props.paper, sent);
  const Page = state.shows === 'review' ? ListReviewPage : ListPage;
  return booth.pages.send(c, (frame, t) => Page({ booth: props, state, frame, t }), state.isRefused ? 422 : 200);
}

/** What the origin of the booth answers to: papers, their elections and ballots, and what pages load. */
const boothPaths =
  /^\/(?:assets\/|c\/[^/]+\/contests\/[^/]+\/(?:vote(?:\/|$)|election\.json$|(?:ballots|codes|admissions)$))/u;

/** Keeps the origin of the booth to the booth: everything else is at the site's own. */
export const keepToBooth =
  ({ site, booth }: BoothOrigins): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (booth === undefined || !isAt(c, booth) || boothPaths.test(c.req.path)) return await next();
    const { pathname, search } = new URL(c.req.url);
    return c.req.method === 'GET' && site !== undefined
      ? c.redirect(site + pathname + search, 307)
      : c.text('This origin serves the voting page alone.', 404);
  };
