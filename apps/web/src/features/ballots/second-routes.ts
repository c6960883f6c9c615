import { z } from 'zod';
import { readText } from '../../http/read-text.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import type { BallotsSite } from './site-context.ts';
import { acceptCode, askCode } from './usecases/second-factor.ts';

const limits = { bytes: 2000, milliseconds: 10_000 } as const;
const asking = z.strictObject({ address: z.email().max(254) });
const typing = z.strictObject({ address: z.email().max(254), code: z.string().max(20) });

/** Where a consultation asks for a code by e-mail beside the letter: asked for, and exchanged for an admission. */
export function secondRoutes(router: Router, site: BallotsSite): void {
  const path = '/c/:consultation/contests/:contest';
  router.route({ method: 'POST', path: `${path}/codes`, access: 'public' }, async (c) => {
    const [contest, form] = [await site.contestOf(c), await readForm(c, asking)];
    if (contest === undefined) return problem(c, 404, 'not_found');
    if (form === undefined) return problem(c, 400, 'bad_address');
    await askCode(site.ballots.context, contest, form.address);
    return c.json({ status: 'asked' }, 202, { 'Cache-Control': 'no-store' });
  });
  router.route({ method: 'POST', path: `${path}/admissions`, access: 'public' }, async (c) => {
    const [contest, form] = [await site.contestOf(c), await readForm(c, typing)];
    if (contest === undefined) return problem(c, 404, 'not_found');
    if (form === undefined) return problem(c, 400, 'bad_address');
    const accepted = await acceptCode(site.ballots.context, contest, form);
    if (!accepted.ok) return problem(c, 403, accepted.error);
    return c.json(accepted.value, 200, { 'Cache-Control': 'no-store' });
  });
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

function problem(c: AppContext, status: 400 | 403 | 404, code: 'not_found' | 'bad_address' | 'wrong_code'): Response {
  const title = translationOf(c.var.locale).ballots.problems[code];
  const body = JSON.stringify({ type: `/api/v1/problems#${code}`, title, status, code });
  return c.body(body, status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
}
