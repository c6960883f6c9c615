/** What may happen in an election, as its archive names it. */
export const eventTypes = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'Shuffle',
  'EndShuffles',
  'PartialDecryption',
  'Result',
] as const;

export type EventType = (typeof eventTypes)[number];

/** Where an election stands, in the order in which elections go through. */
export const electionStates = [
  /** Nothing is published. */
  'unpublished',
  /** Election, trustees and credentials stand; ballots come. */
  'voting',
  /** No ballot comes any more. */
  'closed',
  /** The encrypted tally stands. */
  'tallied',
  /** Shuffles have begun. */
  'shuffling',
  /** No shuffle comes any more. */
  'shuffled',
  /** Partial decryptions have begun. */
  'decrypting',
  /** The result is published: the end. */
  'finished',
] as const;

export type ElectionState = (typeof electionStates)[number];

/** Why an event may not follow. */
export type OrderRefusal =
  | 'no_setup'
  | 'second_setup'
  | 'voting_open'
  | 'voting_ended'
  | 'no_tally'
  | 'second_tally'
  | 'no_shuffle'
  | 'shuffles_open'
  | 'shuffles_ended'
  | 'no_decryption'
  | 'result_published';

/** What an event does in a state: it leads to the next state, or is refused. */
export type Step = { readonly to: ElectionState } | { readonly refused: OrderRefusal };

const to = (state: ElectionState): Step => ({ to: state });
const refused = (reason: OrderRefusal): Step => ({ refused: reason });

/**
 * The order of events as data: Setup, Ballot*, EndBallots, EncryptedTally, [Shuffle+, EndShuffles],
 * PartialDecryption+, Result. Every prefix of such a sequence that has its Setup is the archive of an election that
 * stands there.
 */
export const eventOrder: Readonly<Record<ElectionState, Readonly<Record<EventType, Step>>>> = {
  unpublished: {
    Setup: to('voting'),
    Ballot: refused('no_setup'),
    EndBallots: refused('no_setup'),
    EncryptedTally: refused('no_setup'),
    Shuffle: refused('no_setup'),
    EndShuffles: refused('no_setup'),
    PartialDecryption: refused('no_setup'),
    Result: refused('no_setup'),
  },
  voting: {
    Setup: refused('second_setup'),
    Ballot: to('voting'),
    EndBallots: to('closed'),
    EncryptedTally: refused('voting_open'),
    Shuffle: refused('voting_open'),
    EndShuffles: refused('voting_open'),
    PartialDecryption: refused('voting_open'),
    Result: refused('voting_open'),
  },
  closed: {
    Setup: refused('second_setup'),
    Ballot: refused('voting_ended'),
    EndBallots: refused('voting_ended'),
    EncryptedTally: to('tallied'),
    Shuffle: refused('no_tally'),
    EndShuffles: refused('no_tally'),
    PartialDecryption: refused('no_tally'),
    Result: refused('no_tally'),
  },
  tallied: {
    Setup: refused('second_setup'),
    Ballot: refused('voting_ended'),
    EndBallots: refused('voting_ended'),
    EncryptedTally: refused('second_tally'),
    Shuffle: to('shuffling'),
    EndShuffles: refused('no_shuffle'),
    PartialDecryption: to('decrypting'),
    Result: refused('no_decryption'),
  },
  shuffling: {
    Setup: refused('second_setup'),
    Ballot: refused('voting_ended'),
    EndBallots: refused('voting_ended'),
    EncryptedTally: refused('second_tally'),
    Shuffle: to('shuffling'),
    EndShuffles: to('shuffled'),
    PartialDecryption: refused('shuffles_open'),
    Result: refused('shuffles_open'),
  },
  shuffled: {
    Setup: refused('second_setup'),
    Ballot: refused('voting_ended'),
    EndBallots: refused('voting_ended'),
    EncryptedTally: refused('second_tally'),
    Shuffle: refused('shuffles_ended'),
    EndShuffles: refused('shuffles_ended'),
    PartialDecryption: to('decrypting'),
    Result: refused('no_decryption'),
  },
  decrypting: {
    Setup: refused('second_setup'),
    Ballot: refused('voting_ended'),
    EndBallots: refused('voting_ended'),
    EncryptedTally: refused('second_tally'),
    Shuffle: refused('shuffles_ended'),
    EndShuffles: refused('shuffles_ended'),
    PartialDecryption: to('decrypting'),
    Result: to('finished'),
  },
  finished: {
    Setup: refused('second_setup'),
    Ballot: refused('result_published'),
    EndBallots: refused('result_published'),
    EncryptedTally: refused('result_published'),
    Shuffle: refused('result_published'),
    EndShuffles: refused('result_published'),
    PartialDecryption: refused('result_published'),
    Result: refused('result_published'),
  },
};

/** Each refusal in a sentence. */
export const orderRefusals: Readonly<Record<OrderRefusal, string>> = {
  no_setup: 'The election is not set up yet.',
  second_setup: 'The election is set up already.',
  voting_open: 'The vote has not ended yet.',
  voting_ended: 'The vote has ended already.',
  no_tally: 'The encrypted tally is not there yet.',
  second_tally: 'The encrypted tally is there already.',
  no_shuffle: 'There was no shuffle that could end.',
  shuffles_open: 'The shuffles have not ended yet.',
  shuffles_ended: 'The time of shuffles is over.',
  no_decryption: 'There is no partial decryption yet.',
  result_published: 'The result is published: nothing comes after it.',
};

/** Where an election stands after an event of the type, if nothing is wrong before it. */
const stateAfter: Readonly<Record<EventType, ElectionState>> = {
  Setup: 'voting',
  Ballot: 'voting',
  EndBallots: 'closed',
  EncryptedTally: 'tallied',
  Shuffle: 'shuffling',
  EndShuffles: 'shuffled',
  PartialDecryption: 'decrypting',
  Result: 'finished',
};

/**
 * Where a reader goes on after an event that is out of order: never back, so that one event that is missing, or stands
 * too late, is one failure and not one for each event that follows.
 */
export function stateAfterRefused(state: ElectionState, type: EventType): ElectionState {
  const after = stateAfter[type];
  return electionStates.indexOf(after) > electionStates.indexOf(state) ? after : state;
}
