import type { AccountsContext } from '../accounts-context.ts';
import { pathOfConsultation, pathOfContest, pathOfTerritory } from '../store-places.ts';

/** What an act is done on, as an address names it. */
export type NamedPlace =
  | { readonly on: 'installation' }
  | { readonly on: 'territory'; readonly territory: string }
  | { readonly on: 'consultation'; readonly consultation: string }
  | { readonly on: 'contest'; readonly consultation: string; readonly contest: string };

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const isId = (text: string): boolean => idPattern.test(text);

/** Ids of the territory that it belongs to and of all above it, undefined if it does not exist. */
export async function pathOf(
  { database }: Pick<AccountsContext, 'database'>,
  place: NamedPlace,
): Promise<readonly string[] | undefined> {
  switch (place.on) {
    case 'installation':
      return [];
    case 'territory':
      return isId(place.territory) ? await pathOfTerritory(database, place.territory) : undefined;
    case 'consultation':
      return await pathOfConsultation(database, place.consultation);
    case 'contest':
      return isId(place.contest) ? await pathOfContest(database, place.consultation, place.contest) : undefined;
  }
}
