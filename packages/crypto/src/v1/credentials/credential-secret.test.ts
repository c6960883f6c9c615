import { createHash, pbkdf2Sync } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import {
  groupOf,
  hasReference,
  listIn,
  referenceElections,
  textIn,
  whyNot,
} from '../trustees/reference-elections.fixture.ts';
import { credentialSecret, publicCredential } from './credential-secret.ts';
import { type PrivateCredential, readPrivateCredential } from './private-credential.ts';

function credentialOf(text: string): PrivateCredential {
  const read = readPrivateCredential(text);
  invariant(read.ok, 'a credential of a test is sound');
  return read.value;
}

describe.skipIf(!hasReference)(`credentials of the reference archives${whyNot}`, () => {
  it.each(referenceElections)('gives every secret exponent and public credential of $name', (reference) => {
    const published = new Set(
      Buffer.from(reference.credentials)
        .toString()
        .match(/[0-9a-f]{50,}/g),
    );
    const credentials = listIn(reference.secrets, 'credentials');
    expect(credentials.length).toBe(published.size);
    for (const entry of credentials) {
      const credential = credentialOf(textIn(entry, 'private_credential'));
      const secret = credentialSecret(reference.group, credential, reference.uuid);
      expect(String(secret)).toBe(textIn(entry, 'secret_exponent'));
      const text = reference.group.write(publicCredential(reference.group, secret));
      expect(published.delete(text)).toBe(true);
    }
  });
});

describe('the secret exponent of a credential', () => {
  const uuid = 'L4Nsktx627bryB';

  it('is, for the form with a check sign, PBKDF2 of the text with its dashes', () => {
    const bytes = pbkdf2Sync('zcY-tVU-6e7-pRz-bai', uuid, 1000, 32, 'sha256');
    const group = groupOf('BELENIOS-2048');
    const secret = credentialSecret(group, credentialOf('zcYtVU6e7pRzbai'), uuid);
    expect(secret).toBe(BigInt(`0x${bytes.toString('hex')}`) % group.q);
  });

  it.each(['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const)(
    'is, for the long form, two hashes read as one number of 512 bits (%s)',
    (name) => {
      const group = groupOf(name);
      const text = 'aBcDe-fGhJkM-nPqRs-tUvWxY';
      const half = (i: number): string =>
        createHash('sha256').update(`derive_credential|${uuid}|${i}|${text}`).digest('hex');
      const secret = credentialSecret(group, credentialOf(text), uuid);
      expect(secret).toBe(BigInt(`0x${half(0)}${half(1)}`) % group.q);
    },
  );

  it('differs from election to election', () => {
    const group = groupOf('Ed25519');
    for (const text of ['zcY-tVU-6e7-pRz-bai', 'aBcDe-fGhJkM-nPqRs-tUvWxY']) {
      const secrets = [uuid, 'YE5Ukd8wsR1Ks3'].map((election) => credentialSecret(group, credentialOf(text), election));
      expect(secrets[0]).not.toBe(secrets[1]);
    }
  });
});
