/**
 * The checks made on the contents of an archive of protocol version 1, each an id that does not change; their numbers,
 * names and sources stand in `docs/spec/ballot-protocol.md`.
 */
export const protocolChecks = [
  /** The election has exactly its fields, protocol version 1, a known group, and a key of it other than the identity. */
  'election.form',
  /** Every question can be answered: at least one answer, min ≤ max ≤ answers, mixed only where the group allows it. */
  'election.questions',
  /** The election key is the product of what the trustees bring: their keys, or their parts of a ceremony's. */
  'election.key',
  /** The list of trustees has exactly its fields, and there is at least one. */
  'trustees.form',
  /** Every key of a trustee is a member other than the identity, and no two are equal. */
  'trustees.keys',
  /** Every trustee knows the secret of the key. */
  'trustees.knowledge',
  /** Every certificate of a threshold ceremony is signed by its key, fits its place, and holds members. */
  'trustees.certificates',
  /** The images of each polynomial are signed by its owner, are members, and as many as the threshold. */
  'trustees.coefficients',
  /** Every member of a threshold ceremony signed all certificates together with the own images. */
  'trustees.confirmations',
  /** Every member's key is what the images of all polynomials give for its place. */
  'trustees.shares',
  /** Every member of a threshold ceremony signed the own key. */
  'trustees.ownership',
  /** The list of credentials has its form. */
  'credentials.form',
  /** Every public credential is a member other than the identity. */
  'credentials.members',
  /** No public credential stands twice in the list. */
  'credentials.distinct',
  /** Every weight is at least 1, and 1 where a question is mixed. */
  'credentials.weights',
  /** A ballot has exactly its fields. */
  'ballot.form',
  /** A ballot is written in the one canonical form. */
  'ballot.canonical',
  /** A ballot names this election and its fingerprint. */
  'ballot.election',
  /** A ballot's credential stands in the list. */
  'ballot.credential',
  /** No ballot stands twice on the board. */
  'ballot.unique',
  /** A ballot has an answer of the right kind and size for every question. */
  'ballot.answers',
  /** Every challenge and response is below the order of the group. */
  'ballot.numbers',
  /** Every element of a ballot is a member in its canonical encoding. */
  'ballot.members',
  /** The signature names the hash of the ballot without it. */
  'ballot.hash',
  /** The signature is made with the credential's secret. */
  'ballot.signature',
  /** Every choice is proven to be 0 or 1. */
  'ballot.choices',
  /** The number of choices is proven to lie between min and max. */
  'ballot.limits',
  /** Either the blank choice or the others are proven to be empty. */
  'ballot.blank',
  /** With a blank choice: blank, or between min and max choices, is proven. */
  'ballot.blank_limits',
  /** The randomness of a mixed answer is known to whoever made it. */
  'ballot.knowledge',
  /** The published encrypted tally has its form, and its elements are members. */
  'tally.form',
  /** The published encrypted tally is the one that the counted ballots give. */
  'tally.ciphertexts',
  /** The number of counted ballots is right. */
  'tally.count',
  /** The sum of the weights is right. */
  'tally.weight',
  /** A shuffle has its form, and as many ciphertexts as went in. */
  'shuffle.form',
  /** Every shuffle is a trustee's, none shuffles twice; with mixed questions somebody has before a decryption. */
  'shuffle.owners',
  /** Every number of a shuffle is below the order of the group. */
  'shuffle.numbers',
  /** Every element of a shuffle is a member. */
  'shuffle.members',
  /** First equation of the argument: the commitments are to a matrix whose rows sum to one. */
  'shuffle.t1',
  /** Second equation: the chain of commitments ends in the product of the challenges. */
  'shuffle.t2',
  /** Third equation: the commitments open to the permuted challenges. */
  'shuffle.t3',
  /** Fourth equation: the outputs re-encrypt the inputs in that order. */
  'shuffle.t4',
  /** Fifth equations: every link of the chain of commitments. */
  'shuffle.t_hat',
  /** A partial decryption has its form and the shape of what it decrypts. */
  'decryption.form',
  /** Every partial decryption is a trustee's, and no trustee decrypts twice. */
  'decryption.owners',
  /** Every number of a partial decryption is below the order of the group. */
  'decryption.numbers',
  /** Every decryption factor is a member. */
  'decryption.members',
  /** Every decryption factor is proven to be made with the trustee's secret. */
  'decryption.proofs',
  /** With the result there: every trustee that is needed has decrypted. */
  'decryption.enough',
  /** The result has exactly its fields and the shape of the questions. */
  'result.form',
  /** The totals of homomorphic questions are what the tally decrypts to, each below the order of the group. */
  'result.totals',
  /** The ballots of mixed questions are what the last shuffle decrypts to, in its order. */
  'result.ballots',
  /** Every decrypted ballot of a mixed question is the canonical encoding of its ints. */
  'result.encoding',
] as const;

export type ProtocolCheck = (typeof protocolChecks)[number];

/** Takes down what is checked, and where a check fails. */
export interface CheckLog<C extends string = ProtocolCheck> {
  /** The check is made, once or `times`. */
  readonly made: (check: C, times?: number) => void;
  /** The check fails at a place, for a reason in a sentence. */
  readonly failed: (check: C, place: string, message: string) => void;
}
