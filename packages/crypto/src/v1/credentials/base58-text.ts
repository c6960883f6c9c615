import { invariant } from '@convite/kernel';
import type { Randomness } from '../../primitives/randomness.ts';

/** The signs of secrets that people copy by hand: 0, O, I and l are left out, which are easily mistaken. */
export const base58Signs = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The greatest multiple of 58 that a byte can hold: bytes from here on would favour the first signs. */
const FAIR_BYTES = 232;

/**
 * A text of uniformly random signs.
 *
 * Exactness: bytes that would make some signs likelier are thrown away, so that every sign has probability 1/58.
 * @throws InvariantError when the randomness gives no usable byte in a thousand draws: it is broken then.
 */
export function randomBase58(length: number, random: Randomness): string {
  let text = '';
  for (let draws = 0; text.length < length; draws++) {
    invariant(draws < 1000, 'randomness gives bytes of every value');
    for (const byte of random(length - text.length)) if (byte < FAIR_BYTES) text += base58Signs.charAt(byte % 58);
  }
  return text;
}
