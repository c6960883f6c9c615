import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { type Asked, askedOf, broughtIn, formSaying, notFound, type PreparationSite } from './answers.ts';
import { CredentialsPage, OrderPage, ReplacementPage, TrusteesPage } from './pages/step-pages.tsx';
import { StepsPage } from './pages/steps-page.tsx';
import { bringCredentials, withdrawCredentials } from './usecases/bring-credentials.ts';
import { bringTrustees } from './usecases/bring-trustees.ts';
import { makeOrder } from './usecases/make-order.ts';
import { proposeReplacement } from './usecases/propose-replacement.ts';
import { orderTable, orderText } from './usecases/show-preparation.ts';

const steps = '/org/c/:consultation/preparation';
const read = { act: 'control.read', on: 'consultation' } as const;
type Status = 200 | 400 | 409 | 413 | 422;

/** A ceremony of a hundred trustees. */
const trusteesBytes = 2_000_000;
/** Three contests for each of 3,000,000 people. */
const credentialsBytes = 700_000_000;
const replacementBytes = 200_000;

/** Preparing the elections of a consultation. */
export function preparationRoutes(router: Router, site: PreparationSite): void {
  router.route({ method: 'GET', path: steps, access: read }, async (c) => {
    const asked = await askedOf(site, c);
    if (asked === undefined) return notFound(site, c);
    if (isAtWork(asked)) c.header('Refresh', '2');
    return site.pages.send(c, (frame, t) => StepsPage({ view: asked.view, staff: c.var.staff, frame, t }));
  });
  trusteesRoutes(router, site);
  orderRoutes(router, site);
  credentialsRoutes(router, site);
  replacementRoutes(router, site);
}

const isAtWork = ({ view: { upload } }: Asked): boolean =>
  upload?.status === 'reading' || upload?.status === 'setting_up';

/** A page of one step, for routes that show it fresh and with what is wrong. */
function stepPage(
  site: PreparationSite,
  page: typeof TrusteesPage,
  fresh: (asked: Asked) => FormState = () => freshForm(),
): (c: AppContext, form?: FormState, status?: Status) => Promise<Response> {
  return async (c, form, status = 200) => {
    const asked = await askedOf(site, c);
    if (asked === undefined) return notFound(site, c);
    const state = form ?? fresh(asked);
    return site.pages.send(
      c,
      (frame, t) => page({ view: asked.view, staff: c.var.staff, frame, t, form: state }),
      status,
    );
  };
}

function trusteesRoutes(router: Router, site: PreparationSite): void {
  const path = `${steps}/trustees`;
  const show = stepPage(site, TrusteesPage);
  router.route({ method: 'GET', path, access: read }, (c) => show(c));
  router.route({ method: 'POST', path, access: { act: 'key.bring', on: 'consultation' }, boundsBody: true }, (c) =>
    site.context.work.use(async (place) => {
      const asked = await askedOf(site, c);
      if (asked === undefined) return notFound(site, c);
      const brought = await broughtIn(c, place.path('upload'), trusteesBytes);
      if (!('fields' in brought)) return show(c, brought.form, brought.status);
      const { fields } = brought;
      const text = Buffer.from(await place.read('upload')).toString();
      const given = { text, waiver: fields.get('waiver') ?? '', by: c.var.staff.account };
      const done = await bringTrustees(site.context, asked.consultation, given);
      if (done.ok) return c.redirect(`/org/c/${asked.view.slug}/preparation`, 303);
      const { error } = done;
      const field = error.type === 'waiver_missing' || error.type === 'waiver_too_long' ? 'waiver' : 'file';
      return show(
        c,
        formSaying(
          c,
          field,
          ({ preparation: { trusteesRefusals: says } }) => {
            if (error.type === 'waiver_missing') return says.waiver_missing(error.threshold, error.trustees);
            if (error.type !== 'trustees_refused') return says[error.type];
            const [first] = error.failures;
            return says.trustees_refused(first?.check ?? '', first?.place ?? '');
          },
          fields,
        ),
        422,
      );
    }),
  );
}

const wholeNumber = (typed = ''): number => (/^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : Number.NaN);

/** What is offered where nobody has said anything yet. */
const usualSpares = [
  ['percent', '3'],
  ['minimum', '5'],
] as const;

function orderRoutes(router: Router, site: PreparationSite): void {
  const path = `${steps}/order`;
  const show = stepPage(site, OrderPage, ({ view: { order } }) =>
    freshForm(
      order === null
        ? usualSpares
        : [
            ['percent', String(order.percent)],
            ['minimum', String(order.minimum)],
          ],
    ),
  );
  router.route({ method: 'GET', path, access: read }, (c) => show(c));
  router.route({ method: 'POST', path, access: { act: 'consultation.write', on: 'consultation' } }, async (c) => {
    const asked = await askedOf(site, c);
    if (asked === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const done = await makeOrder(site.context, asked.consultation, {
      spares: { percent: wholeNumber(typed.get('percent')), minimum: wholeNumber(typed.get('minimum')) },
      site: site.votingOrigin ?? new URL(c.req.url).origin,
      by: c.var.staff.account,
    });
    if (done.ok) return c.redirect(c.req.path, 303);
    const { type } = done.error;
    return show(
      c,
      formSaying(c, 'percent', (t) => t.preparation.orderRefusals[type], typed),
      422,
    );
  });
  router.route({ method: 'GET', path: `${path}.json`, access: read }, async (c) => {
    const asked = await askedOf(site, c);
    const text = asked === undefined ? undefined : await orderText(site.context, asked.consultation.id);
    if (text === undefined) return notFound(site, c);
    c.header('Content-Disposition', 'attachment; filename="order.json"');
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
  router.route({ method: 'GET', path: `${path}.csv`, access: read }, async (c) => {
    const asked = await askedOf(site, c);
    const table = asked === undefined ? undefined : await orderTable(site.context, asked.consultation.id);
    if (asked === undefined || table === undefined) return notFound(site, c);
    return sendShortTable(c, `${asked.view.slug}-order.csv`, table);
  });
}

function credentialsRoutes(router: Router, site: PreparationSite): void {
  const path = `${steps}/credentials`;
  const access = { act: 'credential.upload', on: 'consultation' } as const;
  const show = stepPage(site, CredentialsPage);
  router.route({ method: 'GET', path, access: read }, async (c) => {
    const asked = await askedOf(site, c);
    if (asked !== undefined && isAtWork(asked)) c.header('Refresh', '2');
    return show(c);
  });
  router.route({ method: 'POST', path, access, boundsBody: true }, (c) =>
    site.context.work.use(async (place) => {
      const asked = await askedOf(site, c);
      if (asked === undefined) return notFound(site, c);
      const brought = await broughtIn(c, place.path('upload'), credentialsBytes);
      if (!('fields' in brought)) return show(c, brought.form, brought.status);
      const given = { path: place.path('upload'), by: c.var.staff.account };
      const done = await bringCredentials(site.context, asked.consultation, given);
      if (done.ok) return c.redirect(path.replace(':consultation', asked.view.slug), 303);
      const { type } = done.error;
      return show(
        c,
        formSaying(c, 'file', (t) => t.preparation.credentialsRefusals[type]),
        409,
      );
    }),
  );
  router.route({ method: 'POST', path: `${steps}/withdraw`, access }, async (c) => {
    const asked = await askedOf(site, c);
    if (asked === undefined) return notFound(site, c);
    const done = await withdrawCredentials(site.context, asked.consultation, c.var.staff.account);
    if (done.ok) return c.redirect(`/org/c/${asked.view.slug}/preparation/credentials`, 303);
    const { type } = done.error;
    return show(
      c,
      formSaying(c, 'file', (t) => t.preparation.withdrawRefusals[type]),
      409,
    );
  });
}

function replacementRoutes(router: Router, site: PreparationSite): void {
  const path = `${steps}/replacement`;
  const access = { act: 'credential.replace', on: 'consultation' } as const;
  const show = stepPage(site, ReplacementPage);
  router.route({ method: 'GET', path, access }, (c) => show(c));
  router.route({ method: 'POST', path, access, boundsBody: true }, (c) =>
    site.context.work.use(async (place) => {
      const asked = await askedOf(site, c);
      if (asked === undefined) return notFound(site, c);
      const brought = await broughtIn(c, place.path('upload'), replacementBytes);
      if (!('fields' in brought)) return show(c, brought.form, brought.status);
      const { fields } = brought;
      const text = Buffer.from(await place.read('upload')).toString();
      const reason = fields.get('reason') ?? '';
      const done = await proposeReplacement(site.context, asked.consultation, {
        text,
        reason,
        by: c.var.staff.account,
      });
      if (done.ok) return c.redirect(`/org/acts/${done.value}`, 303);
      const { error } = done;
      return show(
        c,
        formSaying(
          c,
          error.type === 'reason_missing' ? 'reason' : 'file',
          ({ preparation: { replacementRefusals: says } }) =>
            error.type === 'wrong_form' ? says.wrong_form(error.place) : says[error.type],
          fields,
        ),
        422,
      );
    }),
  );
}
