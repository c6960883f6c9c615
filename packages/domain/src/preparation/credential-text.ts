import type { CryptoGroup } from '../contests/template.ts';

/** The canonical text of a member of a group, as far as its signs go; membership itself is for whoever can calculate. */
const forms: Readonly<Record<CryptoGroup, RegExp>> = {
  Ed25519: /^[0-9a-f]{64}$/u,
  'BELENIOS-2048': /^[1-9][0-9]{0,616}$/u,
  'RFC-3526-2048': /^[1-9][0-9]{0,616}$/u,
};

export const isCredentialText = (group: CryptoGroup, credential: string): boolean => forms[group].test(credential);

/**
 * The order in which an election lists its credentials: as numbers, those of the curve from their last byte to the first.
 *
 * Source: docs/spec/preparation.md, B.5. Requires: texts that `isCredentialText` accepts.
 */
export function compareCredentials(group: CryptoGroup, a: string, b: string): number {
  if (a === b) return 0;
  if (group !== 'Ed25519') return a.length === b.length ? (a < b ? -1 : 1) : a.length - b.length;
  for (let at = 62; at >= 0; at -= 2) {
    const [x, y] = [a.slice(at, at + 2), b.slice(at, at + 2)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
