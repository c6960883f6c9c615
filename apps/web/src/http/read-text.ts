import { err, ok, type Result } from '@convite/kernel';
import type { AppContext } from './router.ts';

export type TextRefusal = 'too_large' | 'too_slow' | 'broken_off' | 'not_utf8';

export interface TextLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Reads a body that is one text. Nothing above the limits is ever held or waited for. */
export async function readText(c: AppContext, limits: TextLimits): Promise<Result<string, TextRefusal>> {
  if (Number(c.req.header('Content-Length') ?? 0) > limits.bytes) return err('too_large');
  const reader = c.req.raw.body?.getReader();
  if (reader === undefined) return ok('');
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), limits.milliseconds);
  const chunks: Uint8Array[] = [];
  try {
    for (let size = 0; ;) {
      const read = await Promise.race([reader.read(), late.promise]);
      if (read === 'late') return err('too_slow');
      if (read.done) return decoded(Buffer.concat(chunks));
      size += read.value.byteLength;
      if (size > limits.bytes) return err('too_large');
      chunks.push(read.value);
    }
  } catch {
    // The body ends before its time for one reason alone: the other side went away.
    return err('broken_off');
  } finally {
    clearTimeout(timer);
    // What is still to come is not waited for.
    void reader.cancel().catch(() => undefined);
  }
}

function decoded(bytes: Uint8Array): Result<string, TextRefusal> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // `decode` throws for one reason alone: the bytes are not UTF-8.
    return err('not_utf8');
  }
}

/** How deep lists and objects of a JSON text stand in one another, looked at without parsing it. */
export function jsonDepth(text: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (isInString) {
      if (sign === BACKSLASH) i += 1;
      else if (sign === QUOTE) isInString = false;
    } else if (sign === QUOTE) isInString = true;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) deepest = Math.max(deepest, (depth += 1));
    else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) depth -= 1;
  }
  return deepest;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
