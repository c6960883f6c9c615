import { array, type Codec, type Coded, count, either, Misread, object, tuple } from './codec.ts';
import { ciphertext, elementText, proof, scalarText } from './scalars.ts';

/** Per question: a ciphertext per answer (homomorphic), or a ciphertext per ballot (mixed). */
export const encryptedTally = array(array(ciphertext));
export type EncryptedTallyWire = Coded<typeof encryptedTally>;

const elements = array(elementText);
const scalars = array(scalarText);

/**
 * The argument of a shuffle, per mixed question:
 * (t1, t2, t3, (t41, t42), t_hat), (s1, s2, s3, s4, s_hat, s'), c, c_hat.
 */
const shuffleArgument = tuple(
  tuple(elementText, elementText, elementText, tuple(elementText, elementText), elements),
  tuple(scalarText, scalarText, scalarText, scalarText, scalars, scalars),
  elements,
  elements,
);
export type ShuffleArgumentWire = Coded<typeof shuffleArgument>;

/** The outputs and arguments of one trustee's shuffle, per mixed question. */
export const shuffleWire = object({ ciphertexts: array(array(ciphertext)), proofs: array(shuffleArgument) });
export type ShuffleWire = Coded<typeof shuffleWire>;

/** The decryption factors of one trustee and their proofs, in the shape of the tally. */
export const partialDecryption = object({
  decryption_factors: array(elements),
  decryption_proofs: array(array(proof)),
});

/** The largest number that travels as a JSON number; above it the format writes a text. */
const largestNumber = 1_073_741_823;

/** A weight or a total ≥ 0: a JSON number up to 2^30 - 1, above that a decimal text. */
const weight: Codec<bigint> = {
  read(value) {
    if (typeof value === 'number') {
      const read = count.read(value);
      if (read instanceof Misread) return read;
      return read <= largestNumber ? BigInt(read) : new Misread('', 'a number this large is written as a text');
    }
    const read = scalarText.read(value);
    if (read instanceof Misread) return new Misread('', 'a whole number is expected here');
    const large = BigInt(read);
    return large > largestNumber ? large : new Misread('', 'a number this small is not written as a text');
  },
  write: (value) => (value <= largestNumber ? String(value) : `"${value}"`),
};

/** Totals per answer of a homomorphic question, or the ints of each ballot of a mixed one. */
export type QuestionResult = readonly bigint[] | readonly (readonly number[])[];

const ballotInts = array(array(count));
const totals = array(weight);
export const isBallots = (value: QuestionResult): value is readonly (readonly number[])[] => Array.isArray(value[0]);

/** What the election gave. No ballot at all leaves an empty list for a mixed question. */
export const electionResult = object({ result: array(either(ballotInts, totals, isBallots)) });
export type ElectionResultWire = Coded<typeof electionResult>;
