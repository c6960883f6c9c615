import { idIn } from '../../http/address-parts.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, sendSetup, type PagesContext } from './answers.ts';
import { MakePage } from './pages/make-page.tsx';
import { RulePage } from './pages/rule-page.tsx';
import { TemplatesPage } from './pages/templates-page.tsx';
import type { RuleView } from './pages/views.ts';
import type { ConsultationRecord } from './store.ts';
import { templatesTable } from './usecases/download-setup.ts';
import {
  addTemplate,
  renameTemplate,
  takeTemplateOut,
  type TemplateRefusal,
  writeTemplate,
} from './usecases/edit-templates.ts';
import { makeContests, type MakeRefusal } from './usecases/make-contests.ts';
import { readContestsRequest, readName } from './usecases/read-forms.ts';
import { readTemplate, templateTexts, templateWrongs } from './usecases/read-template.ts';
import { headOf, ruleView, templateLines } from './usecases/show-consultation.ts';
import { envelopesView } from './usecases/show-setup.ts';

const room = '/org/c/:consultation';
/** What is told of how large the file of a past vote may be. */
const toldVoteBytes = 20_000_000;
const read = { act: 'control.read', on: 'consultation' } as const;
const writeContests = { act: 'contest.write', on: 'consultation' } as const;
const writeRule = { act: 'rule.write', on: 'consultation' } as const;

/** Templates, their rules, and contests made of templates. */
export function ruleRoutes(router: Router, site: PagesContext): void {
  templateRoutes(router, site);
  editorRoutes(router, site);
  namingRoutes(router, site);
  makeRoutes(router, site);
}

function templateRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/templates`;
  const show = async (c: AppContext, form: FormState, status: 200 | 409 | 422): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const { locale } = c.var;
    const templates = await templateLines(context, consultation.id, locale);
    const view = { head: headOf(consultation, locale), templates };
    return await pages.send(c, (frame, t) => TemplatesPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, freshForm(), 200));
  router.route({ method: 'GET', path: `${path}/templates.csv`, access: read }, (c) =>
    sendSetup(site, c, 'templates', templatesTable),
  );
  router.route({ method: 'POST', path, access: writeContests }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const name = readName(typed, 'name');
    if (!name.ok) return show(c, formWith(c, typed, name.error), 422);
    const added = await addTemplate(context, consultation.id, name.value, c.var.staff.account);
    return added.ok
      ? c.redirect(`/org/c/${consultation.slug}/rule/${added.value}`, 303)
      : show(c, saying(c, typed, 'not_draft'), 409);
  });
  router.route({ method: 'POST', path: `${room}/rule/:template/remove`, access: writeContests }, async (c) => {
    const [consultation, id] = [await askedOf(site, c), idIn(c, 'template')];
    if (consultation === undefined || id === undefined) return notFound(site, c);
    const removed = await takeTemplateOut(context, consultation.id, id, c.var.staff.account);
    if (removed.ok) return c.redirect(`/org/c/${consultation.slug}/templates`, 303);
    const { type } = removed.error;
    return type === 'unknown_template' ? notFound(site, c) : show(c, saying(c, new Map(), type), 409);
  });
}

/** Why a template stays as it is. */
function saying(
  c: AppContext,
  typed: ReadonlyMap<string, string>,
  type: Exclude<TemplateRefusal['type'], 'unknown_template'>,
): FormState {
  const t = translationOf(c.var.locale);
  return formSaying(typed, {
    field: 'main',
    says: type === 'not_draft' ? t.controlRoom.notDraft : t.drafts.has_contests,
  });
}

interface AskedRule {
  readonly consultation: ConsultationRecord;
  readonly view: RuleView;
}

/** The rule that an address names; undefined where there is none. */
export async function askedRule(site: PagesContext, c: AppContext): Promise<AskedRule | undefined> {
  const [consultation, id] = [await askedOf(site, c), idIn(c, 'template')];
  if (consultation === undefined || id === undefined) return undefined;
  const view = await ruleView(site.context, consultation, id, c.var.locale);
  return view === undefined ? undefined : { consultation, view };
}

/** The page of a rule, with its forms as they were typed. */
export async function sendRule(
  { pages }: PagesContext,
  c: AppContext,
  { view }: AskedRule,
  forms: { readonly form?: FormState; readonly preview?: FormState; readonly isSaved?: boolean },
  status: 200 | 400 | 409 | 413 | 422 | 429,
): Promise<Response> {
  const stored = freshForm([...templateTexts(view.template), ['name', view.name]]);
  const { form = stored, preview = freshForm(), isSaved = false } = forms;
  // What was typed in one form stands there, and in the other what is stored.
  const typed = { ...form, values: new Map([...stored.values, ...form.values]) };
  const limits = { isSaved, maximumBytes: toldVoteBytes };
  return await pages.send(
    c,
    (frame, t) => RulePage({ staff: c.var.staff, view, frame, t, form: typed, preview, ...limits }),
    status,
  );
}

function editorRoutes(router: Router, site: PagesContext): void {
  const path = `${room}/rule/:template`;
  router.route({ method: 'GET', path, access: read }, async (c) => {
    const asked = await askedRule(site, c);
    return asked === undefined
      ? notFound(site, c)
      : sendRule(site, c, asked, { isSaved: c.req.query('done') === 'saved' }, 200);
  });
  router.route({ method: 'POST', path, access: writeRule }, async (c) => {
    const asked = await askedRule(site, c);
    if (asked === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const template = readTemplate(typed);
    if (!template.ok) return sendRule(site, c, asked, { form: formWith(c, typed, template.error) }, 422);
    const { consultation, view } = asked;
    const { account } = c.var.staff;
    const written = await writeTemplate(site.context, consultation.id, view.id, template.value, account);
    if (written.ok) return c.redirect(`/org/c/${consultation.slug}/rule/${view.id}?done=saved`, 303);
    const { error } = written;
    if (error.type === 'unknown_template') return notFound(site, c);
    if (error.type === 'not_draft') return sendRule(site, c, asked, { form: saying(c, typed, 'not_draft') }, 409);
    return sendRule(site, c, asked, { form: formWith(c, typed, templateWrongs(error.problems)) }, 422);
  });
}

function namingRoutes(router: Router, site: PagesContext): void {
  const path = `${room}/rule/:template/name`;
  router.route({ method: 'POST', path, access: writeContests }, async (c) => {
    const asked = await askedRule(site, c);
    if (asked === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const name = readName(typed, 'name');
    if (!name.ok) return sendRule(site, c, asked, { form: formWith(c, typed, name.error) }, 422);
    const { consultation, view } = asked;
    const named = { id: view.id, name: name.value };
    const written = await renameTemplate(site.context, consultation.id, named, c.var.staff.account);
    if (written.ok) return c.redirect(`/org/c/${consultation.slug}/rule/${view.id}?done=saved`, 303);
    const { type } = written.error;
    return type === 'unknown_template'
      ? notFound(site, c)
      : sendRule(site, c, asked, { form: saying(c, typed, type) }, 409);
  });
}

function makeRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/make/:template`;
  const show = async (
    c: AppContext,
    { consultation, view }: AskedRule,
    form: FormState,
    status: 200 | 409 | 422,
  ): Promise<Response> => {
    const { head, envelopes } = await envelopesView(context, consultation, c.var.locale);
    const made = Number(c.req.query('made') ?? Number.NaN);
    const taken = Number(c.req.query('taken') ?? 0);
    const counted = Number.isSafeInteger(made) && Number.isSafeInteger(taken) ? { made, taken } : null;
    const template = { id: view.id, name: view.name };
    return await pages.send(
      c,
      (frame, t) =>
        MakePage({ staff: c.var.staff, view: { head, template, envelopes }, frame, t, form, made: counted }),
      status,
    );
  };
  router.route({ method: 'GET', path, access: writeContests }, async (c) => {
    const asked = await askedRule(site, c);
    if (asked === undefined) return notFound(site, c);
    return show(
      c,
      asked,
      freshForm([
        ['by', 'level'],
        ['level', 'commune'],
      ]),
      200,
    );
  });
  router.route({ method: 'POST', path, access: writeContests }, async (c) => {
    const asked = await askedRule(site, c);
    if (asked === undefined) return notFound(site, c);
    const { consultation, view } = asked;
    const typed = await readForm(c);
    const request = readContestsRequest(typed, view.id, consultation.decimals);
    if (!request.ok) return show(c, asked, formWith(c, typed, request.error), 422);
    const made = await makeContests(context, consultation, request.value, c.var.staff.account);
    if (made.ok) {
      const query = `made=${made.value.made}&taken=${made.value.taken}`;
      return c.redirect(`/org/c/${consultation.slug}/make/${view.id}?${query}`, 303);
    }
    const { field, says } = madeWrong(c, made.error);
    return show(
      c,
      asked,
      formSaying(typed, { field, says }),
      made.error.type === 'not_draft' || made.error.type === 'other_decimals' ? 409 : 422,
    );
  });
}

/** Codes that are named when they are none: the first of them. */
const mostNamed = 10;

function madeWrong(c: AppContext, refusal: MakeRefusal): { readonly field: string; readonly says: string } {
  const t = translationOf(c.var.locale);
  const { wrong, notDraft } = t.controlRoom;
  switch (refusal.type) {
    case 'not_draft':
      return { field: 'by', says: notDraft };
    case 'other_decimals':
      return { field: 'amount', says: t.drafts.other_decimals };
    case 'unknown_template':
      return { field: 'by', says: wrong.template };
    case 'unknown_envelope':
      return { field: 'parent', says: wrong.envelope };
    case 'no_territories':
      return { field: 'level', says: wrong.no_territories };
    case 'unknown_codes':
      return { field: 'codes', says: wrong.unknown_codes(t.format.list(refusal.codes.slice(0, mostNamed))) };
  }
}
