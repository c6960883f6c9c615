import type { TallyMessages } from '../es/tally.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

export const tally = (f: Format): TallyMessages => {
  const n = (count: number): string => f.count(count);
  const papers = (count: number): string => plural(count, { one: `${n(count)} paper`, other: `${n(count)} papers` });
  return {
    title: 'Opening the results',
    notYet: (moment) => `The vote has not ended yet. It closes by itself on ${moment}.`,
    someRefused: (count) =>
      plural(count, {
        one: 'The board of one paper fails a check.',
        other: `The boards of ${papers(count)} fail a check.`,
      }),
    somePrepared: (count) => `The server adds up the sealed ballots of ${papers(count)}.`,
    someWait: (count) =>
      plural(count, {
        one: 'One paper waits for the trustees.',
        other: `${papers(count)} wait for the trustees.`,
      }),
    allOpened: (count) =>
      count === 0 ? 'There is nothing to open.' : `All that is opened has been opened: ${papers(count)}.`,
    now: 'What is missing now',
    awaited: (names, needed, all) =>
      needed < all
        ? `These can do it now: ${names}. ${n(needed)} of the ${n(all)} trustees are enough.`
        : `Awaited: ${names}.`,
    refusedSay:
      'What fails a check is looked at before anything else: the board is not the one that people saw. All other papers go on.',
    again: 'Look once more',
    notATrustee: 'This account has no place among the trustees of this consultation.',
    nothingForYou: 'You have done everything that can be done now. If more is needed, it appears here.',
    forYou: (count) => `There are ${papers(count)} for you.`,
    download: 'Download the work file: all sealed urns that wait for you.',
    downloadButton: 'Download the work file',
    whichTrustee: 'Trustee',
    whichTrusteeHint: 'The number in the list of trustees.',
    work: 'Take it to where your key is: each urn is checked before it is used.',
    trusteePage: 'Open the trustees’ page',
    orCommand: 'or use the command:',
    bring: 'Bring the answer file that the program wrote.',
    bringButton: 'Bring the answer',
    file: 'Answer file',
    fileHint: 'It ends in .zip. The key is never sent.',
    fileMissing: 'Choose a file.',
    fileBroken: 'The file did not arrive whole. Bring it again.',
    fileTooLarge: (most) => `The file is larger than ${most}.`,
    nothingToDo: 'There is nothing to do for this trustee now.',
    refusals: {
      malformed: (place) =>
        `The file has not the form of an answer${place === '' ? '' : ` (${place})`}. Bring the one that the program wrote.`,
      entry_too_large: 'What the file has for one paper is too large.',
      other_work: 'The answer is to another work file. Download the one of this page.',
      other_trustee: (owner) => `The answer is of trustee ${n(owner)}, and this account has another place.`,
      not_now: 'No results are opened in this consultation now.',
    },
    contests: 'Papers',
    contestsSay: 'What somebody must look at comes first.',
    allContests: 'All',
    columns: {
      contest: 'Paper',
      stage: 'State',
      counted: 'Ballots that count',
      shuffles: 'Shuffles',
      signed: 'Decryptions',
      trustee: 'Trustee',
      decryptions: 'Decryptions',
      waiting: 'Can do now',
    },
    stages: {
      fault: 'Fails a check',
      preparing: 'Being added up',
      shuffle: 'Waits for shuffles',
      decrypt: 'Waits for decryptions',
      voting: 'Still voting',
      opened: 'Opened',
      withheld: 'Withheld: too few ballots',
      annulled: 'Annulled',
    },
    failure: (check, place) => `Fails ${check}, at ${place}.`,
    none: '–',
    signed: (done, needed) => `${n(done)} of ${n(needed)}`,
    trustees: 'Trustees',
    trusteesSay: (needed, all) => `${n(needed)} of ${n(all)} open together. At least two of them shuffle.`,
    unnamed: (owner) => `Trustee ${n(owner)}`,
    you: 'You',
    nothingWaits: 'Nothing',
    waits: (count) => papers(count),
    answers: 'Answers received',
    answersSay: 'What trustees brought, the last first.',
    answerOf: (owner) => `Answer of trustee ${n(owner)}`,
    checking: 'Checking',
    checkingSay: 'Each paper is checked as anybody will check it, and what holds is published on its board.',
    checked: 'Everything was checked. What holds stands on the boards.',
    progress: (done, all) => `${n(done)} of ${n(all)}`,
    emptyAnswer: 'No papers',
    outcomes: {
      taken: (count) => `${n(count)} taken`,
      known: (count) => `${n(count)} there already`,
      stale: (count) => `${n(count)} for an earlier board`,
      not_needed: (count) => `${n(count)} not needed any more`,
      unknown: (count) => `${n(count)} unknown`,
      refused: (count) => `${n(count)} refused`,
    },
    left: 'What was not taken',
    leftSay: 'All other papers went on.',
    kinds: { shuffle: 'The shuffle', decryption: 'The decryption' },
    why: {
      taken: (what) => `${what} was taken.`,
      known: (what) => `${what} was there already.`,
      not_needed: (what) => `${what} was not needed any more.`,
      stale: (what) =>
        `${what} was made for the board as it stood before: another trustee came first. Download the work file again.`,
      unknown: (what) => `${what} is of a paper that this consultation does not have.`,
      refused: (what) => `${what} does not pass the checks.`,
    },
    back: 'Back to the opening of the results',
  };
};
