import { type Sha256Hex, sha256Hex, utf8 } from '@convite/crypto';
import { compareCodePoints, invariant } from '@convite/kernel';

/** What is known before anybody can compute a lot: the seed in public, and which lot of which contest is drawn. */
export interface LotsBasis {
  /** The public seed, letter by letter as it was published after closing; not empty. */
  readonly seed: string;
  /** Of the contest's election. */
  readonly fingerprint: string;
  /** 1; a lot that a public act has drawn again with another seed has the next number. */
  readonly round: number;
}

/** An option and the number that the lot gives it. */
export interface DrawnOption {
  readonly option: number;
  readonly lot: Sha256Hex;
}

const separator = 'convite-lots-1';

/**
 * Draws lots for options: the order in which they come, the first drawn first.
 *
 * Source: docs/spec/consultation-archive.md, C. The lot of an option is SHA-256 of five lines; options stand in ascending
 * order of their lots. So the lot of an option depends on no other option: the order among some of them is the same,
 * whether the others are drawn with them or not.
 * Hazards: it is as fair as the seed. Whoever chooses the seed after closing chooses the order; so it is the outcome of a
 *   draw that nobody controls alone, announced before.
 *
 * @param options numbers on the paper, each once, in any order
 */
export function drawLots(
  { seed, fingerprint, round }: LotsBasis,
  options: readonly number[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): readonly DrawnOption[] {
  return drawn([separator, seed, fingerprint, String(round)], options, sha256);
}

/** What the order of the options on a paper is drawn by. */
export interface OrderBasis {
  /** The public seed, letter by letter as it was published after the options were frozen; not empty. */
  readonly seed: string;
  /** The id of the contest. */
  readonly contest: string;
}

const orderSeparator = 'convite-order-1';

/**
 * Draws the order in which the options of a contest stand on its paper, the first drawn first.
 *
 * Source: docs/spec/consultation-archive.md, C.8. As with lots, the order among some options is the same whether others are
 * drawn with them or not.
 * Hazards: it is as fair as the seed; so the seed is drawn in public, once nobody can change options, numbers or ids.
 *
 * @param options numbers on the paper, each once, in any order
 */
export const drawOrder = (
  { seed, contest }: OrderBasis,
  options: readonly number[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): readonly DrawnOption[] => drawn([orderSeparator, seed, contest], options, sha256);

/** Options in ascending order of their lots: SHA-256 of these lines and the number of the option, each with a line end. */
function drawn(
  lines: readonly string[],
  options: readonly number[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): readonly DrawnOption[] {
  invariant(isSeed(lines[1] ?? ''), 'a seed is one line of well-formed Unicode');
  const lotOf = (option: number): Sha256Hex => sha256Hex(sha256(utf8(`${[...lines, option].join('\n')}\n`)));
  return options
    .map((option) => ({ option, lot: lotOf(option) }))
    .toSorted((a, b) => compareCodePoints(a.lot, b.lot) || a.option - b.option);
}

/** Whether a text can be a seed: one line that is not empty, without spaces around it, so that all read the same. */
export const isSeed = (text: string): boolean =>
  text.isWellFormed() &&
  text.normalize('NFC') === text &&
  text.trim() === text &&
  /^[^\p{Cc}\p{Zl}\p{Zp}]{1,1000}$/u.test(text);
