import type { PageProblem } from '../../ui/problem-page.tsx';
import type { PageStatus } from '../../http/page-sender.ts';
import type { RefusedView, UploadRefusal } from './pages/views.ts';
import type { RecountFailure } from './stored-forms.ts';
import type { BringRefusal } from './usecases/bring-file.ts';
import type { ChangeRefusal, LotsRefusal } from './usecases/change-recount.ts';

/** How each refusal is answered: its status, and what its page says. */

type AnsweredOnForm = Exclude<BringRefusal['type'], 'unreadable' | 'too_many_requests'>;

export const bringAnswers = {
  no_declared_rule: { status: 422, refusal: 'no_declared_rule' },
  took_too_long: { status: 422, refusal: 'timeout' },
  unusable: { status: 422, refusal: 'timeout' },
  uploads_full: { status: 507, refusal: 'uploads_full' },
} as const satisfies Record<AnsweredOnForm, { readonly status: PageStatus; readonly refusal: UploadRefusal }>;

export const problemAnswers = {
  no_recount: { status: 404, problem: { type: 'gone' } },
  bad_budget: { status: 400, problem: { type: 'bad_request' } },
  unknown_project: { status: 400, problem: { type: 'bad_request' } },
  nothing_left: { status: 400, problem: { type: 'bad_request' } },
} as const satisfies Record<
  Exclude<(ChangeRefusal | LotsRefusal)['type'], 'too_many_requests' | 'missing' | 'repeated' | 'unknown'>,
  { readonly status: PageStatus; readonly problem: PageProblem }
>;

/** What the page of a recount without a result says. */
export function refusedReason(failure: RecountFailure): RefusedView['reason'] | 'timeout' {
  switch (failure.type) {
    case 'took_too_long':
    case 'crashed':
      return 'timeout';
    case 'unknown_project':
      return { type: 'unknown_project', id: failure.id };
    case 'utility_needs':
    case 'minimum_needs_points':
      return { type: 'utility_needs_points' };
    case 'rule_needs_scores':
      return { type: 'rule_needs_scores' };
    case 'too_many_decimals':
    case 'step_not_positive':
    case 'unreadable':
      return { type: 'unsupported' };
  }
}
