import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from './router.ts';

const browserCookie = 'convite-browser';

/**
 * Who asks, as far as limits need to know: a keyed hash of the address and the day, so that nothing stored tells the
 * address. Of an IPv6 address only the network part counts, for one household has all the rest.
 */
export function visitorOf(c: AppContext, key: Uint8Array, now: Date, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? getConnInfo(c).remote.address ?? '';
  return createHmac('sha256', key)
    .update(`${now.toISOString().slice(0, 10)} ${networkOf(address)}`)
    .digest('hex');
}

/** The part of an address that one household has, in the one form that it has; what is no address is its own network. */
function networkOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  if (!isIPv6(bare)) return bare;
  // The platform writes each in one way: small letters, no zeros in front, the longest run of zeros left out.
  const [before = '', after = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const parts = (text: string): readonly string[] => text.split(':').filter((part) => part !== '');
  const [head, tail] = [parts(before), parts(after)];
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  // An address of IPv4 in the form of IPv6.
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  if (!isMapped) return groups.slice(0, 4).join(':');
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 0xff])
    .join('.');
}

/** The secret that this browser was given when it brought something. */
export function browserKeyOf(c: AppContext): string | undefined {
  const key = getCookie(c, browserCookie);
  return key !== undefined && /^[\w-]{22}$/u.test(key) ? key : undefined;
}

/** Gives this browser a secret unless it has one, and lets it keep it a little longer than an upload lives. */
export function keepBrowserKey(c: AppContext, behindTls: boolean): string {
  const key = browserKeyOf(c) ?? randomBytes(16).toString('base64url');
  setCookie(c, browserCookie, key, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: behindTls,
    path: '/',
    maxAge: 40 * 24 * 60 * 60,
  });
  return key;
}

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * The code by which an upload is taken back: the same for one browser and file, so that it can be shown again and need
 * not be stored. 20 letters and digits that are not taken for one another, in groups of five.
 */
export function removalCode(browserKey: string, fileHash: string): string {
  const digest = createHmac('sha256', browserKey).update(`convite/removal/1 ${fileHash}`).digest();
  const letters = [...digest.subarray(0, 20)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return letters.match(/.{5}/gu)?.join('-') ?? letters;
}

/** What is stored of a removal code. Case and separators do not matter, for people type it. */
export const removalHash = (code: string): string =>
  createHash('sha256')
    .update(`convite/removal/1 ${code.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')}`)
    .digest('hex');
