import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { invariant } from '@convite/kernel';
import { encodedBody, sendBody } from './encoded-body.ts';
import { useOwnHeaders } from './headers.ts';
import type { Router } from './router.ts';

const bestQuality = 11;

/**
 * Serves a page that is one file and carries its own policy, for it is saved and opened from disks too. What a policy
 * can say in a header alone is added.
 *
 * @returns its fingerprint in the form of subresource integrity: `sha384-…`.
 */
export function pageFileRoute(router: Router, path: string, file: URL): string {
  const text = readFileSync(file, 'utf8');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(text) ?? [];
  invariant(policy !== undefined, 'a page of one file says what it may do');
  const body = encodedBody('text/html; charset=utf-8', text, bestQuality);
  const headers = {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
  };
  router.route({ method: 'GET', path, access: 'public' }, (c) => {
    useOwnHeaders(c, headers);
    return sendBody(c, body, { cache: 'no-cache' });
  });
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
