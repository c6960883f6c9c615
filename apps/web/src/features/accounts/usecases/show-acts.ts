import { type Grant, mayAct } from '@convite/domain';
import { isUuid } from '@convite/kernel';
import type { AccountsContext } from '../accounts-context.ts';
import { type ActRecord, everyAct, findAct, grantsOf, listActs } from '../store-acts.ts';

/** An act, and what who looks may do about it. */
export interface SeenAct {
  readonly record: ActRecord;
  readonly may: 'decide' | 'withdraw' | 'look';
}

/** More are not read on one page. */
const most = 200;

/** Where an account holds any role: it may read there and below. */
const readsUnder = (grants: readonly Grant[]): readonly (string | null)[] => grants.map(({ territory }) => territory);

function seen(record: ActRecord, account: string, grants: readonly Grant[]): SeenAct {
  if (record.proposedBy === account) return { record, may: 'withdraw' };
  return { record, may: mayAct(grants, record.act, record.path) ? 'decide' : 'look' };
}

/** The acts that this account may read: those that wait, and the last that were decided. */
export async function showActs(
  { database }: AccountsContext,
  account: string,
): Promise<{
  readonly grants: readonly Grant[];
  readonly waiting: readonly SeenAct[];
  readonly decided: readonly SeenAct[];
}> {
  const grants = await grantsOf(database, account);
  const under = readsUnder(grants);
  const list = async (waiting: boolean): Promise<readonly SeenAct[]> => {
    const records = await listActs(database, { waiting, under, most });
    return records.map((record) => seen(record, account, grants));
  };
  return { grants, waiting: await list(true), decided: await list(false) };
}

/** All acts that this account may read, from the first proposed on, piece by piece. */
export async function exportActs(
  { database }: Pick<AccountsContext, 'database'>,
  account: string,
): Promise<AsyncGenerator<readonly ActRecord[]>> {
  return everyAct(database, readsUnder(await grantsOf(database, account)));
}

/** One act; undefined if there is none, or none that this account may read. */
export async function showAct(
  { database }: AccountsContext,
  account: string,
  id: string,
): Promise<SeenAct | undefined> {
  const record = isUuid(id) ? await findAct(database, id) : undefined;
  if (record === undefined) return undefined;
  const grants = await grantsOf(database, account);
  const mayRead = mayAct(grants, 'trail.read', record.path) || record.proposedBy === account;
  return mayRead ? seen(record, account, grants) : undefined;
}
