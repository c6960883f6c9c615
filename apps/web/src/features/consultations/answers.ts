import { type Act, actRules } from '@convite/domain';
import type { PageSender } from '../../http/page-sender.ts';
import { pageIn } from '../../http/address-parts.ts';
import type { AppContext } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import type { FieldProblem, FormState } from '../../ui/form.tsx';
import type { ConsultationsContext } from './consultations-context.ts';
import type { RoomQuery, Wrong, WrongCode } from './pages/views.ts';
import { roomFields } from './pages/views.ts';
import type { ConsultationRecord } from './store.ts';
import { type Scope, scopeOf } from './usecases/find-scope.ts';
import type { PastVotes } from './usecases/preview-rule.ts';
import type { Typed } from './usecases/form-problems.ts';
import { consultationOf, publicConsultation } from './usecases/show-consultation.ts';

/** What the routes of consultations answer with. */
export interface PagesContext {
  readonly context: ConsultationsContext;
  readonly pages: PageSender;
  /** Past votes on which rules are tried. */
  readonly recounts: PastVotes;
}

/** What the routes of consultations share: who is asked about, what was typed, and the words of what is wrong. */

/** The consultation of a staff route: the gate has found it before. */
export async function askedOf(site: PagesContext, c: AppContext): Promise<ConsultationRecord | undefined> {
  return await consultationOf(site.context, c.req.param('consultation') ?? '');
}

/** The consultation of a public route, unless it is still being written. */
export async function publicOf(site: PagesContext, c: AppContext): Promise<ConsultationRecord | undefined> {
  return await publicConsultation(site.context, c.req.param('consultation') ?? '');
}

export const notFound = ({ pages }: PagesContext, c: AppContext): Promise<Response> =>
  pages.problem(c, { type: 'not_found' }, 404);

/** Answers within the part of the consultation in which whoever asks may do the act. */
export async function inScope(
  site: PagesContext,
  c: AppContext,
  act: Act,
  answer: (consultation: ConsultationRecord, scope: Scope) => Promise<Response>,
): Promise<Response> {
  const consultation = await askedOf(site, c);
  if (consultation === undefined) return await notFound(site, c);
  const scope = await scopeOf(site.context, consultation, c.var.staff.account, act);
  if (scope === undefined)
    return await site.pages.problem(c, { type: 'forbidden', act, roles: actRules[act].roles }, 403);
  return await answer(consultation, scope);
}

export const roomQueryIn = (c: AppContext): RoomQuery => ({
  state: c.req.query(roomFields.state) ?? '',
  template: c.req.query(roomFields.template) ?? '',
  below: c.req.query(roomFields.below) ?? '',
  words: (c.req.query(roomFields.words) ?? '').trim().slice(0, 100),
  page: pageIn(c, roomFields.page),
});

export const searchIn = (c: AppContext): { readonly words: string; readonly page: number } => ({
  words: (c.req.query('q') ?? '').trim().slice(0, 100),
  page: pageIn(c, 'p'),
});

/** Sends what is written of a consultation beside its contests, as a table. */
export async function sendSetup(
  site: PagesContext,
  c: AppContext,
  name: string,
  table: (context: ConsultationsContext, consultation: ConsultationRecord, language: string) => Promise<string>,
): Promise<Response> {
  const consultation = await askedOf(site, c);
  if (consultation === undefined) return await notFound(site, c);
  const text = await table(site.context, consultation, c.var.locale);
  return await sendShortTable(c, `${consultation.slug}-${name}.csv`, text);
}

/** A form with what was typed and what is wrong, in the language of the page. */
export const formWith = (c: AppContext, typed: Typed, wrong: readonly Wrong[]): FormState => {
  const t = translationOf(c.var.locale);
  return { values: typed, problems: wrong.map(({ field, code }) => ({ field, says: wordsOf(code, t) })) };
};

/** A form with one problem that its use case tells in words of its own. */
export const formSaying = (typed: Typed, problem: FieldProblem): FormState => ({ values: typed, problems: [problem] });

const wordsOf = (code: WrongCode, t: Translation): string =>
  ({ ...t.controlRoom.wrong, ...t.consultations.calendarProblems, ...t.consultations.templateProblems })[code];
