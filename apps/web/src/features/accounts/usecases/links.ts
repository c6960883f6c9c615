import type { Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { endLinksOf, type LinkKind, putLink } from '../store-links.ts';
import { secretHash } from './sessions.ts';

const day = 24 * 60 * 60 * 1000;
/** A lost link does harm for so long at most. */
const goodFor: Readonly<Record<LinkKind, number>> = {
  first_administrator: 7 * day,
  invitation: 7 * day,
  recovery: day,
};

/** Makes a one-time link; those that the account had end. @returns its token, which is stored nowhere. */
export async function makeLink(
  tx: Tx,
  { random, now }: Pick<AccountsContext, 'random' | 'now'>,
  link: { readonly kind: LinkKind; readonly account: string | null; readonly codeHash: string | null },
): Promise<string> {
  if (link.account !== null) await endLinksOf(tx, link.account);
  const token = Buffer.from(random(32)).toString('base64url');
  const expiresAt = new Date(now().getTime() + goodFor[link.kind]);
  await putLink(tx, { ...link, tokenHash: secretHash(token), expiresAt });
  return token;
}

/** The page that a link opens. */
export const linkPath = (token: string): string => `/set-up/${token}`;

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to be told from one person to another: 10 letters and digits that are not taken for one another. */
export function makeSpokenCode(random: (bytes: number) => Uint8Array): string {
  const signs: string[] = [];
  while (signs.length < 10) {
    for (const byte of random(16)) {
      // What is left over of a byte would make the first letters likelier.
      if (byte < letters.length * Math.floor(256 / letters.length)) signs.push(letters[byte % letters.length] ?? '');
    }
  }
  return `${signs.slice(0, 5).join('')}-${signs.slice(5, 10).join('')}`;
}

/** What is stored of such a code; case and separators do not matter, for people type it. */
export const spokenCodeHash = (code: string): string => secretHash(code.toUpperCase().replaceAll(/[^A-Z0-9]/gu, ''));
