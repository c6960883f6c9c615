import { inTransaction } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { countAdministrators } from '../store-accounts.ts';
import { holdRightsAlone } from '../store-acts.ts';
import { endFirstLinks } from '../store-links.ts';
import { linkPath, makeLink } from './links.ts';

/** Whatever changes rights needs two of them. */
export const fewestAdministrators = 2;

/**
 * One-time links for the administrators that the installation lacks, to be told to whoever started the server: at its
 * first start, and when so many lost their proofs that nobody could agree on anything any more.
 *
 * @returns the paths of the pages; none when there are administrators enough.
 */
export async function firstLinks(context: AccountsContext): Promise<readonly string[]> {
  return await inTransaction(context.database, async (tx) => {
    await holdRightsAlone(tx);
    await endFirstLinks(tx);
    const missing = Math.max(0, fewestAdministrators - (await countAdministrators(tx)));
    const paths: string[] = [];
    for (let i = 0; i < missing; i++) {
      const link = { kind: 'first_administrator', account: null, codeHash: null } as const;
      paths.push(linkPath(await makeLink(tx, context, link)));
    }
    return paths;
  });
}
