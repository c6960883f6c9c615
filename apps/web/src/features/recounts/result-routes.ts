import { readFields, readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { removalCode, removalHash } from '../../http/visitor.ts';
import { problemAnswers, refusedReason } from './answers.ts';
import { LotsPage } from './pages/lots-page.tsx';
import { PendingPage } from './pages/pending-page.tsx';
import { ProjectPage } from './pages/project-page.tsx';
import { ResultPage } from './pages/result-page.tsx';
import { RefusedPage, UploadProblemsPage } from './pages/upload-problems-page.tsx';
import { type Changes, lotFields, type LotsView, recountFields, ruleChoices, whatIfFields } from './pages/views.ts';
import { goneAnswer, hashOf, type PagesContext, recountForm, tooManyAnswer } from './pages-context.ts';
import { applyLots, changeRecount } from './usecases/change-recount.ts';
import { removeUpload } from './usecases/remove-upload.ts';
import {
  addressOf,
  finishedRecount,
  type FinishedRecount,
  projectView,
  recountStanding,
  type RecountStanding,
  resultView,
} from './usecases/show-recount.ts';

/** The result of a recount, its projects, what-if, lots, and taking it back. */
export function resultRoutes(router: Router, site: PagesContext): void {
  router.route({ method: 'GET', path: '/recounts/:hash', access: 'public' }, async (c) => {
    const state = await stateOf(site, c);
    if (state === undefined) return goneAnswer(site, c);
    if (state.type !== 'done') return answerUnfinished(site, c, state);
    const wanted = wantedChanges(c);
    if (wanted === undefined) return site.pages.problem(c, { type: 'bad_request' }, 400);
    if (wanted !== 'none') return answerWhatIf(site, c, wanted);
    return showResult(site, c, state);
  });

  router.route({ method: 'GET', path: '/recounts/:hash/projects/:id', access: 'public' }, async (c) => {
    const id = c.req.param('id') ?? '';
    const state = await stateOf(site, c);
    if (state === undefined) return goneAnswer(site, c);
    if (state.type !== 'done') return c.redirect(addressOf(state.recount.hash), 303);
    const { hash } = state.recount;
    const found = await finishedOrKept(site, c, `project ${hash} ${id}`, async () => {
      const finished = await finishedRecount(site.context, hash, state);
      const view = finished === undefined ? undefined : await projectView(site.context, finished, id);
      const project = view?.report.projects.find((candidate) => candidate.id === id);
      if (view === undefined || project === undefined) return undefined;
      return { keep: view.switches !== 'counting', page: (frame, t) => ProjectPage({ view, project, frame, t }) };
    });
    return found ?? site.pages.problem(c, { type: 'not_found' }, 404);
  });

  const lots = { path: '/recounts/:hash/lots', access: 'public' } as const;
  router.route({ ...lots, method: 'GET' }, async (c) => {
    const finished = await finishedOf(site, c);
    return finished === undefined ? goneAnswer(site, c) : showLots(site, c, finished, null, []);
  });

  router.route({ ...lots, method: 'POST' }, async (c) => {
    const finished = await finishedOf(site, c);
    if (finished === undefined) return goneAnswer(site, c);
    const typed = typedLots(await readFields(c));
    const applied = await applyLots(site.context, finished, typed, c.var.visitor());
    if (applied.ok) return c.redirect(addressOf(applied.value), 303);
    const { error } = applied;
    if (error.type === 'too_many_requests') return tooManyAnswer(site, c, error.minutes);
    if (error.type === 'no_recount') return goneAnswer(site, c);
    return showLots(site, c, finished, error.type, typed);
  });

  router.route({ method: 'POST', path: '/recounts/:hash/remove', access: 'public' }, async (c) => {
    const hash = hashOf(c);
    const code = (await readForm(c)).get(recountFields.token) ?? '';
    if (hash === undefined) return goneAnswer(site, c);
    const removed = await removeUpload(site.context, hash, () => removalHash(code));
    if (removed.ok) return site.pages.problem(c, { type: 'removed' }, 200);
    return removed.error.type === 'no_recount'
      ? goneAnswer(site, c)
      : site.pages.problem(c, { type: 'bad_request' }, 403);
  });
}

async function stateOf({ context }: PagesContext, c: AppContext): Promise<RecountStanding | undefined> {
  const hash = hashOf(c);
  return hash === undefined ? undefined : recountStanding(context, hash);
}

async function finishedOf({ context }: PagesContext, c: AppContext): Promise<FinishedRecount | undefined> {
  const hash = hashOf(c);
  return hash === undefined ? undefined : finishedRecount(context, hash);
}

type Page = Parameters<PagesContext['pages']['send']>[1];

/** Sends a page that is kept once it cannot change any more. */
async function finishedOrKept(
  { pages }: PagesContext,
  c: AppContext,
  key: string,
  make: () => Promise<{ readonly keep: boolean; readonly page: Page } | undefined>,
): Promise<Response | undefined> {
  let passing: Page | undefined;
  const sent = await pages.sendKept(c, key, async () => {
    const made = await make();
    if (made?.keep === true) return made.page;
    passing = made?.page;
    return undefined;
  });
  return sent ?? (passing === undefined ? undefined : await pages.send(c, passing));
}

async function showResult(site: PagesContext, c: AppContext, state: RecountStanding): Promise<Response> {
  const { recount, file } = state;
  const { browserKey } = c.var;
  const code = browserKey === undefined ? undefined : removalCode(browserKey, file.hash);
  const removal = code === undefined ? undefined : { code, hash: removalHash(code) };
  const expires = file.expiresAt?.getTime() ?? 'never';
  const key = `result ${recount.hash} ${recount.baseHash} ${expires}`;
  const sent = await finishedOrKept(site, c, removal === undefined ? key : `${key} ${removal.hash}`, async () => {
    const finished = await finishedRecount(site.context, recount.hash, state);
    if (finished === undefined) return undefined;
    const view = await resultView(site.context, finished, removal);
    return { keep: view.removal === null, page: (frame, t) => ResultPage({ view, frame, t }) };
  });
  return sent ?? goneAnswer(site, c);
}

function answerUnfinished(
  site: PagesContext,
  c: AppContext,
  state: Exclude<RecountStanding, { readonly type: 'done' }>,
): Promise<Response> {
  const { recount, file } = state;
  const form = recountForm(site, c.var.locale);
  c.header('Cache-Control', 'no-store');
  if (state.type === 'refused') {
    const reason = recount.refusal === null ? 'timeout' : refusedReason(recount.refusal);
    return site.pages.send(
      c,
      (frame, t) =>
        reason === 'timeout'
          ? UploadProblemsPage({
              view: { fileName: file.name, refusal: reason, problems: [], more: 0, form },
              frame,
              t,
            })
          : RefusedPage({ view: { fileName: file.name, reason, rule: recount.ruleSet.rule, form }, frame, t }),
      422,
    );
  }
  c.header('Refresh', '1');
  const view = {
    address: addressOf(recount.hash),
    fileName: file.name,
    state: recount.stage ?? ('queued' as const),
    ahead: state.ahead,
    progress: null,
    refreshes: true,
  };
  return site.pages.send(c, (frame, t) => PendingPage({ view, frame, t }));
}

/** What the address asks to change; `none` without any, undefined where it cannot be understood. */
function wantedChanges(c: AppContext): Changes | 'none' | undefined {
  const budget = c.req.query(whatIfFields.budget)?.trim() ?? '';
  const asked = c.req.query(whatIfFields.rule) ?? '';
  const without = (c.req.queries(whatIfFields.without) ?? []).filter((id) => id !== '');
  const rule = ruleChoices.find((choice) => choice === asked);
  if (asked !== '' && rule === undefined) return undefined;
  if (budget === '' && rule === undefined && without.length === 0) return 'none';
  return { budget: budget === '' ? null : budget, rule: rule ?? null, without };
}

async function answerWhatIf(site: PagesContext, c: AppContext, wanted: Changes): Promise<Response> {
  const finished = await finishedOf(site, c);
  if (finished === undefined) return goneAnswer(site, c);
  const changed = await changeRecount(site.context, finished, wanted, c.var.visitor());
  if (changed.ok) return c.redirect(addressOf(changed.value), 303);
  const { error } = changed;
  if (error.type === 'too_many_requests') return tooManyAnswer(site, c, error.minutes);
  const { status, problem } = problemAnswers[error.type];
  return site.pages.problem(c, problem, status);
}

function showLots(
  site: PagesContext,
  c: AppContext,
  { recount, file, report }: FinishedRecount,
  problem: LotsView['problem'],
  typed: readonly string[],
): Promise<Response> {
  const address = addressOf(recount.hash);
  const view: LotsView = {
    address,
    origin: file.origin,
    report,
    action: `${address}/lots`,
    problem,
    typed,
  };
  return site.pages.send(c, (frame, t) => LotsPage({ view, frame, t }), problem === null ? 200 : 422);
}

/** The drawn order: from the one field for all if something stands there, else from the fields one by one. */
function typedLots(fields: Awaited<ReturnType<typeof readFields>>): readonly string[] {
  const under = (asked: string): readonly string[] =>
    fields.flatMap(([name, value]) => (name === asked ? [value] : []));
  const together = cleaned(under(lotFields.lots).flatMap((text) => text.split(/[\n,;]/u)));
  return together.length > 0 ? together : cleaned(under(lotFields.lot));
}

const cleaned = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');
