import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../primitives/seeded-randomness.fixture.ts';
import { credentialSecret, publicCredential } from '../v1/credentials/credential-secret.ts';
import { newPrivateCredential, readPrivateCredential } from '../v1/credentials/private-credential.ts';
import { smallElection } from '../v1/ballot/small-election.fixture.ts';
import { verifyBallot } from '../v1/ballot/verify-ballot.ts';
import type { Question } from '../v1/wire/election-wire.ts';
import { createCheckRecord } from '../verify/check-record.ts';
import { openBooth, type SealBallot } from './seal-ballot.ts';

const questions: readonly Question[] = [{ answers: ['Farolas', 'Bancos'], min: 1, max: 1, question: '¿Qué?' }];
const credential = newPrivateCredential('long', seededRandomness('credential')).text;
const textIn = (group: 'Ed25519' | 'BELENIOS-2048' | 'RFC-3526-2048') =>
  smallElection(group, questions, (_, text) => text);
const seal = (
  election: string,
  typed = credential,
  choices: readonly (readonly number[])[] = [[0, 1]],
  sealBallot: SealBallot = openBooth(),
) => sealBallot({ election, credential: typed, choices }, seededRandomness('voter'));

/** The failures of a sealed ballot where it is verified, and the tracker that it has there. */
const verified = (group: 'Ed25519' | 'BELENIOS-2048' | 'RFC-3526-2048', text: string) =>
  smallElection(group, questions, (election) => {
    const own = readPrivateCredential(credential);
    invariant(own.ok, 'the credential can be read');
    const secret = credentialSecret(election.group, own.value, election.uuid);
    const listed = election.group.write(publicCredential(election.group, secret));
    const record = createCheckRecord();
    const number = (named: string) => (named === listed ? 0 : undefined);
    const ballot = verifyBallot(election, number, text, 'ballot', record);
    return { failures: record.totals().failures, tracker: ballot?.tracker };
  });

describe('a ballot that is sealed on the voter’s device', () => {
  it.each([
    ['Ed25519', 'wasm-scalar'],
    ['BELENIOS-2048', 'bigint'],
    ['RFC-3526-2048', 'bigint'],
  ] as const)('is the voter’s own and holds, in %s', async (group, backend) => {
    const sealed = await seal(textIn(group));
    invariant(sealed.ok, 'the ballot is sealed');
    expect(sealed.value.backend).toBe(backend);
    expect(verified(group, sealed.value.text)).toEqual({ failures: [], tracker: sealed.value.tracker });
  });

  it.each(['WebAssembly', 'DecompressionStream'])(
    'holds too where the device has no %s, and says so',
    async (lacking) => {
      const booth = openBooth();
      const text = textIn('Ed25519');
      const had = Object.getOwnPropertyDescriptor(globalThis, lacking);
      invariant(had !== undefined, 'the device of the tests has it');
      Reflect.deleteProperty(globalThis, lacking);
      const sealed = await seal(text, credential, [[0, 1]], booth).finally(() =>
        Object.defineProperty(globalThis, lacking, had),
      );
      invariant(sealed.ok, 'the ballot is sealed');
      expect(sealed.value.backend).toBe('noble');
      expect(verified('Ed25519', sealed.value.text)).toEqual({ failures: [], tracker: sealed.value.tracker });
      // What the device has is found out once.
      const again = await seal(text, credential, [[1, 0]], booth);
      expect(again.ok && again.value.backend).toBe('noble');
    },
  );

  it('is not sealed for an election that cannot be used, and the place is named', async () => {
    const text = textIn('Ed25519');
    const refused = async (election: string) => {
      const sealed = await seal(election);
      return sealed.ok ? undefined : sealed.error;
    };
    expect(await refused('{')).toMatchObject({ type: 'election_unusable', place: 'election' });
    expect(await refused(text.replace('"version":1', '"version":2'))).toMatchObject({ type: 'election_unusable' });
    expect(await refused(text.replace('"Ed25519"', '"Ed448"'))).toMatchObject({ type: 'election_unusable' });
    expect(await refused(text.replace('"min":1', '"min":"1"'))).toMatchObject({ place: 'election.questions[0].min' });
  });

  it('is not sealed with a credential that cannot be read, or with choices that are not allowed', async () => {
    const text = textIn('Ed25519');
    expect(await seal(text, 'abc')).toMatchObject({ ok: false, error: { type: 'credential_unreadable' } });
    expect(await seal(text, credential, [[1, 1]])).toMatchObject({ ok: false, error: { type: 'choices_do_not_fit' } });
  });
});
