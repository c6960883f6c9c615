import {
  ceremonyKeys,
  deal,
  makeCertificate,
  makeKeyShare,
  newCeremonySeed,
  newSecretKey,
  openKeyShare,
  publishKey,
  type Randomness,
  readCeremonySeed,
  type Suite,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type {
  CeremonySecretFile,
  CertificateFile,
  DealFile,
  KeyFile,
  ShareKeyFile,
  TrusteePublicFile,
} from '../files/trustee-files.ts';
import { type CertificatesStep, ceremonyRefusal, type DealsStep } from './checked-steps.ts';
import type { CeremonyPlan, StepRefusal } from './gather-step.ts';

/** Who takes part, and in what. */
export interface OwnPart extends CeremonyPlan {
  /** From 1. */
  readonly member: number;
  readonly name: string;
}

/** Step 1: a member's secret, which nobody else sees, and the certificate for everybody. */
export function beginCeremony(
  suite: Suite,
  { group: groupName, threshold, size, member, name }: OwnPart,
  random: Randomness,
): Result<{ readonly secret: CeremonySecretFile; readonly handedIn: CertificateFile }, StepRefusal> {
  if (threshold < 1 || threshold > size || member < 1 || member > size) {
    return err({ type: 'threshold_size', threshold, size, member });
  }
  const group = suite.group(groupName);
  const seed = newCeremonySeed(random);
  const content = makeCertificate(group, ceremonyKeys(group, seed), { size, threshold, index: member }, random);
  const plan = { group: groupName, threshold, size, member, name };
  return ok({
    secret: { convite_ceremony_secret: 1, ...plan, seed },
    handedIn: { convite_ceremony: 1, ...plan, step: 'certificate', content },
  });
}

const headOf = ({ group, threshold, size, member, name }: CeremonySecretFile) =>
  ({ convite_ceremony: 1, group, threshold, size, member, name }) as const;

const seedOf = ({ seed: text }: CeremonySecretFile) => {
  const seed = readCeremonySeed(text);
  invariant(seed !== undefined, 'the form of the file was checked');
  return seed;
};

/**
 * Step 2: a member's deal, with everybody's certificates.
 *
 * @param before what this member dealt before, wherever that is remembered: asked again, with the same certificates, it
 *   is given once more, and with others nothing, for two deals of one member would lead the others apart.
 */
export function makeOwnDeal(
  own: CeremonySecretFile,
  { certificates, names, hash }: CertificatesStep,
  before: DealFile | undefined,
  random: Randomness,
): Result<DealFile, StepRefusal | { readonly type: 'dealt_otherwise' }> {
  if (before !== undefined) return before.certificates === hash ? ok(before) : err({ type: 'dealt_otherwise' });
  const made = deal(certificates, seedOf(own), random);
  if (!made.ok) return ceremonyRefusal(made.error, names);
  return ok({ ...headOf(own), step: 'deal', certificates: hash, content: made.value });
}

/** Step 3: checks everybody's deal, names who cheated, and makes the own share of the key. */
export function makeOwnShare(
  suite: Suite,
  own: CeremonySecretFile,
  { certificates, collected, names, transcript }: DealsStep,
  random: Randomness,
): Result<{ readonly key: KeyFile; readonly handedIn: ShareKeyFile }, StepRefusal> {
  const received = collected.forMembers[own.member - 1];
  invariant(received !== undefined, 'there are as many deals as members, and the own number is among them');
  const seed = seedOf(own);
  const made = makeKeyShare(certificates, seed, received, random);
  if (!made.ok) return ceremonyRefusal(made.error, names);
  const { public_key: published, private_key: sealed } = made.value;
  const group = suite.group(own.group);
  const key = group.parse(published.public_key);
  invariant(key !== undefined, 'a key that was made here is a member');
  const share = openKeyShare(group, seed, sealed, key);
  invariant(share.ok, 'a share that was sealed here opens');
  return ok({
    key: {
      convite_key: 1,
      kind: 'member',
      group: own.group,
      name: own.name,
      public_key: published.public_key,
      secret: String(share.value),
    },
    handedIn: { ...headOf(own), step: 'key', transcript, content: published },
  });
}

/** The key of a trustee who decrypts alone, and what of it everybody gets. */
export function makeSingleKey(
  suite: Suite,
  { group: groupName, name }: Pick<OwnPart, 'group' | 'name'>,
  random: Randomness,
): { readonly key: KeyFile; readonly published: TrusteePublicFile } {
  const group = suite.group(groupName);
  const x = newSecretKey(group, random);
  const published = { ...publishKey(group, x, random), name };
  return {
    key: {
      convite_key: 1,
      kind: 'single',
      group: groupName,
      name,
      public_key: published.public_key,
      secret: String(x),
    },
    published: { convite_trustee: 1, group: groupName, key: published },
  };
}
