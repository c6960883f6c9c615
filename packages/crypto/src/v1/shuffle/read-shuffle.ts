import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import { parseDecimal } from '../../primitives/decimal.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { type ShuffleArgumentWire, type ShuffleWire, shuffleWire } from '../wire/tally-wire.ts';
import type { ShuffleArgument } from './shuffle-argument.ts';

/** A shuffle whose form, numbers and elements are checked; its equations are not. */
export interface ReadShuffle {
  readonly wire: ShuffleWire;
  /** Per mixed question. */
  readonly parts: readonly { readonly e_prime: readonly Ciphertext[]; readonly argument: ShuffleArgument }[];
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
    log.failed('shuffle.form', place + wire.place, wire.message);
    return undefined;
  }
  const misfit = misfitOf(wire, inputs);
  if (misfit !== undefined) {
    log.failed('shuffle.form', place + misfit.place, misfit.message);
    return undefined;
  }
  const reader = createReader(group, place, log);
  const parts = wire.proofs.map((proof, i) => ({
    e_prime: (wire.ciphertexts[i] ?? []).map(({ alpha, beta }, j) => ({
      alpha: reader.member(alpha, `.ciphertexts[${i}][${j}].alpha`),
      beta: reader.member(beta, `.ciphertexts[${i}][${j}].beta`),
    })),
    argument: readArgument(reader, proof, `.proofs[${i}]`),
  }));
  return reader.allRead() ? { wire, parts } : undefined;
}

/** Where a shuffle has another shape than its inputs demand. */
function misfitOf({ ciphertexts, proofs }: ShuffleWire, inputs: Tally): Misread | undefined {
  const wrongLength = (place: string, found: readonly unknown[], expected: number): Misread | undefined =>
    found.length === expected ? undefined : new Misread(place, `${found.length} entries instead of ${expected}`);
  const lists = inputs.flatMap(({ length }, i): readonly (Misread | undefined)[] => {
    const proof = proofs[i];
    if (proof === undefined) return [];
    const [[, , , , t_hat], [, , , , s_hat, s_prime], c, c_hat] = proof;
    const at = `.proofs[${i}]`;
    return [
      wrongLength(`.ciphertexts[${i}]`, ciphertexts[i] ?? [], length),
      wrongLength(`${at}[0][4]`, t_hat, length),
      wrongLength(`${at}[1][4]`, s_hat, length),
      wrongLength(`${at}[1][5]`, s_prime, length),
      wrongLength(`${at}[2]`, c, length),
      wrongLength(`${at}[3]`, c_hat, length),
    ];
  });
  return [
    wrongLength('.ciphertexts', ciphertexts, inputs.length),
    wrongLength('.proofs', proofs, inputs.length),
    ...lists,
  ].find((misfit) => misfit !== undefined);
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
      log.failed('shuffle.members', place + at, 'the text is not the canonical one of a member of the group');
      return group.one;
    },
    number(text, at) {
      log.made('shuffle.numbers');
      const number = parseDecimal(text, group.q);
      if (number !== undefined) return number;
      isWhole = false;
      log.failed('shuffle.numbers', place + at, 'the number is not below the order of the group');
      return 0n;
    },
    allRead: () => isWhole,
  };
}

function readArgument(reader: Reader, [t, s, c, c_hat]: ShuffleArgumentWire, at: string): ShuffleArgument {
  const [t1, t2, t3, [t41, t42], t_hat] = t;
  const [s1, s2, s3, s4, s_hat, s_prime] = s;
  const members = (texts: readonly string[], where: string) =>
    texts.map((text, j) => reader.member(text, `${at}${where}[${j}]`));
  const numbers = (texts: readonly string[], where: string) =>
    texts.map((text, j) => reader.number(text, `${at}${where}[${j}]`));
  return {
    t1: reader.member(t1, `${at}[0][0]`),
    t2: reader.member(t2, `${at}[0][1]`),
    t3: reader.member(t3, `${at}[0][2]`),
    t41: reader.member(t41, `${at}[0][3][0]`),
    t42: reader.member(t42, `${at}[0][3][1]`),
    t_hat: members(t_hat, '[0][4]'),
    s1: reader.number(s1, `${at}[1][0]`),
    s2: reader.number(s2, `${at}[1][1]`),
    s3: reader.number(s3, `${at}[1][2]`),
    s4: reader.number(s4, `${at}[1][3]`),
    s_hat: numbers(s_hat, '[1][4]'),
    s_prime: numbers(s_prime, '[1][5]'),
    c: members(c, '[2]'),
    c_hat: members(c_hat, '[3]'),
  };
}
