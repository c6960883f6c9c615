import {
  type AgreedCertificates,
  agreeOnCertificates,
  type CeremonyRefusal,
  collectDeals,
  type GroupName,
  type DealWire,
  type MemberKeyWire,
  type SignedMessageWire,
  type Suite,
  signedMessage,
  dealWire,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { inputFault } from '../count/read-input.ts';
import { readForm } from '../tasks/read-files.ts';
import type { CeremonyStep, TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { certificateFile, dealFile, shareKeyFile } from './trustee-files.ts';

/** What the people agreed on before the ceremony. */
export interface CeremonyPlan {
  readonly group: GroupName;
  readonly threshold: number;
  readonly size: number;
}

/** Files of one step, in the order of the members' numbers. */
interface StepFiles<T> {
  readonly files: readonly T[];
}

const prefixes: Readonly<Record<CeremonyStep, string>> = { certificate: '1-certificate', deal: '2-deal', key: '3-key' };
const kinds = { certificate: 'certificate', deal: 'deal', key: 'share_key' } as const;

/** The name of the file that a member hands in at a step. */
export const stepFileName = (step: CeremonyStep, member: number, name: string): string =>
  `${prefixes[step]}-${member}-${name}.json`;

interface AnyStepFile extends CeremonyPlan {
  readonly member: number;
  readonly name: string;
}

/** Reads the files of a step from the folder that all members share: one of each member, and of one ceremony. */
async function readStep<T extends AnyStepFile>(
  context: TaskContext,
  folder: string,
  step: CeremonyStep,
  form: z.ZodType<T>,
  plan: CeremonyPlan | undefined,
): Promise<Result<StepFiles<T>, TaskRefusal>> {
  let names: readonly string[];
  try {
    names = await readdir(context.path(folder));
  } catch (thrown) {
    return err({ type: 'input', path: folder, fault: inputFault(thrown) });
  }
  const found = new Map<number, { readonly path: string; readonly file: T }>();
  let agreed = plan;
  for (const name of names
    .filter((each) => each.startsWith(`${prefixes[step]}-`) && each.endsWith('.json'))
    .toSorted()) {
    const path = join(folder, name);
    const read = await readForm(context, path, kinds[step], form);
    if (!read.ok) return read;
    const { member, group, threshold, size } = read.value;
    agreed ??= { group, threshold, size };
    if (group !== agreed.group || threshold !== agreed.threshold || size !== agreed.size || member > size) {
      return err({ type: 'other_ceremony', path });
    }
    const other = found.get(member);
    if (other !== undefined) return err({ type: 'file_twice', step, member, paths: [other.path, path] });
    found.set(member, { path, file: read.value });
  }
  const members = Array.from({ length: agreed?.size ?? 1 }, (_, i) => i + 1);
  const missing = members.filter((member) => !found.has(member));
  if (missing.length > 0) return err({ type: 'files_missing', folder, step, members: missing });
  return ok({ files: members.flatMap((member) => found.get(member)?.file ?? []) });
}

const sha256 = (text: string): string => Buffer.from(nodeSha256.sha256(Buffer.from(text))).toString('hex');

/** Everybody's certificates, checked. */
export interface CertificatesStep {
  readonly certificates: AgreedCertificates;
  readonly wires: readonly SignedMessageWire[];
  readonly names: readonly string[];
  /** SHA-256 of them all, to be compared aloud. */
  readonly hash: string;
}

/** Names the members in what the protocol refuses. */
export const ceremonyRefusal = (refusal: CeremonyRefusal, names: readonly string[]): Result<never, TaskRefusal> =>
  err({ type: 'ceremony', refusal, names });

/** Reads and checks all certificates. `plan` is what the asking member agreed to; an observer has none. */
export async function readCertificates(
  context: TaskContext,
  suite: Suite,
  folder: string,
  plan: CeremonyPlan | undefined,
): Promise<Result<CertificatesStep, TaskRefusal>> {
  const step = await readStep(context, folder, 'certificate', certificateFile, plan);
  if (!step.ok) return step;
  const { files } = step.value;
  const wires = files.map(({ content }) => content);
  const names = files.map(({ name }) => name);
  const { group, threshold, size } = files[0] ?? { group: 'Ed25519' as const, threshold: 1, size: 1 };
  if (threshold > size) return err({ type: 'threshold_size', threshold, size, member: 1 });
  const certificates = agreeOnCertificates(suite.group(group), { size, threshold }, wires);
  if (!certificates.ok) return ceremonyRefusal(certificates.error, names);
  const hash = sha256(`[${wires.map(signedMessage.write).join(',')}]`);
  return ok({ certificates: certificates.value, wires, names, hash });
}

/** Everybody's deals, checked as far as everybody can. */
export interface DealsStep extends CertificatesStep {
  readonly deals: readonly DealWire[];
  readonly collected: Extract<ReturnType<typeof collectDeals>, { readonly ok: true }>['value'];
  /** SHA-256 of all certificates and deals, to be compared aloud. */
  readonly transcript: string;
}

export async function readDeals(
  context: TaskContext,
  suite: Suite,
  folder: string,
  plan: CeremonyPlan | undefined,
): Promise<Result<DealsStep, TaskRefusal>> {
  const before = await readCertificates(context, suite, folder, plan);
  if (!before.ok) return before;
  const { certificates, names, hash } = before.value;
  const step = await readStep(context, folder, 'deal', dealFile, planOf(certificates));
  if (!step.ok) return step;
  const { files } = step.value;
  const others = files.filter((file) => file.certificates !== hash);
  if (others.length > 0) return err({ type: 'transcripts_differ', members: others.map(({ name }) => name) });
  const deals = files.map(({ content }) => content);
  const collected = collectDeals(certificates, deals);
  if (!collected.ok) return ceremonyRefusal(collected.error, names);
  const transcript = sha256(`${hash}[${deals.map(dealWire.write).join(',')}]`);
  return ok({ ...before.value, deals, collected: collected.value, transcript });
}

/** Everybody's public keys, made from the same deals; whether they fit them is checked when they are assembled. */
export async function readShareKeys(
  context: TaskContext,
  suite: Suite,
  folder: string,
): Promise<Result<DealsStep & { readonly keys: readonly MemberKeyWire[] }, TaskRefusal>> {
  const before = await readDeals(context, suite, folder, undefined);
  if (!before.ok) return before;
  const step = await readStep(context, folder, 'key', shareKeyFile, planOf(before.value.certificates));
  if (!step.ok) return step;
  const { files } = step.value;
  const others = files.filter(({ transcript }) => transcript !== before.value.transcript);
  if (others.length > 0) return err({ type: 'transcripts_differ', members: others.map(({ name }) => name) });
  return ok({ ...before.value, keys: files.map(({ content, name }) => ({ ...content, name })) });
}

const planOf = ({ group, threshold, size }: AgreedCertificates): CeremonyPlan => ({
  group: group.name,
  threshold,
  size,
});
