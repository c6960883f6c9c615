import type { TallyQuery, TallyView } from './views.ts';

export const tallyAddress = ({ slug }: Pick<TallyView, 'slug'>): string => `/org/c/${slug}/tally`;

/** The parts of its query by the names they have in the address. */
export const tallyFields = { stage: 's', page: 'p' } as const;

export const tallyPageAddress = (view: Pick<TallyView, 'slug'>, query: TallyQuery): string =>
  `${tallyAddress(view)}${asked(query)}#contests`;

/** The contests of a stage, or all, as a file. */
export const tallyTableAddress = (view: Pick<TallyView, 'slug'>, { stage }: TallyQuery): string =>
  `${tallyAddress(view)}/contests.csv${asked({ stage, page: 1 })}`;

function asked({ stage, page }: TallyQuery): string {
  const parameters = new URLSearchParams();
  if (stage !== undefined) parameters.set(tallyFields.stage, stage);
  if (page > 1) parameters.set(tallyFields.page, String(page));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
