import { invariant, type Result } from '@convite/kernel';
import type { Group } from '../../primitives/group.ts';
import { type TrusteesWire, trusteesWire } from '../wire/trustees-wire.ts';
import { assembleThreshold } from './assemble-threshold.ts';
import { agreeOnCertificates } from './ceremony-certificates.ts';
import { ceremonyKeys, newCeremonySeed } from './ceremony-seed.ts';
import { makeCertificate } from './certificates.ts';
import { collectDeals, deal } from './deals.ts';
import { makeKeyShare, openKeyShare } from './key-share.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { newSecretKey, publishKey } from './trustee-key.ts';

/** The value of what may not be refused in a test. */
export function accepted<T>(result: Result<T, unknown>): T {
  invariant(result.ok, `refused: ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

/** A ceremony as it goes when everybody is honest, with everybody's secrets. */
export function holdCeremony(group: Group, size: number, threshold: number, seed: string) {
  const random = seededRandomness(seed);
  const seeds = Array.from({ length: size }, () => newCeremonySeed(random));
  const certs = seeds.map((own, i) =>
    makeCertificate(group, ceremonyKeys(group, own), { size, threshold, index: i + 1 }, random),
  );
  const certificates = accepted(agreeOnCertificates(group, { size, threshold }, certs));
  const deals = seeds.map((own) => accepted(deal(certificates, own, random)));
  const { checked, forMembers } = accepted(collectDeals(certificates, deals));
  const members = seeds.map((own, i) => {
    const received = forMembers[i];
    invariant(received !== undefined, 'there is one for every member');
    const output = accepted(makeKeyShare(certificates, own, received, random));
    const key = group.parse(output.public_key.public_key);
    invariant(key !== undefined, 'keys are members');
    const share = accepted(openKeyShare(group, own, output.private_key, key));
    return { seed: own, keys: ceremonyKeys(group, own), received, output, share };
  });
  const wire = accepted(
    assembleThreshold(
      checked,
      members.map(({ output }) => output.public_key),
    ),
  );
  return { certs, certificates, deals, checked, members, wire };
}

/** The list of a single trustee and the members of a ceremony. */
export function withSingle(group: Group, ceremony: ReturnType<typeof holdCeremony>, seed: string) {
  const random = seededRandomness(`${seed} single`);
  const secret = newSecretKey(group, random);
  const wire: TrusteesWire = [
    ['Single', publishKey(group, secret, random)],
    ['Pedersen', ceremony.wire],
  ];
  return { secret, wire, text: trusteesWire.write(wire) };
}
