import { byteRange } from './byte-range.ts';
import type { AppContext } from './router.ts';
import { streamOf } from './sent-pieces.ts';

/** A file that is sent whole or in part, so that a download that broke off goes on. */
export interface RangedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Another one for other bytes: a part is sent only of those with which the download began. */
  readonly etag: string;
  readonly cache: string;
  /** Its bytes from the first to behind the last that is asked for. */
  readonly pieces: (start: number, end: number) => AsyncGenerator<Uint8Array, void>;
}

/** Sends a file to be saved: the part that is asked for, or nothing but its tag where the client has it already. */
export function sendRange(c: AppContext, { name, type, bytes, etag, cache, pieces }: RangedFile): Response {
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': cache,
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    ETag: etag,
  };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  const range = byteRange({ range: c.req.header('Range'), ifRange: c.req.header('If-Range') }, etag, bytes);
  if (range === 'outside') return c.body(null, 416, { 'Content-Range': `bytes */${bytes}` });
  const { start, end } = range ?? { start: 0, end: bytes };
  headers['Content-Length'] = String(end - start);
  if (range !== undefined) headers['Content-Range'] = `bytes ${start}-${end - 1}/${bytes}`;
  return c.body(streamOf(pieces(start, end)), range === undefined ? 200 : 206, headers);
}
