import type { PageSender } from '../../http/page-sender.ts';
import { pageIn } from '../../http/address-parts.ts';
import type { AppContext } from '../../http/router.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { tallyFields } from './pages/tally-address.ts';
import { type TallyQuery, tallyStages } from './pages/views.ts';
import type { TallyContext } from './tally-context.ts';
import { talliedConsultation } from './usecases/show-tally.ts';

/** What the routes of the tally answer with. */
export interface TallySite {
  readonly context: TallyContext;
  readonly pages: PageSender;
}

/** The gate has found the consultation before. */
export const askedOf = ({ context }: TallySite, c: AppContext) =>
  talliedConsultation(context, c.req.param('consultation') ?? '');

export const notFound = ({ pages }: TallySite, c: AppContext): Promise<Response> =>
  pages.problem(c, { type: 'not_found' }, 404);

/** A form with one problem, in the language of the page. */
export const formSaying = (
  c: AppContext,
  field: string,
  says: (words: Translation['tally'], t: Translation) => string,
): FormState => {
  const t = translationOf(c.var.locale);
  return { ...freshForm(), problems: [{ field, says: says(t.tally, t) }] };
};

export function tallyQueryIn(c: AppContext): TallyQuery {
  const stage = c.req.query(tallyFields.stage);
  return { stage: tallyStages.find((one) => one === stage), page: pageIn(c, tallyFields.page) };
}
