import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formSaying, notFound, type PagesContext } from './answers.ts';
import { OpeningPage } from './pages/opening-page.tsx';
import { proposeWholeAnnulment } from './usecases/annul-consultation.ts';
import { openingView, proposeClosing, proposeOpening } from './usecases/open-vote.ts';

const path = '/org/c/:consultation/vote';

/** Opening and closing the vote, and annulling it. */
export function voteRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const show = async (c: AppContext, form: FormState, status: 200 | 422): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return await notFound(site, c);
    const view = await openingView(context, consultation, c.var.locale);
    return await pages.send(c, (frame, t) => OpeningPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ method: 'GET', path, access: { act: 'control.read', on: 'consultation' } }, (c) =>
    show(c, freshForm(), 200),
  );
  for (const [name, act, field, propose] of [
    ['open', 'vote.open', 'reason', proposeOpening],
    ['close', 'vote.close', 'reason', proposeClosing],
    ['annul', 'consultation.annul', 'why_annul', proposeWholeAnnulment],
  ] as const) {
    router.route({ method: 'POST', path: `${path}/${name}`, access: { act, on: 'consultation' } }, async (c) => {
      const consultation = await askedOf(site, c);
      if (consultation === undefined) return await notFound(site, c);
      const typed = await readForm(c);
      const by = { by: c.var.staff.account, reason: typed.get(field) ?? '' };
      const proposed = await propose(context, consultation.id, by);
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      const says = translationOf(c.var.locale).consultations.acts.refused[proposed.error.type];
      return await show(c, formSaying(typed, { field, says }), 422);
    });
  }
}
