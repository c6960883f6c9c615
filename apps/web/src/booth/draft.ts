/** What a phone keeps of a vote that is not in the box yet, and of its receipt. Never the code. */
export interface Kept {
  /** Numbers that are marked. */
  readonly marked: readonly number[];
  readonly blank: boolean;
  /** A sealed ballot that was sent and not answered: sent again, it is the same one. */
  readonly sealed?: { readonly text: string; readonly tracker: string };
  /** The answer of the board, word for word, and when it came. */
  readonly receipt?: { readonly tracker: string; readonly answer: string; readonly at: string };
}

/** What the code by e-mail was exchanged for: it belongs to nobody by name, and is cast with the ballot. */
export interface Pass {
  /** Drawn by this phone before the exchange: the same question again has the same answer. */
  readonly number: string;
  /** Drawn by this phone before it asks for a code: a code that comes by mail is good for its question alone. */
  readonly question?: string;
  /** The admission; undefined until it came. */
  readonly admission?: string;
}

/** The draft of one contest in this tab of this phone: gone with the tab, and with `forget`. */
export interface Draft {
  read(): Kept | undefined;
  write(kept: Kept): void;
  forget(): void;
  /** The pass stays when the draft is forgotten: whoever votes again needs it. */
  readPass(): Pass | undefined;
  writePass(pass: Pass): void;
  forgetPass(): void;
}

const prefix = 'convite-booth ';
const ofPass = ' pass';

/**
 * Opens the draft of a contest, which belongs to one election: after another freeze an old draft is not found.
 *
 * Hazards: whoever holds the phone can read it until it is erased, as they could read over the shoulder.
 */
export function openDraft(storage: Storage | undefined, contest: string, fingerprint: string): Draft {
  const key = `${prefix}${contest} ${fingerprint}`;
  const passKey = `${key}${ofPass}`;
  const read = <T>(name: string, parse: (value: unknown) => T | undefined): T | undefined => {
    const text = quietly(() => storage?.getItem(name));
    return text === null || text === undefined ? undefined : quietly(() => parse(JSON.parse(text)));
  };
  const write = (name: string, value: Kept | Pass): void => {
    quietly(() => storage?.setItem(name, JSON.stringify(value)));
  };
  return {
    read: () => read(key, readKept),
    write(kept) {
      write(key, kept);
    },
    forget() {
      quietly(() => storage?.removeItem(key));
    },
    readPass: () => read(passKey, readPass),
    writePass(pass) {
      write(passKey, pass);
    },
    forgetPass() {
      quietly(() => storage?.removeItem(passKey));
    },
  };
}

/** Erases of every contest what was marked and is not sealed yet, with its pass. */
export function forgetUnsent(storage: Storage | undefined): void {
  for (const key of keysOf(storage)) {
    const text = quietly(() => storage?.getItem(key)) ?? '';
    const kept = quietly(() => readKept(JSON.parse(text)));
    if (kept === undefined || kept.sealed !== undefined || kept.receipt !== undefined) continue;
    for (const each of [key, `${key}${ofPass}`]) quietly(() => storage?.removeItem(each));
  }
}

const keysOf = (storage: Storage | undefined): readonly string[] =>
  (quietly(() => Object.keys(storage ?? {})) ?? []).filter((key) => key.startsWith(prefix));

/** Erases the drafts of every contest. */
export function forgetAll(storage: Storage | undefined): void {
  for (const key of keysOf(storage)) quietly(() => storage?.removeItem(key));
}

/** A phone may forbid storage or be full: then nothing is kept, and voting goes on. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** What was written by `write`; undefined for anything else, which a program of another time may have left. */
function readKept(value: unknown): Kept | undefined {
  if (!isObject(value) || !Array.isArray(value['marked']) || typeof value['blank'] !== 'boolean') return undefined;
  const marked = value['marked'].filter((number) => typeof number === 'number');
  const { sealed, receipt } = value;
  return {
    marked,
    blank: value['blank'],
    ...(isObject(sealed) && { sealed: { text: textIn(sealed, 'text'), tracker: textIn(sealed, 'tracker') } }),
    ...(isObject(receipt) && {
      receipt: {
        tracker: textIn(receipt, 'tracker'),
        answer: textIn(receipt, 'answer'),
        at: textIn(receipt, 'at'),
      },
    }),
  };
}

function readPass(value: unknown): Pass | undefined {
  if (!isObject(value)) return undefined;
  return {
    number: textIn(value, 'number'),
    ...('question' in value && { question: textIn(value, 'question') }),
    ...('admission' in value && { admission: textIn(value, 'admission') }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function textIn(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = value[name];
  if (typeof text !== 'string') throw new TypeError(`${name} is a text`);
  return text;
}
