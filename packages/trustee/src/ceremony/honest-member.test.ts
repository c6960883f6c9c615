import { type Codec, Misread, type Randomness, readText } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { publicKeyOf } from '../files/own-key.ts';
import { certificateFile, dealFile, shareKeyFile } from '../files/trustee-files.ts';
import { machine } from '../pass/one-ceremony.fixture.ts';
import { certificatesStep, dealsStep, shareKeysStep } from './checked-steps.ts';
import type { HandedIn } from './gather-step.ts';
import { honestMember } from './honest-member.ts';

const { suite } = machine;
const random: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));
const plan = { group: 'Ed25519', threshold: 2, size: 3 } as const;

const read = <T>(form: Codec<T>, text: string): T => {
  const file = readText(form, text);
  invariant(!(file instanceof Misread), 'what a step hands in has its form');
  return file;
};
const toAll = <T>(form: Codec<T>, texts: readonly string[]): readonly HandedIn<T>[] =>
  texts.map((text, i) => ({ path: String(i + 1), file: read(form, text) }));

describe('members of a ceremony who are all honest', () => {
  const members = ['Ana', 'Beto', 'Carla'].map((name, i) =>
    honestMember(suite, { ...plan, member: i + 1, name }, random),
  );
  const certificates = toAll(
    certificateFile,
    members.map(({ certificate }) => certificate),
  );
  const deals = toAll(
    dealFile,
    members.map((member) => member.deal(certificates)),
  );

  it('come to one list of trustees, and each keeps the key that stands in it', () => {
    const shares = members.map((member) => member.share(certificates, deals));
    const handedIn = toAll(
      shareKeyFile,
      shares.map((share) => share.handedIn),
    );
    const agreed = certificatesStep(suite, certificates, plan);
    const dealt = agreed.ok ? dealsStep(suite, agreed.value, deals) : agreed;
    invariant(dealt.ok, 'certificates and deals are taken');
    expect(shareKeysStep(dealt.value, handedIn)).toMatchObject({ ok: true });
    for (const { key } of shares) {
      expect(publicKeyOf(suite.group('Ed25519'), BigInt(key.secret))).toBe(key.public_key);
    }
  });

  it('take a deal that is missing for a bug', () => {
    expect(() => members[0]?.share(certificates, deals.slice(1))).toThrow('what honest trustees hand in');
  });
});
