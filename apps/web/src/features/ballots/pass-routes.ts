import { parseDay } from '@convite/domain';
import type { PageSender } from '../../http/page-sender.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import type { BallotsContext } from './ballots-context.ts';
import { GivenPage, PassesPage, type TableView } from './pages/passes-page.tsx';
import type { TableConsultation } from './store-table.ts';
import { admissionNumber } from './usecases/admission-text.ts';
import { inLanguage } from './usecases/board-name.ts';
import { findTable, giveAdmissions, type NotGiven } from './usecases/give-admission.ts';

/** What the table answers with. */
export interface PassesSite {
  readonly context: BallotsContext;
  readonly pages: PageSender;
  /** Where people vote; undefined: where the site was asked. */
  readonly votingOrigin: string | undefined;
}

const longestText = 200;
/** Where each refusal is mended. */
const fields: Readonly<Record<NotGiven, string>> = {
  not_found: 'name',
  several: 'told_apart',
  had_them: 'name',
  nothing_open: 'name',
};

/** Where a guarantor gives an admission to somebody who cannot get a code by e-mail. */
export function passRoutes(router: Router, site: PassesSite): void {
  const { context, pages } = site;
  const path = '/org/c/:consultation/passes';
  const access = { act: 'admission.give', on: 'part' } as const;
  const show = async (
    c: AppContext,
    consultation: TableConsultation,
    form: FormState,
    status: 200 | 422,
  ): Promise<Response> => {
    c.header('Cache-Control', 'no-store');
    const [view, { staff }] = [viewOf(consultation, c), c.var];
    const number = Buffer.from(context.secondFactor.random(18)).toString('base64url');
    return await pages.send(c, (frame, t) => PassesPage({ view, staff, frame, t, form, number }), status);
  };
  router.route({ method: 'GET', path, access }, async (c) => {
    const consultation = await findTable(context, c.req.param('consultation') ?? '');
    if (consultation === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    return await show(c, consultation, freshForm(), 200);
  });
  router.route({ method: 'POST', path, access }, async (c) => {
    const consultation = await findTable(context, c.req.param('consultation') ?? '');
    if (consultation === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
    const typed = await readForm(c);
    const { wrong } = translationOf(c.var.locale).secondFactor;
    const text = (name: string): string => (typed.get(name) ?? '').trim().slice(0, longestText);
    const day = parseDay(text('birth_date'), 'ymd');
    const number = text('number');
    const problems: FieldProblem[] = [];
    if (text('name') === '') problems.push({ field: 'name', says: wrong.name });
    if (!day.ok) problems.push({ field: 'birth_date', says: wrong.birth_date });
    if (!day.ok || problems.length > 0 || !admissionNumber.test(number)) {
      return await show(c, consultation, { values: typed, problems }, 422);
    }
    const person = {
      name: text('name'),
      birthDate: day.value,
      document: text('document'),
      toldApart: text('told_apart'),
    };
    const given = await giveAdmissions(context, consultation, person, number, c.var.staff.account);
    if (!given.ok) {
      const says = wrong[given.error];
      return await show(c, consultation, { values: typed, problems: [{ field: fields[given.error], says }] }, 422);
    }
    const [view, { staff }] = [viewOf(consultation, c), c.var];
    const origin = site.votingOrigin ?? new URL(c.req.url).origin;
    const passes = given.value.map(({ contest, place, admission }) => ({
      place,
      href: `${origin}/c/${consultation.slug}/contests/${contest}/vote#${admission}`,
    }));
    c.header('Cache-Control', 'no-store');
    return await pages.send(c, (frame, t) => GivenPage({ view, staff, frame, t, passes }));
  });
}

const viewOf = ({ slug, title }: TableConsultation, c: AppContext): TableView => ({
  slug,
  title: inLanguage(title, c.var.locale),
});
