import { idIn } from '../../http/address-parts.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, notFound, type PagesContext } from './answers.ts';
import { OptionPage, optionProblems } from './pages/option-page.tsx';
import type { ContestView } from './pages/views.ts';
import type { ConsultationRecord } from './store.ts';
import { type OptionRefusal, optionTexts, takeOptionOut, writeOption } from './usecases/edit-options.ts';
import { contestView } from './usecases/show-consultation.ts';

const path = '/org/c/:consultation/contests/:contest/options';
const access = { act: 'contest.write', on: 'contest' } as const;

/** One option of one contest, typed into a form: new, corrected, taken out. What is new stands before numbers. */
export function optionRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  for (const which of ['new', ':number'] as const) {
    router.route({ method: 'GET', path: `${path}/${which}`, access }, async (c) => {
      const asked = await askedOption(site, c);
      if (asked === undefined || asked.contest.head.status !== 'draft') return notFound(site, c);
      return await show(site, c, asked, freshForm(asked.option?.texts ?? []), 200);
    });
    router.route({ method: 'POST', path: `${path}/${which}`, access }, async (c) => {
      const asked = await askedOption(site, c);
      if (asked === undefined) return notFound(site, c);
      const { consultation, contest, option } = asked;
      const typed = await readForm(c);
      const at = { contest: contest.id, was: option?.was };
      const written = await writeOption(context, consultation, at, typed, c.var.staff.account);
      return written.ok ? toPaper(c, asked) : await refuse(site, c, asked, typed, written.error);
    });
  }
  router.route({ method: 'POST', path: `${path}/:number/remove`, access }, async (c) => {
    const asked = await askedOption(site, c);
    if (asked?.option === undefined) return notFound(site, c);
    const { consultation, contest, option } = asked;
    const at = { contest: contest.id, was: option.was };
    const taken = await takeOptionOut(context, consultation.id, at, c.var.staff.account);
    return taken.ok ? toPaper(c, asked) : await refuse(site, c, asked, new Map(option.texts), taken.error);
  });
}

interface AskedOption {
  readonly consultation: ConsultationRecord;
  readonly contest: ContestView;
  /** Undefined for a new one. */
  readonly option: { readonly was: number; readonly texts: readonly (readonly [string, string])[] } | undefined;
}

async function askedOption(site: PagesContext, c: AppContext): Promise<AskedOption | undefined> {
  const [consultation, id] = [await askedOf(site, c), idIn(c, 'contest')];
  if (consultation === undefined || id === undefined) return undefined;
  const contest = await contestView(site.context, consultation, id, c.var.locale);
  if (contest === undefined) return undefined;
  const number = c.req.param('number');
  if (number === undefined) return { consultation, contest, option: undefined };
  if (!/^[1-9]\d{0,2}$/u.test(number)) return undefined;
  const was = Number(number);
  const texts = await optionTexts(site.context, consultation, { contest: id, was });
  return texts === undefined ? undefined : { consultation, contest, option: { was, texts } };
}

const toPaper = (c: AppContext, { contest }: AskedOption): Response =>
  c.redirect(`/org/c/${contest.head.slug}/contests/${contest.id}?done=saved`, 303);

async function refuse(
  site: PagesContext,
  c: AppContext,
  asked: AskedOption,
  typed: ReadonlyMap<string, string>,
  error: OptionRefusal,
): Promise<Response> {
  const t = translationOf(c.var.locale);
  if (error.type === 'unknown_option') return notFound(site, c);
  if (error.type === 'wrong') {
    return await show(site, c, asked, { values: typed, problems: optionProblems(error.problems, t) }, 422);
  }
  const says = error.type === 'not_draft' ? t.controlRoom.notDraft : t.drafts.other_decimals;
  return await show(site, c, asked, formSaying(typed, { field: 'number', says }), 409);
}

async function show(
  { pages }: PagesContext,
  c: AppContext,
  { consultation, contest: { head, id, name }, option }: AskedOption,
  form: FormState,
  status: 200 | 409 | 422,
): Promise<Response> {
  const view = { head, contest: { id, name }, was: option?.was ?? null, languages: consultation.languages };
  return await pages.send(c, (frame, t) => OptionPage({ staff: c.var.staff, view, frame, t, form }), status);
}
