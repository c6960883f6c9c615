import { invariant } from '@convite/kernel';

/** The bytes of a text of ASCII characters. @throws InvariantError on any other character */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    invariant(code < 0x80, 'the text is ASCII');
    bytes[i] = code;
  }
  return bytes;
}

/** One character for each byte, so that a form of ASCII alone matches only the bytes that stand for it. */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Whether two runs of bytes are the same, and if not where the first difference is. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? undefined : shorter;
}
