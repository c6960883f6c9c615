import { err, ok, type Result } from '@convite/kernel';
import type { PabulibProblem } from './problems.ts';

/** The part of the Encoding Standard that is used; the same in Node and in browsers. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { readonly decode: (bytes: Uint8Array) => string };
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };

/**
 * Reads bytes as UTF-8 text, keeping a byte order mark as the first character, so that `encodeText` gives the same
 * bytes back. Refuses what is not text, saying in which line.
 */
export function decodeText(bytes: Uint8Array): Result<string, PabulibProblem> {
  if (bytes.length === 0) return err({ code: 'empty_file', line: 1 });
  const kind = kindOfBinary(bytes);
  if (kind !== undefined) return err({ code: 'not_text', line: 1, kind });
  const text = decoded(bytes);
  if (text === undefined) return err({ code: 'not_utf8', line: lineOfFirstFault(bytes) });
  const control = text.indexOf('\0');
  return control === -1
    ? ok(text)
    : err({ code: 'not_text', line: text.slice(0, control).split('\n').length, kind: 'binary' });
}

/** Requires: well-formed text, such as `decodeText` gives. */
export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);

function kindOfBinary(bytes: Uint8Array): 'zip' | 'pdf' | 'utf-16' | undefined {
  const starts = (...signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return starts(0xff, 0xfe) || starts(0xfe, 0xff) ? 'utf-16' : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}

/** Halves the file at line ends, which are never inside a UTF-8 sequence, until one faulty line is left. */
function lineOfFirstFault(bytes: Uint8Array): number {
  let from = 0;
  let to = bytes.length;
  for (;;) {
    const line = bytes.subarray(from, to);
    const middle = line.length >> 1;
    const after = line.indexOf(0x0a, middle);
    const cut = after !== -1 && after + 1 < line.length ? after : line.lastIndexOf(0x0a, middle - 1);
    if (middle === 0 || cut === -1) break;
    const half = from + cut + 1;
    if (decoded(bytes.subarray(from, half)) === undefined) to = half;
    else from = half;
  }
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < from; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}
