import { randomBytes } from 'node:crypto';
import { seededRandomness, simulateElection, splitRecords } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { OwnKey } from '@convite/trustee';
import { sha256, suite } from '../ballots/sealed-election.ts';

/** Two of three trustees decrypt: their list, and the key of each. */
export interface TrusteeKeys {
  readonly text: string;
  /** The one of owner n stands at n - 1. */
  readonly keys: readonly OwnKey[];
}

export async function holdCeremony(): Promise<TrusteeKeys> {
  const machine = await suite();
  const group = machine.group('Ed25519');
  const run = simulateElection(
    machine,
    {
      ...{ group: 'Ed25519', name: 'Ceremonia', description: 'Ceremonia', voters: 1, revotes: 0, mostWeight: 1n },
      questions: [{ answers: ['A', 'B'], min: 1, max: 1, question: '¿Cuál?' }],
      trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
      ...{ credentialForm: 'long', shuffles: 0, until: 'setup', timestamp: 1_795_220_101 },
    },
    seededRandomness(randomBytes(8).toString('hex'), sha256),
  );
  invariant(run.ok, 'the plan is not refused');
  const parts: Uint8Array[] = [];
  const keys: OwnKey[] = [];
  for (const { bytes, secrets } of run.value) {
    if (bytes !== undefined) parts.push(bytes);
    for (const secret of secrets) {
      if (secret.type !== 'trustee') continue;
      const { public_key, secret_key } = secret;
      const own = { convite_key: 1, kind: 'member', group: 'Ed25519', name: `Custodio ${secret.owner}` } as const;
      keys.push({ file: { ...own, public_key, secret: secret_key }, group, secret: BigInt(secret_key) });
    }
  }
  const [, trustees] = splitRecords(Uint8Array.from(Buffer.concat(parts)).subarray(1024));
  return { text: Buffer.from(trustees?.content ?? []).toString(), keys };
}
