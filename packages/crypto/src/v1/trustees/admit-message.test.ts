import { invariant, type Result } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { Misread, readText } from '../wire/codec.ts';
import { certificate, coefficientImages } from '../wire/trustees-wire.ts';
import { admitCertificate, admitDeal, admitKey } from './admit-message.ts';
import { assembleThreshold } from './assemble-threshold.ts';
import { holdCeremony } from './ceremony.fixture.ts';
import { agreeOnCertificates } from './ceremony-certificates.ts';
import { collectDeals } from './deals.ts';
import type { CeremonyRefusal } from './member-faults.ts';
import { groupOf } from './reference-elections.fixture.ts';
import { signMessage } from './signed-message.ts';

const group = groupOf('Ed25519');
const size = { size: 3, threshold: 2 };
const { certs, certificates, deals, checked, members } = holdCeremony(group, 3, 2, 'one by one');
const other = holdCeremony(group, 3, 2, 'another ceremony');
const random = seededRandomness('one by one, altered');

function at<T>(list: readonly T[], i: number): T {
  const one = list[i];
  invariant(one !== undefined, 'the place is in the list');
  return one;
}
const keys = members.map(({ output }) => output.public_key);

const faults = (result: Result<unknown, CeremonyRefusal>): unknown => {
  if (result.ok) return 'admitted';
  return result.error.type === 'members_at_fault'
    ? result.error.faults.map(({ member, type }) => `${member} ${type}`)
    : result.error.type;
};

describe('messages of honest members', () => {
  it('are admitted one by one, in whatever order they come', () => {
    for (const order of [
      [1, 2, 3],
      [3, 1, 2],
    ]) {
      const before = (n: number): readonly number[] => order.slice(0, order.indexOf(n));
      for (const n of order) {
        const came = before(n).map((one) => at(certs, one - 1));
        expect(faults(admitCertificate(group, size, came, { member: n, wire: at(certs, n - 1) }))).toBe('admitted');
        const dealt = before(n).map((one) => at(deals, one - 1));
        expect(faults(admitDeal(certificates, dealt, { member: n, wire: at(deals, n - 1) }))).toBe('admitted');
        expect(faults(admitKey(checked, { member: n, wire: at(keys, n - 1) }))).toBe('admitted');
      }
    }
  });
});

describe('a certificate', () => {
  const admit = (wire: (typeof certs)[number], member = 2, before = [at(certs, 0)]): unknown =>
    faults(admitCertificate(group, size, before, { member, wire }));
  const own = at(certs, 1);

  it('is refused for another place, another threshold, and without a place', () => {
    expect(admit(own, 3)).toEqual(['3 certificate_misplaced']);
    const four = admitCertificate(group, { size: 4, threshold: 2 }, [], { member: 2, wire: own });
    expect(faults(four)).toEqual(['2 certificate_misplaced']);
    const read = readText(certificate, own.message);
    invariant(!(read instanceof Misread), 'a certificate has its form');
    const { context: _, ...unplaced } = read;
    const signed = signMessage(group, at(members, 1).keys.signingKey, certificate.write(unplaced), random);
    expect(admit(signed)).toEqual(['2 certificate_misplaced']);
  });

  it('is refused unsigned, unreadable, and with a key that came before', () => {
    expect(admit({ ...own, signature: at(certs, 0).signature })).toEqual(['2 certificate_unsigned']);
    expect(admit({ ...own, message: '{}' })).toEqual(['2 certificate_unreadable']);
    expect(admit(own, 2, [own])).toEqual(['2 certificate_repeated']);
  });
});

describe('a deal', () => {
  const own = at(deals, 1);
  const admit = (wire: typeof own, member = 2, before = [at(deals, 0)]): unknown =>
    faults(admitDeal(certificates, before, { member, wire }));

  it('is refused of another ceremony, of another member, and twice', () => {
    expect(admit(at(other.deals, 1))).toEqual(['2 images_unsigned', '2 confirmation_wrong']);
    expect(admit(own, 3)).toEqual(['3 images_unsigned', '3 confirmation_wrong']);
    expect(admit(own, 2, [own])).toEqual(['2 images_repeated']);
  });

  it('is refused with too few shares, one that is not sealed, no confirmation, and another degree', () => {
    expect(admit({ ...own, secrets: own.secrets.slice(1) })).toBe('wrong_number');
    expect(admit({ ...own, secrets: own.secrets.with(0, '{}') })).toEqual(['2 message_unreadable']);
    expect(admit({ ...own, polynomial: at(own.secrets, 0).replace(/"alpha":"../u, '"alpha":"zz') })).toEqual([
      '2 message_unreadable',
    ]);
    const { signature: _, ...unconfirmed } = own;
    expect(admit(unconfirmed)).toEqual(['2 confirmation_wrong']);
    const read = readText(coefficientImages, own.coefexps.message);
    invariant(!(read instanceof Misread), 'images have their form');
    const one = coefficientImages.write({ coefexps: read.coefexps.slice(0, 1) });
    const signed = signMessage(group, at(members, 1).keys.signingKey, one, random);
    expect(admit({ ...own, coefexps: signed })).toEqual(['2 images_miscounted', '2 confirmation_wrong']);
    expect(admit({ ...own, coefexps: { ...signed, message: '[]' } })).toEqual([
      '2 images_unsigned',
      '2 images_unreadable',
    ]);
  });
});

describe('a public key', () => {
  it('is refused of another member, and with a signature or a proof of another', () => {
    expect(faults(admitKey(checked, { member: 1, wire: at(keys, 1) }))).toEqual(['1 key_mismatched', '1 key_unsigned']);
    const [first, second] = [at(keys, 0), at(keys, 1)];
    expect(faults(admitKey(checked, { member: 1, wire: { ...first, pok: second.pok } }))).toEqual(['1 key_unproven']);
    const { signature: _, ...unsigned } = first;
    expect(faults(admitKey(checked, { member: 1, wire: unsigned }))).toEqual(['1 key_unsigned']);
  });
});

it('what is admitted one by one passes the checks of each step as a whole', () => {
  const agreed = agreeOnCertificates(group, size, certs);
  invariant(agreed.ok, 'admitted certificates agree');
  const collected = collectDeals(agreed.value, deals);
  invariant(collected.ok, 'admitted deals are collected');
  expect(assembleThreshold(collected.value.checked, keys).ok).toBe(true);
});
