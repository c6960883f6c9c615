import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AppContext } from './router.ts';
import { utf8 } from './utf8.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const encodings = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof encodings)[number];

/** A body in the encodings asked for so far, and the tag of its content. */
export interface EncodedBody {
  readonly type: string;
  readonly etag: string;
  readonly size: number;
  bytes(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}

/** Holds a body; each compressed form is made once, when first asked for. `quality` is Brotli's. */
export function encodedBody(type: string, content: string | Uint8Array<ArrayBuffer>, quality: number): EncodedBody {
  const plain = typeof content === 'string' ? utf8(content) : content;
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>([['identity', Promise.resolve(plain)]]);
  const make = (encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
    switch (encoding) {
      case 'br':
        return brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).then((b) => new Uint8Array(b));
      case 'gzip':
        return gzipped(plain).then((b) => new Uint8Array(b));
      case 'identity':
        return Promise.resolve(plain);
    }
  };
  return {
    type,
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    size: plain.byteLength,
    bytes(encoding) {
      const known = made.get(encoding);
      if (known !== undefined) return known;
      const making = make(encoding);
      made.set(encoding, making);
      return making;
    },
  };
}

/** Sends a body in the best encoding that the client takes, or nothing but its tag when the client has it already. */
export async function sendBody(
  c: AppContext,
  body: EncodedBody,
  {
    status = 200,
    cache,
  }: {
    readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
    readonly cache: string;
  },
): Promise<Response> {
  const headers: Record<string, string> = {
    ETag: body.etag,
    'Cache-Control': cache,
    'Content-Type': body.type,
    Vary: 'Accept-Encoding, Accept-Language, Cookie, Save-Data',
  };
  if (status === 200 && c.req.header('If-None-Match')?.split(', ').includes(body.etag) === true) {
    return c.body(null, 304, headers);
  }
  const encoding = acceptedEncoding(c.req.header('Accept-Encoding') ?? '');
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return c.body(await body.bytes(encoding), status, headers);
}

/** A client that refuses an encoding (`;q=0`) and names it all the same is rare and gets what it names. */
const acceptedEncoding = (header: string): Encoding =>
  encodings.find((encoding) => header.includes(encoding)) ?? 'identity';
