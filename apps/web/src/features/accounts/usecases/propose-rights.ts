import type { Role } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { listPeople, type PersonRecord } from '../store-accounts.ts';
import type { NewAct } from '../store-acts.ts';
import { findTerritoryByCode } from '../store-places.ts';
import { type GrantRefusal, heldGrant, mayBeGranted } from './change-rights.ts';
import { makeSpokenCode, spokenCodeHash } from './links.ts';
import { proposeAct, type ProposalRefusal } from './two-person-acts.ts';

/** Who proposes, about whom, and why. */
export interface RightsProposal {
  readonly account: string;
  readonly by: string;
  readonly reason: string;
}

type Refusal = ProposalRefusal | { readonly type: 'no_account' };
export type ProposeGrantRefusal = Refusal | GrantRefusal | { readonly type: 'no_territory' };
type ProposeEndRefusal = Refusal | { readonly type: 'already_ended' };
/** A recovery that was proposed, and the code that the proposer tells the account's owner. */
export interface ProposedRecovery {
  readonly id: string;
  readonly code: string;
}

/** Proposes that a person be given a role in the territory of this code; in the whole installation without one. */
export async function proposeGrant(
  context: AccountsContext,
  given: RightsProposal & { readonly role: Role; readonly territoryCode: string },
): Promise<Result<string, ProposeGrantRefusal>> {
  return await inRefusableTransaction<string, ProposeGrantRefusal>(context.database, async (tx) => {
    const person = await personOf(tx, given.account);
    if (person === undefined) return err({ type: 'no_account' });
    const code = given.territoryCode.trim();
    const found = code === '' ? null : await findTerritoryByCode(tx, code);
    if (found === undefined) return err({ type: 'no_territory' });
    const territory = found?.id ?? null;
    const grant = { account: person.id, role: given.role, territory };
    const may = await mayBeGranted(tx, grant);
    if (!may.ok) return may;
    const subject = [person.id, given.role, territory ?? 'everywhere'].join('/');
    const body = { ...grant, name: person.name, territoryName: found?.name ?? null };
    return await proposeAct(tx, newAct(context, given, { act: 'role.grant', territory, subject, body }));
  });
}

/** Proposes that a role which a person holds end. */
export async function proposeEnd(
  context: AccountsContext,
  given: RightsProposal & { readonly grant: string },
): Promise<Result<string, ProposeEndRefusal>> {
  return await inRefusableTransaction<string, ProposeEndRefusal>(context.database, async (tx) => {
    const person = await personOf(tx, given.account);
    if (person === undefined) return err({ type: 'no_account' });
    const held = heldGrant(person, given.grant);
    if (held === undefined) return err({ type: 'already_ended' });
    const { id, role, territory, territoryName } = held;
    const body = { account: person.id, name: person.name, grant: id, role, territory, territoryName };
    const subject = [person.id, role, territory ?? 'everywhere'].join('/');
    return await proposeAct(tx, newAct(context, given, { act: 'role.end', territory, subject, body }));
  });
}

/** Proposes that an account be closed for good. */
export async function proposeClosing(
  context: AccountsContext,
  given: RightsProposal,
): Promise<Result<string, Refusal>> {
  return await inRefusableTransaction<string, Refusal>(context.database, async (tx) => {
    const person = await personOf(tx, given.account);
    if (person === undefined) return err({ type: 'no_account' });
    const body = { account: person.id, name: person.name };
    return await proposeAct(
      tx,
      newAct(context, given, { act: 'account.disable', territory: null, subject: person.id, body }),
    );
  });
}

/** Proposes that an account whose owner lost the proofs be set up again. @returns the code, told to the owner. */
export async function proposeRecovery(
  context: AccountsContext,
  given: RightsProposal,
): Promise<Result<ProposedRecovery, Refusal>> {
  const code = makeSpokenCode(context.random);
  return await inRefusableTransaction<ProposedRecovery, Refusal>(context.database, async (tx) => {
    const person = await personOf(tx, given.account);
    if (person === undefined) return err({ type: 'no_account' });
    const body = { account: person.id, name: person.name, codeHash: spokenCodeHash(code) };
    const proposed = await proposeAct(
      tx,
      newAct(context, given, { act: 'account.recover', territory: null, subject: person.id, body }),
    );
    return proposed.ok ? ok({ id: proposed.value, code }) : proposed;
  });
}

const newAct = (
  { newId, now }: AccountsContext,
  { by, reason }: RightsProposal,
  act: Pick<NewAct, 'act' | 'territory' | 'subject' | 'body'>,
): NewAct => ({ ...act, id: newId(), by, reason, now: now() });

async function personOf(tx: Tx, account: string): Promise<PersonRecord | undefined> {
  const [person] = await listPeople(tx, account);
  return person === undefined || person.isDisabled ? undefined : person;
}
