import { describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { knowledgeHolds } from '../primitives/schnorr.ts';
import { readSha256Hex, type Sha256Hex } from '../primitives/sha256.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import { createCheckRecord } from '../verify/check-record.ts';
import { makeBallot } from './ballot/make-ballot.ts';
import { smallElection } from './ballot/small-election.fixture.ts';
import { seededRandomness } from '../primitives/seeded-randomness.fixture.ts';
import type { VerifiedBallot } from './ballot/verified-ballot.ts';
import { verifyBallot } from './ballot/verify-ballot.ts';
import { credentialSecret } from './credentials/credential-secret.ts';
import type { Election } from './election/election.ts';
import { makeElection } from './election/make-election.ts';
import { runningTally } from './tally/tally.ts';
import { agreeOnCertificates } from './trustees/ceremony-certificates.ts';
import { ceremonyKeys, newCeremonySeed } from './trustees/ceremony-seed.ts';
import { makeCertificate } from './trustees/certificates.ts';
import { collectDeals, deal } from './trustees/deals.ts';
import { assembleThreshold } from './trustees/assemble-threshold.ts';
import { combinationOf } from './trustees/combine-factors.ts';
import type { Trustees } from './trustees/verified-trustees.ts';
import { ballotWire } from './wire/ballot-wire.ts';
import { Misread, readText } from './wire/codec.ts';

/*
 * What nobody has checked must not compile where something checked is needed. Each `@ts-expect-error` is such a line: the
 * types check fails when it compiles after all. That it also throws where types are evaded is shown beside it.
 */

const group = testSuite.group('Ed25519');
const questions = [{ answers: ['Farolas', 'Bancos'], min: 0, max: 1, question: '¿Qué obra primero?' }];
const random = seededRandomness('lo que no se ha verificado');

/** A sealed ballot of an election, as a text and verified. */
function ballotOf<E>(election: Election<E>): { readonly text: string; readonly verified: VerifiedBallot<E> } {
  const made = makeBallot(election, 77n, [[1, 0]], random);
  invariant(made.ok, 'the choices fit');
  const verified = verifyBallot(election, () => 0, made.value.text, 'ballot', createCheckRecord());
  invariant(verified !== undefined, 'the ballot holds');
  return { text: made.value.text, verified };
}

describe('a tally', () => {
  it('takes a ballot verified for its election', () =>
    smallElection('Ed25519', questions, (election) =>
      expect(() => runningTally(election).add(ballotOf(election).verified, 1n)).not.toThrow(),
    ));

  it('takes no text of a ballot', () =>
    smallElection('Ed25519', questions, (election) => {
      const { text } = ballotOf(election);
      // @ts-expect-error -- a text, which nobody has read
      expect(() => runningTally(election).add(text, 1n)).toThrow();
    }));

  it('takes no ballot that was only read', () =>
    smallElection('Ed25519', questions, (election) => {
      const wire = readText(ballotWire, ballotOf(election).text);
      invariant(!(wire instanceof Misread), 'the ballot has its form');
      // @ts-expect-error -- read, but none of its proofs checked
      expect(() => runningTally(election).add(wire, 1n)).toThrow();
    }));

  it('takes no ballot whose verification may have failed', () =>
    smallElection('Ed25519', questions, (election) => {
      const refused = verifyBallot(election, () => 0, '{}', 'ballot', createCheckRecord());
      // @ts-expect-error -- undefined where a check failed
      expect(() => runningTally(election).add(refused, 1n)).toThrow();
    }));

  it('takes no ballot verified for another election', () =>
    smallElection('Ed25519', questions, (here) =>
      smallElection(
        'Ed25519',
        questions,
        (there) => {
          const { verified } = ballotOf(there);
          // @ts-expect-error -- its credential and its proofs are of the other election
          expect(() => runningTally(here).add(verified, 1n)).toThrow('a ballot of another election');
        },
        'otraCaLLe12345',
      ),
    ));

  it('takes over no ciphertexts as texts', () =>
    smallElection('Ed25519', questions, (election) => {
      const text = { alpha: group.write(group.g), beta: group.write(group.g) };
      // @ts-expect-error -- whether the texts are members nobody has asked
      expect(() => runningTally(election).absorb([[text, text]])).toThrow();
    }));
});

describe('a group', () => {
  it('multiplies no text', () => {
    // @ts-expect-error -- a text of a member, but nobody has tested it
    expect(() => group.multiply(group.write(group.g), group.g)).toThrow('an element of another group');
  });

  it('multiplies no number', () => {
    // @ts-expect-error -- an integer, whatever it stands for
    expect(() => testSuite.group('BELENIOS-2048').multiply(4n, 4n)).toThrow('an element of another group');
  });

  it('multiplies nothing that may have failed the test of membership', () => {
    // @ts-expect-error -- undefined for what is no member
    expect(() => group.multiply(group.parse('no member'), group.g)).toThrow('an element of another group');
  });

  it('checks no proof whose numbers are texts', () => {
    // @ts-expect-error -- whether they are below the order nobody has asked
    expect(() => knowledgeHolds(group, group.g, { challenge: '1', response: '2' }, 'pok|')).toThrow();
  });
});

describe('trustees', () => {
  const unverified: Trustees = {
    group,
    entries: [{ kind: 'single', trustee: { owner: 1, key: group.g, name: undefined } }],
    trustees: [{ owner: 1, key: group.g, name: undefined }],
    electionKey: group.g,
  };

  it('combine no factors before they are verified', () => {
    // @ts-expect-error -- keys without proofs of knowledge
    expect(combinationOf(unverified, new Set([1])).ok).toBe(true);
  });

  it('deal on no certificates that nobody has checked', () => {
    const certificates = { group, size: 0, threshold: 0, wires: [], members: [] };
    // @ts-expect-error -- made by hand, no signature tested
    expect(deal(certificates, newCeremonySeed(random), random).ok).toBe(false);
    // @ts-expect-error -- the same for whoever collects the deals
    expect(() => collectDeals(certificates, [])).not.toThrow();
  });

  it('publish no ceremony whose deals nobody has checked', () => {
    const size = { size: 1, threshold: 1 };
    const keys = ceremonyKeys(group, newCeremonySeed(random));
    const agreed = agreeOnCertificates(group, size, [makeCertificate(group, keys, { ...size, index: 1 }, random)]);
    invariant(agreed.ok, 'the certificate is the one of the ceremony');
    const deals = { certificates: agreed.value, coefexps: [], signatures: [], dealers: [] };
    // @ts-expect-error -- made by hand, no image tested
    expect(assembleThreshold(deals, []).ok).toBe(false);
  });
});

describe('a text', () => {
  it('is no seed of a ceremony before it is read', () => {
    // @ts-expect-error -- any text
    expect(() => ceremonyKeys(group, 'any text')).not.toThrow();
  });

  it('is no private credential before it is read', () => {
    // @ts-expect-error -- any text, its check sign not looked at
    expect(() => credentialSecret(group, { form: 'long', text: 'any text' }, 'CaLLeCedro1234')).not.toThrow();
  });

  it('is no identifier of an election unless it was drawn', () => {
    const template = { name: 'Farolas', description: '', key: group.g, questions };
    // @ts-expect-error -- an identifier that somebody chose may be one that there is already
    expect(makeElection(group, { ...template, uuid: 'CaLLeCedro1234' }).ok).toBe(true);
  });

  it('is no hash before it is read', () => {
    const hash = 'ab'.repeat(32);
    // @ts-expect-error -- any text
    const unread: Sha256Hex = hash;
    expect(readSha256Hex(unread)).toBe(hash);
  });
});

describe('a report', () => {
  it('names no check that does not exist', () => {
    // @ts-expect-error -- there is no sixth equation
    expect(() => createCheckRecord().made('shuffle.t6')).not.toThrow();
  });
});
