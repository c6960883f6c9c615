import { Mailbox } from './mailbox.ts';
import type { CoreOperations } from './module-exports.ts';
import type { Points } from './points.ts';

const sameBytes = (a: Points, b: Points | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);

/** One backend and the key whose tables it holds. */
export class KeyedSession {
  readonly operations: CoreOperations;
  #key: Points | undefined;
  #wide = false;
  #narrow = false;

  constructor(operations: CoreOperations) {
    this.operations = operations;
  }

  mailbox(): Mailbox {
    return new Mailbox(this.operations.scalar);
  }

  /** Tables for public exponents of g and this key. About 10 ms for a key not in use; then nothing. */
  useWide(key: Points): void {
    this.#take(key);
    if (!this.#wide) this.operations.prepareWide();
    this.#wide = true;
  }

  /** Tables for secret exponents of g and this key. */
  useNarrow(key: Points): void {
    this.#take(key);
    if (!this.#narrow) this.operations.prepareNarrow();
    this.#narrow = true;
  }

  #take(key: Points): void {
    if (key === this.#key || sameBytes(key, this.#key)) return;
    const mailbox = this.mailbox();
    const at = mailbox.room(key.length);
    mailbox.open();
    mailbox.put(at, key);
    this.operations.scalar.setKey(at);
    this.#key = key;
    this.#wide = false;
    this.#narrow = false;
  }
}
