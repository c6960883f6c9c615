import { createDiffieHellman } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { bigIntOfBytes, bytesOfBigInt } from '../primitives/bytes.ts';
import { mod, type PowerMod, powerMod } from '../primitives/modular.ts';

/** A fast modular power for one prime of 2,048 bits, by OpenSSL's Diffie-Hellman: public values only. */
export function nativePower(p: bigint): PowerMod {
  const exchange = createDiffieHellman(bytesOfBigInt(p, 256), 2);
  return (base, exponent, modulus) => {
    invariant(modulus === p, 'made for one prime');
    const reduced = mod(base, p);
    // OpenSSL refuses these bases and exponents as unfit for a key.
    if (reduced <= 1n || reduced === p - 1n || exponent <= 1n) return powerMod(reduced, exponent, p);
    exchange.setPrivateKey(bytesOfBigInt(exponent, 256));
    try {
      return bigIntOfBytes(exchange.computeSecret(bytesOfBigInt(reduced, 256)));
    } catch {
      // OpenSSL gives no secret that is 1 or p - 1.
      return powerMod(reduced, exponent, p);
    }
  };
}
