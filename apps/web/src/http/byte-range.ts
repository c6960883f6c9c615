/** Part of a body: from its first byte to behind its last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part that a request asks for (RFC 9110, 14.1.2): undefined for the whole, where no single range of bytes is asked
 * for, or one of another version; `outside` where nothing of it is there.
 */
export function byteRange(
  headers: { readonly range: string | undefined; readonly ifRange: string | undefined },
  etag: string,
  size: number,
): ByteRange | 'outside' | undefined {
  const { range, ifRange } = headers;
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(range.trim()) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size } : 'outside';
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  const end = last === '' ? size : Math.min(size, Number(last) + 1);
  return start < size ? { start, end } : 'outside';
}
