import type { Asset } from '../ui/assets.ts';
import { encodedBody, sendBody } from './encoded-body.ts';
import type { Router } from './router.ts';

const bestQuality = 11;

/** What pages load: each file under an address that carries the hash of its bytes, to be kept for ever. */
export function assetRoutes(router: Router, files: readonly Asset[]): void {
  for (const { path, type, body } of files) {
    const encoded = encodedBody(type, new Uint8Array(body), bestQuality);
    router.route({ method: 'GET', path, access: 'public' }, (c) =>
      sendBody(c, encoded, { cache: 'public, max-age=31536000, immutable' }),
    );
  }
}
