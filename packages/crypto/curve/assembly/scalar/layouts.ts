// Records that a caller writes into the mailbox, in 32-bit words. Addresses are of this memory.

/**
 * A statement to verify, 7 words: the addresses of α and β (points); the number k of its values; the addresses of the
 * values M_0 … M_(k−1) (words) and of k pairs (c_j, r_j) of 32 bytes each; the address of the 2k points
 * A_0, B_0, A_1, B_1, … to write; and a mark. Mark 1 asks for the check that α and β have prime order, which shares their
 * doublings; the mark is then replaced by the answer, 1 unless the check failed.
 */
export const STATEMENT: usize = 28;

/**
 * A transcript to hash or to check, 7 words: address and length of the prefix; address of the texts of the commitments, 65 bytes
 * each; their number; address of the pairs (c_j, r_j); their number; and the answer to write (the last three to check alone).
 */
export const TRANSCRIPT: usize = 28;

/** A branch to prove, 3 words: the addresses of r and of the pair (c_j, r_j), and the number m − M_j. */
export const BRANCH: usize = 12;
