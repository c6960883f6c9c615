import { proveKnowledge } from '../../primitives/schnorr.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import type { Election } from '../../v1/election/election.ts';
import {
  type AnswerWire,
  type BallotWire,
  ballotWire,
  type HomomorphicAnswerWire,
  isMixedAnswer,
  type MixedAnswerWire,
} from '../../v1/wire/ballot-wire.ts';
import { writeProof } from '../../v1/wire/read-proof.ts';
import { withOrderTwo } from '../../v1/shuffle/shuffle.fixture.ts';
import { ballotIn, signedBallot } from './attackers.fixture.ts';
import { lastIn } from './cast-ballots.fixture.ts';
import type { Check } from '../checks.ts';
import { onElection, voterOf } from '../complete-election.fixture.ts';
import { fault, type SeededFault } from './seeded-fault.fixture.ts';
import { textIn, withEvent, withText } from '../tampered-archive.fixture.ts';

/** Does something to each ballot that counts, and its voter signs it anew: only what was done is wrong. */
const signedFault = (
  check: Check,
  name: string,
  change: <E>(ballot: BallotWire, election: Election<E>) => readonly BallotWire[],
  ...also: readonly Check[]
): SeededFault =>
  fault(
    check,
    name,
    (base, pick) =>
      onElection(base, (election) =>
        base.some(lastIn(base.events)).flatMap((at) => {
          const ballot = ballotIn(textIn(base.events[at]));
          const { secret } = voterOf(base, base.events[at]);
          return change(ballot, election).map((faulty, i) => {
            const text = ballotWire.write(signedBallot(election, secret, pick(ballot, faulty)));
            return [`event ${at}, ${i}`, withText(base.events, at, () => text)] as const;
          });
        }),
      ),
    ...also,
  );

/** Does something to the text of each ballot that counts, and signs nothing anew. */
const textFault = (
  check: Check,
  name: string,
  change: <E>(text: string, election: Election<E>) => string,
  ...also: readonly Check[]
): SeededFault =>
  fault(
    check,
    name,
    (base, pick) =>
      onElection(base, (election) =>
        base
          .some(lastIn(base.events))
          .map((at) => [`event ${at}`, withText(base.events, at, (text) => pick(text, change(text, election)))]),
      ),
    ...also,
  );

/** The ballot with one answer changed, once for each answer that can be. */
const eachAnswer = (
  ballot: BallotWire,
  change: (answer: AnswerWire) => AnswerWire | undefined,
): readonly BallotWire[] =>
  ballot.answers.flatMap((answer, i) => {
    const changed = change(answer);
    return changed === undefined ? [] : [{ ...ballot, answers: ballot.answers.with(i, changed) }];
  });

const eachHomomorphic = (ballot: BallotWire, change: (answer: HomomorphicAnswerWire) => HomomorphicAnswerWire) =>
  eachAnswer(ballot, (answer) => (isMixedAnswer(answer) ? undefined : change(answer)));
const eachMixed = (ballot: BallotWire, change: (answer: MixedAnswerWire) => MixedAnswerWire) =>
  eachAnswer(ballot, (answer) => (isMixedAnswer(answer) ? change(answer) : undefined));

/** A list with its first two entries in each other's place. */
const exchanged = <T>([first, second, ...rest]: readonly T[]): readonly T[] =>
  first === undefined || second === undefined ? [] : [second, first, ...rest];

const plus = (text: string, amount: bigint): string => String(BigInt(text) + amount);

/** A ballot that cannot be read names no credential, and so does not count. */
const uncounted = ['tally.count', 'tally.weight'] as const satisfies readonly Check[];

/** Defects inside a ballot. */
export const ballotFaults: readonly SeededFault[] = [
  signedFault('ballot.choices', 'two proofs of choices in each other’s place', (ballot) =>
    eachHomomorphic(ballot, (answer) => ({ ...answer, individual_proofs: exchanged(answer.individual_proofs) })),
  ),
  signedFault('ballot.choices', 'the proof of 0 in the place of that of 1', (ballot) =>
    eachHomomorphic(ballot, (answer) => ({
      ...answer,
      individual_proofs: answer.individual_proofs.map(([zero, one]) => [one, zero] as const),
    })),
  ),
  signedFault('ballot.limits', 'two choices in each other’s place, each with its proof', (ballot) =>
    eachAnswer(ballot, (answer) =>
      isMixedAnswer(answer) || answer.blank_proof !== undefined
        ? undefined
        : {
            ...answer,
            choices: exchanged(answer.choices),
            individual_proofs: exchanged(answer.individual_proofs),
          },
    ),
  ),
  signedFault(
    'ballot.blank',
    'the blank choice and another in each other’s place, each with its proof',
    (ballot) =>
      eachAnswer(ballot, (answer) =>
        isMixedAnswer(answer) || answer.blank_proof === undefined
          ? undefined
          : {
              ...answer,
              choices: exchanged(answer.choices),
              individual_proofs: exchanged(answer.individual_proofs),
            },
      ),
    'ballot.blank_limits',
  ),
  signedFault('ballot.blank', 'the two parts of the blank proof in each other’s place', (ballot) =>
    eachAnswer(ballot, (answer) => {
      if (isMixedAnswer(answer) || answer.blank_proof === undefined) return undefined;
      const [first, second] = answer.blank_proof;
      return { ...answer, blank_proof: [second, first] };
    }),
  ),
  signedFault('ballot.limits', 'the overall proof turned round', (ballot) =>
    eachAnswer(ballot, (answer) =>
      isMixedAnswer(answer) || answer.blank_proof !== undefined
        ? undefined
        : { ...answer, overall_proof: answer.overall_proof.toReversed() },
    ),
  ),
  signedFault('ballot.blank_limits', 'the overall proof beside a blank choice turned round', (ballot) =>
    eachAnswer(ballot, (answer) =>
      isMixedAnswer(answer) || answer.blank_proof === undefined
        ? undefined
        : { ...answer, overall_proof: answer.overall_proof.toReversed() },
    ),
  ),
  signedFault('ballot.knowledge', 'a mixed answer with the ciphertext encrypted once more', (ballot, { group, key }) =>
    eachMixed(ballot, ({ choices, proof }) => {
      const [alpha = group.one, beta = group.one] = [group.parse(choices.alpha), group.parse(choices.beta)];
      const again = {
        alpha: group.write(group.multiply(alpha, group.g)),
        beta: group.write(group.multiply(beta, key)),
      };
      return { choices: again, proof };
    }),
  ),
  signedFault('ballot.answers', 'an answer too many, or too few', (ballot) => {
    const [first] = ballot.answers;
    return first === undefined
      ? []
      : [
          { ...ballot, answers: [...ballot.answers, first] },
          { ...ballot, answers: ballot.answers.slice(1) },
        ];
  }),
  signedFault('ballot.answers', 'a choice, or a proof, too many or too few', (ballot) => [
    ...eachHomomorphic(ballot, (answer) => ({ ...answer, choices: answer.choices.slice(1) })),
    ...eachHomomorphic(ballot, (answer) => ({ ...answer, individual_proofs: answer.individual_proofs.slice(1) })),
    ...eachHomomorphic(ballot, (answer) => ({ ...answer, overall_proof: answer.overall_proof.slice(1) })),
    ...eachHomomorphic(ballot, (answer) => ({
      ...answer,
      overall_proof: [...answer.overall_proof, ...answer.overall_proof.slice(0, 1)],
    })),
    ...eachHomomorphic(ballot, ({ blank_proof: blank, ...answer }) => {
      const [zero, one] = answer.individual_proofs[0] ?? [];
      return blank === undefined && zero !== undefined && one !== undefined
        ? { ...answer, blank_proof: [zero, one] }
        : answer;
    }),
  ]),
  signedFault('ballot.answers', 'answers in each other’s place', (ballot) =>
    ballot.answers.length < 2 ? [] : [{ ...ballot, answers: ballot.answers.toReversed() }],
  ),
  signedFault('ballot.numbers', 'a number of a proof beyond the order of the group', (ballot, { group }) => [
    ...eachHomomorphic(ballot, (answer) => ({
      ...answer,
      overall_proof: answer.overall_proof.map((proof) => ({ ...proof, response: plus(proof.response, group.q) })),
    })),
    ...eachHomomorphic(ballot, (answer) => ({
      ...answer,
      individual_proofs: answer.individual_proofs.map(
        ([zero, one]) => [{ ...zero, challenge: plus(zero.challenge, group.q) }, one] as const,
      ),
    })),
    ...eachMixed(ballot, ({ choices, proof }) => ({
      choices,
      proof: { ...proof, response: plus(proof.response, group.q) },
    })),
  ]),
  signedFault('ballot.members', 'an element that is no member', (ballot) => [
    ...eachHomomorphic(ballot, (answer) => ({
      ...answer,
      choices: answer.choices.map((choice, i) => (i === 0 ? { ...choice, alpha: withOrderTwo(choice.alpha) } : choice)),
    })),
    ...eachHomomorphic(ballot, (answer) => ({
      ...answer,
      choices: answer.choices.map((choice, i) => (i === 1 ? { ...choice, beta: 'f'.repeat(64) } : choice)),
    })),
    ...eachMixed(ballot, ({ choices, proof }) => ({
      choices: { ...choices, beta: withOrderTwo(choices.beta) },
      proof,
    })),
  ]),
  fault('ballot.signature', 'a ballot signed with another voter’s secret', (base, pick) =>
    onElection(base, (election) =>
      base.some(lastIn(base.events)).map((at) => {
        const own = voterOf(base, base.events[at]).secret;
        const { secret = 1n } = base.voters.find((voter) => voter.secret !== own) ?? {};
        const text = ballotWire.write(signedBallot(election, pick(own, secret), ballotIn(textIn(base.events[at]))));
        return [`event ${at}`, withText(base.events, at, () => text)];
      }),
    ),
  ),
  fault('ballot.hash', 'a signature of the hash of something else', (base, pick) =>
    onElection(base, (election) =>
      base.some(lastIn(base.events)).map((at) => {
        const { secret } = voterOf(base, base.events[at]);
        const ballot = signedBallot(election, secret, ballotIn(textIn(base.events[at])));
        const hash = pick(ballot.signature.hash, `${'A'.repeat(42)}g`);
        const proof = proveKnowledge(election.group, secret, `sig|${hash}|`, seededRandomness('hash'));
        const text = ballotWire.write({ ...ballot, signature: { hash, proof: writeProof(proof) } });
        return [`event ${at}`, withText(base.events, at, () => text)];
      }),
    ),
  ),
  textFault('ballot.canonical', 'a ballot written with a space', (text) => text.replace(':', ': ')),
  textFault('ballot.canonical', 'a ballot with its fields in another order', (text) => {
    const [first, ...rest] = Object.entries(JSON.parse(text));
    return JSON.stringify(Object.fromEntries([...rest, ...(first === undefined ? [] : [first])]));
  }),
  textFault('ballot.canonical', 'a ballot with a sign written as an escape', (text) =>
    text.replace('"election_uuid"', String.raw`"election_\u0075uid"`),
  ),
  textFault('ballot.canonical', 'a ballot with a field twice', (text) =>
    text.replace('{"election_uuid"', '{"credential":"0","election_uuid"'),
  ),
  textFault('ballot.form', 'a ballot with an unknown field', (text) => text.replace('{', '{"also":1,'), ...uncounted),
  textFault(
    'ballot.form',
    'an answer with an unknown field',
    (text) => text.replace('"answers":[{', '"answers":[{"also":1,'),
    ...uncounted,
  ),
  textFault(
    'ballot.form',
    'a ballot without its signature',
    (text) => text.replace(/,"signature":.*$/u, '}'),
    ...uncounted,
  ),
  textFault(
    'ballot.form',
    'a number with a leading zero',
    (text) => text.replace('"challenge":"', '"challenge":"0'),
    ...uncounted,
  ),
  textFault(
    'ballot.form',
    'a number in hexadecimal digits',
    (text) =>
      text.replace(/"response":"([0-9]+)"/u, (_, digits: string) => `"response":"0x${BigInt(digits).toString(16)}"`),
    ...uncounted,
  ),
  textFault(
    'ballot.form',
    'a number that is no text',
    (text) => text.replace(/"response":"([0-9]+)"/u, '"response":$1'),
    ...uncounted,
  ),
  textFault(
    'ballot.form',
    'an element in capital letters',
    (text) => text.replace(/"alpha":"([0-9a-f]+)"/u, (_, digits: string) => `"alpha":"${digits.toUpperCase()}"`),
    ...uncounted,
  ),
  fault(
    'ballot.form',
    'a ballot whose bytes are no text',
    (base, pick) =>
      base
        .some(lastIn(base.events))
        .map((at) => [
          `event ${at}`,
          withEvent(base.events, at, (event) =>
            event.type === 'Ballot' ? { ...event, payload: pick(event.payload, Uint8Array.of(0xff, 0xfe)) } : event,
          ),
        ]),
    ...uncounted,
  ),
  textFault('ballot.form', 'a ballot that is no JSON', (text) => text.slice(0, -1), ...uncounted),
];
