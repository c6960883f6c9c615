import { type PowerMod, powerMod } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { createDiffieHellman } from 'node:crypto';

/**
 * base^exponent modulo one prime p of at most 2,048 bits, by the Diffie–Hellman of OpenSSL: about a tenth of the time
 * that `bigint` takes.
 *
 * Requires: p prime. The modulus handed in must be p; one object is kept for it.
 * Exactness: the same as `powerMod` for every base and every exponent ≥ 0. As keys and secrets OpenSSL refuses 0, 1 and
 *   p − 1, so these go the portable way; so do exponents of more than 2,048 bits.
 * Hazards: public values only, as for `powerMod`.
 */
export function nativePower(p: bigint): PowerMod {
  const width = Math.ceil(p.toString(16).length / 2);
  const exchange = createDiffieHellman(bytesOf(p, width), 2);
  return (base, exponent, modulus) => {
    invariant(modulus === p, 'made for one prime');
    const reduced = base % p;
    if (reduced <= 1n || reduced === p - 1n || exponent <= 1n || exponent >= 1n << BigInt(width * 8)) {
      return powerMod(reduced, exponent, p);
    }
    exchange.setPrivateKey(bytesOf(exponent, width));
    const secret = secretOf(exchange, bytesOf(reduced, width));
    return secret === undefined ? powerMod(reduced, exponent, p) : BigInt(`0x${secret.toString('hex')}`);
  };
}

/** The secret of a public key; undefined where it is 1 or p − 1, which OpenSSL hands to nobody. */
function secretOf(exchange: ReturnType<typeof createDiffieHellman>, publicKey: Buffer): Buffer | undefined {
  try {
    return exchange.computeSecret(publicKey);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_CRYPTO_OPERATION_FAILED') return undefined;
    throw fault;
  }
}

const bytesOf = (value: bigint, width: number): Buffer =>
  Buffer.from(value.toString(16).padStart(width * 2, '0'), 'hex');
