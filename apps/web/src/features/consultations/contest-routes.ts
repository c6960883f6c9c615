import { idIn } from '../../http/address-parts.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { translationOf } from '../../i18n/translation.ts';
import { freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, formWith, notFound, type PagesContext } from './answers.ts';
import { type ContestDoings, ContestPage } from './pages/contest-page.tsx';
import type { ConsultationRecord } from './store.ts';
import { workActs, workOn } from './usecases/bulk-work.ts';
import { contestOptionsTable } from './usecases/download-tables.ts';
import { proposeAnnulment, proposeWithdrawal } from './usecases/later-changes.ts';
import { contestView } from './usecases/show-consultation.ts';

const path = '/org/c/:consultation/contests/:contest';
const untouched: ContestDoings = { form: freshForm() };

/** One contest for staff: approving its options, waiving, withdrawing, annulling. */
export function contestRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'GET', path, access: { act: 'control.read', on: 'contest' } }, (c) =>
    show(site, c, { ...untouched, isSaved: c.req.query('done') === 'saved' }, 200),
  );
  router.route(
    { method: 'GET', path: `${path}/options.csv`, access: { act: 'control.read', on: 'contest' } },
    async (c) => {
      const asked = await askedContest(site, c);
      if (asked === undefined) return notFound(site, c);
      const table = await contestOptionsTable(context, asked.consultation, asked.contest);
      return await sendShortTable(c, `${asked.consultation.slug}-contest-options.csv`, table);
    },
  );
  for (const [name, work] of [
    ['approve', 'approve_options'],
    ['waiver', 'sign_waivers'],
  ] as const) {
    const access = { act: workActs[work], on: 'contest' } as const;
    router.route({ method: 'POST', path: `${path}/${name}`, access }, async (c) => {
      const asked = await askedContest(site, c);
      if (asked === undefined) return notFound(site, c);
      const { consultation, contest } = asked;
      const done = await workOn(context, consultation.id, contest, work, c.var.staff.account);
      if (done.ok) return c.redirect(`/org/c/${consultation.slug}/contests/${contest}`, 303);
      const says = translationOf(c.var.locale).controlRoom.notDraft;
      return await show(site, c, { form: formSaying(new Map(), { field: 'facts', says }) }, 409);
    });
  }

  const withdrawing = { act: 'option.withdraw', on: 'contest' } as const;
  router.route({ method: 'POST', path: `${path}/withdraw`, access: withdrawing }, async (c) => {
    const asked = await askedContest(site, c);
    if (asked === undefined) return notFound(site, c);
    const { consultation, contest } = asked;
    const typed = await readForm(c);
    const number = (typed.get('number') ?? '').trim();
    if (!/^\d{1,3}$/u.test(number)) {
      return await show(site, c, { form: formWith(c, typed, [{ field: 'number', code: 'option_number' }]) }, 422);
    }
    const by = { by: c.var.staff.account, reason: typed.get('why_withdraw') ?? '' };
    const proposed = await proposeWithdrawal(context, consultation.id, contest, Number(number), by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    const { type } = proposed.error;
    const field = type === 'reason_missing' ? 'why_withdraw' : 'number';
    return await refuse(site, c, typed, field, type);
  });

  const annulling = { act: 'contest.annul', on: 'contest' } as const;
  router.route({ method: 'POST', path: `${path}/annul`, access: annulling }, async (c) => {
    const asked = await askedContest(site, c);
    if (asked === undefined) return notFound(site, c);
    const { consultation, contest } = asked;
    const typed = await readForm(c);
    const by = { by: c.var.staff.account, reason: typed.get('why_annul') ?? '' };
    const proposed = await proposeAnnulment(context, consultation.id, contest, by);
    if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
    return await refuse(site, c, typed, 'why_annul', proposed.error.type);
  });
}

type RefusedWords = ReturnType<typeof translationOf>['consultations']['acts']['refused'];

function refuse(
  site: PagesContext,
  c: AppContext,
  typed: ReadonlyMap<string, string>,
  field: string,
  type: keyof RefusedWords,
): Promise<Response> {
  const says = translationOf(c.var.locale).consultations.acts.refused[type];
  return show(site, c, { form: formSaying(typed, { field, says }) }, 422);
}

async function askedContest(
  site: PagesContext,
  c: AppContext,
): Promise<{ readonly consultation: ConsultationRecord; readonly contest: string } | undefined> {
  const [consultation, contest] = [await askedOf(site, c), idIn(c, 'contest')];
  return consultation === undefined || contest === undefined ? undefined : { consultation, contest };
}

async function show(
  site: PagesContext,
  c: AppContext,
  doings: ContestDoings,
  status: 200 | 409 | 422,
): Promise<Response> {
  const asked = await askedContest(site, c);
  const view =
    asked === undefined ? undefined : await contestView(site.context, asked.consultation, asked.contest, c.var.locale);
  if (view === undefined) return notFound(site, c);
  return await site.pages.send(c, (frame, t) => ContestPage({ staff: c.var.staff, view, frame, t, doings }), status);
}
