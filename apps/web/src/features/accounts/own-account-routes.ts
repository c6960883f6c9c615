import { useOwnHeaders, withProgram } from '../../http/headers.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import type { Translation } from '../../i18n/translation.ts';
import { freshForm } from '../../ui/form.tsx';
import type { PagesContext } from './pages-context.ts';
import { AccountPage } from './pages/account-page.tsx';
import { accountFields as fields } from './pages/views.ts';
import { originOf } from './sign-in-routes.ts';
import { addPasskey, dropPasskey, ownPasskeyOffer, showOwnAccount } from './usecases/own-account.ts';
import { isFresh, readSession } from './usecases/sessions.ts';
import { staffZone } from './usecases/staff-zone.ts';

const page = '/org/account';

/** The own account. What it is opened with changes only for who gave both proofs a short time ago. */
export function ownAccountRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  router.route({ method: 'GET', path: page, access: 'signed-in' }, (c) => whenFresh(site, c, () => send(site, c)));
  router.route({ method: 'POST', path: `${page}/passkeys`, access: 'signed-in' }, (c) =>
    whenFresh(site, c, async () => {
      const form = await readForm(c);
      const given = form.get(fields.passkey) ?? '';
      const added = await addPasskey(context, { origin: originOf(site, c) }, c.var.staff.account, given);
      return added.ok ? c.redirect(page, 303) : send(site, c, (t) => t.accounts.passkeySetUpFailed);
    }),
  );
  router.route({ method: 'POST', path: `${page}/passkeys/remove`, access: 'signed-in' }, (c) =>
    whenFresh(site, c, async () => {
      const form = await readForm(c);
      const dropped = await dropPasskey(context, c.var.staff.account, form.get(fields.passkey) ?? '');
      // One that is gone already is what was asked for.
      if (dropped.ok || dropped.error.type === 'no_passkey') return c.redirect(page, 303);
      return send(site, c, (t) => t.accounts.lastProof);
    }),
  );
}

/** Others have to sign in once more, and then find the page. */
async function whenFresh(
  { context, cookie }: PagesContext,
  c: AppContext,
  answer: () => Promise<Response>,
): Promise<Response> {
  const token = cookie.read(c);
  const session = token === undefined ? undefined : await readSession(context, token);
  const isAllowed = session !== undefined && isFresh(session, context.now());
  return isAllowed ? await answer() : c.redirect(`/sign-in?${fields.back}=${encodeURIComponent(page)}`, 303);
}

async function send(site: PagesContext, c: AppContext, problem?: (t: Translation) => string): Promise<Response> {
  const own = await showOwnAccount(site.context, c.var.staff.account);
  if (own === undefined) return await site.pages.problem(c, { type: 'not_found' }, 404);
  useOwnHeaders(c, withProgram);
  const question = await ownPasskeyOffer(site.context, { origin: originOf(site, c) }, own);
  const { account, passkeys, hasPassword } = own;
  const view = {
    name: account.name,
    email: account.email,
    hasPassword,
    zone: await staffZone(site.context),
    passkeys: passkeys.map(({ credentialId, name, madeAt }) => ({ id: credentialId, name, at: madeAt.toISOString() })),
  };
  return await site.pages.send(
    c,
    (frame, t) => {
      const problems = problem === undefined ? [] : [{ field: 'proofs', says: problem(t) }];
      const asked = { question, script: site.passkeyScript };
      return AccountPage({ view, asked, form: { ...freshForm(), problems }, frame, t });
    },
    problem === undefined ? 200 : 422,
  );
}
