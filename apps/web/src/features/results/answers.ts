import type { PageSender } from '../../http/page-sender.ts';
import type { Form } from '../../http/read-form.ts';
import type { AppContext } from '../../http/router.ts';
import type { FormState } from '../../ui/form.tsx';
import type { ResultsContext } from './results-context.ts';

/** What the routes of results answer with. */
export interface ResultsSite {
  readonly context: ResultsContext;
  readonly pages: PageSender;
}

export const notFound = ({ pages }: ResultsSite, c: AppContext): Promise<Response> =>
  pages.problem(c, { type: 'not_found' }, 404);

/** A form with one problem. */
export const formSaying = (values: Form, field: string, says: string): FormState => ({
  values,
  problems: [{ field, says }],
});
