import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { formSaying, inScope, type PagesContext, roomQueryIn } from './answers.ts';
import { AnnulManyPage } from './pages/annul-many-page.tsx';
import type { ConsultationRecord } from './store.ts';
import { annulmentPreview, proposeAnnulments } from './usecases/annul-contests.ts';
import type { Scope } from './usecases/find-scope.ts';

/** Annulling every contest that a filter of the control room means; guarantors of a part annul in their part. */
export function annulRoutes(router: Router, site: PagesContext): void {
  const annulling = { path: '/org/c/:consultation/annul', access: { act: 'contests.annul', on: 'part' } } as const;
  const show = async (
    c: AppContext,
    consultation: ConsultationRecord,
    scope: Scope,
    form: FormState,
    status: 200 | 422,
  ): Promise<Response> => {
    const query = { ...roomQueryIn(c), page: 1 };
    const view = await annulmentPreview(site.context, consultation, query, scope, c.var.locale);
    return await site.pages.send(c, (frame, t) => AnnulManyPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  router.route({ ...annulling, method: 'GET' }, (c) =>
    inScope(site, c, 'contests.annul', (consultation, scope) => show(c, consultation, scope, freshForm(), 200)),
  );
  router.route({ ...annulling, method: 'POST' }, (c) =>
    inScope(site, c, 'contests.annul', async (consultation, scope) => {
      const typed = await readForm(c);
      const proposed = await proposeAnnulments(site.context, consultation.id, {
        ...{ query: roomQueryIn(c), scope, set: typed.get('set') ?? '' },
        ...{ by: c.var.staff.account, reason: typed.get('reason') ?? '' },
      });
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      const t = translationOf(c.var.locale);
      const { type } = proposed.error;
      const says = type === 'changed' ? t.controlRoom.previewOld : t.consultations.acts.refused[type];
      return await show(c, consultation, scope, formSaying(typed, { field: 'reason', says }), 422);
    }),
  );
}
