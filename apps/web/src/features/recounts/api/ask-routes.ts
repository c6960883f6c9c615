import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { assertNever } from '@convite/kernel';
import { problemAnswer, sendProblem } from '../../../http/api-problem.ts';
import { readBytes } from '../../../http/read-upload.ts';
import type { AppContext, Router } from '../../../http/router.ts';
import { removalCode, removalHash } from '../../../http/visitor.ts';
import { maximumUploadBytes, type PagesContext } from '../pages-context.ts';
import { bringFile, type BringRefusal } from '../usecases/bring-file.ts';
import { applyLots, changeRecount, type ChangeRefusal, type LotsRefusal } from '../usecases/change-recount.ts';
import { removeUpload } from '../usecases/remove-upload.ts';
import { addressOf, finishedRecount } from '../usecases/show-recount.ts';
import { askedForm, changesForm, hashParameter, lotsForm, removalForm, ruleQuery } from './forms.ts';

const asked = { description: 'the recount, new or known', content: { 'application/json': { schema: askedForm } } };
const busy = problemAnswer('too many recounts asked for; Retry-After tells when to try again');
const gone = problemAnswer('there is no such finished recount');

const bring = createRoute({
  method: 'post',
  path: '/api/v1/recounts',
  summary: 'Bring a .pb file and have it counted',
  request: {
    query: ruleQuery,
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    202: asked,
    400: problemAnswer('the file broke off'),
    413: problemAnswer('the file is larger than 20 MiB'),
    422: problemAnswer('the file cannot be read or declares no rule'),
    429: busy,
    507: problemAnswer('the votes that people brought take all the room that they may'),
  },
});

const change = createRoute({
  method: 'post',
  path: '/api/v1/recounts/{hash}/changes',
  summary: 'Ask what another budget, rule or a withdrawn project would give',
  request: {
    params: hashParameter,
    body: { required: true, content: { 'application/json': { schema: changesForm } } },
  },
  responses: { 202: asked, 400: problemAnswer('the change cannot be made'), 404: gone, 429: busy },
});

const draw = createRoute({
  method: 'post',
  path: '/api/v1/recounts/{hash}/lots',
  summary: 'Settle the ties by lots that were drawn in public',
  request: { params: hashParameter, body: { required: true, content: { 'application/json': { schema: lotsForm } } } },
  responses: { 202: asked, 400: problemAnswer('the order is not whole'), 404: gone, 429: busy },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/recounts/{hash}',
  summary: 'Take an upload back',
  request: {
    params: hashParameter,
    body: { required: true, content: { 'application/json': { schema: removalForm } } },
  },
  responses: {
    204: { description: 'taken back' },
    403: problemAnswer('the code is another one'),
    404: problemAnswer('there is no such recount'),
  },
});

/** What the API does: the use cases of the pages, without cookies. */
export function askRoutes(router: Router, { context, bringing }: PagesContext): void {
  router.note({ method: 'POST', path: '/api/v1/recounts', access: 'public', boundsBody: true });
  router.app.openapi(bring, async (c) => {
    const { rule } = c.req.valid('query');
    const answer = await bringing.admit(c.var.visitor(), () =>
      context.work.use(async (place) => {
        const path = place.path('upload');
        const bytes = await readBytes(c, path, maximumUploadBytes);
        if (!bytes.ok) {
          return bytes.error === 'too_large'
            ? sendProblem(c, 413, 'too_large', 'The file is larger than 20 MiB.')
            : sendProblem(c, 400, 'bad_request', 'The file broke off.');
        }
        const secret = randomBytes(16).toString('base64url');
        const brought = await bringFile(
          context,
          { content: { path }, name: 'vote.pb', origin: 'upload', rule },
          { visitor: c.var.visitor(), removalHash: (file) => removalHash(removalCode(secret, file)) },
        );
        if (!brought.ok) return bringProblem(c, brought.error);
        const { recountHash, fileHash } = brought.value;
        return c.json(askedBody(recountHash, removalCode(secret, fileHash)), 202);
      }),
    );
    return answer ?? busyProblem(c, 1);
  });

  router.note({ method: 'POST', path: '/api/v1/recounts/:hash/changes', access: 'public' });
  router.app.openapi(change, async (c) => {
    const finished = await finishedRecount(context, c.req.valid('param').hash);
    if (finished === undefined) return goneProblem(c);
    const changed = await changeRecount(context, finished, c.req.valid('json'), c.var.visitor());
    return changed.ok ? c.json(askedBody(changed.value, null), 202) : changeProblem(c, changed.error);
  });

  router.note({ method: 'POST', path: '/api/v1/recounts/:hash/lots', access: 'public' });
  router.app.openapi(draw, async (c) => {
    const finished = await finishedRecount(context, c.req.valid('param').hash);
    if (finished === undefined) return goneProblem(c);
    const drawn = await applyLots(context, finished, c.req.valid('json').lots, c.var.visitor());
    return drawn.ok ? c.json(askedBody(drawn.value, null), 202) : changeProblem(c, drawn.error);
  });

  router.note({ method: 'DELETE', path: '/api/v1/recounts/:hash', access: 'public' });
  router.app.openapi(remove, async (c) => {
    const code = c.req.valid('json').removal_code;
    const removed = await removeUpload(context, c.req.valid('param').hash, () => removalHash(code));
    if (removed.ok) return c.body(null, 204);
    return removed.error.type === 'no_recount'
      ? goneProblem(c)
      : sendProblem(c, 403, 'wrong_code', 'This code does not take this upload back.');
  });
}

const askedBody = (hash: string, code: string | null) => ({
  hash,
  recount: `/api/v1/recounts/${hash}`,
  page: addressOf(hash),
  removal_code: code,
});

export const goneProblem = (c: AppContext) =>
  sendProblem(c, 404, 'no_recount', 'There is no such recount, not any more, or it is not finished.');

function busyProblem(c: AppContext, minutes: number) {
  c.header('Retry-After', String(minutes * 60));
  return sendProblem(c, 429, 'too_many_requests', 'Too many recounts asked for.');
}

function bringProblem(c: AppContext, refusal: BringRefusal) {
  switch (refusal.type) {
    case 'too_many_requests':
      return busyProblem(c, refusal.minutes);
    case 'unreadable': {
      const problems = refusal.problems.map(({ line, code, message }) => ({
        line,
        code,
        message: message[c.var.locale],
      }));
      return sendProblem(c, 422, 'unreadable', 'The file cannot be read.', { problems, more_problems: refusal.more });
    }
    case 'no_declared_rule':
      return sendProblem(c, 422, refusal.type, 'The file declares no rule that is known; name one.');
    case 'took_too_long':
    case 'unusable':
      return sendProblem(c, 422, refusal.type, 'The file could not be read within the limits.');
    case 'uploads_full':
      return sendProblem(c, 507, refusal.type, 'No more votes can be stored here for now; each goes after 30 days.');
    default:
      return assertNever(refusal);
  }
}

function changeProblem(c: AppContext, refusal: ChangeRefusal | LotsRefusal) {
  if (refusal.type === 'too_many_requests') return busyProblem(c, refusal.minutes);
  if (refusal.type === 'no_recount') return goneProblem(c);
  return sendProblem(c, 400, refusal.type, 'The change cannot be made.');
}
