import type { PageSender } from '../../http/page-sender.ts';
import { readForm } from '../../http/read-form.ts';
import { readUpload } from '../../http/read-upload.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { fileWords, planWords } from './answers.ts';
import { holdersCsv, placesCsv } from './downloads/places-csv.ts';
import { PublicTrusteesPage } from './pages/public-trustees-page.tsx';
import { TrusteesPage } from './pages/trustees-page.tsx';
import type { TrusteesContext } from './trustees-context.ts';
import { bringFile } from './usecases/bring-file.ts';
import { planCeremony, voidCeremony } from './usecases/plan-ceremony.ts';
import { keptConsultation, listText, messagesZip, publicTrusteesView, trusteesView } from './usecases/show-trustees.ts';

/** What the routes of trustees answer with. */
export interface TrusteesSite {
  readonly context: TrusteesContext;
  readonly pages: PageSender;
}

const path = '/org/c/:consultation/trustees';
const read = { act: 'control.read', on: 'consultation' } as const;
const organise = { act: 'consultation.write', on: 'consultation' } as const;
type Status = 200 | 400 | 409 | 413 | 422;

/** A deal for twenty in a finite field. */
const messageBytes = 500_000;

const asked = ({ context }: TrusteesSite, c: AppContext) =>
  keptConsultation(context, c.req.param('consultation') ?? '');
const notFound = ({ pages }: TrusteesSite, c: AppContext): Promise<Response> =>
  pages.problem(c, { type: 'not_found' }, 404);

async function show(site: TrusteesSite, c: AppContext, form = freshForm(), status: Status = 200): Promise<Response> {
  const consultation = await asked(site, c);
  if (consultation === undefined) return await notFound(site, c);
  const view = await trusteesView(site.context, consultation, c.var.staff.account, c.var.locale);
  return await site.pages.send(c, (frame, t) => TrusteesPage({ view, staff: c.var.staff, frame, t, form }), status);
}

/** The page again with one problem, in its language. */
function say(
  site: TrusteesSite,
  c: AppContext,
  {
    field,
    says,
    typed = new Map(),
    status,
  }: {
    readonly field: string;
    readonly says: (t: Translation) => string;
    readonly typed?: ReadonlyMap<string, string>;
    readonly status: Status;
  },
): Promise<Response> {
  const form: FormState = {
    ...freshForm(typed),
    problems: [{ field, says: says(translationOf(c.var.locale)) }],
  };
  return show(site, c, form, status);
}

/** The trustees of a consultation: ceremony, rehearsal, files. */
export function trusteesRoutes(router: Router, site: TrusteesSite): void {
  router.route({ method: 'GET', path, access: read }, (c) => show(site, c));
  router.route({ method: 'GET', path: `${path}/places.csv`, access: read }, async (c) => {
    const consultation = await asked(site, c);
    if (consultation === undefined) return notFound(site, c);
    const { rows } = await trusteesView(site.context, consultation, c.var.staff.account, c.var.locale);
    return await sendShortTable(c, `${consultation.slug}-trustees.csv`, placesCsv(rows));
  });
  planRoutes(router, site);
  publicRoutes(router, site);
  router.route(
    { method: 'POST', path: `${path}/messages`, access: { act: 'key.bring', on: 'consultation' }, boundsBody: true },
    (c) => bring(site, c),
  );
  router.route({ method: 'GET', path: `${path}/messages.zip`, access: read }, async (c) => {
    const consultation = await asked(site, c);
    const file = consultation === undefined ? undefined : await messagesZip(site.context, consultation.id);
    if (file === undefined) return notFound(site, c);
    c.header('Content-Disposition', `attachment; filename="${file.name}"`);
    return c.body(file.bytes, 200, { 'Content-Type': 'application/zip' });
  });
  router.route({ method: 'GET', path: `${path}/trustees.json`, access: read }, async (c) => {
    const consultation = await asked(site, c);
    const text = consultation === undefined ? undefined : await listText(site.context, consultation.id);
    if (text === undefined) return notFound(site, c);
    c.header('Content-Disposition', 'attachment; filename="trustees.json"');
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

/** What everyone may see. */
function publicRoutes(router: Router, site: TrusteesSite): void {
  const { context, pages } = site;
  const view = async (c: AppContext) => {
    const consultation = await asked(site, c);
    return consultation === undefined ? undefined : await publicTrusteesView(context, consultation, c.var.locale);
  };
  router.route({ method: 'GET', path: '/c/:consultation/trustees', access: 'public' }, async (c) => {
    const shown = await view(c);
    if (shown === undefined) return notFound(site, c);
    return pages.send(c, (frame, t) => PublicTrusteesPage({ view: shown, frame, t }));
  });
  router.route({ method: 'GET', path: '/c/:consultation/trustees.csv', access: 'public' }, async (c) => {
    const shown = await view(c);
    if (shown === undefined) return notFound(site, c);
    return await sendShortTable(c, `${shown.slug}-trustees.csv`, holdersCsv(shown.rows), 'public, no-cache');
  });
  router.route({ method: 'GET', path: '/c/:consultation/trustees.json', access: 'public' }, async (c) => {
    const consultation = await asked(site, c);
    const text =
      consultation?.status === 'draft' || consultation === undefined
        ? undefined
        : await listText(context, consultation.id);
    if (text === undefined) return notFound(site, c);
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

function planRoutes(router: Router, site: TrusteesSite): void {
  router.route({ method: 'POST', path: `${path}/plan`, access: organise }, async (c) => {
    const consultation = await asked(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const text = (name: string): string => typed.get(name) ?? '';
    const accounts = text('accounts')
      .split(' ')
      .filter((one) => one !== '');
    const threshold = /^\d{1,2}$/u.test(text('threshold').trim()) ? Number(text('threshold')) : Number.NaN;
    const plan = { accounts, threshold, waiver: text('waiver'), by: c.var.staff.account };
    const done = await planCeremony(site.context, consultation, plan);
    if (done.ok) return c.redirect(`/org/c/${consultation.slug}/trustees`, 303);
    const { error } = done;
    const { type } = error;
    const isWaiver = type === 'waiver_missing' || type === 'waiver_too_long';
    const field = isWaiver ? 'waiver' : type === 'bad_threshold' ? 'threshold' : 'accounts';
    return await say(site, c, { field, says: (t) => planWords(error, t), typed, status: 422 });
  });
  router.route({ method: 'POST', path: `${path}/void`, access: organise }, async (c) => {
    const consultation = await asked(site, c);
    if (consultation === undefined) return notFound(site, c);
    const reason = (await readForm(c)).get('reason') ?? '';
    const done = await voidCeremony(site.context, consultation, { reason, by: c.var.staff.account });
    if (done.ok) return c.redirect(`/org/c/${consultation.slug}/trustees`, 303);
    const { type } = done.error;
    const typed = new Map([['reason', reason]]);
    const status = type === 'reason_missing' ? 422 : 409;
    return await say(site, c, { field: 'reason', says: (t) => t.trustees.voidRefusals[type], typed, status });
  });
}

const bring = (site: TrusteesSite, c: AppContext): Promise<Response> =>
  site.context.work.use(async (place) => {
    const consultation = await asked(site, c);
    if (consultation === undefined) return await notFound(site, c);
    const given = await readUpload(c, place.path('upload'), messageBytes);
    const refuse = (says: (t: Translation) => string, status: Status): Promise<Response> =>
      say(site, c, { field: 'file', says, status });
    if (!given.ok) {
      return given.error === 'too_large'
        ? await refuse((t) => t.preparation.fileTooLarge(t.format.bytes(messageBytes)), 413)
        : await refuse((t) => t.preparation.fileBroken, 400);
    }
    const { file } = given.value;
    if (file === undefined || file.bytes === 0) return await refuse((t) => t.preparation.fileMissing, 400);
    const text = Buffer.from(await place.read('upload')).toString();
    const done = await bringFile(site.context, consultation, { text, by: c.var.staff.account });
    if (done.ok) return c.redirect(`/org/c/${consultation.slug}/trustees#places`, 303);
    const { error } = done;
    const isLate = error.type === 'brought_before' || error.type === 'nothing_awaited' || error.type === 'too_late';
    return await refuse((t) => fileWords(error, t), isLate ? 409 : 422);
  });
