import type {
  Ciphertext,
  CiphertextText,
  Disjunct,
  Element,
  Group,
  KnownProof,
  OpenedProof,
  ReceivedProof,
  SecretPair,
} from './group.ts';

/** A_0, B_0, A_1, B_1, … of one ciphertext, see `Group.openAll`. Requires: values ≥ 0. */
function commitmentsOf(
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

/** `Group.proofsHold` made of single steps, for groups whose arithmetic gains nothing from joining them. */
export const proofsHoldOneByOne = (group: Group, key: Element, proofs: readonly KnownProof[]): readonly boolean[] =>
  proofs.map(({ prefix, parts }) => {
    const commitments = parts.flatMap(({ ciphertext, disjuncts }) => commitmentsOf(group, key, ciphertext, disjuncts));
    const challenges = parts.flatMap(({ disjuncts }) => disjuncts.map(({ challenge }) => challenge));
    const sum = challenges.reduce((total, challenge) => total + challenge, 0n) % group.q;
    return sum === group.hashToScalar(prefix + commitments.join(','));
  });

/** `Group.openAll` made of single steps. */
export const openOneByOne = (
  group: Group,
  key: Element,
  proofs: readonly ReceivedProof[],
): readonly (OpenedProof | undefined)[] =>
  proofs.map(({ prefix, ciphertext: text, disjuncts }) => {
    const alpha = group.parse(text.alpha);
    const beta = group.parse(text.beta);
    if (alpha === undefined || beta === undefined) return undefined;
    const ciphertext = { alpha, beta };
    const [holds = false] = group.proofsHold(key, [{ prefix, parts: [{ ciphertext, disjuncts }] }]);
    return { ciphertext, holds };
  });

/** `Group.secretPairs` made of single secret powers. */
export const secretPairsOneByOne = (
  group: Group,
  key: Element,
  pairs: readonly SecretPair[],
): readonly CiphertextText[] =>
  pairs.map(({ exponent, shift }) => ({
    alpha: group.write(group.secretPower(group.g, exponent)),
    beta: group.write(group.multiply(group.secretPower(key, exponent), group.secretPower(group.g, shift))),
  }));
