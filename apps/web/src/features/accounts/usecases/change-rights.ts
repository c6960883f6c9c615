import { keptApart, type Role } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import {
  clearProofs,
  countAdministrators,
  disableAccount,
  endGrant,
  listPeople,
  type PersonGrant,
  type PersonRecord,
  putGrant,
} from '../store-accounts.ts';
import { pathOfTerritory } from '../store-places.ts';
import { endLinksOf } from '../store-links.ts';
import { endSessionsOf } from '../store-sessions.ts';
import { fewestAdministrators } from './first-administrators.ts';
import { linkPath, makeLink } from './links.ts';

/**
 * What changes who may do what. All of it happens under the lock on rights, which `decide` takes; afterwards the person
 * signs in anew, so no session ever outlives the rights that it began with.
 */

export interface RoleGrant {
  readonly account: string;
  readonly role: Role;
  readonly territory: string | null;
}

export type GrantRefusal =
  | { readonly type: 'no_account' }
  /** Nobody has shown yet that the account is theirs. */
  | { readonly type: 'not_set_up' }
  | { readonly type: 'already_held' }
  /** One person may not hold both where they overlap. */
  | { readonly type: 'kept_apart'; readonly wanted: Role; readonly held: Role; readonly territoryName: string | null };

/** Whether a person may be given a role, as things stand. */
export async function mayBeGranted(
  tx: Tx,
  { account, role, territory }: RoleGrant,
): Promise<Result<undefined, GrantRefusal>> {
  const person = await activePerson(tx, account);
  const path = territory === null ? [] : await pathOfTerritory(tx, territory);
  if (person === undefined || path === undefined) return err({ type: 'no_account' });
  if (!person.isSetUp) return err({ type: 'not_set_up' });
  if (person.grants.some((held) => held.role === role && held.territory === territory)) {
    return err({ type: 'already_held' });
  }
  const other = keptApart(person.grants, { role, path });
  if (other === undefined) return ok(undefined);
  const territoryName = person.grants.find(
    (held) => held.role === other.role && held.path === other.path,
  )?.territoryName;
  return err({ type: 'kept_apart', wanted: role, held: other.role, territoryName: territoryName ?? null });
}

export async function grantRole(
  tx: Tx,
  { newId }: Pick<AccountsContext, 'newId'>,
  grant: RoleGrant,
  now: Date,
): Promise<Result<undefined, GrantRefusal>> {
  const may = await mayBeGranted(tx, grant);
  if (!may.ok) return may;
  if (!(await putGrant(tx, { ...grant, id: newId(), now }))) return err({ type: 'already_held' });
  await endSessionsOf(tx, grant.account);
  return ok(undefined);
}

export type EndRefusal =
  | { readonly type: 'no_account' }
  | { readonly type: 'already_ended' }
  /** Too few would be left to agree on anything. */
  | { readonly type: 'too_few_administrators' };

export async function endRole(
  tx: Tx,
  { account, grant }: { readonly account: string; readonly grant: string },
  now: Date,
): Promise<Result<undefined, EndRefusal>> {
  const before = await countAdministrators(tx);
  if (!(await endGrant(tx, account, grant, now))) return err({ type: 'already_ended' });
  if (await fellTooLow(tx, before)) return err({ type: 'too_few_administrators' });
  await endSessionsOf(tx, account);
  return ok(undefined);
}

export async function closeAccount(tx: Tx, account: string, now: Date): Promise<Result<undefined, EndRefusal>> {
  if ((await activePerson(tx, account)) === undefined) return err({ type: 'no_account' });
  const before = await countAdministrators(tx);
  await disableAccount(tx, account, now);
  if (await fellTooLow(tx, before)) return err({ type: 'too_few_administrators' });
  await endSessionsOf(tx, account);
  await endLinksOf(tx, account);
  return ok(undefined);
}

const fellTooLow = async (tx: Tx, before: number): Promise<boolean> => {
  const after = await countAdministrators(tx);
  return after < before && after < fewestAdministrators;
};

/**
 * Takes away what proved to be the account, and makes the link with which its owner sets it up again. The link goes to
 * who agreed, the code that it asks for to who proposed: neither of the two can use it alone.
 *
 * @returns the path of the link's page.
 */
export async function recoverAccount(
  tx: Tx,
  context: Pick<AccountsContext, 'random' | 'now'>,
  { account, codeHash }: { readonly account: string; readonly codeHash: string },
): Promise<Result<string, { readonly type: 'no_account' }>> {
  if ((await activePerson(tx, account)) === undefined) return err({ type: 'no_account' });
  await clearProofs(tx, account);
  await endSessionsOf(tx, account);
  return ok(linkPath(await makeLink(tx, context, { kind: 'recovery', account, codeHash })));
}

async function activePerson(tx: Tx, account: string): Promise<PersonRecord | undefined> {
  const [person] = await listPeople(tx, account);
  return person === undefined || person.isDisabled ? undefined : person;
}

/** A role that a person holds, by its id. */
export const heldGrant = (person: PersonRecord, id: string): PersonGrant | undefined =>
  person.grants.find((grant) => grant.id === id);
