import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, findConsultation } from '../store.ts';

/** The consultation of an address; the gate has found it before. */
export const askedConsultation = (
  { database }: ResultsContext,
  slug: string,
): Promise<CountedConsultation | undefined> => findConsultation(database, slug);
