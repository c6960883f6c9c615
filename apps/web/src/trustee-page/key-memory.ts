import { Misread, readText, utf8, type Sha256Maker, sha256Hex } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import {
  dealFile,
  type DealFile,
  decryptionFile,
  fileText,
  type KeyMemory,
  shuffleFile,
  type ShuffleFile,
} from '@convite/trustee';

/**
 * What this browser remembers of keys: what each decrypted, shuffled and dealt. Public things alone, no secret.
 *
 * Hazards: another browser, another machine, or this one after its storage was cleared does not know: the page says so.
 */
export interface BrowserMemory {
  readonly get: (name: string) => Promise<string | undefined>;
  /** False where the browser keeps nothing. */
  readonly put: (name: string, text: string) => Promise<boolean>;
}

const database = 'convite-trustee';
const store = 'records';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the storage of the browser failed')));
  });

/** Opens the memory; undefined where this browser has none, in a private window for instance. */
export async function openMemory(): Promise<BrowserMemory | undefined> {
  try {
    const opening = indexedDB.open(database, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(store));
    const opened = await done(opening);
    return {
      async get(name) {
        const found: unknown = await done(opened.transaction(store).objectStore(store).get(name));
        return typeof found === 'string' ? found : undefined;
      },
      async put(name, text) {
        try {
          const writing = opened.transaction(store, 'readwrite', { durability: 'strict' });
          const ended = new Promise<boolean>((resolve) => {
            writing.addEventListener('complete', () => resolve(true));
            writing.addEventListener('abort', () => resolve(false));
          });
          writing.objectStore(store).put(text, name);
          return await ended;
        } catch {
          // A full or forbidden storage: the one who asked says so.
          return false;
        }
      },
    };
  } catch {
    // Browsers forbid it in several ways; all mean that nothing is remembered.
    return undefined;
  }
}

/** A memory that lasts as long as the page is open. */
export function passingMemory(): BrowserMemory {
  const kept = new Map<string, string>();
  return {
    get: async (name) => kept.get(name),
    put: async (name, text) => {
      kept.set(name, text);
      return true;
    },
  };
}

const dealtName = (seedHash: string): string => `dealt|${seedHash}`;

/** What was dealt with the secret of this hash. */
export async function dealtBefore(memory: BrowserMemory, seedHash: string): Promise<DealFile | undefined> {
  const file = readText(dealFile, (await memory.get(dealtName(seedHash))) ?? '');
  return file instanceof Misread ? undefined : file;
}

export const keepDealt = (memory: BrowserMemory, seedHash: string, file: DealFile): Promise<boolean> =>
  memory.put(dealtName(seedHash), fileText(dealFile, file));

/** The memory of one key, as a pass asks for it. */
export function memoryOfKey(memory: BrowserMemory, publicKey: string, sha256: Sha256Maker): KeyMemory<'nothing_kept'> {
  const name = (kind: string, uuid: string): string => `${kind}|${publicKey}|${uuid}`;
  const kept = async (wasKept: Promise<boolean>): Promise<Result<void, 'nothing_kept'>> =>
    (await wasKept) ? ok(undefined) : err('nothing_kept');
  const hashes = async (uuid: string): Promise<readonly string[]> =>
    ((await memory.get(name('shuffles', uuid))) ?? '').split(' ').filter((hash) => hash !== '');
  return {
    async decryption(uuid) {
      const file = readText(decryptionFile, (await memory.get(name('decryption', uuid))) ?? '');
      return ok(file instanceof Misread ? undefined : file);
    },
    keepDecryption: (file) => kept(memory.put(name('decryption', file.uuid), fileText(decryptionFile, file))),
    shuffles: async (uuid) => ok(await hashes(uuid)),
    async lastShuffle(uuid): Promise<Result<ShuffleFile | undefined, 'nothing_kept'>> {
      const file = readText(shuffleFile, (await memory.get(name('shuffle', uuid))) ?? '');
      return ok(file instanceof Misread ? undefined : file);
    },
    async keepShuffle(file) {
      const hash = sha256Hex(sha256.sha256(utf8(file.shuffle)));
      const all = [...(await hashes(file.uuid)), hash].join(' ');
      if (!(await memory.put(name('shuffles', file.uuid), all))) return err('nothing_kept');
      return kept(memory.put(name('shuffle', file.uuid), fileText(shuffleFile, file)));
    },
  };
}
