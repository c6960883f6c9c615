import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import { parseDecimal } from '../../primitives/decimal.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { type ShuffleWire, shuffleWire } from '../wire/tally-wire.ts';
import { entryOf } from '../../primitives/entry-of.ts';
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
  /** Members of the group, all at once; `at` says where each text stands. */
  readonly members: (texts: readonly string[], at: (i: number) => string) => readonly Element[];
  readonly numbers: (texts: readonly string[], at: (i: number) => string) => readonly bigint[];
  readonly allRead: () => boolean;
}

function createReader(group: Group, place: string, log: CheckLog): Reader {
  let isWhole = true;
  return {
    members(texts, at) {
      log.made('shuffle.members', texts.length);
      return group.parseAll(texts).map((element, i) => {
        if (element !== undefined) return element;
        isWhole = false;
        const message = 'The text is not the canonical one of a member of the group.';
        log.failed('shuffle.members', place + at(i), message);
        return group.one;
      });
    },
    numbers(texts, at) {
      log.made('shuffle.numbers', texts.length);
      return texts.map((text, i) => {
        const number = parseDecimal(text, group.q);
        if (number !== undefined) return number;
        isWhole = false;
        log.failed('shuffle.numbers', place + at(i), 'The number is not below the order of the group.');
        return 0n;
      });
    },
    allRead: () => isWhole,
  };
}

function readArgument(
  { members, numbers }: Reader,
  { ciphertexts, proofs }: ShuffleWire,
  question: number,
  inputs: readonly Ciphertext[],
): ShuffleArgument {
  const [t, s, c, c_hat] = entryOf(proofs, question);
  const [t1, t2, t3, [t41, t42], t_hat] = t;
  const [s1, s2, s3, s4, s_hat, s_prime] = s;
  const outputs = entryOf(ciphertexts, question);
  const proof = `.proofs[${question}]`;
  const inList = (list: string) => (i: number) => `${proof}${list}[${i}]`;
  const inOutput = (half: string) => (i: number) => `.ciphertexts[${question}][${i}].${half}`;

  const single = [t1, t2, t3, t41, t42];
  const atSingle = (i: number): string => `${proof}[0]${i < 3 ? `[${i}]` : `[3][${i - 3}]`}`;
  const lists = [
    { texts: outputs.map(({ alpha }) => alpha), at: inOutput('alpha') },
    { texts: outputs.map(({ beta }) => beta), at: inOutput('beta') },
    { texts: c, at: inList('[2]') },
    { texts: c_hat, at: inList('[3]') },
    { texts: t_hat, at: inList('[0][4]') },
  ];
  const { length } = inputs;
  const atListed = (i: number): string => entryOf(lists, Math.floor(i / length)).at(i % length);
  // All lists at once: the more elements together, the less the check of their membership costs.
  const elements = members([...single, ...lists.flatMap(({ texts }) => texts)], (i) =>
    i < single.length ? atSingle(i) : atListed(i - single.length),
  );
  const listed = (list: number, i: number): Element => entryOf(elements, single.length + list * length + i);
  const responses = numbers([s1, s2, s3, s4], inList('[1]'));
  const s_hats = numbers(s_hat, inList('[1][4]'));
  const s_primes = numbers(s_prime, inList('[1][5]'));
  return {
    t1: entryOf(elements, 0),
    t2: entryOf(elements, 1),
    t3: entryOf(elements, 2),
    t41: entryOf(elements, 3),
    t42: entryOf(elements, 4),
    s1: entryOf(responses, 0),
    s2: entryOf(responses, 1),
    s3: entryOf(responses, 2),
    s4: entryOf(responses, 3),
    rows: inputs.map((e, i) => ({
      e,
      e_prime: { alpha: listed(0, i), beta: listed(1, i) },
      c: listed(2, i),
      c_hat: listed(3, i),
      t_hat: listed(4, i),
      s_hat: entryOf(s_hats, i),
      s_prime: entryOf(s_primes, i),
    })),
  };
}
