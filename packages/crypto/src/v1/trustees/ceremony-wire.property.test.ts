import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  addressedMessage,
  dealWire,
  memberOutput,
  receivedDeals,
  sealedMessage,
  secretKeyShare,
  secretPolynomial,
  secretShare,
} from './ceremony-wire.ts';
import {
  keepsCodecLaws,
  wireElement,
  wireList,
  wireMemberKey,
  wireProof,
  wireSigned,
  wireText,
} from './codec-laws.fixture.ts';

/** Earlier versions write secrets that are not reduced. */
const unreduced = fc.bigInt(0n, 10n ** 4000n).map(String);
const bytes = fc.uint8Array().map((some) => Buffer.from(some).toString('hex'));
const sealed = fc.record(
  { algorithm: fc.constantFrom('AES-GCM', 'AES-CCM'), alpha: wireElement, beta: wireElement, data: bytes },
  { requiredKeys: ['alpha', 'beta', 'data'] },
);
const deal = fc.record(
  { polynomial: wireText, secrets: wireList(wireText), coefexps: wireSigned, signature: wireProof },
  { requiredKeys: ['polynomial', 'secrets', 'coefexps'] },
);
const received = fc.record(
  {
    polynomial: wireText,
    secrets: wireList(wireText),
    coefexps: wireList(wireSigned),
    signatures: wireList(wireProof),
  },
  { requiredKeys: ['polynomial', 'secrets', 'coefexps'] },
);

describe('what members send each other reads back as it was written, and no alteration is read as something else', () => {
  it('for a sealed message', () => keepsCodecLaws(sealedMessage, sealed));
  it('for what is sealed', () =>
    keepsCodecLaws(addressedMessage, fc.record({ recipient: wireElement, message: wireText })));
  it('for a polynomial', () => keepsCodecLaws(secretPolynomial, fc.record({ polynomial: wireList(unreduced) })));
  it('for a share', () => keepsCodecLaws(secretShare, fc.record({ secret: unreduced })));
  it('for the share of a key', () => keepsCodecLaws(secretKeyShare, fc.record({ decryption_key: unreduced })));
  it('for a deal', () => keepsCodecLaws(dealWire, deal));
  it('for what a member receives', () => keepsCodecLaws(receivedDeals, received));
  it('for what a member hands in last', () =>
    keepsCodecLaws(memberOutput, fc.record({ private_key: wireText, public_key: wireMemberKey })));
});
