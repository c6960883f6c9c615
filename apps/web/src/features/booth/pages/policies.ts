/**
 * The policy of the booth: one program, one worker, one address to talk to, nothing that is written by people, and no
 * form that could send what is marked.
 *
 * @param program where the program is allowed to come from: its own address where the origin is known, else this origin.
 */
export const boothHeaders = (program: string): Readonly<Record<string, string>> => ({
  ...neverKept,
  'Content-Security-Policy': [
    `default-src 'none'`,
    `script-src ${program}`,
    `worker-src 'self'`,
    `connect-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types booth`,
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), browsing-topics=()',
});

/** Pages around the booth hold marks, or would show them when somebody else presses Back. */
export const neverKept = { 'Cache-Control': 'no-store' } as const;

/**
 * The last page of a sitting asks the browser to drop what it kept of this origin. The program has erased its drafts before.
 *
 * Hazards: on an origin that the booth shares, storage is also what the page of trustees remembers of a key: that it dealt,
 * shuffled and decrypted. A link to this page would make it forget, and a key then decrypts a second thing.
 */
export const clearingHeaders = (isOwnOrigin: boolean): Readonly<Record<string, string>> => ({
  ...neverKept,
  'Clear-Site-Data': isOwnOrigin ? '"cache", "storage"' : '"cache"',
});

/** What the worker that seals may do: compute. It can reach no address at all. */
export const workerHeaders = {
  'Content-Security-Policy': `default-src 'none'; script-src 'wasm-unsafe-eval'`,
} as const;
