import { figuresOf } from './figures.ts';
import type { ArchiveWords, VerifyWords } from './verify-words.ts';

const { count: n, decimal } = figuresOf('en');
const cores = (threads: number): string => (threads === 1 ? 'one core' : `${n(threads)} cores`);

/** What both commands on archives say, in English. */
export const englishArchive: ArchiveWords = {
  notAnArchive: (path) =>
    `${path} is not the archive of an election (.bel): it does not begin as one. Nothing was checked.`,
  changed: (path) =>
    `${path} changed while it was being read, so nothing can be said of it. Keep a copy that nobody writes to, and ask again.`,
  stands: {
    unpublished: 'Nothing is published yet.',
    voting: 'The vote is open: ballots may still come. There is no result yet.',
    closed: 'The vote has ended. The encrypted tally and the result are still to come.',
    tallied: 'The vote has ended and the encrypted tally is published. Nothing is decrypted yet.',
    shuffling: 'The vote has ended and the ballots are being shuffled. Nothing is decrypted yet.',
    shuffled: 'The vote has ended and the ballots are shuffled. Nothing is decrypted yet.',
    decrypting: 'The trustees are decrypting. There is no result yet.',
    finished: 'The result is published: the election is complete.',
  },
  bytes: (bytes) => `${n(bytes)} bytes`,
};

/** What `convite verify` says, in English. */
export const englishVerify: VerifyWords = {
  fault: (message) =>
    `The archive could not be checked to the end, and no answer is given: the program or this machine failed (${message}). Please report this.`,
  accepted: (checks) => `ACCEPTED: all ${n(checks)} checks that apply hold.`,
  refused: (failed, checks) =>
    `REFUSED: ${n(failed)} of the ${n(checks)} checks that could be made ${failed === 1 ? 'fails' : 'fail'}.`,
  unread: 'What the archive contains was not looked at: where its form is broken, nothing in it can be trusted.',
  headings: {
    checks: 'What was checked',
    failures: 'What fails, and where',
    file: 'The file',
    meaning: 'What this means',
  },
  groups: {
    container: 'The file itself',
    chain: 'The chain of events',
    setup: 'Election, trustees and voters’ credentials',
    ballots: 'Ballots',
    tally: 'Encrypted tally',
    shuffles: 'Shuffles',
    decryption: 'Decryption',
    result: 'Result',
    policy: 'Convite’s own policy',
    side: 'Side file: strong proofs of decryption',
  },
  columns: { check: 'Check', made: 'Times', result: 'Result' },
  check: (_, english) => english,
  holds: 'holds',
  fails: (places) => (places === 1 ? 'FAILS once' : `FAILS ${n(places)} times`),
  doesNotApply: 'does not apply',
  notAsked: 'not asked for (--strict)',
  notMade: 'not made',
  place: (place) => place,
  message: (english) => english,
  more: (failures) => `and ${n(failures)} more; --json lists the first thousand of each check.`,
  labels: {
    sha256: 'SHA-256',
    size: 'Size',
    events: 'Events',
    head: 'Last event',
    election: 'Election',
    fingerprint: 'Fingerprint',
    earlier: 'Earlier file',
    checked: 'Checked',
  },
  earlier: (path, holds) =>
    holds ? `this file begins with all of ${path} and goes on from there` : `this file does not go on from ${path}`,
  checkedBy: (backend, threads, seconds) =>
    `in ${seconds} s${backend === null ? '' : `, ballots on ${threads === 0 ? 'one core' : cores(threads)}, arithmetic: ${backend}`}`,
  meaning: (state) => {
    if (state === 'policy_only') {
      return [
        'Every check that holds for all archives of the format holds; what fails belongs to Convite’s own policy, which you asked for with --strict.',
        'An election that declares this policy must be refused; for one that never did, ask without --strict.',
      ];
    }
    if (state === 'refused') {
      return [
        'Something in this file is not what the rules of the election demand; until that is explained, rely on nothing in it.',
        'This does not say who caused it, nor whether by mistake or on purpose: get the file again from another place, and compare the SHA-256.',
      ];
    }
    const elsewhere =
      'It cannot show who held the credentials, nor that others see this same file: compare the SHA-256 with theirs, and let voters look for their trackers.';
    if (state === 'finished') {
      return [
        'Every ballot was made with a credential of the published list and keeps the rules of its questions, and the published result is exactly what the last ballot of each credential says: for this, nobody needs to be trusted.',
        elsewhere,
      ];
    }
    return [
      `Every ballot so far was made with a credential of the published list and keeps the rules of its questions${state === 'voting' ? '; which ballots count is settled only when the vote ends' : ', and all that was done with them since is in order'}.`,
      `There is no result yet, so nothing is said of one. ${elsewhere}`,
    ];
  },
  progress: {
    archive: (done, of) => `Reading the file: ${done} of ${of}`,
    credentials: (done, of) => `Credentials: ${done} of ${of}`,
    ballots: (done, of) => `Ballots: ${done} of ${of}`,
    shuffles: (done, of) => `Shuffles: ${done} of ${of}`,
    decryptions: (done, of) => `Decryptions: ${done} of ${of}`,
  },
  pace: (perSecond, left) => `, ${perSecond} a second, about ${left} left`,
  megabytes: (bytes) => `${decimal((bytes / 1e6).toFixed(1))} MB`,
  duration: (seconds) =>
    seconds < 90
      ? `${n(seconds)} s`
      : seconds < 5400
        ? `${n(Math.round(seconds / 60))} min`
        : `${n(Math.round(seconds / 3600))} h`,
};
