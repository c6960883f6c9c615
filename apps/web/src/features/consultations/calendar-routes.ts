import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { locales } from '../../i18n/locale.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, type PagesContext } from './answers.ts';
import { calendarField } from './new-routes.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { writeTitle, writeUnit } from './usecases/correct-draft.ts';
import { writeCalendar } from './usecases/create-consultation.ts';
import { proposeExtension } from './usecases/later-changes.ts';
import { calendarTexts, draftTexts, readCalendar, readClosing, readTitle, readUnit } from './usecases/read-forms.ts';
import { calendarView } from './usecases/show-setup.ts';

const path = '/org/c/:consultation/calendar';
const write = { act: 'consultation.write', on: 'consultation' } as const;
const read = { act: 'control.read', on: 'consultation' } as const;

/** What a consultation is called, in which languages, in which money, and when: written while it is a draft. */
export function calendarRoutes(router: Router, site: PagesContext): void {
  router.route({ method: 'GET', path, access: read }, (c) =>
    show(site, c, freshForm(), 200, c.req.query('done') === 'saved'),
  );
  writingRoutes(router, site);
  const { context } = site;
  const extend = { path: `${path}/extend`, access: { act: 'vote.extend', on: 'consultation' } } as const;
  router.route({ ...extend, method: 'POST' }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const closing = readClosing(typed, consultation.zone);
    if (!closing.ok) return show(site, c, formWith(c, typed, closing.error), 422);
    const by = { by: c.var.staff.account, reason: typed.get('reason') ?? '' };
    const proposed = await proposeExtension(context, consultation.id, closing.value, by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const { type } = proposed.error;
    const says = translationOf(c.var.locale).consultations.acts.refused[type];
    return show(site, c, formSaying(typed, { field: type === 'reason_missing' ? 'reason' : 'closes_at', says }), 422);
  });
}

function writingRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'POST', path, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const calendar = readCalendar(typed);
    if (!calendar.ok) return show(site, c, formWith(c, typed, calendar.error), 422);
    const written = await writeCalendar(context, consultation.id, calendar.value, c.var.staff.account);
    if (written.ok) return saved(c, consultation.slug);
    if (written.error.type === 'not_draft') return refuse(site, c, typed, 'zone', 'not_draft');
    const { type } = written.error.problem;
    return show(site, c, formWith(c, typed, [{ field: calendarField(type), code: type }]), 422);
  });
  router.route({ method: 'POST', path: `${path}/title`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const title = readTitle(typed, locales);
    if (!title.ok) return show(site, c, formWith(c, typed, title.error), 422);
    const written = await writeTitle(context, consultation.id, title.value, c.var.staff.account);
    return written.ok ? saved(c, consultation.slug) : refuse(site, c, typed, 'languages', written.error.type);
  });
  router.route({ method: 'POST', path: `${path}/unit`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const unit = readUnit(typed);
    if (!unit.ok) return show(site, c, formWith(c, typed, unit.error), 422);
    const written = await writeUnit(context, consultation.id, unit.value, c.var.staff.account);
    return written.ok ? saved(c, consultation.slug) : refuse(site, c, typed, 'unit', written.error.type);
  });
}

const saved = (c: AppContext, slug: string): Response => c.redirect(`/org/c/${slug}/calendar?done=saved`, 303);

function refuse(
  site: PagesContext,
  c: AppContext,
  typed: ReadonlyMap<string, string>,
  field: string,
  type: 'not_draft' | 'has_hours' | 'has_options' | 'has_amounts',
): Promise<Response> {
  const t = translationOf(c.var.locale);
  const says = type === 'not_draft' ? t.controlRoom.notDraft : t.drafts[type];
  return show(site, c, formSaying(typed, { field: type === 'not_draft' ? 'main' : field, says }), 409);
}

/** The page; what was typed in one of its forms stands there, and in the others what is stored. */
async function show(
  site: PagesContext,
  c: AppContext,
  form: FormState,
  status: 200 | 409 | 422,
  isSaved = false,
): Promise<Response> {
  const consultation = await askedOf(site, c);
  if (consultation === undefined) return notFound(site, c);
  const stored = consultation.status === 'draft' ? [...draftTexts(consultation), ...calendarTexts(consultation)] : [];
  const state = { ...form, values: new Map([...stored, ...form.values]) };
  const view = await calendarView(site.context, consultation, c.var.locale);
  return await site.pages.send(
    c,
    (frame, t) => CalendarPage({ staff: c.var.staff, view, frame, t, form: state, isSaved }),
    status,
  );
}
