import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { FreezePage, SaltPage } from './pages/freeze-page.tsx';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { proposeFreeze } from './usecases/propose-freeze.ts';

const path = '/org/c/:consultation/roll/freeze';
const access = { act: 'roll.freeze', on: 'consultation' } as const;

/** Proposing that the roll be frozen. */
export function freezeRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, (head) => sendForm(site, c, head, freshForm(), 200)),
  );
  router.route({ method: 'POST', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const { reason } = await c.req.parseBody();
      const text = typeof reason === 'string' ? reason.trim() : '';
      const { rolls } = translationOf(c.var.locale);
      const refused = (says: string, status: 400 | 409): Promise<Response> =>
        sendForm(site, c, head, { values: new Map([['reason', text]]), problems: [{ field: 'reason', says }] }, status);
      if (text === '') return refused(rolls.reasonMissing, 400);
      const proposed = await proposeFreeze(context, head, text, c.var.staff.account);
      if (!proposed.ok) return refused(rolls.freezeRefusals[proposed.error.type], 409);
      const view = { head, ...proposed.value };
      return pages.send(c, (frame, t) => SaltPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
}

const sendForm = (
  { pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  form: FormState,
  status: 200 | 400 | 409,
): Promise<Response> =>
  pages.send(c, (frame, t) => FreezePage({ view: head, form, staff: c.var.staff, frame, t }), status);
