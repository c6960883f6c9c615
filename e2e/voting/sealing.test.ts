import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createBallotVerifier,
  credentialSecret,
  ed25519Group,
  electionWire,
  belenios2048,
  finiteFieldGroup,
  hashOfText,
  makeBallot,
  portableSha256,
  publicCredential,
  type Question,
  readPrivateCredential,
  rfc3526Group14,
  withElection,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { startBrowser } from '../browser.ts';
import { bundleForBrowser } from './bundle.ts';

const groups = {
  Ed25519: ed25519Group(),
  'BELENIOS-2048': finiteFieldGroup(belenios2048),
  'RFC-3526-2048': finiteFieldGroup(rfc3526Group14),
};
const suite = { group: (name: keyof typeof groups) => groups[name], sha256: portableSha256.sha256 };
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const questions: readonly Question[] = [
  { answers: Array.from({ length: 20 }, (_, i) => `Proyecto ${i + 1} «ñ»`), min: 0, max: 5, question: 'Obras' },
  { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Fiesta?' },
  { type: 'NonHomomorphic', value: { answers: ['A', 'B'], question: 'Puntos' } },
];
const credential = 'xPWKb-FnjFEZ-nU93v-gE5RJm';

/** An election of each group; BELENIOS-2048 carries no mixed question. */
const electionOf = (name: keyof typeof groups): string => {
  const group = groups[name];
  const asked = group.maxInts > 0 ? questions : questions.slice(0, 2);
  const public_key = group.write(group.power(group.g, 4_321n));
  const texts = { description: 'Calle Cedro', name: 'Farolas', uuid: 'CaLLeCedro1234' };
  return electionWire.write({ version: 1, group: name, public_key, questions: asked, ...texts });
};
const choicesFor = (name: keyof typeof groups): readonly (readonly number[])[] =>
  [Array.from({ length: 20 }, (_, i) => (i % 7 === 0 ? 1 : 0)), [0, 1, 0], [3, 255]].slice(
    0,
    groups[name].maxInts > 0 ? 3 : 2,
  );

let browser: Browser;
let page: Page;
let sealing = '';
let verifying = '';

beforeAll(async () => {
  [sealing, verifying] = await Promise.all([
    bundleForBrowser('packages/crypto/browser/voting-worker.ts'),
    bundleForBrowser('e2e/voting/verifying-worker.ts'),
  ]);
  browser = await startBrowser();
  page = await browser.newPage();
  await page.route('https://booth.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const scripts: Readonly<Record<string, string>> = { '/seal.js': sealing, '/verify.js': verifying };
    const body = scripts[pathname];
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Cabina</title>' })
      : route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto('https://booth.test/');
});

afterAll(() => browser.close());

/** Asks a worker of the page one thing. */
const ask = (script: string, request: unknown): Promise<unknown> =>
  page.evaluate(
    ([address, message]) =>
      new Promise<unknown>((resolve, reject) => {
        const worker = new Worker(String(address));
        worker.addEventListener('message', (event: MessageEvent<unknown>) => {
          worker.terminate();
          resolve(event.data);
        });
        worker.addEventListener('error', (event) => {
          reject(new Error(event.message));
        });
        worker.postMessage(message);
      }),
    [script, request] as const,
  );

describe('the voting core in a real browser', () => {
  it.each(['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const)(
    'seals a ballot that Node verifies, and verifies one that Node sealed: %s',
    async (name) => {
      const election = electionOf(name);
      const sealed = await ask('/seal.js', { election, credential, choices: choicesFor(name) });
      expect(sealed).toMatchObject({ ok: true, value: { backend: name === 'Ed25519' ? 'wasm-scalar' : 'bigint' } });
      const { text, tracker } = ballotIn(sealed);
      expect(tracker).toBe(hashOfText(portableSha256.sha256, text));
      const verifier = createBallotVerifier(suite, election);
      verifier.verify([{ height: 1, text, credential: 0, weight: 1n }]);
      expect(verifier.findings().checks.failures).toEqual([]);

      const typed = readPrivateCredential(credential);
      invariant(typed.ok, 'the credential can be read');
      const log = { made: () => undefined, failed: () => undefined };
      const ours = withElection(suite, election, log, (opened) => {
        const secret = credentialSecret(opened.group, typed.value, opened.uuid);
        expect(text).toContain(opened.group.write(publicCredential(opened.group, secret)));
        return makeBallot(opened, secret, choicesFor(name), random);
      });
      invariant(ours?.ok === true, 'Node seals the same choices');
      expect(await ask('/verify.js', { election, ballot: ours.value.text })).toMatchObject({ failed: [] });
      const altered = ours.value.text.replace('"response":"', '"response":"1');
      expect(await ask('/verify.js', { election, ballot: altered })).not.toMatchObject({ failed: [] });
    },
  );

  it('tells what is wrong with choices and credentials, and repeats neither', async () => {
    const election = electionOf('Ed25519');
    const tooMany = [Array.from({ length: 20 }, () => 1), [0, 1, 0], [3, 255]];
    const over = await ask('/seal.js', { election, credential, choices: tooMany });
    expect(over).toMatchObject({ ok: false, error: { type: 'choices_do_not_fit', question: 0 } });
    const mistyped = credential.replace('F', '0');
    const unread = await ask('/seal.js', { election, credential: mistyped, choices: choicesFor('Ed25519') });
    expect(unread).toMatchObject({ ok: false, error: { type: 'credential_unreadable' } });
    expect(JSON.stringify([over, unread])).not.toContain('FnjFEZ');
    expect(await ask('/seal.js', { election: '{}', credential, choices: [] })).toMatchObject({
      ok: false,
      error: { type: 'election_unusable' },
    });
  });

  it('is at most 40 kB compressed, script and WebAssembly together', () => {
    expect(gzipSync(sealing, { level: 9 }).length).toBeLessThanOrEqual(40_000);
  });
});

function ballotIn(sealed: unknown): { readonly text: string; readonly tracker: string } {
  invariant(typeof sealed === 'object' && sealed !== null && 'value' in sealed, 'the worker answers with a ballot');
  const { value } = sealed;
  invariant(
    typeof value === 'object' && value !== null && 'text' in value && 'tracker' in value,
    'a ballot has a text',
  );
  const { text, tracker } = value;
  invariant(typeof text === 'string' && typeof tracker === 'string', 'a ballot and its tracker are texts');
  return { text, tracker };
}
