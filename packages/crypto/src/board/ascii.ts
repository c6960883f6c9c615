import { invariant } from '@convite/kernel';

/** The bytes of a text of ASCII characters. @throws InvariantError on any other character */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  putAscii(bytes, 0, text);
  return bytes;
}

/** Writes a text of ASCII characters into bytes, from a place on. @throws InvariantError on any other character */
export function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    invariant(code < 0x80, 'the text is ASCII');
    bytes[at + i] = code;
  }
}

/** One character for each byte, so that a form of ASCII alone matches only the bytes that stand for it. */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Where two runs of bytes of one length first differ; undefined if they are the same. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  invariant(a.length === b.length, 'what is compared has one length');
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return i;
  return undefined;
}
