import type { EventType } from '@convite/crypto';
import { figuresOf } from './figures.ts';
import type { InspectWords } from './inspect-words.ts';

const { count: n } = figuresOf('en');
const ballots = (count: number): string => (count === 1 ? '1 ballot' : `${n(count)} ballots`);
const credentials = (count: number): string => (count === 1 ? '1 credential' : `${n(count)} credentials`);

const nextEvents: Readonly<Record<EventType, string>> = {
  Setup: 'the setup',
  Ballot: 'another ballot',
  EndBallots: 'the end of the vote',
  EncryptedTally: 'the encrypted tally',
  Shuffle: 'a shuffle',
  EndShuffles: 'the end of the shuffles',
  PartialDecryption: 'a trustee’s decryption',
  Result: 'the result',
};

/** What `convite inspect` says, in English. */
export const englishInspect: InspectWords = {
  broken: (path, failures, verifyCommand) =>
    `${path} begins as the archive of an election, but its form is broken in ${failures === 1 ? 'one place' : `${n(failures)} places`}, so nothing in it can be shown. What is wrong: ${verifyCommand}`,
  unreadable: (path, place, verifyCommand) =>
    `${path} is an archive, but what it holds cannot be read (${place}). What is wrong: ${verifyCommand}`,
  notVerified: (verifyCommand) =>
    `This was read, not verified: no proof was checked, and nothing here says that ballots or result are right. To check: ${verifyCommand}`,
  labels: {
    election: 'Election',
    fingerprint: 'Fingerprint',
    group: 'Group',
    archive: 'Archive',
    policy: 'Policy',
    rules: 'Rule set',
    administrator: 'Administrator',
    credentialAuthority: 'Credentials by',
    sha256: 'SHA-256',
  },
  group: {
    Ed25519: 'Ed25519 (elliptic curve)',
    'BELENIOS-2048': 'BELENIOS-2048 (numbers of 2,048 bits)',
    'RFC-3526-2048': 'RFC-3526-2048 (numbers of 2,048 bits)',
  },
  otherGroup: (name) => `${name} (not known here)`,
  archiveMade: (utc) => `begun on ${utc}, as it says itself`,
  policy: (version) => `declares Convite’s policy, version ${n(version)}; checked by verify --strict`,
  noPolicy: 'declares none of Convite’s',
  noRules: 'none is named: this is a vote without a rule set',
  next: (types) =>
    types.length === 0
      ? 'Nothing can come after this.'
      : `What may come next: ${types.map((type) => nextEvents[type]).join(', or ')}.`,
  headings: { questions: 'Questions', trustees: 'Trustees', voters: 'Voters and ballots', events: 'Events' },
  limits: (min, max, answers, blank) =>
    `Choose ${min === max ? `exactly ${n(min)}` : min === 0 ? `up to ${n(max)}` : `from ${n(min)} to ${n(max)}`} of ${n(answers)}${blank ? ', or vote blank' : ''}. Only the totals are decrypted.`,
  mixed: (ints) =>
    `Each ballot holds ${ints === 1 ? 'one number' : `${n(ints)} numbers`} from 0 to 255. Ballots are shuffled, then decrypted whole.`,
  layout: {
    approvals: (options) => `Approve as many of ${n(options)} as wanted. Ballots are shuffled, then decrypted whole.`,
    ranking: (options, most) =>
      `Rank up to ${n(most)} of ${n(options)}, the best first. Ballots are shuffled, then decrypted whole.`,
    points: (options, most) =>
      `Give each of ${n(options)} from 0 to ${n(most)} points. Ballots are shuffled, then decrypted whole.`,
  },
  blank: 'blank',
  published: 'Result as published:',
  decryptedBallots: (count) => `${ballots(count)} decrypted, as published.`,
  allMust: (trustees, entries) =>
    trustees === 1
      ? 'One trustee alone holds the key and can open every ballot.'
      : entries === 1
        ? 'To open the result:'
        : 'To open the result, each of these is needed:',
  mandatory: 'must take part',
  threshold: (needed, of) => `any ${n(needed)} of these ${n(of)}`,
  unnamed: '(no name)',
  hasShuffled: 'has shuffled',
  hasDecrypted: 'has decrypted',
  credentials: (count, weight) => `${credentials(count)} to vote with, of total weight ${weight}.`,
  ballots: (count, voters, revotes) =>
    count === 0
      ? 'No ballot is on the board yet.'
      : `${ballots(count)} on the board, of ${credentials(voters)}${revotes === 0 ? '' : `; ${n(revotes)} ${revotes === 1 ? 'was' : 'were'} replaced by a later one of the same credential`}.`,
  counted: (count, weight) => `The encrypted tally says that it counts ${ballots(count)} of total weight ${weight}.`,
  event: {
    Setup: 'setup',
    Ballot: 'ballot',
    EndBallots: 'end of the vote',
    EncryptedTally: 'encrypted tally',
    Shuffle: 'shuffle',
    EndShuffles: 'end of the shuffles',
    PartialDecryption: 'decryption',
    Result: 'result',
  },
  byTrustee: (owner) => ` by trustee ${n(owner)}`,
  columns: { height: 'No.', event: 'Event', hash: 'SHA-256' },
  leftOut: (events) => `${n(events)} more; --events shows them`,
};
