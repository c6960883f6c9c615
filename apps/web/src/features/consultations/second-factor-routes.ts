import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, notFound, type PagesContext } from './answers.ts';
import { SecondFactorPage } from './pages/second-factor-page.tsx';
import { askMailCode, secondFactorView } from './usecases/ask-mail-code.ts';

/** What people are asked for beside the letter. */
export function secondFactorRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = '/org/c/:consultation/second-factor';
  const show = async (c: AppContext, form: FormState | undefined, status: 200 | 409 | 422): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await secondFactorView(context, consultation, c.var.locale);
    const state = form ?? freshForm([['second', view.isAsked ? 'mail' : 'letter']]);
    const isSaved = c.req.query('done') === 'saved';
    return await pages.send(
      c,
      (frame, t) => SecondFactorPage({ staff: c.var.staff, view, frame, t, form: state, isSaved }),
      status,
    );
  };
  const read = { act: 'control.read', on: 'consultation' } as const;
  router.route({ method: 'GET', path, access: read }, (c) => show(c, undefined, 200));
  const write = { act: 'consultation.write', on: 'consultation' } as const;
  router.route({ method: 'POST', path, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const choice = { isAsked: typed.get('second') === 'mail', usesTables: typed.get('tables') === 'yes' };
    const asked = await askMailCode(context, consultation.id, choice, c.var.staff.account);
    if (asked.ok) return c.redirect(`/org/c/${consultation.slug}/second-factor?done=saved`, 303);
    if (asked.error.type === 'not_draft') return show(c, undefined, 409);
    const { secondFactor: words } = translationOf(c.var.locale);
    return asked.error.type === 'no_mailer'
      ? show(c, formSaying(typed, { field: 'second', says: words.noMailer }), 422)
      : show(c, formSaying(typed, { field: 'tables', says: words.withoutAddress(asked.error.people) }), 422);
  });
}
