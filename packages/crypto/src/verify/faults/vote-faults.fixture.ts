import { invariant } from '@convite/kernel';
import { utf8 } from '../../board/archive.fixture.ts';
import { type BallotWire, ballotWire } from '../../v1/wire/ballot-wire.ts';
import { isMixed } from '../../v1/wire/election-wire.ts';
import { ballotIn, signedBallot } from './attackers.fixture.ts';
import { ballotEvent, castBy, castInBoth, lastIn, lastOfSame, namesake, supersededIn } from './cast-ballots.fixture.ts';
import type { Check } from '../checks.ts';
import { type CompleteElection, onElection, voterOf } from '../complete-election.fixture.ts';
import { fault, type Pick, type SeededFault } from './seeded-fault.fixture.ts';
import { type Events, inserted, placesOf, swapped, textIn, withText, without } from '../tampered-archive.fixture.ts';

/** What the proofs of an answer say, all of it bound to the credential and the election. */
const answerChecks = [
  'ballot.choices',
  'ballot.limits',
  'ballot.blank',
  'ballot.blank_limits',
  'ballot.knowledge',
] as const satisfies readonly Check[];

/** What fails where other ballots are counted than those that stand on the board. */
export const countChecks = [
  'tally.ciphertexts',
  'tally.count',
  'tally.weight',
  'shuffle.form',
  'shuffle.t1',
  'shuffle.t2',
  'shuffle.t3',
  'shuffle.t4',
  'shuffle.t_hat',
  'decryption.form',
  'decryption.proofs',
] as const satisfies readonly Check[];

/** Ballots put before all others, so that they are replaced and not counted; for each the sound one of the twin. */
const castFirst = (base: CompleteElection, pick: Pick, texts: readonly (readonly [sound: string, faulty: string])[]) =>
  texts.map(([sound, faulty], i): readonly [string, Events] => [
    `ballot ${i}`,
    inserted(base.events, 1, ballotEvent(pick(sound, faulty))),
  ]);

const endOf = (events: Events): number => placesOf(events, 'EndBallots')[0] ?? 0;

/** The list of credentials with one entry changed, or left out, after the vote. */
function withCredentials(base: CompleteElection, change: (list: readonly string[]) => readonly string[]): Events {
  const [setup] = base.events;
  invariant(setup?.type === 'Setup', 'an election begins with its setup');
  const list: readonly string[] = JSON.parse(Buffer.from(setup.credentials).toString());
  return base.events.with(0, { ...setup, credentials: utf8(JSON.stringify(change(list))) });
}

/** Answers that are bound to another election or voter: every proof of such an answer, of the one kind or the other. */
const boundBy = (
  check: 'ballot.choices' | 'ballot.knowledge',
  of: 'totals' | 'whole ballots',
): readonly SeededFault[] =>
  [
    fault(
      check,
      `${of}: a ballot of another election, made one of this by a voter who signs it anew`,
      (base, pick) =>
        onElection(base, (election) =>
          castFirst(
            base,
            pick,
            castInBoth(base).map(({ voter, here, elsewhere }) => {
              const { credential, election_uuid, election_hash } = ballotIn(here);
              const rebound = { credential, election_uuid, election_hash, answers: ballotIn(elsewhere).answers };
              return [here, ballotWire.write(signedBallot(election, voter.secret, rebound))];
            }),
          ),
        ),
      ...answerChecks,
    ),
    fault(
      check,
      `${of}: the answers of one voter copied by another, who signs them`,
      (base, pick) =>
        onElection(base, (election) =>
          base.some(lastIn(base.events)).map((at) => {
            const copied = ballotIn(textIn(base.events[at]));
            const victim = voterOf(base, base.events[at]);
            const thief = base.voters.find((other) => other !== victim) ?? victim;
            const sound = castBy(election, victim, `copied ${at}`);
            const text = ballotWire.write(
              signedBallot(election, thief.secret, { ...copied, credential: thief.credential }),
            );
            return [`event ${at}`, inserted(base.events, 1, ballotEvent(pick(sound, text)))] as const;
          }),
        ),
      ...answerChecks,
    ),
  ].map((seeded) => ({
    ...seeded,
    plant: (base, pick) =>
      base.plan.questions.some((question) => isMixed(question) === (of === 'whole ballots'))
        ? seeded.plant(base, pick)
        : [],
  }));

/** Defects of which ballots stand on the board, and of what they are counted as. */
export const voteFaults: readonly SeededFault[] = [
  fault(
    'tally.ciphertexts',
    'a counted ballot left out',
    ({ events, some }, pick) => some(lastIn(events)).map((at) => [`event ${at}`, pick(events, without(events, at))]),
    ...countChecks,
  ),
  fault(
    'tally.ciphertexts',
    'all ballots of a voter left out',
    (base, pick) =>
      base.some(base.voters).map(({ credential }, i) => {
        const own = placesOf(base.events, 'Ballot').filter((at) => textIn(base.events[at]).includes(credential));
        return [`voter ${i}`, pick(base.events, without(base.events, ...own))];
      }),
    ...countChecks,
  ),
  fault(
    'tally.ciphertexts',
    'a vote cast again that was not counted',
    (base, pick) =>
      onElection(base, (election) =>
        base.some(base.voters).map((voter, i) => {
          const again = ballotEvent(castBy(election, voter, `again ${i}`));
          const { events } = base;
          return [`voter ${i}`, pick(inserted(events, 1, again), inserted(events, endOf(events), again))] as const;
        }),
      ),
    ...countChecks,
  ),
  fault(
    'tally.ciphertexts',
    'a vote and the one that replaced it in each other’s place',
    ({ events, some }, pick) =>
      some(supersededIn(events)).map((at) => [
        `event ${at}`,
        pick(events, swapped(events, at, lastOfSame(events, at))),
      ]),
    ...countChecks,
  ),
  fault('ballot.unique', 'a ballot twice', ({ events, some }, pick) =>
    some(lastIn(events)).flatMap((at) =>
      [at, at + 1, endOf(events)].map(
        (to) =>
          [`event ${at} again at ${to}`, pick(events, inserted(events, to, ballotEvent(textIn(events[at]))))] as const,
      ),
    ),
  ),
  fault('ballot.unique', 'a replaced ballot once more, behind the one that replaced it', ({ events, some }, pick) =>
    some(supersededIn(events)).map((at) => [
      `event ${at}`,
      pick(events, inserted(events, endOf(events), ballotEvent(textIn(events[at])))),
    ]),
  ),
  fault('ballot.credential', 'a ballot of somebody who is not on the list', (base, pick) =>
    onElection(base, (election) =>
      base.some(base.voters).map((voter, i) => {
        const [sound, faulty] = [voter, { secret: 1_000n + BigInt(i) }].map((by) => castBy(election, by, `ghost ${i}`));
        return [`ballot ${i}`, inserted(base.events, 1, ballotEvent(pick(sound ?? '', faulty ?? '')))] as const;
      }),
    ),
  ),
  fault(
    'ballot.credential',
    'a credential taken from the list after its vote',
    (base, pick) =>
      base.some([...base.voters.keys()]).map((i) => [
        `credential ${i}`,
        pick(
          base.events,
          withCredentials(base, (list) => list.toSpliced(i, 1)),
        ),
      ]),
    'tally.count',
    'tally.weight',
  ),
  fault(
    'tally.weight',
    'a weight changed after the vote',
    (base, pick) =>
      base.plan.shuffles > 0
        ? []
        : base.some([...base.voters.keys()]).flatMap((i) =>
            ['7', '70', '2000000000'].map(
              (weight) =>
                [
                  `credential ${i}, ${weight}`,
                  pick(
                    base.events,
                    withCredentials(base, (list) => list.with(i, `${list[i]?.slice(0, 64)},${weight}`)),
                  ),
                ] as const,
            ),
          ),
    'tally.ciphertexts',
    'decryption.proofs',
  ),
  fault(
    'ballot.election',
    'a ballot of another election',
    (base, pick) =>
      castFirst(
        base,
        pick,
        castInBoth(base).map(({ here, elsewhere }) => [here, elsewhere]),
      ),
    ...answerChecks,
  ),
  ...boundBy('ballot.choices', 'totals'),
  ...boundBy('ballot.knowledge', 'whole ballots'),
  fault('ballot.election', 'a ballot with the identifier, or the hash, of another election', (base, pick) =>
    onElection(base, (election) =>
      base.some(lastIn(base.events)).flatMap((at) => {
        const ballot = ballotIn(textIn(base.events[at]));
        const { secret } = voterOf(base, base.events[at]);
        const others: readonly Partial<BallotWire>[] = [
          { election_uuid: 'otraAsamblea12' },
          { election_hash: `${'A'.repeat(42)}g` },
        ];
        return others.map((other, i): readonly [string, Events] => {
          const text = ballotWire.write(
            signedBallot(election, secret, { ...ballot, ...pick<Partial<BallotWire>>({}, other) }),
          );
          return [`event ${at}, ${i}`, withText(base.events, at, () => text)];
        });
      }),
    ),
  ),
  fault(
    'ballot.election',
    'the text of the election changed after the vote',
    (base, pick) => {
      const [setup] = base.events;
      invariant(setup?.type === 'Setup', 'an election begins with its setup');
      const others = [
        namesake(base),
        base.electionText.replace('"description":"', '"description":"No '),
        base.electionText.replace('¿', '¡'),
        base.electionText.replace(/"uuid":"(.)/u, (_, sign) => `"uuid":"${sign === 'A' ? 'B' : 'A'}`),
        base.electionText.replace('{', '{ '),
      ];
      return others.map((other, i) => [
        `text ${i}`,
        base.events.with(0, { ...setup, election: utf8(pick(base.electionText, other)) }),
      ]);
    },
    ...answerChecks,
    ...countChecks,
  ),
];
