import { assembleThreshold, keyWords, Misread, type Randomness, readText, trusteesWire } from '@convite/crypto';
import { invariant, type Result } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { keysOfList, restoreKey } from '../backup/restore-key.ts';
import { fileText, readOwnKey } from '../files/own-key.ts';
import { certificateFile, dealFile, keyFile, type CertificateFile, type DealFile } from '../files/trustee-files.ts';
import { machine } from '../pass/one-ceremony.fixture.ts';
import { readsTestBallot, rehearsedFactor, rehearseOwn } from '../rehearsal/test-ballot.ts';
import { readTrusteeList } from '../rehearsal/trustee-list.ts';
import { certificatesStep, dealsStep, shareKeysStep } from './checked-steps.ts';
import { type HandedIn, stepFileName } from './gather-step.ts';
import { beginCeremony, makeOwnDeal, makeOwnShare, makeSingleKey } from './own-steps.ts';

const { suite } = machine;
const random: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

function good<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const names = ['Ana', 'Beto', 'Carla'];
const plan = { group: 'Ed25519', threshold: 2, size: 3 } as const;
const begun = names.map((name, i) => good(beginCeremony(suite, { ...plan, member: i + 1, name }, random)));
const handedIn = <T extends { readonly step: 'certificate' | 'deal' | 'key'; member: number; name: string }>(
  files: readonly T[],
): readonly HandedIn<T>[] => files.map((file) => ({ path: stepFileName(file.step, file), file }));
const certificates = handedIn<CertificateFile>(begun.map(({ handedIn: file }) => file));
const first = good(certificatesStep(suite, certificates, plan));
const deals = handedIn<DealFile>(begun.map(({ secret }) => good(makeOwnDeal(secret, first, undefined, random))));
const second = good(dealsStep(suite, first, deals));
const shares = begun.map(({ secret }) => good(makeOwnShare(suite, secret, second, random)));

describe('a ceremony', () => {
  const third = good(shareKeysStep(second, handedIn(shares.map(({ handedIn: file }) => file))));
  const text = trusteesWire.write([['Pedersen', good(assembleThreshold(third.collected.checked, third.keys))]]);
  const list = good(readTrusteeList(suite, text));

  it('of three gives keys of which any two read the test ballot, and one does not', () => {
    const own = shares.map(({ key }) => good(readOwnKey(suite, fileText(keyFile, key))));
    const rehearsals = own.map((key) => good(rehearseOwn(list, key, '2026-11-21', random)));
    expect(rehearsals.map(({ owner }) => owner)).toEqual([1, 2, 3]);
    const [ana, , carla] = rehearsals;
    invariant(ana !== undefined && carla !== undefined, 'there are three');
    expect(readsTestBallot(list, [ana, carla])).toBe(true);
    expect(readsTestBallot(list, [ana])).toBe(false);
    // One of another day proves the key, but does not combine.
    expect(readsTestBallot(list, [ana, { ...carla, date: '2026-11-20' }])).toBe(false);
    expect(rehearsedFactor(list, { ...ana, owner: 2 })).toBeUndefined();
    const stranger = good(
      readOwnKey(suite, keyFile.write(makeSingleKey(suite, { group: 'Ed25519', name: 'Otro' }, random).key)),
    );
    expect(rehearseOwn(list, stranger, '2026-11-21', random)).toEqual({ ok: false, error: { type: 'not_a_trustee' } });
  });

  it('gives the key back from its words, with its name, and points at a wrong one', () => {
    const [ana] = shares;
    invariant(ana !== undefined, 'there are three');
    const [words = []] = keyWords(BigInt(ana.key.secret), suite.group('Ed25519').q, 'es');
    expect(restoreKey(words.join(' '), keysOfList(list), 'es')).toEqual({ ok: true, value: ana.key });
    const wrong = words.with(4, words[4] === 'ábaco' ? 'abdomen' : 'ábaco').join(' ');
    expect(restoreKey(wrong, keysOfList(list), 'es')).toEqual({
      ok: false,
      error: { type: 'words_of_no_key', word: 5 },
    });
    expect(restoreKey('ábaco', keysOfList(list), 'es')).toMatchObject({ error: { type: 'words' } });
  });

  it('waits for who is missing, and takes no file twice and none of another ceremony', () => {
    expect(certificatesStep(suite, certificates.slice(1), plan)).toEqual({
      ok: false,
      error: { type: 'files_missing', step: 'certificate', members: [1] },
    });
    const [ana] = certificates;
    invariant(ana !== undefined, 'there are three');
    expect(certificatesStep(suite, [...certificates, { ...ana, path: 'copy' }], plan)).toMatchObject({
      error: { type: 'file_twice', member: 1, paths: ['1-certificate-1-ana.json', 'copy'] },
    });
    expect(certificatesStep(suite, certificates, { ...plan, threshold: 3 })).toMatchObject({
      error: { type: 'other_ceremony' },
    });
    expect(beginCeremony(suite, { ...plan, member: 4, name: 'Dora' }, random)).toMatchObject({ ok: false });
  });

  it('deals once: the same again, and nothing with other certificates', () => {
    const [ana] = begun;
    const [dealt] = deals;
    invariant(ana !== undefined && dealt !== undefined, 'there are three');
    expect(makeOwnDeal(ana.secret, first, dealt.file, random)).toEqual({ ok: true, value: dealt.file });
    const changed = good(beginCeremony(suite, { ...plan, member: 3, name: 'Carla' }, random));
    const other = good(certificatesStep(suite, certificates.with(2, { path: 'x', file: changed.handedIn }), plan));
    expect(makeOwnDeal(ana.secret, other, dealt.file, random)).toEqual({
      ok: false,
      error: { type: 'dealt_otherwise' },
    });
    expect(dealsStep(suite, other, deals)).toMatchObject({ error: { type: 'transcripts_differ', members: names } });
  });

  it('names who dealt somebody a wrong share', () => {
    const [ana, beto] = begun;
    const [own, dealt] = deals;
    invariant(ana && beto && own && dealt, 'there are three');
    const another = good(makeOwnDeal(beto.secret, first, undefined, random));
    const content = {
      ...another.content,
      secrets: another.content.secrets.with(0, dealt.file.content.secrets[0] ?? ''),
    };
    const step = good(dealsStep(suite, first, deals.with(1, { path: 'x', file: { ...another, content } })));
    expect(makeOwnShare(suite, ana.secret, step, random)).toMatchObject({
      error: { type: 'ceremony', refusal: { faults: [{ member: 2, type: 'share_wrong' }] } },
    });
  });
});

describe('the text of a file', () => {
  it('is one line that gives the file back, and is refused with anything more', () => {
    for (const { file } of certificates) {
      const text = fileText(certificateFile, file);
      expect(text.indexOf('\n')).toBe(text.length - 1);
      expect(readText(certificateFile, text)).toEqual(file);
      expect(readText(certificateFile, text.replace('{', '{"more":1,'))).toBeInstanceOf(Misread);
      expect(readText(dealFile, text)).toBeInstanceOf(Misread);
    }
  });

  it('of a key is refused where its secret and its public key differ', () => {
    const [ana, beto] = shares;
    invariant(ana !== undefined && beto !== undefined, 'there are three');
    const text = fileText(keyFile, { ...ana.key, secret: beto.key.secret });
    expect(readOwnKey(suite, text)).toEqual({ ok: false, error: { type: 'key_damaged' } });
    expect(readOwnKey(suite, text.replace('"single"', '"x"').replace('member', 'x'))).toMatchObject({
      error: { type: 'malformed', place: '.kind' },
    });
  });
});
