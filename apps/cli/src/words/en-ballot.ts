import type { PackedLayout } from '@convite/crypto';
import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { BallotWords } from './task-words.ts';

const { count: n } = figuresOf('en');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

const layoutQuestion = (layout: PackedLayout): string => {
  switch (layout.kind) {
    case 'approvals':
      return 'The numbers of all that you approve, with spaces; an empty line for none:';
    case 'ranking':
      return `The numbers in your order, the best first, ${n(layout.ranks)} at most, with spaces:`;
    case 'points':
      return `Points for each in turn, 0 to ${n(layout.most)}, with spaces:`;
  }
};

/** What `convite ballot` says, in English. */
export const englishBallot: BallotWords = {
  askCredential: 'Your code: ',
  askTotals: (min, max, hasBlank) =>
    `${min === max ? n(min) : `${n(min)} to ${n(max)}`} of these numbers, with spaces${hasBlank ? '; 0 for a blank vote' : ''}:`,
  askNumbers: (count) => `${n(count)} numbers from 0 to 255, with spaces:`,
  askLayout: layoutQuestion,
  askAgain: 'That is no answer to this question. Once more:',
  sealed: ({ out, tracker, shown }) => [
    { type: 'answer', text: 'Your ballot is sealed. It counts once it stands on the board: hand it in.' },
    `  ${out}`,
    '',
    'Its tracker, with which you find it there; it says nothing of your choices:',
    `  ${shown}`,
    `  ${tracker}`,
    'Check it after handing in:',
    run(`ballot check --archive FILE.bel --tracker ${shellWord(shown)}`),
  ],
  tracker: ({ tracker, shown, election }) => [
    { type: 'answer', text: shown },
    `  ${tracker}`,
    `  ballot of the election ${election}`,
  ],
  found: ({ tracker, shown, position, ballots, height, head, laterTracker, isOpen }) => [
    laterTracker === undefined
      ? {
          type: 'answer',
          text: isOpen ? 'FOUND, and it is the one that counts so far.' : 'FOUND, and it is the one that counts.',
        }
      : { type: 'refusal', text: 'FOUND, but a later ballot of the same code replaces it.' },
    `  ${shown}`,
    `  ${tracker}`,
    `  ballot ${n(position)} of ${n(ballots)}, event ${n(height)}`,
    `  last event of the archive: ${head}`,
    ...(laterTracker === undefined
      ? []
      : [
          'The one that counts:',
          `  ${laterTracker}`,
          'If you did not vote again, tell those who hold the vote: somebody has your code.',
        ]),
  ],
};
