import type { AppContext } from '../../http/router.ts';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { consultationOf } from './usecases/show-roll.ts';

/** Answers with the consultation that the address names, or that there is none. */
export async function withConsultation(
  { context, pages }: PagesContext,
  c: AppContext,
  answer: (consultation: RolledConsultation) => Promise<Response>,
): Promise<Response> {
  const consultation = await consultationOf(context, c.req.param('consultation') ?? '', c.var.locale);
  return consultation === undefined ? await pages.problem(c, { type: 'not_found' }, 404) : await answer(consultation);
}
