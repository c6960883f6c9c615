import { useOwnHeaders, withProgram } from '../../http/headers.ts';
import { ownPath } from '../../http/own-path.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { ownOrigin } from '../../http/same-origin.ts';
import type { Translation } from '../../i18n/translation.ts';
import { type FieldProblem, freshForm } from '../../ui/form.tsx';
import type { PagesContext } from './pages-context.ts';
import { SecondPage, SignedOutPage, SignInPage } from './pages/sign-in-page.tsx';
import { accountFields as fields } from './pages/views.ts';
import type { TooManyAttempts } from './usecases/attempts.ts';
import {
  type Caller,
  giveCode,
  type Opened,
  passkeyQuestion,
  type SecondRefusal,
  signIn,
  type SignInRefusal,
  signInWithPasskey,
} from './usecases/sign-in.ts';
import { signOut, signOutEverywhere } from './usecases/sign-out.ts';

type Problem = (t: Translation) => FieldProblem;

/** Where staff go when they asked for nothing else. */
export const staffHome = '/org';

/** Signing in, with a passkey or with two proofs, and out again. */
export function signInRoutes(router: Router, site: PagesContext): void {
  const { context, pages, cookie } = site;

  router.route({ method: 'GET', path: '/sign-in', access: 'public' }, (c) =>
    sendSignIn(site, c, { back: safeBack(c.req.query(fields.back)), email: '', problem: undefined, status: 200 }),
  );
  router.route({ method: 'POST', path: '/sign-in', access: 'public' }, async (c) => {
    const form = await readForm(c);
    const back = safeBack(form.get(fields.back));
    const email = form.get(fields.email) ?? '';
    const typed = { email: email.slice(0, 300), password: (form.get(fields.password) ?? '').slice(0, 2000) };
    const begun = await signIn(context, typed, callerOf(site, c));
    if (!begun.ok) return refuseSignIn(site, c, begun.error, { back, email, field: fields.email });
    cookie.keep(c, begun.value);
    return c.redirect(`/sign-in/second?${fields.back}=${encodeURIComponent(back)}`, 303);
  });
  router.route({ method: 'POST', path: '/sign-in/passkey', access: 'public' }, async (c) => {
    const form = await readForm(c);
    const back = safeBack(form.get(fields.back));
    const given = form.get(fields.passkey) ?? '';
    const opened = await signInWithPasskey(context, { origin: originOf(site, c) }, given, callerOf(site, c));
    if (!opened.ok) return refuseSignIn(site, c, opened.error, { back, email: '', field: 'passkey-go' });
    return enter(site, c, opened.value, back);
  });

  router.route({ method: 'GET', path: '/sign-in/second', access: 'public' }, (c) =>
    sendSecond(site, c, safeBack(c.req.query(fields.back)), undefined, 200),
  );
  router.route({ method: 'POST', path: '/sign-in/second', access: 'public' }, async (c) => {
    const form = await readForm(c);
    const back = safeBack(form.get(fields.back));
    const opened = await giveCode(context, form.get(fields.code) ?? '', callerOf(site, c));
    if (opened.ok) return enter(site, c, opened.value, back);
    return refuseCode(site, c, opened.error, back);
  });

  router.route({ method: 'POST', path: '/sign-out', access: 'public' }, async (c) => {
    await signOut(context, cookie.read(c));
    cookie.drop(c);
    return c.redirect('/signed-out', 303);
  });
  router.route({ method: 'POST', path: '/org/sign-out-everywhere', access: 'signed-in' }, async (c) => {
    await signOutEverywhere(context, c.var.staff.account);
    cookie.drop(c);
    return c.redirect('/signed-out', 303);
  });
  router.route({ method: 'GET', path: '/signed-out', access: 'public' }, (c) =>
    pages.send(c, (frame, t) => SignedOutPage({ frame, t })),
  );
}

/** Scheme, host and port by which the browser knows us. */
export const originOf = ({ publicOrigin }: PagesContext, c: AppContext): string => ownOrigin(c, publicOrigin);

export const callerOf = ({ cookie }: PagesContext, c: AppContext): Caller => ({
  visitor: c.var.visitor(),
  device: cookie.device(c),
  token: cookie.read(c),
});

/** A session with both proofs has begun: the browser gets its token and goes on. */
export function enter({ cookie }: PagesContext, c: AppContext, { token, device }: Opened, back: string): Response {
  cookie.keep(c, token);
  cookie.keepDevice(c, device);
  return c.redirect(back, 303);
}

/** What was asked for before signing in, if it is a page of ours. */
const safeBack = (asked: string | undefined): string => ownPath(asked, staffHome);

/** The words for who tried too often, and what they can do. */
export const tooManyWords = ({ minutes }: TooManyAttempts, { accounts }: Translation): string =>
  `${accounts.tooManyAttempts(minutes)} ${accounts.tooManyOthers}`;

function refuseSignIn(
  site: PagesContext,
  c: AppContext,
  refusal: SignInRefusal,
  { back, email, field }: { readonly back: string; readonly email: string; readonly field: string },
): Promise<Response> {
  const send = (status: 422 | 429, says: (t: Translation) => string): Promise<Response> =>
    sendSignIn(site, c, { back, email, problem: (t) => ({ field, says: says(t) }), status });
  switch (refusal.type) {
    case 'wrong':
      return send(422, ({ accounts }) => (field === fields.email ? accounts.wrongProof : accounts.passkeyFailed));
    case 'too_many_attempts':
      return send(429, (t) => tooManyWords(refusal, t));
  }
}

function refuseCode(
  site: PagesContext,
  c: AppContext,
  refusal: SecondRefusal,
  back: string,
): Response | Promise<Response> {
  const send = (status: 422 | 429, says: (t: Translation) => string): Promise<Response> =>
    sendSecond(site, c, back, (t) => ({ field: fields.code, says: says(t) }), status);
  switch (refusal.type) {
    case 'no_session':
      return c.redirect(`/sign-in?${fields.back}=${encodeURIComponent(back)}`, 303);
    case 'wrong':
      return send(422, ({ accounts }) => accounts.wrongCode);
    case 'too_many_attempts':
      return send(429, (t) => tooManyWords(refusal, t));
  }
}

async function sendSignIn(
  site: PagesContext,
  c: AppContext,
  {
    back,
    email,
    problem,
    status,
  }: {
    readonly back: string;
    readonly email: string;
    readonly problem: Problem | undefined;
    readonly status: 200 | 422 | 429;
  },
): Promise<Response> {
  useOwnHeaders(c, withProgram);
  const question = await passkeyQuestion(site.context, { origin: originOf(site, c) });
  const asked = { question, script: site.passkeyScript };
  return await site.pages.send(
    c,
    (frame, t) => {
      const form = { ...freshForm([[fields.email, email]]), problems: problem === undefined ? [] : [problem(t)] };
      return SignInPage({ form, asked, back, frame, t });
    },
    status,
  );
}

function sendSecond(
  site: PagesContext,
  c: AppContext,
  back: string,
  problem: Problem | undefined,
  status: 200 | 422 | 429,
): Promise<Response> {
  useOwnHeaders(c, { 'Cache-Control': 'no-store' });
  return site.pages.send(
    c,
    (frame, t) => {
      const form = { ...freshForm(), problems: problem === undefined ? [] : [problem(t)] };
      return SecondPage({ form, back, frame, t });
    },
    status,
  );
}
