import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { type Codec, Misread, readText } from '../wire/codec.ts';
import { thresholdParameters } from '../wire/trustees-wire.ts';
import { agreeOnCertificates } from './ceremony-certificates.ts';
import { ceremonyKeys, readCeremonySeed } from './ceremony-seed.ts';
import { dealWire, memberOutput, receivedDeals, secretPolynomial, secretShare } from './ceremony-wire.ts';
import { certificate, coefficientImages, signedMessage } from '../wire/trustees-wire.ts';
import { openKeyShare } from './key-share.ts';
import { receivePrivately } from './private-message.ts';
import { fieldOf, hasReference, listIn, referenceElections, textIn, whyNot } from './reference-elections.fixture.ts';
import { valueAt } from './secret-polynomial.ts';
import { verifyTrustees } from './verify-trustees.ts';
import { testLog } from './reference-elections.fixture.ts';

/** Reads a part of the private material as the form that it should have. */
function partOf<T>(codec: Codec<T>, value: unknown): T {
  const read = codec.read(value);
  invariant(!(read instanceof Misread), 'the reference material has its form');
  return read;
}

function textOf<T>(codec: Codec<T>, text: string): T {
  const read = readText(codec, text);
  invariant(!(read instanceof Misread), 'the reference material has its form');
  return read;
}

describe.skipIf(!hasReference)(`the reference ceremony made again from its seeds${whyNot}`, () => {
  const reference = referenceElections.find(({ name }) => name.startsWith('s3'));
  if (reference === undefined) return;
  const { group, secrets, trustees } = reference;
  const members = listIn(secrets, 'threshold_trustees').map((member) => {
    const seed = readCeremonySeed(textIn(member, 'seed'));
    invariant(seed !== undefined, 'a seed has its form');
    return {
      seed,
      keys: ceremonyKeys(group, seed),
      cert: partOf(signedMessage, fieldOf(member, 'cert')),
      deal: partOf(dealWire, fieldOf(member, 'polynomial')),
      received: partOf(receivedDeals, fieldOf(member, 'vinput')),
      output: partOf(memberOutput, fieldOf(member, 'voutput')),
      sealedShare: JSON.stringify(fieldOf(member, 'dkey')),
    };
  });

  /** What a member sealed to itself in step 3. */
  const polynomials = members.map(({ keys, deal }) => {
    const opened = receivePrivately(group, keys, keys.verificationKey, deal.polynomial);
    invariant(opened.ok, 'the own polynomial opens');
    return textOf(secretPolynomial, opened.value).polynomial.map(BigInt);
  });

  it('gives the keys of every certificate', () => {
    for (const { keys, cert } of members) {
      const read = textOf(certificate, cert.message);
      expect(group.write(keys.verificationKey)).toBe(read.verification);
      expect(group.write(keys.encryptionKey)).toBe(read.encryption);
    }
  });

  it('gives the images of every polynomial', () => {
    for (const [i, { deal }] of members.entries()) {
      const images = polynomials[i]?.map((coefficient) => group.write(group.power(group.g, coefficient)));
      expect(textOf(coefficientImages, deal.coefexps.message).coefexps).toEqual(images);
    }
  });

  it('gives every share that a member sent to another, and the shares make the key that each decrypts with', () => {
    const verified = verifyTrustees(group, trustees, testLog());
    for (const [j, receiver] of members.entries()) {
      let sum = 0n;
      for (const [i, sender] of members.entries()) {
        const sealed = sender.deal.secrets[j] ?? '';
        expect(receiver.received.secrets[i]).toBe(sealed);
        const opened = receivePrivately(group, receiver.keys, sender.keys.verificationKey, sealed);
        const share = opened.ok ? BigInt(textOf(secretShare, opened.value).secret) % group.q : -1n;
        expect(share).toBe(valueAt(group, polynomials[i] ?? [], j + 1));
        sum = (sum + share) % group.q;
      }
      const key = verified?.trustees[j + 1]?.key;
      invariant(key !== undefined, 'the members follow the single trustee');
      expect(receiver.output.public_key.public_key).toBe(group.write(key));
      const opened = openKeyShare(group, receiver.seed, receiver.sealedShare, key);
      expect(opened).toEqual({ ok: true, value: sum });
      expect(openKeyShare(group, receiver.seed, receiver.output.private_key, key)).toEqual(opened);
    }
  });

  it('names a share that is not the one of the published key, and a seed that opens nothing', () => {
    const [one, two] = members;
    invariant(one && two, 'there are three members');
    expect(openKeyShare(group, one.seed, one.sealedShare, group.g)).toEqual({ ok: false, error: 'share_wrong' });
    expect(openKeyShare(group, two.seed, one.sealedShare, group.g)).toEqual({ ok: false, error: 'message_unreadable' });
  });

  it('is refused for a ceremony of ours, in which every certificate says where it belongs', () => {
    const agreed = agreeOnCertificates(
      group,
      { size: 3, threshold: 2 },
      members.map(({ cert }) => cert),
    );
    expect(agreed).toEqual({
      ok: false,
      error: {
        type: 'members_at_fault',
        faults: [1, 2, 3].map((member) => ({ member, type: 'certificate_misplaced' })),
      },
    });
  });

  it('is written back as it was published', () => {
    const published: unknown = JSON.parse(trustees);
    const wire = partOf(thresholdParameters, fieldOf(fieldOf(published, '1'), '1'));
    expect(trustees).toContain(thresholdParameters.write(wire));
  });
});
