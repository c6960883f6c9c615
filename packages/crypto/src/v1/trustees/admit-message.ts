import { err, invariant, ok, type Result } from '@convite/kernel';
import type { Group } from '../../primitives/group.ts';
import { type Codec, Misread, readCanonical } from '../wire/codec.ts';
import { certificate, coefficientImages, type MemberKeyWire, type SignedMessageWire } from '../wire/trustees-wire.ts';
import { checkMemberKey } from './assemble-threshold.ts';
import { type AgreedCertificates, atFault, collectFaults } from './ceremony-certificates.ts';
import { type DealWire, sealedMessage } from './ceremony-wire.ts';
import { type CeremonySize, checkCertificate } from './certificates.ts';
import type { CheckedDeals } from './deals.ts';
import type { CeremonyRefusal, PrivateFault, PublicFault } from './member-faults.ts';
import { checkConfirmation, checkImages, sumImages } from './polynomial-images.ts';

/*
 * Messages of a ceremony one by one, for whoever collects them: what a member brings is refused while that member is still
 * there to bring it anew. The checks of the whole step are made all the same once everybody's message is there.
 */

/** A message, and whose it is: a number from 1. */
export interface MemberMessage<T> {
  readonly member: number;
  readonly wire: T;
}

type Admission = Result<undefined, CeremonyRefusal>;

/** What the checks of one message say. */
function judged(member: number, check: (blame: (fault: PublicFault | PrivateFault) => void) => void): Admission {
  const { faults, blame } = collectFaults();
  check((fault) => blame(member, fault));
  return faults.length === 0 ? ok(undefined) : atFault(faults);
}

/**
 * Checks a certificate as `agreeOnCertificates` will, against those that came before it.
 *
 * Requires: 1 ≤ threshold ≤ size and 1 ≤ member ≤ size; those before were admitted.
 */
export const admitCertificate = (
  group: Group,
  size: CeremonySize,
  before: readonly SignedMessageWire[],
  { member, wire }: MemberMessage<SignedMessageWire>,
): Admission =>
  judged(member, (blame) => {
    const seen = new Set(
      before.flatMap(({ message }) => {
        const { verification, encryption } = readBefore(certificate, message);
        return [verification, encryption];
      }),
    );
    const checked = checkCertificate(group, { ...size, index: member }, wire, seen, blame);
    if (checked?.hasContext === false) blame('certificate_misplaced');
  });

/**
 * Checks of a deal what everybody can: as `collectDeals` will, against those that came before it, and that what is sealed
 * has the form of a sealed message. Whether a share is right only its recipient sees.
 *
 * Membership: of every element of the deal, checked here.
 * Requires: those before were admitted.
 */
export function admitDeal(
  { group, size, threshold, wires, members }: AgreedCertificates,
  before: readonly DealWire[],
  { member, wire }: MemberMessage<DealWire>,
): Admission {
  const { polynomial, secrets, coefexps, signature } = wire;
  if (secrets.length !== size) return err({ type: 'wrong_number', expected: size, found: secrets.length });
  return judged(member, (blame) => {
    const own = members[member - 1];
    invariant(own !== undefined, 'the member is one of the ceremony');
    if (![polynomial, ...secrets].every((text) => isSealed(group, text))) blame('message_unreadable');
    const images = checkImages(group, threshold, own, coefexps, blame);
    if (images === undefined) return;
    const part = group.write(images[0]);
    if (before.some((other) => partOf(other) === part)) blame('images_repeated');
    if (signature === undefined) blame('confirmation_wrong');
    else checkConfirmation(group, wires, { certificate: own, images, signature }, blame);
  });
}

function isSealed(group: Group, text: string): boolean {
  const sealed = readCanonical(sealedMessage, text);
  return !(sealed instanceof Misread) && [sealed.alpha, sealed.beta].every((one) => group.parse(one) !== undefined);
}

/** The text of a member's part of the election key. Requires: the deal was admitted. */
const partOf = ({ coefexps }: DealWire): string | undefined =>
  readBefore(coefficientImages, coefexps.message).coefexps[0];

/** What is inside a message that was admitted before. */
function readBefore<T>(codec: Codec<T>, message: string): T {
  const read = readCanonical(codec, message);
  invariant(!(read instanceof Misread), 'what came before was read before');
  return read;
}

/** Checks a member's public key as `assembleThreshold` will. */
export const admitKey = (
  { certificates: { group }, dealers }: CheckedDeals,
  { member, wire }: MemberMessage<MemberKeyWire>,
): Admission =>
  judged(member, (blame) => {
    const dealer = dealers[member - 1];
    invariant(dealer !== undefined, 'the member is one of the ceremony');
    const sum = sumImages(
      group,
      dealers.map(({ images }) => images),
    );
    checkMemberKey(group, { sum, certificate: dealer.certificate, member }, wire, blame);
  });
