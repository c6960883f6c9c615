import { describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { proveKnowledge } from '../../primitives/schnorr.ts';
import { createCheckRecord } from '../../verify/check-record.ts';
import type { Election } from '../election/election.ts';
import { hashOfText } from '../election/fingerprint.ts';
import { type BallotWire, ballotWire, unsignedBallot } from '../wire/ballot-wire.ts';
import { Misread, readText } from '../wire/codec.ts';
import type { Question } from '../wire/election-wire.ts';
import { writeProof } from '../wire/read-proof.ts';
import { makeBallot } from './make-ballot.ts';
import { smallElection } from './small-election.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyBallot } from './verify-ballot.ts';

const questions: readonly Question[] = [
  { answers: ['Farolas', 'Bancos', 'Árboles'], min: 1, max: 2, question: 'Obras' },
  { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Fiesta?' },
  { type: 'NonHomomorphic', value: { answers: ['Puntos A', 'Puntos B'], question: 'Puntos' } },
];
const choices = [
  [1, 0, 1],
  [0, 1, 0],
  [7, 200],
];
const secret = 991n;

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

/** Every place of a text inside a JSON value. */
function leaves(value: Json, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => leaves(item, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => leaves(item, [...path, name]));
  }
  return [path];
}

function altered(value: Json, [step, ...rest]: Path, change: (leaf: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: Json, i) => (i === step ? altered(item, rest, change) : item));
  invariant(typeof value === 'object' && value !== null && !Array.isArray(value), 'a path leads through objects');
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === step ? altered(item, rest, change) : item]),
  );
}

/** The ballot signed anew by its own voter, so that only the planted defect is left. */
function signedAnew<E>({ group, sha256 }: Election<E>, ballot: BallotWire): BallotWire {
  const hash = hashOfText(sha256, unsignedBallot.write(ballot));
  return {
    ...ballot,
    signature: { hash, proof: writeProof(proveKnowledge(group, secret, `sig|${hash}|`, seededRandomness('anew'))) },
  };
}

function failedChecks<E>(election: Election<E>, text: string): readonly string[] {
  const record = createCheckRecord();
  const verified = verifyBallot(election, () => 0, text, 'ballot', record);
  const failed = Object.keys(record.totals().failed).toSorted();
  expect(verified === undefined).toBe(failed.length > 0);
  return failed;
}

/** Another text of the same kind: the next scalar, or another member of the group. */
const another = <E>({ group }: Election<E>, leaf: Json): Json => {
  invariant(typeof leaf === 'string', 'every leaf of a ballot is a text');
  const member = group.parse(leaf);
  if (leaf.length === 64 && member !== undefined) return group.write(group.multiply(member, group.g));
  if (/^[0-9]+$/u.test(leaf)) return String((BigInt(leaf) + 1n) % group.q);
  return leaf.startsWith('A') ? `B${leaf.slice(1)}` : `A${leaf.slice(1)}`;
};

/** The check that a change of one field of an answer must fail, by where the field is. */
function expectedOf(path: Path): readonly string[] {
  const [, question, field, index] = path;
  if (question === 2) return ['ballot.knowledge'];
  // Each choice is hashed into the proof about all of them, and in it.
  const sums = question === 0 ? ['ballot.limits'] : ['ballot.blank', 'ballot.blank_limits'];
  if (field === 'choices') return ['ballot.choices', ...sums].toSorted();
  if (field === 'individual_proofs') return ['ballot.choices'];
  if (field === 'overall_proof') return [question === 0 ? 'ballot.limits' : 'ballot.blank_limits'];
  return field === 'blank_proof' && index !== undefined ? ['ballot.blank'] : [];
}

describe('a ballot of which one field is altered', () => {
  const made = smallElection('Ed25519', questions, (election) => {
    const ballot = makeBallot(election, secret, choices, seededRandomness('Ana'));
    invariant(ballot.ok, 'the choices are allowed');
    return ballot.value.text;
  });
  const json: Json = JSON.parse(made);
  const paths = leaves(json);

  it('is accepted while it is not altered, and signed anew', () => {
    smallElection('Ed25519', questions, (election) => {
      expect(failedChecks(election, made)).toEqual([]);
      const wire = readText(ballotWire, made);
      invariant(!(wire instanceof Misread), 'the ballot is well formed');
      expect(failedChecks(election, ballotWire.write(signedAnew(election, wire)))).toEqual([]);
    });
  });

  it('is refused for every field, altered alone', () => {
    smallElection('Ed25519', questions, (election) => {
      for (const path of paths) {
        const text = JSON.stringify(altered(json, path, (leaf) => another(election, leaf)));
        expect(failedChecks(election, text), path.join('.')).not.toEqual([]);
      }
    });
  });

  it('is refused by the one equation that the field belongs to, when its voter signs anew', () => {
    smallElection('Ed25519', questions, (election) => {
      const answers = paths.filter(([first]) => first === 'answers');
      expect(answers.length).toBe(52);
      for (const path of answers) {
        const wire = readText(ballotWire, JSON.stringify(altered(json, path, (leaf) => another(election, leaf))));
        invariant(!(wire instanceof Misread), 'the ballot is well formed');
        const failed = failedChecks(election, ballotWire.write(signedAnew(election, wire)));
        expect(failed, path.join('.')).toEqual(expectedOf(path));
      }
    });
  });

  it('is refused in another election, under another credential, and with numbers and elements out of range', () => {
    const other = [...questions].slice(0, 2);
    smallElection('Ed25519', other, (election) => {
      expect(failedChecks(election, made)).toEqual(expect.arrayContaining(['ballot.election', 'ballot.answers']));
    });
    smallElection('Ed25519', questions, (election) => {
      const record = createCheckRecord();
      verifyBallot(election, () => undefined, made, 'ballot', record);
      expect(Object.keys(record.totals().failed)).toEqual(['ballot.credential']);
      const plusQ = (leaf: Json): Json => String((typeof leaf === 'string' ? BigInt(leaf) : 0n) + election.group.q);
      const scalars = paths.filter((path) => path.at(-1) === 'response' || path.at(-1) === 'challenge');
      for (const path of scalars) {
        const failed = failedChecks(election, JSON.stringify(altered(json, path, plusQ)));
        expect(failed, path.join('.')).toContain('ballot.numbers');
      }
      const elements = paths.filter(
        (path) => path.at(-1) === 'alpha' || path.at(-1) === 'beta' || path[0] === 'credential',
      );
      for (const path of elements) {
        const failed = failedChecks(election, JSON.stringify(altered(json, path, () => `8${'0'.repeat(62)}2`)));
        expect(failed, path.join('.')).toContain('ballot.members');
      }
    });
  });
});
