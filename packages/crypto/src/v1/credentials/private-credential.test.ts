import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { newPrivateCredential, readPrivateCredential } from './private-credential.ts';

/** A credential of the reference archives. */
const known = 'zcY-tVU-6e7-pRz-bai';
const long = 'aBcDe-fGhJkM-nPqRs-tUvWxY';

describe('private credentials as people type them', () => {
  it('reads both forms and tells them apart', () => {
    expect(readPrivateCredential(known)).toEqual({ ok: true, value: { form: 'checked', text: known } });
    expect(readPrivateCredential(long)).toEqual({ ok: true, value: { form: 'long', text: long } });
  });

  it.each([
    ['without dashes', 'zcYtVU6e7pRzbai'],
    ['with spaces', '  zcY tVU 6e7 pRz bai\n'],
    ['with long dashes', 'zcY–tVU—6e7−pRz‐bai'],
  ])('brings a credential typed %s into its one form', (_, typed) => {
    expect(readPrivateCredential(typed)).toEqual({ ok: true, value: { form: 'checked', text: known } });
  });

  it.each(['0', 'O', 'I', 'l'] as const)('names the sign %s, which no credential has, and its position', (sign) => {
    expect(readPrivateCredential(`zcY-${sign}VU-6e7-pRz-bai`)).toEqual({
      ok: false,
      error: { type: 'mistakable_sign', sign, position: 4 },
    });
  });

  it('names the position of any other foreign sign, counting people’s signs and not code units', () => {
    const foreign = { ok: false, error: { type: 'foreign_sign', position: 5 } };
    expect(readPrivateCredential('zcY-t_U-6e7-pRz-bai')).toEqual(foreign);
    expect(readPrivateCredential('zcY-t😀U-6e7-pRz-bai')).toEqual(foreign);
    expect(readPrivateCredential('😀cY-tVU-6e7-pRz-bai')).toEqual({
      ok: false,
      error: { type: 'foreign_sign', position: 1 },
    });
  });

  it('says that something was mistyped when the check sign does not fit', () => {
    for (const typed of ['zcY-tVU-6e7-pRz-baj', 'zcY-tVU-6e7-pRz-abi', 'ZcY-tVU-6e7-pRz-bai']) {
      expect(readPrivateCredential(typed)).toEqual({ ok: false, error: { type: 'wrong_check_sign' } });
    }
  });

  it.each([
    ['', { found: 0, expected: 15 }],
    ['zcYtVU', { found: 6, expected: 15 }],
    ['zcYtVU6e7pRzbaiX', { found: 16, expected: 22 }],
    ['zcY-tVU-6e7-pRz', { found: 12, expected: 15, group: 5 }],
    ['zcY-tV-6e7-pRz-bai', { found: 14, expected: 15, group: 2 }],
    ['zcY-tVU-6e7-pRz-bai-X', { found: 16, expected: 15, group: 6 }],
    ['aBcDe-fGhJkM-nPqRs', { found: 16, expected: 22, group: 4 }],
    ['aBcDe-fGhJkM', { found: 11, expected: 22, group: 3 }],
  ])('says of "%s" what is missing', (typed, told) => {
    expect(readPrivateCredential(typed)).toEqual({ ok: false, error: { type: 'wrong_length', ...told } });
  });

  it.each(['checked', 'long'] as const)('reads every new credential of the %s form back', (form) => {
    const random = seededRandomness(`credentials ${form}`);
    const texts = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const credential = newPrivateCredential(form, random);
      expect(readPrivateCredential(credential.text)).toEqual({ ok: true, value: credential });
      texts.add(credential.text);
    }
    expect(texts.size).toBe(2000);
  });
});
