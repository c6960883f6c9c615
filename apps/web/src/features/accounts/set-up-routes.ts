import { useOwnHeaders, withProgram } from '../../http/headers.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import type { Translation } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import type { PagesContext } from './pages-context.ts';
import { AppPage, LinkGonePage, PasskeyPage, PasswordPage, SetUpPage } from './pages/set-up-pages.tsx';
import { accountFields as fields } from './pages/views.ts';
import { callerOf, enter, originOf, staffHome, tooManyWords } from './sign-in-routes.ts';
import { linkPath } from './usecases/links.ts';
import {
  beginSetUp,
  type BeginRefusal,
  choosePassword,
  confirmCode,
  confirmPasskey,
  type LinkState,
  passkeyOffer,
  readLink,
  type WhoProblem,
} from './usecases/set-up.ts';
import { appPicture } from './proofs/app-picture.ts';

type Problems = (t: Translation) => readonly FieldProblem[];
type Status = 200 | 404 | 422 | 429;
const none: Problems = () => [];

const linkRoute = '/set-up/:link';
const linkOf = (c: AppContext): string => c.req.param('link') ?? '';

/** What a one-time link opens: who it is for, then a passkey, or a password and an app for codes. */
export function setUpRoutes(router: Router, site: PagesContext): void {
  const { context } = site;
  const get = (path: string, show: (c: AppContext, state: LinkState) => Response | Promise<Response>): void =>
    router.route({ method: 'GET', path, access: 'public' }, async (c) => {
      const state = await readLink(context, linkOf(c));
      return state === undefined ? sendGone(site, c) : show(c, state);
    });
  const post = (
    path: string,
    take: (c: AppContext, form: ReadonlyMap<string, string>, state: LinkState) => Promise<Response>,
  ): void =>
    router.route({ method: 'POST', path, access: 'public' }, async (c) => {
      const state = await readLink(context, linkOf(c));
      return state === undefined ? sendGone(site, c) : take(c, await readForm(c), state);
    });

  get(linkRoute, (c, state) => sendBeginning(site, c, state, freshForm(), none, 200));
  post(linkRoute, async (c, form, state) => {
    const how = form.get(fields.how) ?? '';
    if (how !== 'passkey' && how !== 'password') {
      const problems: Problems = ({ accounts }) => [{ field: fields.how, says: accounts.howMissing }];
      return sendBeginning(site, c, state, freshForm(form), problems, 422);
    }
    const given = {
      name: form.get(fields.name) ?? '',
      email: form.get(fields.email) ?? '',
      code: form.get(fields.spoken) ?? '',
    };
    const begun = await beginSetUp(context, linkOf(c), given, c.var.visitor());
    if (begun.ok) return c.redirect(`${linkPath(linkOf(c))}/${how}`, 303);
    if (begun.error.type === 'link_gone') return sendGone(site, c);
    const status = begun.error.type === 'too_many_attempts' ? 429 : 422;
    const refusal = begun.error;
    return sendBeginning(site, c, state, freshForm(form), (t) => beginProblems(refusal, t), status);
  });

  get(`${linkRoute}/password`, (c, state) => sendPassword(site, c, state, none, 200));
  post(`${linkRoute}/password`, async (c, form, state) => {
    const chosen = await choosePassword(context, linkOf(c), form.get(fields.password) ?? '');
    if (chosen.ok) return c.redirect(`${linkPath(linkOf(c))}/code`, 303);
    if (chosen.error.type === 'link_gone') return sendGone(site, c);
    const { problem } = chosen.error;
    const problems: Problems = ({ accounts }) => [{ field: fields.password, says: accounts.passwordProblems[problem] }];
    return sendPassword(site, c, state, problems, 422);
  });

  get(`${linkRoute}/code`, (c, state) => sendApp(site, c, state, none, 200));
  post(`${linkRoute}/code`, async (c, form, state) => {
    const opened = await confirmCode(context, linkOf(c), form.get(fields.code) ?? '', callerOf(site, c));
    if (opened.ok) return enter(site, c, opened.value, staffHome);
    const { error } = opened;
    if (error.type === 'link_gone') return sendGone(site, c);
    const problems: Problems = (t) => [
      { field: fields.code, says: error.type === 'wrong_code' ? t.accounts.wrongCode : tooManyWords(error, t) },
    ];
    return sendApp(site, c, state, problems, error.type === 'wrong_code' ? 422 : 429);
  });

  get(`${linkRoute}/passkey`, (c, state) => sendPasskey(site, c, state, none, 200));
  post(`${linkRoute}/passkey`, async (c, form, state) => {
    const place = { origin: originOf(site, c) };
    const given = form.get(fields.passkey) ?? '';
    const opened = await confirmPasskey(context, place, linkOf(c), given, callerOf(site, c));
    if (opened.ok) return enter(site, c, opened.value, staffHome);
    if (opened.error.type === 'link_gone') return sendGone(site, c);
    const problems: Problems = ({ accounts }) => [{ field: 'passkey-go', says: accounts.passkeySetUpFailed }];
    return sendPasskey(site, c, state, problems, 422);
  });
}

const whoFields = { name_missing: 'name', email_wrong: 'email', email_taken: 'email' } as const satisfies Record<
  WhoProblem,
  keyof typeof fields
>;

function beginProblems(
  refusal: Exclude<BeginRefusal, { readonly type: 'link_gone' }>,
  t: Translation,
): readonly FieldProblem[] {
  const { accounts } = t;
  const says = {
    name_missing: accounts.nameMissing,
    email_wrong: accounts.emailWrong,
    email_taken: accounts.emailTaken,
  };
  switch (refusal.type) {
    case 'wrong_code':
      return [{ field: fields.spoken, says: accounts.spokenCodeWrong }];
    case 'too_many_attempts':
      return [{ field: fields.how, says: tooManyWords(refusal, t) }];
    case 'who':
      return refusal.problems.map((problem) => ({ field: fields[whoFields[problem]], says: says[problem] }));
  }
}

/** What these pages show is for one person, once. Their address tells no other site: see `safetyHeaders`. */
const neverKept = { 'Cache-Control': 'no-store' };

function sendGone(site: PagesContext, c: AppContext): Promise<Response> {
  useOwnHeaders(c, neverKept);
  return site.pages.send(c, (frame, t) => LinkGonePage({ frame, t }), 404);
}

function sendBeginning(
  site: PagesContext,
  c: AppContext,
  { kind, account, needsCode }: LinkState,
  form: FormState,
  problems: Problems,
  status: Status,
): Promise<Response> {
  useOwnHeaders(c, neverKept);
  const view = { path: linkPath(linkOf(c)), kind, name: account?.name ?? null, needsCode };
  return site.pages.send(
    c,
    (frame, t) => SetUpPage({ view, form: { ...form, problems: problems(t) }, frame, t }),
    status,
  );
}

async function sendPassword(
  site: PagesContext,
  c: AppContext,
  { account, needsCode }: LinkState,
  problems: Problems,
  status: Status,
): Promise<Response> {
  const path = linkPath(linkOf(c));
  // Who has not said who they are, or not given the code, starts at the first page.
  if (account === undefined || needsCode) return c.redirect(path, 303);
  useOwnHeaders(c, neverKept);
  const { email } = account;
  return await site.pages.send(
    c,
    (frame, t) => PasswordPage({ path, email, form: { ...freshForm(), problems: problems(t) }, frame, t }),
    status,
  );
}

async function sendApp(
  site: PagesContext,
  c: AppContext,
  state: LinkState,
  problems: Problems,
  status: Status,
): Promise<Response> {
  const { account, needsCode } = state;
  const path = linkPath(linkOf(c));
  if (account === undefined || needsCode) return c.redirect(path, 303);
  if (account.totpSecret === null) return c.redirect(`${path}/password`, 303);
  useOwnHeaders(c, neverKept);
  const view = { path, ...appPicture(account.totpSecret, account.email) };
  return await site.pages.send(
    c,
    (frame, t) => AppPage({ view, form: { ...freshForm(), problems: problems(t) }, frame, t }),
    status,
  );
}

async function sendPasskey(
  site: PagesContext,
  c: AppContext,
  { account, needsCode }: LinkState,
  problems: Problems,
  status: Status,
): Promise<Response> {
  const path = linkPath(linkOf(c));
  if (account === undefined || needsCode) return c.redirect(path, 303);
  useOwnHeaders(c, withProgram);
  const question = await passkeyOffer(site.context, { origin: originOf(site, c) }, account);
  const asked = { question, script: site.passkeyScript };
  return await site.pages.send(
    c,
    (frame, t) => PasskeyPage({ path, asked, form: { ...freshForm(), problems: problems(t) }, frame, t }),
    status,
  );
}
