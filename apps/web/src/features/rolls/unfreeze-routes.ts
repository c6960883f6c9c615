import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { UnfreezePage } from './pages/unfreeze-page.tsx';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { proposeUnfreezing, showUnfreezing } from './usecases/take-back-freezing.ts';

const path = '/org/c/:consultation/roll/unfreeze';
const access = { act: 'roll.unfreeze', on: 'consultation' } as const;

/** Proposing that the freezing of a roll be taken back, because its salt is lost. */
export function unfreezeRoutes(router: Router, site: PagesContext): void {
  router.route({ method: 'GET', path, access }, (c) =>
    withConsultation(site, c, (head) => sendPage(site, c, head, freshForm(), 200)),
  );
  router.route({ method: 'POST', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const values = await readForm(c);
      const by = { by: c.var.staff.account, reason: values.get('reason') ?? '' };
      const proposed = await proposeUnfreezing(site.context, head, by);
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      const { refusals } = translationOf(c.var.locale).rolls.unfreezing;
      const { type } = proposed.error;
      const form = { values, problems: [{ field: 'reason', says: refusals[type] }] };
      return sendPage(site, c, head, form, type === 'reason_missing' ? 422 : 409);
    }),
  );
}

async function sendPage(
  { context, pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  form: FormState,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { waiting } = await showUnfreezing(context, head.id);
  const view = { head, waiting };
  return pages.send(c, (frame, t) => UnfreezePage({ view, form, staff: c.var.staff, frame, t }), status);
}
