import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, notFound, type PagesContext } from './answers.ts';
import { OrderPage } from './pages/order-page.tsx';
import { orderView, proposeOrder } from './usecases/draw-order.ts';

const path = '/org/c/:consultation/order';
const fields = { seed_malformed: 'seed', how_missing: 'how', reason_missing: 'reason' } as const;

/** The draw of the order in which options stand. */
export function orderRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const show = async (c: AppContext, form: FormState, status: 200 | 422): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await orderView(context, consultation, c.var.locale);
    return await pages.send(c, (frame, t) => OrderPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ method: 'GET', path, access: { act: 'control.read', on: 'consultation' } }, (c) =>
    show(c, freshForm(), 200),
  );
  router.route({ method: 'POST', path, access: { act: 'order.draw', on: 'consultation' } }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const drawn = { seed: typed.get('seed') ?? '', how: typed.get('how') ?? '' };
    const by = { by: c.var.staff.account, reason: typed.get('reason') ?? '' };
    const proposed = await proposeOrder(context, consultation.id, drawn, by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const { type } = proposed.error;
    const says = translationOf(c.var.locale).optionOrder.refused[type];
    const field = Object.entries(fields).find(([refusal]) => refusal === type)?.[1] ?? 'seed';
    return await show(c, formSaying(typed, { field, says }), 422);
  });
}
