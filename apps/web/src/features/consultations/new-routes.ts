import { idIn } from '../../http/address-parts.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { locales } from '../../i18n/locale.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { formWith, notFound, searchIn, type PagesContext } from './answers.ts';
import { ChooseTerritoryPage, NewConsultationPage } from './pages/new-pages.tsx';
import { createConsultation } from './usecases/create-consultation.ts';
import { readConsultation } from './usecases/read-forms.ts';
import { nameOfTerritory, offeredTerritories } from './usecases/show-setup.ts';

/** A new consultation: first for whom, then what. */
export function newRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: '/org/c/new', access: 'signed-in' }, async (c) => {
    const { words } = searchIn(c);
    const territories = await offeredTerritories(context, c.var.staff.account, words);
    return pages.send(c, (frame, t) => ChooseTerritoryPage({ staff: c.var.staff, territories, words, frame, t }));
  });

  const form = { path: '/org/c/new/:territory', access: { act: 'consultation.write', on: 'territory' } } as const;
  const show = async (c: AppContext, state: FormState, status: 200 | 422): Promise<Response> => {
    const id = idIn(c, 'territory');
    const name = id === undefined ? undefined : await nameOfTerritory(context, id);
    if (id === undefined || name === undefined) return notFound(site, c);
    return await pages.send(
      c,
      (frame, t) => NewConsultationPage({ staff: c.var.staff, territory: { id, name }, form: state, frame, t }),
      status,
    );
  };
  router.route({ ...form, method: 'GET' }, (c) => {
    const given = [
      ['languages', c.var.locale],
      ['decimals', '0'],
      ['zone', ''],
      ['currency', ''],
    ] as const;
    return show(c, freshForm(given), 200);
  });
  router.route({ ...form, method: 'POST' }, async (c) => {
    const territory = idIn(c, 'territory');
    if (territory === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const read = readConsultation(typed, territory, locales);
    if (!read.ok) return show(c, formWith(c, typed, read.error), 422);
    const made = await createConsultation(context, read.value, c.var.staff.account);
    if (made.ok) return c.redirect(`/org/c/${read.value.slug}`, 303);
    const { error } = made;
    const wrong =
      error.type === 'slug_taken'
        ? ({ field: 'slug', code: 'slug_taken' } as const)
        : { field: calendarField(error.problem.type), code: error.problem.type };
    return show(c, formWith(c, typed, [wrong]), 422);
  });
}

/** Where a problem of the calendar is mended. */
export function calendarField(problem: 'closes_before_it_opens' | 'complaints_end_before_closing' | 'already_begun') {
  const fields = {
    closes_before_it_opens: 'closes_at',
    complaints_end_before_closing: 'complaints_until',
    already_begun: 'opens_at',
  } as const;
  return fields[problem];
}
