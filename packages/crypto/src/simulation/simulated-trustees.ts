import { invariant, type Result } from '@convite/kernel';
import type { Group } from '../primitives/group.ts';
import { type Randomness, randomScalar } from '../primitives/randomness.ts';
import { uniformPermutation } from '../v1/shuffle/uniform-permutation.ts';
import { agreeOnCertificates } from '../v1/trustees/ceremony-certificates.ts';
import { ceremonyKeys, newCeremonySeed } from '../v1/trustees/ceremony-seed.ts';
import { assembleThreshold } from '../v1/trustees/assemble-threshold.ts';
import { type CeremonySize, makeCertificate } from '../v1/trustees/certificates.ts';
import { collectDeals, deal } from '../v1/trustees/deals.ts';
import { inStep } from '../v1/trustees/in-step.ts';
import { makeKeyShare, openKeyShare } from '../v1/trustees/key-share.ts';
import { publishKey } from '../v1/trustees/trustee-key.ts';
import type { VerifiedTrustees } from '../v1/trustees/verified-trustees.ts';
import { verifyTrustees } from '../v1/trustees/verify-trustees.ts';
import { type TrusteeWire, trusteesWire } from '../v1/wire/trustees-wire.ts';
import { failingLog } from './failing-log.ts';
import type { PrivateRecord } from './private-record.ts';
import type { TrusteePlan } from './simulation-plan.ts';

type TrusteeRecord = Extract<PrivateRecord, { readonly type: 'trustee' }>;

/** The secret of one trustee, and what the private file says of it. */
interface TrusteeSecret {
  readonly x: bigint;
  readonly record: Omit<TrusteeRecord, 'owner'>;
}

/** Trustees who can decrypt. */
export interface SimulatedTrustees {
  /** The record of the archive. */
  readonly text: string;
  readonly verified: VerifiedTrustees;
  readonly records: readonly TrusteeRecord[];
  /** Who will decrypt, in order, and with which secret: of each ceremony as many as are needed, drawn at random. */
  readonly decrypting: readonly { readonly owner: number; readonly x: bigint }[];
}

/** Makes the trustees of a simulation; a ceremony goes through all its steps. Requires: a plan that is not refused. */
export function simulateTrustees(group: Group, plans: readonly TrusteePlan[], random: Randomness): SimulatedTrustees {
  const wires: TrusteeWire[] = [];
  const secrets: TrusteeSecret[] = [];
  const decrypting: { readonly owner: number; readonly x: bigint }[] = [];
  for (const plan of plans) {
    const made = plan.kind === 'single' ? singleTrustee(group, random) : ceremony(group, plan, random);
    const needed = plan.kind === 'single' ? 1 : plan.threshold;
    const chosen = uniformPermutation(made.secrets.length, random).slice(0, needed);
    const first = secrets.length + 1;
    for (const [i, { x }] of made.secrets.entries()) if (chosen.includes(i)) decrypting.push({ owner: first + i, x });
    wires.push(made.wire);
    secrets.push(...made.secrets);
  }
  const text = trusteesWire.write(wires);
  const verified = verifyTrustees(group, text, failingLog);
  invariant(verified !== undefined, 'trustees that were made here hold');
  const records = secrets.map(({ record }, i) => ({ ...record, owner: i + 1 }));
  return { text, verified, records, decrypting };
}

interface MadeEntry {
  readonly wire: TrusteeWire;
  readonly secrets: readonly TrusteeSecret[];
}

function singleTrustee(group: Group, random: Randomness): MadeEntry {
  const x = 1n + (randomScalar(group, random) % (group.q - 1n));
  const key = publishKey(group, x, random);
  const record = { type: 'trustee', public_key: key.public_key, secret_key: String(x) } as const;
  return { wire: ['Single', key], secrets: [{ x, record }] };
}

function ceremony(group: Group, size: CeremonySize, random: Randomness): MadeEntry {
  const seeds = Array.from({ length: size.size }, () => newCeremonySeed(random));
  const wires = seeds.map((seed, i) =>
    makeCertificate(group, ceremonyKeys(group, seed), { ...size, index: i + 1 }, random),
  );
  const certificates = honest(agreeOnCertificates(group, size, wires));
  const deals = seeds.map((seed) => honest(deal(certificates, seed, random)));
  const { checked, forMembers } = honest(collectDeals(certificates, deals));
  const outputs = inStep(seeds, forMembers).map(([seed, received]) => ({
    seed,
    ...honest(makeKeyShare(certificates, seed, received, random)),
  }));
  const keys = outputs.map(({ public_key: key }) => key);
  const wire = honest(assembleThreshold(checked, keys));
  const secrets = outputs.map(({ seed, private_key: sealed, public_key: { public_key: text } }) => {
    const key = group.parse(text);
    invariant(key !== undefined, 'a key that was made here is a member');
    const x = honest(openKeyShare(group, seed, sealed, key));
    const record = { type: 'trustee', public_key: text, secret_key: String(x), seed, sealed_share: sealed } as const;
    return { x, record };
  });
  return { wire: ['Pedersen', wire], secrets };
}

function honest<T, E>(result: Result<T, E>): T {
  invariant(result.ok, 'a ceremony of honest members ends');
  return result.value;
}
