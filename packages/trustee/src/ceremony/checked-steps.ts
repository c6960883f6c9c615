import {
  type AgreedCertificates,
  agreeOnCertificates,
  type CeremonyRefusal,
  collectDeals,
  type DealWire,
  dealWire,
  type MemberKeyWire,
  sha256Hex,
  type SignedMessageWire,
  signedMessage,
  type Suite,
  utf8,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import type { CertificateFile, DealFile, ShareKeyFile } from '../files/trustee-files.ts';
import { type CeremonyPlan, gatherStep, type HandedIn, type StepRefusal } from './gather-step.ts';

/** Everybody's certificates, checked. */
export interface CertificatesStep {
  readonly certificates: AgreedCertificates;
  readonly wires: readonly SignedMessageWire[];
  readonly names: readonly string[];
  /** SHA-256 of them all, to be compared aloud. */
  readonly hash: string;
}

/** Everybody's deals, checked as far as everybody can. */
export interface DealsStep extends CertificatesStep {
  readonly deals: readonly DealWire[];
  readonly collected: Extract<ReturnType<typeof collectDeals>, { readonly ok: true }>['value'];
  /** SHA-256 of all certificates and deals, to be compared aloud. */
  readonly transcript: string;
}

/** Everybody's public keys, made from the same deals. */
export interface ShareKeysStep extends DealsStep {
  readonly keys: readonly MemberKeyWire[];
}

const hashOf = ({ sha256 }: Suite, text: string): string => sha256Hex(sha256(utf8(text)));

/** Names the members in what the protocol refuses. */
export const ceremonyRefusal = (refusal: CeremonyRefusal, names: readonly string[]): Result<never, StepRefusal> =>
  err({ type: 'ceremony', refusal, names });

/** Checks all certificates. `plan` is what the asking member agreed to; an observer has none. */
export function certificatesStep(
  suite: Suite,
  handedIn: readonly HandedIn<CertificateFile>[],
  plan: CeremonyPlan | undefined,
): Result<CertificatesStep, StepRefusal> {
  const gathered = gatherStep('certificate', handedIn, plan);
  if (!gathered.ok) return gathered;
  const files = gathered.value;
  const wires = files.map(({ content }) => content);
  const names = files.map(({ name }) => name);
  const { group, threshold, size } = files[0] ?? { group: 'Ed25519' as const, threshold: 1, size: 1 };
  if (threshold > size) return err({ type: 'threshold_size', threshold, size, member: 1 });
  const certificates = agreeOnCertificates(suite.group(group), { size, threshold }, wires);
  if (!certificates.ok) return ceremonyRefusal(certificates.error, names);
  const hash = hashOf(suite, `[${wires.map(signedMessage.write).join(',')}]`);
  return ok({ certificates: certificates.value, wires, names, hash });
}

/** Checks what everybody can of all deals, and that all dealt with these certificates. */
export function dealsStep(
  suite: Suite,
  before: CertificatesStep,
  handedIn: readonly HandedIn<DealFile>[],
): Result<DealsStep, StepRefusal> {
  const { certificates, names, hash } = before;
  const gathered = gatherStep('deal', handedIn, planOf(certificates));
  if (!gathered.ok) return gathered;
  const files = gathered.value;
  const others = files.filter((file) => file.certificates !== hash);
  if (others.length > 0) return err({ type: 'transcripts_differ', members: others.map(({ name }) => name) });
  const deals = files.map(({ content }) => content);
  const collected = collectDeals(certificates, deals);
  if (!collected.ok) return ceremonyRefusal(collected.error, names);
  const transcript = hashOf(suite, `${hash}[${deals.map(dealWire.write).join(',')}]`);
  return ok({ ...before, deals, collected: collected.value, transcript });
}

/** That all public keys were made from these deals; whether they fit them is checked when they are assembled. */
export function shareKeysStep(
  before: DealsStep,
  handedIn: readonly HandedIn<ShareKeyFile>[],
): Result<ShareKeysStep, StepRefusal> {
  const gathered = gatherStep('key', handedIn, planOf(before.certificates));
  if (!gathered.ok) return gathered;
  const files = gathered.value;
  const others = files.filter(({ transcript }) => transcript !== before.transcript);
  if (others.length > 0) return err({ type: 'transcripts_differ', members: others.map(({ name }) => name) });
  return ok({ ...before, keys: files.map(({ content, name }) => ({ ...content, name })) });
}

const planOf = ({ group, threshold, size }: AgreedCertificates): CeremonyPlan => ({
  group: group.name,
  threshold,
  size,
});
