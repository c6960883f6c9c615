import { type Act, actRules, type Grant, mayAct } from '@convite/domain';
import { isUuid } from '@convite/kernel';
import type { AccountsContext } from '../accounts-context.ts';
import {
  hasTerritoryInside,
  pathOfConsultation,
  pathOfContest,
  pathOfImport,
  pathOfPart,
  pathOfTerritory,
  pathOfVersion,
} from '../store-places.ts';

/** What an act is done on, as an address names it. */
export type NamedPlace =
  | { readonly on: 'installation' }
  /** Some territory, which the use case finds. */
  | { readonly on: 'anywhere' }
  | { readonly on: 'territory'; readonly territory: string }
  | { readonly on: 'consultation'; readonly consultation: string }
  /** The whole of a consultation, or what of it lies in a territory inside its own. */
  | { readonly on: 'part'; readonly consultation: string }
  | { readonly on: 'contest'; readonly consultation: string; readonly contest: string }
  | { readonly on: 'roll_part'; readonly consultation: string; readonly territory: string }
  | { readonly on: 'roll_import'; readonly consultation: string; readonly import: string }
  | { readonly on: 'roll_version'; readonly consultation: string; readonly version: string };

/** Whether the act is allowed in any territory at all. */
export const mayActSomewhere = (grants: readonly Grant[], act: Act): boolean =>
  grants.some(({ role }) => actRules[act].roles.includes(role));

/** Whether these rights allow the act on that place, as the database knows it. */
export async function reachOf(
  { database }: Pick<AccountsContext, 'database'>,
  grants: readonly Grant[],
  act: Act,
  place: NamedPlace,
): Promise<'allowed' | 'forbidden' | 'no_such_place'> {
  if (place.on === 'anywhere') return mayActSomewhere(grants, act) ? 'allowed' : 'forbidden';
  const path = await pathOf(database, place);
  if (path === undefined) return 'no_such_place';
  if (mayAct(grants, act, path)) return 'allowed';
  const own = path.at(-1);
  if (place.on !== 'part' || own === undefined) return 'forbidden';
  const held = grants.flatMap(({ role, territory }) =>
    territory !== null && actRules[act].roles.includes(role) ? [territory] : [],
  );
  return (await hasTerritoryInside(database, own, held)) ? 'allowed' : 'forbidden';
}

/** Ids of the territory that it belongs to and of all above it, undefined if it does not exist. */
async function pathOf(
  database: AccountsContext['database'],
  place: Exclude<NamedPlace, { readonly on: 'anywhere' }>,
): Promise<readonly string[] | undefined> {
  switch (place.on) {
    case 'installation':
      return [];
    case 'territory':
      return isUuid(place.territory) ? await pathOfTerritory(database, place.territory) : undefined;
    case 'consultation':
    case 'part':
      return await pathOfConsultation(database, place.consultation);
    case 'contest':
      return isUuid(place.contest) ? await pathOfContest(database, place.consultation, place.contest) : undefined;
    case 'roll_part':
      return isUuid(place.territory) ? await pathOfPart(database, place.consultation, place.territory) : undefined;
    case 'roll_import':
      return isUuid(place.import) ? await pathOfImport(database, place.consultation, place.import) : undefined;
    case 'roll_version':
      return /^[1-9]\d{0,8}$/u.test(place.version)
        ? await pathOfVersion(database, place.consultation, Number(place.version))
        : undefined;
  }
}
