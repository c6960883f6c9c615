import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encodedBody, type EncodedBody, sendBody } from './encoded-body.ts';
import type { Router } from './router.ts';

/** A program for the browser, bundled: its address carries its hash, so it may be kept for ever. */
export interface Program {
  readonly path: string;
  /** Subresource integrity: `sha384-…`. */
  readonly integrity: string;
  readonly body: EncodedBody;
}

const bestQuality = 11;

/** Reads a bundled program; `name` is how its address begins. */
export function readProgram(file: URL, name: string): Program {
  const bytes = new Uint8Array(readFileSync(file));
  const hash = (algorithm: string): Buffer => createHash(algorithm).update(bytes).digest();
  return {
    path: `/assets/${name}-${hash('sha256').toString('hex').slice(0, 16)}.js`,
    integrity: `sha384-${hash('sha384').toString('base64')}`,
    body: encodedBody('text/javascript; charset=utf-8', bytes, bestQuality),
  };
}

/** Serves a program under its address. */
export function programRoute(router: Router, { path, body }: Program): void {
  router.route({ method: 'GET', path, access: 'public' }, (c) =>
    sendBody(c, body, { cache: 'public, max-age=31536000, immutable' }),
  );
}
