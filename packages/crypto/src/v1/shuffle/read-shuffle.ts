import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import { parseDecimal } from '../../primitives/decimal.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { type ShuffleWire, shuffleWire } from '../wire/tally-wire.ts';
import { entryOf } from './entry-of.ts';
import type { ShuffleArgument } from './shuffle-statement.ts';

/** A shuffle whose form, numbers and elements are checked; its equations are not. */
export interface ReadShuffle {
  readonly wire: ShuffleWire;
  /** Per mixed question. */
  readonly parts: readonly ShuffleArgument[];
}

/**
 * Reads the text of a shuffle of these inputs.
 *
 * Checks: shuffle.form, shuffle.numbers, shuffle.members; all failures of the last two are reported.
 */
export function readShuffle(
  group: Group,
  inputs: Tally,
  text: string,
  place: string,
  log: CheckLog,
): ReadShuffle | undefined {
  log.made('shuffle.form');
  const wire = readCanonical(shuffleWire, text);
  if (wire instanceof Misread) {
    log.failed('shuffle.form', place + wire.place, wire.sentence);
    return undefined;
  }
  const misfit = misfitOf(wire, inputs);
  if (misfit !== undefined) {
    log.failed('shuffle.form', place + misfit.place, misfit.sentence);
    return undefined;
  }
  const reader = createReader(group, place, log);
  const parts = inputs.map((e, i) => readArgument(reader, wire, i, e));
  return reader.allRead() ? { wire, parts } : undefined;
}

/** Where a shuffle has another shape than its inputs demand. */
function misfitOf({ ciphertexts, proofs }: ShuffleWire, inputs: Tally): Misread | undefined {
  const wrongLength = (place: string, found: readonly unknown[], expected: number): readonly Misread[] =>
    found.length === expected ? [] : [new Misread(place, `${found.length} entries instead of ${expected}`)];
  const [questions] = [
    ...wrongLength('.ciphertexts', ciphertexts, inputs.length),
    ...wrongLength('.proofs', proofs, inputs.length),
  ];
  if (questions !== undefined) return questions;
  return inputs.flatMap(({ length }, i) => {
    const [[, , , , t_hat], [, , , , s_hat, s_prime], c, c_hat] = entryOf(proofs, i);
    const at = `.proofs[${i}]`;
    return [
      ...wrongLength(`.ciphertexts[${i}]`, entryOf(ciphertexts, i), length),
      ...wrongLength(`${at}[0][4]`, t_hat, length),
      ...wrongLength(`${at}[1][4]`, s_hat, length),
      ...wrongLength(`${at}[1][5]`, s_prime, length),
      ...wrongLength(`${at}[2]`, c, length),
      ...wrongLength(`${at}[3]`, c_hat, length),
    ];
  })[0];
}

interface Reader {
  readonly member: (text: string, at: string) => Element;
  readonly number: (text: string, at: string) => bigint;
  readonly allRead: () => boolean;
}

function createReader(group: Group, place: string, log: CheckLog): Reader {
  let isWhole = true;
  return {
    member(text, at) {
      log.made('shuffle.members');
      const element = group.parse(text);
      if (element !== undefined) return element;
      isWhole = false;
      log.failed('shuffle.members', place + at, 'The text is not the canonical one of a member of the group.');
      return group.one;
    },
    number(text, at) {
      log.made('shuffle.numbers');
      const number = parseDecimal(text, group.q);
      if (number !== undefined) return number;
      isWhole = false;
      log.failed('shuffle.numbers', place + at, 'The number is not below the order of the group.');
      return 0n;
    },
    allRead: () => isWhole,
  };
}

function readArgument(
  { member, number }: Reader,
  { ciphertexts, proofs }: ShuffleWire,
  question: number,
  inputs: readonly Ciphertext[],
): ShuffleArgument {
  const [t, s, c, c_hat] = entryOf(proofs, question);
  const [t1, t2, t3, [t41, t42], t_hat] = t;
  const [s1, s2, s3, s4, s_hat, s_prime] = s;
  const outputs = entryOf(ciphertexts, question);
  const at = `.proofs[${question}]`;
  return {
    t1: member(t1, `${at}[0][0]`),
    t2: member(t2, `${at}[0][1]`),
    t3: member(t3, `${at}[0][2]`),
    t41: member(t41, `${at}[0][3][0]`),
    t42: member(t42, `${at}[0][3][1]`),
    s1: number(s1, `${at}[1][0]`),
    s2: number(s2, `${at}[1][1]`),
    s3: number(s3, `${at}[1][2]`),
    s4: number(s4, `${at}[1][3]`),
    rows: inputs.map((e, i) => {
      const { alpha, beta } = entryOf(outputs, i);
      const output = `.ciphertexts[${question}][${i}]`;
      return {
        e,
        e_prime: { alpha: member(alpha, `${output}.alpha`), beta: member(beta, `${output}.beta`) },
        c: member(entryOf(c, i), `${at}[2][${i}]`),
        c_hat: member(entryOf(c_hat, i), `${at}[3][${i}]`),
        t_hat: member(entryOf(t_hat, i), `${at}[0][4][${i}]`),
        s_hat: number(entryOf(s_hat, i), `${at}[1][4][${i}]`),
        s_prime: number(entryOf(s_prime, i), `${at}[1][5][${i}]`),
      };
    }),
  };
}
