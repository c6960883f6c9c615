import type { Role } from '@convite/domain';
import type { AccountsContext } from '../accounts-context.ts';
import type { BeginningView } from '../pages/views.ts';
import { grantsOf } from '../store-acts.ts';
import { findBeginning } from '../store-beginning.ts';

/** Who a vote cannot be held without, and how many of them: what touches an outcome takes two, and fewer trustees a reason. */
const needed: readonly (readonly [Role, number])[] = [
  ['administrator', 2],
  ['organiser', 1],
  ['reviewer', 1],
  ['guarantor', 2],
  ['registrar', 2],
  ['trustee', 3],
];

/** What an installation lacks before its first consultation; undefined once there is one, and for whoever may not bring it. */
export async function showBeginning(
  { database }: Pick<AccountsContext, 'database'>,
  account: string,
): Promise<BeginningView | undefined> {
  const grants = await grantsOf(database, account);
  if (!grants.some(({ role, territory }) => role === 'administrator' && territory === null)) return undefined;
  const { territories, consultations, held } = await findBeginning(database);
  if (consultations) return undefined;
  const people = new Map(held.map((each) => [each.role, each.people]));
  return {
    hasTerritories: territories,
    roles: needed.map(([role, least]) => ({ role, missing: Math.max(0, least - (people.get(role) ?? 0)) })),
  };
}
