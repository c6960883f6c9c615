import { z } from 'zod';
import { makePace } from '../../http/pace.ts';
import { readText } from '../../http/read-text.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import type { BallotsSite } from './site-context.ts';
import { admissionNumber } from './usecases/admission-text.ts';
import { acceptCode, askCode, type NotAccepted } from './usecases/second-factor.ts';

const limits = { bytes: 2000, milliseconds: 10_000 } as const;
/** A library with five hundred voters asks less; whoever makes up addresses fills neither tables nor the queue of letters. */
const mostQuestions = { most: 1000, milliseconds: 10 * 60_000 } as const;
/** What a voter's device drew. */
const drawn = z.string().regex(admissionNumber);
const asking = z.strictObject({ address: z.email().max(254), question: drawn });
const typing = asking.extend({
  code: z.string().max(20),
  number: drawn,
});

/** What is wrong with a question, each with its words in the catalogue and its status. */
const statuses = {
  not_found: 404,
  bad_address: 400,
  not_open: 409,
  closed: 409,
  too_many_questions: 429,
  mailer_away: 503,
  unavailable: 503,
  wrong_code: 403,
  expired_code: 403,
  too_many_tries: 403,
} as const;

/** Where a consultation asks for a code by e-mail beside the letter: asked for, and exchanged for an admission. */
export function secondRoutes(router: Router, site: BallotsSite): void {
  const path = '/c/:consultation/contests/:contest';
  const pace = makePace(mostQuestions);
  const isTooMuch = (c: AppContext): boolean => !pace.admits(c.var.visitor(), site.ballots.context.now());
  router.route({ method: 'POST', path: `${path}/codes`, access: 'public' }, async (c) => {
    if (isTooMuch(c)) return problem(c, 'too_many_questions');
    const [contest, form] = [await site.contestOf(c), await readForm(c, asking)];
    if (contest === undefined) return problem(c, 'not_found');
    if (form === undefined) return problem(c, 'bad_address');
    return await orUnavailable(c, site, async () => {
      const asked = await askCode(site.ballots.context, contest, form, c.var.visitor());
      return asked.ok ? c.json({ status: 'asked' }, 202, { 'Cache-Control': 'no-store' }) : refusal(c, asked.error);
    });
  });
  router.route({ method: 'POST', path: `${path}/admissions`, access: 'public' }, async (c) => {
    if (isTooMuch(c)) return problem(c, 'too_many_questions');
    const [contest, form] = [await site.contestOf(c), await readForm(c, typing)];
    if (contest === undefined) return problem(c, 'not_found');
    if (form === undefined) return problem(c, 'bad_address');
    return await orUnavailable(c, site, async () => {
      const accepted = await acceptCode(site.ballots.context, contest, form, c.var.visitor());
      return accepted.ok ? c.json(accepted.value, 200, { 'Cache-Control': 'no-store' }) : refusal(c, accepted.error);
    });
  });
}

/** What fails on our side promises nothing: the same question again has the same answer, if it was noted. */
async function orUnavailable(c: AppContext, site: BallotsSite, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (fault) {
    site.onFault(fault);
    c.header('Retry-After', '10');
    return problem(c, 'unavailable');
  }
}

async function readForm<T>(c: AppContext, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!/^application\/json\b/iu.test(c.req.header('Content-Type') ?? '')) return undefined;
  const text = await readText(c, limits);
  if (!text.ok) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(text.value));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // `JSON.parse` throws for one reason alone: the text is no JSON.
    return undefined;
  }
}

function refusal(c: AppContext, { type }: NotAccepted): Response {
  if (type === 'unknown_contest') return problem(c, 'not_found');
  if (type === 'not_open_yet') return problem(c, 'not_open');
  if (type === 'mailer_away') c.header('Retry-After', '60');
  return problem(c, type);
}

function problem(c: AppContext, code: keyof typeof statuses): Response {
  const status = statuses[code];
  if (status === 429) c.header('Retry-After', '600');
  const title = translationOf(c.var.locale).ballots.problems[code];
  const body = JSON.stringify({ type: `/api/v1/problems#${code}`, title, status, code });
  return c.body(body, status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
}
