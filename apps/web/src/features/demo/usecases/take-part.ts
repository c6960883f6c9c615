import { takePart } from '../../accounts/index.ts';
import type { DemoContext } from '../demo-context.ts';

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Takes the part of somebody of the staff. @returns the token of the session; undefined when nobody has this part. */
export const takePartIn = async (
  { accounts }: DemoContext,
  account: string,
  before: string | undefined,
): Promise<string | undefined> => (idPattern.test(account) ? await takePart(accounts, account, before) : undefined);
