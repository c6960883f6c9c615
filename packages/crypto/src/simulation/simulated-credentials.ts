import type { Group } from '../primitives/group.ts';
import type { Randomness } from '../primitives/randomness.ts';
import { type WeightedCredential, writeCredentialList } from '../v1/credentials/credential-list.ts';
import { credentialSecret, publicCredential } from '../v1/credentials/credential-secret.ts';
import { newPrivateCredential } from '../v1/credentials/private-credential.ts';
import type { ElectionId } from '../v1/election/make-election.ts';
import { uniformBelow } from './random-choices.ts';
import type { SimulationPlan } from './simulation-plan.ts';
import { type SimulationStep, stepOf } from './simulation-step.ts';

/** What voters cast their ballots with, by their numbers from 0. */
export interface SimulatedCredentials {
  /** The record of the archive. */
  readonly list: string;
  /** The secret exponents. */
  readonly secrets: readonly bigint[];
  readonly weights: readonly bigint[];
}

/** Makes a credential for each voter, one step each. Cost: one fixed-base power a voter. */
export function* simulateCredentials(
  group: Group,
  uuid: ElectionId,
  { voters, mostWeight, credentialForm }: SimulationPlan,
  random: Randomness,
): Generator<SimulationStep, SimulatedCredentials> {
  const published: WeightedCredential[] = [];
  const secrets: bigint[] = [];
  for (let voter = 1; voter <= voters; voter++) {
    const own = newPrivateCredential(credentialForm, random);
    const secret = credentialSecret(group, own, uuid);
    const credential = publicCredential(group, secret);
    const weight = 1n + uniformBelow(mostWeight, random);
    published.push({ credential, weight });
    secrets.push(secret);
    yield stepOf('credentials', voter, voters, undefined, {
      type: 'voter',
      voter,
      credential: own.text,
      public_credential: group.write(credential),
      weight: String(weight),
    });
  }
  const list = writeCredentialList(group, published);
  return { list, secrets, weights: published.map(({ weight }) => weight) };
}
