import { type Grant, mayAct } from '@convite/domain';
import { isUuid } from '@convite/kernel';
import type { AccountsContext } from '../accounts-context.ts';
import { listPeople, type PersonRecord } from '../store-accounts.ts';
import { grantsOf } from '../store-acts.ts';
import { mayActSomewhere } from './find-place.ts';

/** What who looks may see and propose of a person. */
export interface SeenPerson {
  readonly person: PersonRecord;
  readonly showsEmail: boolean;
  readonly mayPropose: { readonly roles: boolean; readonly account: boolean };
}

/**
 * The people that this account may know of: all, where it has a role in the whole installation; else those whose roles
 * reach into its territories, and whoever has no role yet, for administrators.
 */
export async function showPeople(context: AccountsContext, account: string): Promise<readonly SeenPerson[]> {
  const grants = await grantsOf(context.database, account);
  const people = await listPeople(context.database);
  return people.flatMap((person) => seenBy(person, account, grants));
}

export async function showPerson(
  context: AccountsContext,
  account: string,
  id: string,
): Promise<SeenPerson | undefined> {
  if (!isUuid(id)) return undefined;
  const grants = await grantsOf(context.database, account);
  const [person] = await listPeople(context.database, id);
  return person === undefined ? undefined : seenBy(person, account, grants)[0];
}

function seenBy(person: PersonRecord, account: string, grants: readonly Grant[]): readonly SeenPerson[] {
  const administers = mayActSomewhere(grants, 'account.invite');
  const isMet = person.grants.some(({ territory, path }) =>
    grants.some((mine) => mine.territory === null || territory === null || path.includes(mine.territory)),
  );
  const isEverywhere = grants.some(({ territory }) => territory === null);
  if (person.id !== account && !isEverywhere && !isMet && !(administers && person.grants.length === 0)) return [];
  return [
    {
      person,
      showsEmail: administers || person.id === account,
      mayPropose: {
        roles: mayActSomewhere(grants, 'role.grant'),
        account: mayAct(grants, 'account.disable', []),
      },
    },
  ];
}
