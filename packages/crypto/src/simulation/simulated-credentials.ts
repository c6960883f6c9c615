import type { Group } from '../primitives/group.ts';
import type { Randomness } from '../primitives/randomness.ts';
import { type WeightedCredential, writeCredentialList } from '../v1/credentials/credential-list.ts';
import { credentialSecret, publicCredential } from '../v1/credentials/credential-secret.ts';
import { newPrivateCredential } from '../v1/credentials/private-credential.ts';
import type { ElectionId } from '../v1/election/make-election.ts';
import { uniformBelow } from './random-choices.ts';
import type { SimulationPlan } from './simulation-plan.ts';
import { type SimulationStep, stepOf } from './simulation-step.ts';

/** What voters cast their ballots with. */
export interface SimulatedCredentials {
  /** The record of the archive. */
  readonly list: string;
  readonly voters: readonly { readonly secret: bigint; readonly weight: bigint }[];
}

/** Makes a credential for each voter, one step each. Cost: one fixed-base power a voter. */
export function* simulateCredentials(
  group: Group,
  uuid: ElectionId,
  { voters, mostWeight, credentialForm }: SimulationPlan,
  random: Randomness,
): Generator<SimulationStep, SimulatedCredentials> {
  const published: WeightedCredential[] = [];
  const made: { readonly secret: bigint; readonly weight: bigint }[] = [];
  for (let voter = 1; voter <= voters; voter++) {
    const own = newPrivateCredential(credentialForm, random);
    const secret = credentialSecret(group, own, uuid);
    const credential = publicCredential(group, secret);
    const weight = 1n + uniformBelow(mostWeight, random);
    published.push({ credential, weight });
    made.push({ secret, weight });
    yield stepOf('credentials', voter, voters, undefined, {
      type: 'voter',
      voter,
      credential: own.text,
      public_credential: group.write(credential),
      weight: String(weight),
    });
  }
  const list = writeCredentialList(group, published);
  return { list, voters: made };
}
