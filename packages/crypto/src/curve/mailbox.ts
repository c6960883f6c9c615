import { invariant } from '@convite/kernel';
import type { ScalarExports } from './module-exports.ts';

declare const TextEncoder: new () => {
  readonly encodeInto: (text: string, to: Uint8Array) => { readonly read: number; readonly written: number };
};
declare const TextDecoder: new () => { readonly decode: (bytes: Uint8Array) => string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const aligned = (bytes: number): number => (bytes + 15) & ~15;

/**
 * The memory of one call: parts are laid out first, then the room is reserved, then they are filled and read.
 * Addresses are given before the room is reserved, because the mailbox always starts at the same place until a table is
 * made; so tables come first.
 */
export class Mailbox {
  readonly #core: ScalarExports;
  readonly #start: number;
  #end: number;
  #bytes: Uint8Array;
  #words: Int32Array;

  constructor(core: ScalarExports) {
    this.#core = core;
    this.#start = core.reserve(0);
    this.#end = this.#start;
    this.#bytes = new Uint8Array(core.memory.buffer);
    this.#words = new Int32Array(core.memory.buffer);
  }

  /** Room for a part. @returns its address */
  room(bytes: number): number {
    const at = this.#end;
    this.#end = at + aligned(bytes);
    return at;
  }

  /** Reserves all the parts; only then may they be filled. */
  open(): void {
    const start = this.#core.reserve(this.#end - this.#start);
    invariant(start === this.#start, 'no table is made while a mailbox is laid out');
  }

  /** The memory as bytes; a call may have made it grow, and then earlier views see nothing. */
  #memory(): Uint8Array {
    const { buffer } = this.#core.memory;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.#words = new Int32Array(buffer);
    }
    return this.#bytes;
  }

  put(at: number, bytes: Uint8Array): void {
    this.#memory().set(bytes, at);
  }

  /** Writes numbers as 32-bit words. */
  putWords(at: number, words: readonly number[]): void {
    this.#memory();
    this.#words.set(words, at / 4);
  }

  /** Writes a text in UTF-8, at most `most` bytes. @returns how many bytes it took */
  putText(at: number, text: string, most: number): number {
    return encoder.encodeInto(text, this.#memory().subarray(at, at + most)).written;
  }

  /** A copy of what a call has left. */
  take(at: number, bytes: number): Uint8Array {
    return this.#memory().slice(at, at + bytes);
  }

  takeWord(at: number): number {
    return new DataView(this.#memory().buffer).getInt32(at, true);
  }

  takeText(at: number, bytes: number): string {
    return decoder.decode(this.#memory().subarray(at, at + bytes));
  }
}
