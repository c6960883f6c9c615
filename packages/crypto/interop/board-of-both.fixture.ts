import { invariant } from '@convite/kernel';
import { nodeSha256, recordsOf, textOf } from '../src/board/archive.fixture.ts';
import { failingLog } from '../src/simulation/failing-log.ts';
import { seededRandomness } from '../src/simulation/seeded-randomness.ts';
import { testSuite } from '../src/verify/machine.fixture.ts';
import { type Choices, makeBallot } from '../src/v1/ballot/make-ballot.ts';
import { credentialSecret } from '../src/v1/credentials/credential-secret.ts';
import { readPrivateCredential } from '../src/v1/credentials/private-credential.ts';
import { withElection } from '../src/v1/election/election.ts';

const random = seededRandomness('ballots of ours on boards of both', nodeSha256);

/** A ballot of ours for the election of an archive, with a credential as its voter received it. */
export function ballotOfOurs(archive: Uint8Array, typed: string, choices: Choices): string {
  const made = withElection(testSuite, textOf(recordsOf(archive)[0]), failingLog, (election) => {
    const credential = readPrivateCredential(typed);
    invariant(credential.ok, 'the credential has its form');
    const secret = credentialSecret(election.group, credential.value, election.uuid);
    return makeBallot(election, secret, choices, random);
  });
  invariant(made?.ok === true, 'the choices fit');
  return made.value.text;
}

/** The published result, the ballots of mixed questions in an order that does not hang on the shuffles. */
export function resultOf(archive: Uint8Array): unknown {
  const parsed: unknown = JSON.parse(textOf(recordsOf(archive).at(-2)), (key, value: unknown) =>
    key !== 'result' && Array.isArray(value) && Array.isArray(value[0]) ? value.map(String).toSorted() : value,
  );
  return typeof parsed === 'object' && parsed !== null && 'result' in parsed ? parsed.result : parsed;
}
