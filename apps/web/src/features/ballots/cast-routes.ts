import { jsonDepth, readText, type TextRefusal } from '../../http/read-text.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import type { BallotsSite } from './site-context.ts';
import { castBallot, type CastProblem } from './usecases/cast-ballot.ts';

/** R48: no ballot is larger, deeper or slower. */
const limits = { bytes: 1_000_000, milliseconds: 30_000 } as const;
const mostDepth = 32;

/** What is wrong with a request, each with its words in the catalogue and its status. */
const statuses = {
  wrong_type: 415,
  too_large: 413,
  too_slow: 408,
  broken_off: 400,
  not_utf8: 400,
  too_deep: 400,
  not_found: 404,
  not_open: 409,
  closed: 409,
  unknown_credential: 403,
  void_credential: 403,
  admission_needed: 403,
  admission_used: 403,
  too_many_ballots: 409,
  invalid_ballot: 422,
  waiting: 202,
  board_stopped: 503,
  unavailable: 503,
} as const;
export type CastCode = keyof typeof statuses;

/** Where ballots are sent. The answer is the receipt itself, or a problem in the form of RFC 9457 with its code. */
export function castRoutes(router: Router, site: BallotsSite): void {
  const path = '/c/:consultation/contests/:contest/ballots';
  router.route({ method: 'POST', path, access: 'public', boundsBody: true }, async (c) => {
    c.header('Cache-Control', 'no-store');
    const contest = await site.contestOf(c);
    if (contest === undefined) return problem(c, 'not_found');
    const text = await ballotText(c);
    if (typeof text !== 'string') return problem(c, text.refused);
    try {
      const cast = await castBallot(site.ballots.casting, contest, text, c.req.header('Convite-Admission'));
      if (!cast.ok) return refusal(c, cast.error);
      return c.body(cast.value.receipt, cast.value.isNew ? 201 : 200, { 'Content-Type': 'application/json' });
    } catch (fault) {
      // Nothing was promised: whoever sends the same ballot again gets its receipt, if it was recorded.
      site.onFault(fault);
      c.header('Retry-After', '10');
      return problem(c, 'unavailable');
    }
  });
}

async function ballotText(c: AppContext): Promise<string | { readonly refused: CastCode }> {
  if (!/^application\/json\b/iu.test(c.req.header('Content-Type') ?? '')) return { refused: 'wrong_type' };
  const read = await readText(c, limits);
  if (!read.ok) return { refused: read.error satisfies TextRefusal };
  return jsonDepth(read.value) > mostDepth ? { refused: 'too_deep' } : read.value;
}

function refusal(c: AppContext, refused: CastProblem): Response {
  switch (refused.type) {
    case 'unknown_contest':
      return problem(c, 'not_found');
    case 'not_open_yet':
      return problem(c, 'not_open', { opens_at: refused.opensAt.toISOString() });
    case 'refused_ballot':
      return problem(c, 'invalid_ballot', { failures: refused.failures.slice(0, 20) });
    case 'too_many_ballots':
      return problem(c, 'too_many_ballots', { most: refused.most });
    case 'waiting':
      c.header('Retry-After', String(refused.retryAfterSeconds));
      return problem(c, 'waiting', { position: refused.position });
    case 'board_stopped':
      c.header('Retry-After', '60');
      return problem(c, 'board_stopped');
    case 'closed':
    case 'unknown_credential':
    case 'void_credential':
    case 'admission_needed':
    case 'admission_used':
      return problem(c, refused.type);
  }
}

function problem(c: AppContext, code: CastCode, more: Readonly<Record<string, unknown>> = {}): Response {
  const status = statuses[code];
  const t = translationOf(c.var.locale);
  const body = { type: `/api/v1/problems#${code}`, title: t.ballots.problems[code], status, code, ...more };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}
