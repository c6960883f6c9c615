import { z } from '@hono/zod-openapi';
import type { AppContext } from './router.ts';

/** An error as the API tells it: RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().describe('stable code of the problem, as a relative reference'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    problems: z
      .array(z.object({ line: z.int().nullable(), code: z.string(), message: z.string() }))
      .optional()
      .describe('what is wrong with a file, line by line'),
    more_problems: z.int().optional().describe('how many more were found than are told'),
  })
  .openapi('Problem');

export type ApiProblem = z.infer<typeof problemSchema>;

const problemType = 'application/problem+json';

/** Answers with a problem. */
export function sendProblem<S extends 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 507>(
  c: AppContext,
  status: S,
  code: string,
  title: string,
  more: Pick<ApiProblem, 'detail' | 'problems' | 'more_problems'> = {},
) {
  const body: ApiProblem = { type: `/api/v1/problems#${code}`, title, status, ...more };
  return c.json(body, status, { 'Content-Type': problemType });
}

/** A documented answer of that form. */
export const problemAnswer = (description: string) => ({
  description,
  content: { [problemType]: { schema: problemSchema } },
});
