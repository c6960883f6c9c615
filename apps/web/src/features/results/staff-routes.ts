import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { formSaying, notFound, type ResultsSite } from './answers.ts';
import { LotsRoomPage, ResultRoomPage } from './pages/result-room-pages.tsx';
import { announceLot, proposeDraw } from './usecases/draw-lots.ts';
import { askForArchive, proposeResult } from './usecases/publish-result.ts';
import { askedConsultation } from './usecases/asked-consultation.ts';
import { readMoment } from './usecases/read-moment.ts';
import { lotsView, proposedDraw } from './usecases/show-lots.ts';
import { countAgain, resultRoomView } from './usecases/show-room.ts';
import { stateDelay } from './usecases/state-delay.ts';

const result = '/org/c/:consultation/result';
const lots = '/org/c/:consultation/lots';
const read = { act: 'control.read', on: 'consultation' } as const;
type Status = 200 | 409 | 422;

/** The way from opened boxes to a certified result, for staff. */
export function staffRoutes(router: Router, site: ResultsSite): void {
  resultRoutes(router, site);
  lotRoutes(router, site);
}

const slugIn = (c: AppContext): string => c.req.param('consultation') ?? '';

function resultRoutes(router: Router, site: ResultsSite): void {
  const { context, pages } = site;
  const show = async (c: AppContext, form: FormState, status: Status): Promise<Response> => {
    const view = await resultRoomView(context, slugIn(c), c.var.locale);
    if (view === undefined) return await notFound(site, c);
    if (view.busy) c.header('Refresh', '2');
    return await pages.send(c, (frame, t) => ResultRoomPage({ view, staff: c.var.staff, frame, t, form }), status);
  };
  router.route({ method: 'GET', path: result, access: read }, (c) => show(c, freshForm(), 200));
  router.route(
    { method: 'POST', path: `${result}/count`, access: { act: 'result.publish', on: 'consultation' } },
    async (c) => {
      const consultation = await askedConsultation(context, slugIn(c));
      if (consultation === undefined) return await notFound(site, c);
      await countAgain(context, consultation.id);
      return c.redirect(`/org/c/${consultation.slug}/result`, 303);
    },
  );
  router.route(
    { method: 'POST', path: `${result}/archive`, access: { act: 'result.publish', on: 'consultation' } },
    async (c) => {
      const consultation = await askedConsultation(context, slugIn(c));
      if (consultation === undefined) return await notFound(site, c);
      const asked = await askForArchive(context, consultation.id);
      if (asked.ok) return c.redirect(`/org/c/${consultation.slug}/result`, 303);
      const says = translationOf(c.var.locale).results.resultRefusals[asked.error.type];
      return await show(c, formSaying(new Map(), 'archive', says), 409);
    },
  );
  router.route(
    { method: 'POST', path: `${result}/delay`, access: { act: 'result.delay', on: 'consultation' } },
    async (c) => {
      const consultation = await askedConsultation(context, slugIn(c));
      if (consultation === undefined) return await notFound(site, c);
      const typed = await readForm(c);
      const by = c.var.staff.account;
      const stated = await stateDelay(context, consultation.id, { typed: typed.get('delay') ?? '', by });
      if (stated.ok) return c.redirect(`/org/c/${consultation.slug}/result`, 303);
      const says = translationOf(c.var.locale).results.delay.refusals[stated.error.type];
      return await show(c, formSaying(typed, 'delay', says), 422);
    },
  );
  for (const [name, act, stage] of [
    ['publish', 'result.publish', 'provisional'],
    ['certify', 'result.certify', 'certified'],
  ] as const) {
    router.route({ method: 'POST', path: `${result}/${name}`, access: { act, on: 'consultation' } }, async (c) => {
      const consultation = await askedConsultation(context, slugIn(c));
      if (consultation === undefined) return await notFound(site, c);
      const typed = await readForm(c);
      const by = { by: c.var.staff.account, reason: typed.get('reason') ?? '' };
      const proposed = await proposeResult(context, consultation.id, stage, by);
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      const says = translationOf(c.var.locale).results.resultRefusals[proposed.error.type];
      return await show(c, formSaying(typed, 'reason', says), 422);
    });
  }
}

function lotRoutes(router: Router, site: ResultsSite): void {
  const { context, pages } = site;
  const show = async (c: AppContext, form: FormState, status: Status): Promise<Response> => {
    const view = await lotsView(context, slugIn(c), c.var.locale);
    const consultation = await askedConsultation(context, slugIn(c));
    if (view === undefined || consultation === undefined) return await notFound(site, c);
    const proposed = await proposedDraw(context, consultation.id);
    return await pages.send(
      c,
      (frame, t) => LotsRoomPage({ view, proposed, staff: c.var.staff, frame, t, form }),
      status,
    );
  };
  const access = { act: 'lot.draw', on: 'consultation' } as const;
  router.route({ method: 'GET', path: lots, access: read }, (c) => show(c, freshForm(), 200));
  router.route({ method: 'POST', path: `${lots}/announce`, access }, async (c) => {
    const consultation = await askedConsultation(context, slugIn(c));
    if (consultation === undefined) return await notFound(site, c);
    const typed = await readForm(c);
    const announced = await announceLot(context, consultation.id, {
      how: typed.get('how') ?? '',
      drawsAt: readMoment(typed.get('draws_at') ?? '', consultation.zone),
      by: c.var.staff.account,
    });
    if (announced.ok) return c.redirect(`/org/c/${consultation.slug}/lots`, 303);
    const { type } = announced.error;
    const says = translationOf(c.var.locale).results.announceRefusals[type];
    return await show(c, formSaying(typed, type === 'not_later' ? 'draws_at' : 'how', says), 422);
  });
  router.route({ method: 'POST', path: `${lots}/draw`, access }, async (c) => {
    const consultation = await askedConsultation(context, slugIn(c));
    if (consultation === undefined) return await notFound(site, c);
    const typed = await readForm(c);
    const proposed = await proposeDraw(context, consultation.id, {
      seed: typed.get('seed') ?? '',
      drawnAt: readMoment(typed.get('drawn_at') ?? '', consultation.zone),
      by: c.var.staff.account,
      reason: typed.get('reason') ?? '',
    });
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const { type } = proposed.error;
    const says = translationOf(c.var.locale).results.drawRefusals[type];
    return await show(c, formSaying(typed, fieldOf(type), says), 422);
  });
}

function fieldOf(type: string): string {
  if (type === 'reason_missing') return 'reason';
  return type === 'before_announced' || type === 'in_future' ? 'drawn_at' : 'seed';
}
