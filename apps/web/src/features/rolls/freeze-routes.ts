import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import type { FormState } from '../../ui/form.tsx';
import { withConsultation } from './consultation-routes.ts';
import { FreezePage, FreezingPage } from './pages/freeze-page.tsx';
import { type FreezeRefusalType, type FreezingView, rollAddress } from './pages/views.ts';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { askToFreeze, showFreezing, withdrawFreezing } from './usecases/ask-to-freeze.ts';
import { proposeFreeze } from './usecases/propose-freeze.ts';

const path = '/org/c/:consultation/roll/freeze';
const access = { act: 'roll.freeze', on: 'consultation' } as const;

/** Asking that the roll be frozen, following how its commitment is made, keeping the salt, proposing it. */
export function freezeRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'GET', path, access }, (c) => withConsultation(site, c, (head) => sendPage(site, c, head)));
  router.route({ method: 'POST', path, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const reason = ((await readForm(c)).get('reason') ?? '').trim();
      const asked = await askToFreeze(context, head, reason, c.var.staff.account);
      // Of the one that is under way the page says how it goes, and whose it is.
      if (asked.ok || asked.error.type === 'under_way') return c.redirect(`${rollAddress(head)}/freeze`, 303);
      return sendPage(site, c, head, asked.error.type, reason);
    }),
  );
  router.route({ method: 'POST', path: `${path}/propose`, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const commitment = (await readForm(c)).get('commitment') ?? '';
      const proposed = await proposeFreeze(context, head, commitment, c.var.staff.account);
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      return sendPage(site, c, head, proposed.error.type);
    }),
  );
  router.route({ method: 'POST', path: `${path}/withdraw`, access }, (c) =>
    withConsultation(site, c, async (head) => {
      // Whatever it answers, the page says how it stands.
      await withdrawFreezing(context, head, c.var.staff.account);
      return c.redirect(`${rollAddress(head)}/freeze`, 303);
    }),
  );
}

/** The page of the commitment that is on its way; the form where none is. */
async function sendPage(
  { context, pages }: PagesContext,
  c: AppContext,
  head: RolledConsultation,
  refusal: FreezeRefusalType | null = null,
  reason = '',
): Promise<Response> {
  const { staff } = c.var;
  const status = refusal === null ? 200 : refusal === 'reason_missing' ? 400 : 409;
  const last = await showFreezing(context, head.id);
  if (last?.status !== 'committing' && last?.status !== 'ready') {
    const became = last?.status === 'outdated' || last?.status === 'failed' ? last.status : null;
    const { freezeRefusals } = translationOf(c.var.locale).rolls;
    const form: FormState = {
      values: new Map([['reason', reason]]),
      problems: refusal === null ? [] : [{ field: 'reason', says: freezeRefusals[refusal] }],
    };
    return pages.send(c, (frame, t) => FreezePage({ view: { head, became }, form, staff, frame, t }), status);
  }
  const { progress, version, people, askedBy, commitment, salt } = last;
  const view: FreezingView = {
    ...{ head, state: last.status, progress, version, people, reason: last.reason, askedBy: last.askedByName },
    ...{ commitment, refusal },
    salt: salt !== null && askedBy === staff.account ? Buffer.from(salt).toString('hex') : null,
  };
  if (view.state === 'committing') c.header('Refresh', '3');
  return pages.send(c, (frame, t) => FreezingPage({ view, staff, frame, t }), status);
}
