import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  keepsCodecLaws,
  wireElement,
  wireList,
  wireMemberKey,
  wireProof,
  wireSigned,
  wireText,
} from '../trustees/codec-laws.fixture.ts';
import {
  certificate,
  coefficientImages,
  confirmation,
  memberKey,
  signedMessage,
  singleKey,
  thresholdParameters,
  trusteesWire,
} from './trustees-wire.ts';

const single = fc.record(
  { pok: wireProof, public_key: wireElement, name: wireText },
  { requiredKeys: ['pok', 'public_key'] },
);
const threshold = fc.record(
  {
    threshold: fc.nat(),
    certs: wireList(wireSigned),
    coefexps: wireList(wireSigned),
    signatures: wireList(wireProof),
    verification_keys: wireList(wireMemberKey),
  },
  { requiredKeys: ['threshold', 'certs', 'coefexps', 'verification_keys'] },
);
const context = fc.record({ group: wireText, size: fc.nat(), threshold: fc.nat(), index: fc.nat() });
const cert = fc.record(
  { context, verification: wireElement, encryption: wireElement },
  { requiredKeys: ['verification', 'encryption'] },
);
const trustee = fc.oneof(
  fc.tuple(fc.constant('Single' as const), single),
  fc.tuple(fc.constant('Pedersen' as const), threshold),
);

describe('what is published of trustees reads back as it was written, and no alteration is read as something else', () => {
  it('for the key of a single trustee', () => keepsCodecLaws(singleKey, single));
  it('for the key of a member', () => keepsCodecLaws(memberKey, wireMemberKey));
  it('for a signed message', () => keepsCodecLaws(signedMessage, wireSigned));
  it('for a ceremony', () => keepsCodecLaws(thresholdParameters, threshold));
  it('for the list of trustees', () => keepsCodecLaws(trusteesWire, wireList(trustee)));
  it('for a certificate', () => keepsCodecLaws(certificate, cert));
  it('for the images of coefficients', () =>
    keepsCodecLaws(coefficientImages, fc.record({ coefexps: wireList(wireElement) })));
  it('for what a member confirms', () =>
    keepsCodecLaws(confirmation, fc.record({ certs: wireList(wireSigned), coefexps: wireList(wireElement) })));
});
