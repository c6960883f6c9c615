import { ed25519Group, type Group, scalarBytes, scalarsOfBytes } from '@convite/crypto';

/** The choices of the ballot that is measured. */
export const choices = 20;
const prefix = `${'f'.repeat(43)}|${'c'.repeat(64)}`;
export const transcriptPrefix = (alpha: string, beta: string): string => `prove|${prefix}|${alpha},${beta}|`;

export interface AnswerJson {
  readonly choices: readonly { readonly alpha: string; readonly beta: string }[];
  readonly individual_proofs: readonly (readonly { readonly challenge: string; readonly response: string }[])[];
}

/** Numbers below an order that look random and are the same in each run. */
export function scalarSource(order: bigint): () => bigint {
  let state = 88172645463325252n;
  return () => {
    let number = 0n;
    for (let i = 0; i < 5; i++) {
      state ^= BigInt.asUintN(64, state << 13n);
      state ^= state >> 7n;
      state ^= BigInt.asUintN(64, state << 17n);
      number = (number << 64n) | state;
    }
    return number % order;
  };
}

/**
 * What a voter draws for each choice: r for the ciphertext, then w, c and s for the proof; drawn before measuring.
 *
 * Below the order of the curve, and so below that of every group.
 */
export interface Drawn {
  readonly randomness: Uint8Array;
  readonly drawn: Uint8Array;
}

export function drawnChoices(): readonly Drawn[] {
  const scalar = scalarSource(ed25519Group().q);
  const bytes = (count: number): Uint8Array => scalarBytes(Array.from({ length: count }, scalar));
  return Array.from({ length: choices }, () => ({ randomness: bytes(1), drawn: bytes(4) }));
}

/**
 * A voter's work for one answer through a group: encrypts 0, 1, 0, 1, …, and proves each choice to be 0 or 1.
 *
 * Symbols: r randomness of the ciphertext, w nonce of the true branch, c and s challenge and response of the other.
 */
export function makeThrough(group: Group, key: string, drawn: readonly Drawn[]): AnswerJson {
  const y = group.parse(key);
  if (y === undefined) throw new Error('The key is none.');
  const { q } = group;
  const made = drawn.map((own, i) => {
    const [r = 0n] = scalarsOfBytes(own.randomness);
    const [w = 0n, c = 0n, s = 0n] = scalarsOfBytes(own.drawn);
    const truth = i % 2;
    // Of the other branch: g^s·alpha^c and y^s·(beta/g^value)^c, where beta holds 1 more or less than its value.
    const shift = truth === 1 ? c : (q - c) % q;
    const [ciphertext, right, other] = group.secretPairs(y, [
      { exponent: r, shift: BigInt(truth) },
      { exponent: w, shift: 0n },
      { exponent: (s + r * c) % q, shift },
    ]);
    if (ciphertext === undefined || right === undefined || other === undefined) throw new Error('A pair is missing.');
    const commitments = (truth === 0 ? [right, other] : [other, right]).map(({ alpha, beta }) => `${alpha},${beta}`);
    const hash = group.hashToScalar(transcriptPrefix(ciphertext.alpha, ciphertext.beta) + commitments.join(','));
    const challenge = (((hash - c) % q) + q) % q;
    const response = (((w - r * challenge) % q) + q) % q;
    const honest = { challenge: String(challenge), response: String(response) };
    const simulated = { challenge: String(c), response: String(s) };
    return { ciphertext, proofs: truth === 0 ? [honest, simulated] : [simulated, honest] };
  });
  return { choices: made.map(({ ciphertext }) => ciphertext), individual_proofs: made.map(({ proofs }) => proofs) };
}

/** From the text of an answer to a verdict through a group, as `convite verify` does it. */
export function checkThrough(group: Group, key: string, json: string): boolean {
  const y = group.parse(key);
  if (y === undefined) return false;
  const answer: AnswerJson = JSON.parse(json);
  const proofs = answer.individual_proofs.map((own) =>
    own.map(({ challenge, response }, value) => ({ value, challenge: BigInt(challenge), response: BigInt(response) })),
  );
  const opened = group.openAll(
    y,
    answer.choices.map((ciphertext, i) => ({
      prefix: transcriptPrefix(ciphertext.alpha, ciphertext.beta),
      ciphertext,
      disjuncts: proofs[i] ?? [],
    })),
  );
  return opened.every((choice) => choice?.holds === true);
}
