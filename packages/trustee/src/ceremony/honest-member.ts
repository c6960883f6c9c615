import type { Randomness, Suite } from '@convite/crypto';
import { invariant, type Result } from '@convite/kernel';
import { fileText, readOwnKey } from '../files/own-key.ts';
import {
  type CeremonySecretFile,
  type CertificateFile,
  certificateFile,
  type DealFile,
  dealFile,
  type KeyFile,
  rehearsalFile,
  shareKeyFile,
} from '../files/trustee-files.ts';
import { rehearseOwn } from '../rehearsal/test-ballot.ts';
import { readTrusteeList } from '../rehearsal/trustee-list.ts';
import { certificatesStep, dealsStep } from './checked-steps.ts';
import type { HandedIn } from './gather-step.ts';
import { beginCeremony, makeOwnDeal, makeOwnShare, type OwnPart } from './own-steps.ts';

/** A member of a ceremony in which everybody is honest: of a demo, of a rehearsal. What each step hands in is a text. */
export interface HonestMember {
  readonly secret: CeremonySecretFile;
  /** Step 1. */
  readonly certificate: string;
  /** Step 2, from what all have handed in before. */
  deal(certificates: readonly HandedIn<CertificateFile>[]): string;
  /** Step 3: the key, which nobody else sees, and what everybody gets of it. */
  share(
    certificates: readonly HandedIn<CertificateFile>[],
    deals: readonly HandedIn<DealFile>[],
  ): { readonly key: KeyFile; readonly handedIn: string };
}

/** Begins a ceremony. Requires: that every member hands in what these steps make; anything else is a bug here. */
export function honestMember(suite: Suite, part: OwnPart, random: Randomness): HonestMember {
  const { secret, handedIn } = honest(beginCeremony(suite, part, random));
  const agreed = (certificates: readonly HandedIn<CertificateFile>[]) =>
    honest(certificatesStep(suite, certificates, undefined));
  return {
    secret,
    certificate: fileText(certificateFile, handedIn),
    deal: (certificates) => fileText(dealFile, honest(makeOwnDeal(secret, agreed(certificates), undefined, random))),
    share(certificates, deals) {
      const made = honest(makeOwnShare(suite, secret, honest(dealsStep(suite, agreed(certificates), deals)), random));
      return { key: made.key, handedIn: fileText(shareKeyFile, made.handedIn) };
    },
  };
}

/** The test ballot of a day, decrypted with a key as it is stored. Requires: a key of the list. */
export function honestRehearsal(
  suite: Suite,
  { list, key, date }: { readonly list: string; readonly key: string; readonly date: string },
  random: Randomness,
): string {
  const [trustees, own] = [honest(readTrusteeList(suite, list)), honest(readOwnKey(suite, key))];
  return fileText(rehearsalFile, honest(rehearseOwn(trustees, own, date, random)));
}

function honest<T, E>(result: Result<T, E>): T {
  invariant(result.ok, 'what honest trustees hand in is not refused');
  return result.value;
}
