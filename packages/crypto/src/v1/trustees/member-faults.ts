import type { ProtocolCheck } from '../protocol-checks.ts';

/** What can be wrong with what a trustee publishes: the check that says so, and the sentence that it says. */
export const publicFaults = {
  key_foreign: {
    check: 'trustees.keys',
    message: 'The key is not the canonical text of a member of the group, or is the identity.',
  },
  key_repeated: { check: 'trustees.keys', message: 'Another trustee before has this key already.' },
  key_unproven: { check: 'trustees.knowledge', message: 'The proof of knowledge of the secret key does not hold.' },
  certificate_unreadable: { check: 'trustees.certificates', message: 'The certificate has not its form.' },
  certificate_foreign: {
    check: 'trustees.certificates',
    message: 'A key of the certificate is not the canonical text of a member of the group, or is the identity.',
  },
  certificate_unsigned: { check: 'trustees.certificates', message: 'The certificate is not signed with its own key.' },
  certificate_misplaced: {
    check: 'trustees.certificates',
    message: 'The certificate was made for another group, another number of members, another threshold or place.',
  },
  certificate_repeated: {
    check: 'trustees.certificates',
    message: 'A key of the certificate occurs twice in the ceremony.',
  },
  images_unreadable: { check: 'trustees.coefficients', message: 'The images of the coefficients have not their form.' },
  images_unsigned: {
    check: 'trustees.coefficients',
    message: "The images of the coefficients are not signed with the key of the member's certificate.",
  },
  images_miscounted: {
    check: 'trustees.coefficients',
    message: 'There are not as many images of coefficients as the threshold says.',
  },
  images_foreign: {
    check: 'trustees.coefficients',
    message: 'An image of a coefficient is not the canonical text of a member of the group, or is the identity.',
  },
  images_repeated: {
    check: 'trustees.coefficients',
    message: 'The part of the election key is the same as that of another trustee before.',
  },
  confirmation_wrong: {
    check: 'trustees.confirmations',
    message: 'The member did not sign these certificates together with these images.',
  },
  key_mismatched: {
    check: 'trustees.shares',
    message: "The key is not the one that the images of all polynomials give for the member's place.",
  },
  key_unsigned: {
    check: 'trustees.ownership',
    message: "The key is not signed with the key of the member's certificate.",
  },
} as const satisfies Record<string, { readonly check: ProtocolCheck; readonly message: string }>;

export type PublicFault = keyof typeof publicFaults;

/** What can be wrong with a message that only its recipient can read. */
export type PrivateFault =
  /** It is no message of the ceremony, or it was altered on its way. */
  | 'message_unreadable'
  /** It is not signed by the member in whose name it came. */
  | 'message_unsigned'
  /** It was meant for somebody else. */
  | 'message_misdirected'
  /** What is inside has not its form. */
  | 'content_unreadable'
  /** The share is not the one that the member's published images promise. */
  | 'share_wrong';

/** Says that the member of this number (from 1, within the ceremony) is at fault. */
export type Blame<F extends PublicFault | PrivateFault = PublicFault> = (member: number, fault: F) => void;

/** Who did what wrong in a ceremony. */
export interface MemberFault {
  /** From 1, in the order of the certificates. */
  readonly member: number;
  readonly type: PublicFault | PrivateFault;
}

/** Why a step of a ceremony stops. */
export type CeremonyRefusal =
  | { readonly type: 'members_at_fault'; readonly faults: readonly MemberFault[] }
  /** Not one contribution for each member was handed in. */
  | { readonly type: 'wrong_number'; readonly expected: number; readonly found: number }
  /** The seed is that of nobody whose certificate is there. */
  | { readonly type: 'own_certificate_missing' }
  /** What came back as the own polynomial is not the one that the own images were made of. */
  | { readonly type: 'own_polynomial_wrong' };
