import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { err, ok, type Result } from '@convite/kernel';

/** Passwords that were stolen somewhere and are tried first. */
export interface BreachedPasswords {
  has(password: string): Promise<boolean>;
}

/** Where no list was given. */
export const noBreachedPasswords: BreachedPasswords = { has: () => Promise.resolve(false) };

/** A hash of SHA-1 and a count: no line of such a list is longer. */
const longestLine = 128;

/**
 * A list in a file of lines sorted by SHA-1 in capital hexadecimal digits, with or without a count behind a colon: the
 * form in which Have I Been Pwned hands out its list. The file is searched where it lies, so it may have tens of gigabytes.
 *
 * @returns err with the system's own words when there is no such file, or it may not be read.
 */
export async function openBreachedPasswords(path: string): Promise<Result<BreachedPasswords, string>> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  const { size } = await file.stat();
  return ok({
    async has(password) {
      const wanted = createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase();
      // Every line that begins before `from` sorts before the wanted hash, none that begins from `to` on does.
      let [from, to] = [0, size];
      while (from < to) {
        const line = await lineFrom(file, Math.floor((from + to) / 2), size);
        if (line === undefined || line.text >= wanted) to = Math.floor((from + to) / 2);
        else from = line.start + 1;
      }
      return (await lineFrom(file, from, size))?.text === wanted;
    },
  });
}

/** The first line that begins at a place or after it, without its count. */
async function lineFrom(
  file: FileHandle,
  at: number,
  size: number,
): Promise<{ readonly start: number; readonly text: string } | undefined> {
  const before = Math.max(0, at - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, before);
  const text = buffer.toString('latin1', 0, bytesRead);
  // The place is the beginning of a line if a line ends right before it.
  const start = at === 0 ? 0 : text.indexOf('\n') + 1;
  if ((at > 0 && start === 0) || before + start >= size) return undefined;
  return { start: before + start, text: /^[0-9A-F]{0,40}/u.exec(text.slice(start))?.[0] ?? '' };
}
