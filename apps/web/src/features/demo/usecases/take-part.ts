import { isUuid } from '@convite/kernel';
import { takePart } from '../../accounts/index.ts';
import type { DemoContext } from '../demo-context.ts';

/** Takes the part of somebody of the staff. @returns the token of the session; undefined when nobody has this part. */
export const takePartIn = async (
  { accounts }: DemoContext,
  account: string,
  before: string | undefined,
): Promise<string | undefined> => (isUuid(account) ? await takePart(accounts, account, before) : undefined);
