import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, type PagesContext } from './answers.ts';
import { calendarField } from './new-routes.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { EnvelopesPage } from './pages/envelopes-page.tsx';
import { writeCalendar } from './usecases/create-consultation.ts';
import { addEnvelope, type EnvelopeRefusal, sumEnvelopes, writeAmount } from './usecases/edit-envelopes.ts';
import { proposeExtension } from './usecases/later-changes.ts';
import { calendarTexts, readAmount, readCalendar, readClosing, readName } from './usecases/read-forms.ts';
import { headOf } from './usecases/show-consultation.ts';
import { envelopesView } from './usecases/show-setup.ts';

const room = '/org/c/:consultation';
const write = { act: 'consultation.write', on: 'consultation' } as const;
const read = { act: 'control.read', on: 'consultation' } as const;
type Status = 200 | 409 | 422;

/** Calendar and envelopes of a consultation. */
export function setupRoutes(router: Router, site: PagesContext): void {
  calendarRoutes(router, site);
  envelopeRoutes(router, site);
}

function calendarRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/calendar`;
  const show = async (
    c: AppContext,
    form: FormState | undefined,
    status: Status,
    isSaved = false,
  ): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const state = form ?? freshForm(consultation.status === 'draft' ? calendarTexts(consultation) : []);
    const view = headOf(consultation, c.var.locale);
    return await pages.send(
      c,
      (frame, t) => CalendarPage({ staff: c.var.staff, view, frame, t, form: state, isSaved }),
      status,
    );
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, undefined, 200, c.req.query('done') === 'saved'));
  router.route({ method: 'POST', path, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const calendar = readCalendar(typed);
    if (!calendar.ok) return show(c, formWith(c, typed, calendar.error), 422);
    const written = await writeCalendar(context, consultation.id, calendar.value, c.var.staff.account);
    if (written.ok) return c.redirect(`/org/c/${consultation.slug}/calendar?done=saved`, 303);
    if (written.error.type === 'not_draft') return show(c, undefined, 409);
    const { type } = written.error.problem;
    return show(c, formWith(c, typed, [{ field: calendarField(type), code: type }]), 422);
  });
  const extend = { path: `${path}/extend`, access: { act: 'vote.extend', on: 'consultation' } } as const;
  router.route({ ...extend, method: 'POST' }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const closing = readClosing(typed, consultation.zone);
    if (!closing.ok) return show(c, formWith(c, typed, closing.error), 422);
    const by = { by: c.var.staff.account, reason: typed.get('reason') ?? '' };
    const proposed = await proposeExtension(context, consultation.id, closing.value, by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const { type } = proposed.error;
    const says = translationOf(c.var.locale).consultations.acts.refused[type];
    return show(c, formSaying(typed, { field: type === 'reason_missing' ? 'reason' : 'closes_at', says }), 422);
  });
}

function envelopeRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/envelopes`;
  const show = async (c: AppContext, form: FormState, status: Status): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await envelopesView(context, consultation, c.var.locale);
    return await pages.send(c, (frame, t) => EnvelopesPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  const refuse = (c: AppContext, form: FormState, { type }: EnvelopeRefusal): Promise<Response> => {
    const { wrong, notDraft } = translationOf(c.var.locale).controlRoom;
    const problem = { field: 'parent', says: type === 'not_draft' ? notDraft : wrong.envelope };
    return show(c, { ...form, problems: [problem] }, type === 'not_draft' ? 409 : 422);
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, freshForm(), 200));
  router.route({ method: 'POST', path, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const [name, amount] = [readName(typed), readAmount(typed, 'amount', consultation.decimals)];
    if (!name.ok || !amount.ok) {
      return show(c, formWith(c, typed, [...(name.ok ? [] : name.error), ...(amount.ok ? [] : amount.error)]), 422);
    }
    const parent = typed.get('parent') ?? '';
    const texts = Object.fromEntries(consultation.languages.map((language) => [language, name.value]));
    const added = await addEnvelope(
      context,
      consultation.id,
      { parent: parent === '' ? null : parent, name: texts, amount: amount.value },
      c.var.staff.account,
    );
    return added.ok ? c.redirect(c.req.path, 303) : refuse(c, formWith(c, typed, []), added.error);
  });
  router.route({ method: 'POST', path: `${path}/amount`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const amount = readAmount(typed, 'new_amount', consultation.decimals);
    if (!amount.ok) return show(c, formWith(c, typed, amount.error), 422);
    const envelope = { id: typed.get('envelope') ?? '', amount: amount.value };
    const written = await writeAmount(context, consultation.id, envelope, c.var.staff.account);
    return written.ok
      ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303)
      : refuse(c, formWith(c, typed, []), written.error);
  });
  router.route({ method: 'POST', path: `${path}/sum`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const summed = await sumEnvelopes(context, consultation.id, c.var.staff.account);
    return summed.ok ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303) : refuse(c, freshForm(), summed.error);
  });
}
