import type {
  Ciphertext,
  CiphertextText,
  Disjunct,
  Element,
  Group,
  OpenedCiphertext,
  ProvenCiphertextText,
  SecretPair,
} from './group.ts';

/**
 * Recomputes the commitments of a disjunctive proof from challenges and responses.
 *
 * Source: Belenios specification 2.0, "Proofs of interval membership".
 * Symbols: A_j = g^(r_j)·alpha^(c_j), B_j = y^(r_j)·(beta/g^(M_j))^(c_j).
 * Requires: disjuncts with small values M_j ≥ 0.
 * @returns the encodings A_0, B_0, A_1, B_1, … as they are hashed.
 */
export function commitmentsOf(
  group: Group,
  y: Element,
  { alpha, beta }: Ciphertext,
  disjuncts: readonly Disjunct[],
): readonly string[] {
  const { g } = group;
  return disjuncts.flatMap(({ value, challenge: c, response: r }) => {
    const A = group.multiply(group.power(g, r), group.power(alpha, c));
    // beta^c / g^(M·c): the power of g comes from its table, and beta itself is raised only once.
    const shift = group.power(g, (group.q - ((BigInt(value) * c) % group.q)) % group.q);
    const B = group.multiply(group.multiply(group.power(y, r), group.power(beta, c)), shift);
    return [group.write(A), group.write(B)];
  });
}

/** `Group.openAll` made of single steps, for groups whose arithmetic gains nothing from joining them. */
export function openOneByOne(
  group: Group,
  key: Element,
  ciphertexts: readonly ProvenCiphertextText[],
): readonly (OpenedCiphertext | undefined)[] {
  return ciphertexts.map(({ alpha: alphaText, beta: betaText, disjuncts }) => {
    const alpha = group.parse(alphaText);
    const beta = group.parse(betaText);
    if (alpha === undefined || beta === undefined) return undefined;
    return { alpha, beta, commitments: commitmentsOf(group, key, { alpha, beta }, disjuncts) };
  });
}

/** `Group.secretPairs` made of single secret powers. */
export function secretPairsOneByOne(
  group: Group,
  key: Element,
  pairs: readonly SecretPair[],
): readonly CiphertextText[] {
  return pairs.map(({ exponent, shift }) => ({
    alpha: group.write(group.secretPower(group.g, exponent)),
    beta: group.write(group.multiply(group.secretPower(key, exponent), group.secretPower(group.g, shift))),
  }));
}
