import { describe, expect, it } from 'vitest';
import { testSuite } from '../../verify/machine.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { decryptionHolds, proveDecryption } from './decryption-proof.ts';

const phi = 'A'.repeat(43);

describe.each(['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const)('a decryption factor in %s', (name) => {
  const group = testSuite.group(name);
  const x = 987_654_321n;
  const [X, alpha] = [group.power(group.g, x), group.power(group.g, 4_242n)];
  const F = group.power(alpha, x);
  const proof = proveDecryption(group, phi, x, X, alpha, seededRandomness(name));
  const { challenge, response } = proof;
  const { q, g } = group;

  it('is proven by whoever knows the secret', () => {
    expect(decryptionHolds(group, phi, X, alpha, F, proof)).toBe(true);
  });

  it.each([
    ['the election', () => decryptionHolds(group, `B${phi.slice(1)}`, X, alpha, F, proof)],
    ['the trustee’s key', () => decryptionHolds(group, phi, group.multiply(X, g), alpha, F, proof)],
    ['what is decrypted', () => decryptionHolds(group, phi, X, group.multiply(alpha, g), F, proof)],
    ['the factor', () => decryptionHolds(group, phi, X, alpha, group.multiply(F, g), proof)],
    ['the challenge', () => decryptionHolds(group, phi, X, alpha, F, { challenge: (challenge + 1n) % q, response })],
    ['the response', () => decryptionHolds(group, phi, X, alpha, F, { challenge, response: (response + 1n) % q })],
  ])('is refused when %s is another', (_, holds) => {
    expect(holds()).toBe(false);
  });

  it('is refused when either equation alone holds: made with another secret than that of the key', () => {
    const other = x + 1n;
    const random = seededRandomness(name);
    // A = g^w·X^0 and B = alpha^w·F^0 as an honest prover of `other` makes them: A holds for g^other alone.
    const forged = proveDecryption(group, phi, other, X, alpha, random);
    expect(decryptionHolds(group, phi, X, alpha, group.power(alpha, other), forged)).toBe(false);
    expect(decryptionHolds(group, phi, X, alpha, F, forged)).toBe(false);
  });
});
