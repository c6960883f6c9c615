import { createRoute, z } from '@hono/zod-openapi';
import { problemAnswer } from '../../../http/api-problem.ts';
import type { Router } from '../../../http/router.ts';
import { downloadKinds } from '../downloads/list.ts';
import type { PagesContext } from '../pages-context.ts';
import { finishedRecount, projectView, recountStanding } from '../usecases/show-recount.ts';
import { goneProblem } from './ask-routes.ts';
import { hashParameter, projectForm, projectParameter, reportForm, sampleForm, stateForm } from './forms.ts';

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});
const gone = problemAnswer('there is no such recount');

const state = createRoute({
  method: 'get',
  path: '/api/v1/recounts/{hash}',
  summary: 'How a recount stands',
  request: { params: hashParameter },
  responses: { 200: json('its state', stateForm), 404: gone },
});

const report = createRoute({
  method: 'get',
  path: '/api/v1/recounts/{hash}/report',
  summary: 'The result of a recount',
  request: { params: hashParameter },
  responses: { 200: json('the published form of the count', reportForm), 404: gone },
});

const project = createRoute({
  method: 'get',
  path: '/api/v1/recounts/{hash}/projects/{id}',
  summary: 'One project: how it fared and what would have changed it',
  request: { params: projectParameter },
  responses: { 200: json('its fate', projectForm), 404: gone },
});

const samples = createRoute({
  method: 'get',
  path: '/api/v1/samples',
  summary: 'The votes that come with the project',
  responses: { 200: json('each with its recount', z.array(sampleForm)) },
});

/** What the API tells: recounts, projects, samples, and the description of itself. */
export function readRoutes(router: Router, { context, samples: stored }: PagesContext): void {
  router.note({ method: 'GET', path: '/api/v1/recounts/:hash', access: 'public' });
  router.app.openapi(state, async (c) => {
    const { hash } = c.req.valid('param');
    const found = await recountStanding(context, hash);
    if (found === undefined) return goneProblem(c);
    const { recount, file } = found;
    const done = found.type === 'done';
    const parts = done ? Object.keys(downloadKinds) : [];
    return c.json(
      {
        hash,
        status: recount.status,
        stage: recount.stage,
        ahead: found.type === 'waiting' ? found.ahead : 0,
        refusal: recount.refusal,
        expires: file.expiresAt?.toISOString() ?? null,
        base: recount.baseHash,
        report: done ? `/api/v1/recounts/${hash}/report` : null,
        files: parts.map((part) => `/recounts/${hash}/files/${part}`),
      },
      200,
    );
  });

  router.note({ method: 'GET', path: '/api/v1/recounts/:hash/report', access: 'public' });
  router.app.openapi(report, async (c) => {
    const finished = await finishedRecount(context, c.req.valid('param').hash);
    return finished === undefined ? goneProblem(c) : c.json(finished.report, 200);
  });

  router.note({ method: 'GET', path: '/api/v1/recounts/:hash/projects/:id', access: 'public' });
  router.app.openapi(project, async (c) => {
    const { hash, id } = c.req.valid('param');
    const finished = await finishedRecount(context, hash);
    const view = finished === undefined ? undefined : await projectView(context, finished, id);
    const found = view?.report.projects.find((candidate) => candidate.id === id);
    if (view === undefined || found === undefined) return goneProblem(c);
    const { votes, withOther, also } = view.supporters;
    const supporters = { votes, withOther, also: [...also] };
    return c.json({ project: found, supporters, counterfactuals: view.switches }, 200);
  });

  router.note({ method: 'GET', path: '/api/v1/samples', access: 'public' });
  router.app.openapi(samples, (c) => {
    const here = stored.get(c.var.locale);
    const list = (here?.list ?? []).map(({ id, name, lesson }) => ({
      id,
      name,
      lesson,
      recount: `/api/v1/recounts/${here?.recounts.get(id) ?? ''}`,
    }));
    return c.json(list, 200);
  });

  router.note({ method: 'GET', path: '/api/v1/openapi.json', access: 'public' });
  router.app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Convite',
      version: '1',
      description: 'Counts published votes again, exactly, and tells why. Money is exact decimal text.',
    },
  });
}
