import type { LetterWords } from '../letter-words.ts';

/** Letters in English. */
export const englishLetter: LetterWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  moment: ({ day, month, year, time }) => `${day} ${month} ${year}, ${time}`,
  pageTitle: 'Letters with voting codes. PRIVATE',
  warning: 'PRIVATE. Whoever sees a code can vote with it. Print, put in envelopes, and destroy this file.',
  spare: (number) => `Spare ${number}`,
  lead: 'With this code you vote in:',
  when: (opens, closes, zone) => `Voting is from ${opens} until ${closes} (time of ${zone}).`,
  scan: 'Read the square with the camera of your phone, or open this address and type your code:',
  code: 'Your code to vote:',
  advice: [
    'Keep it to yourself. Nobody who is honest will ask you for it, neither by telephone nor by message.',
    'You may vote again until the vote closes: your last ballot counts.',
    'No code has 0, O, I or l in it. If you lose this letter, ask the registrar for another: the lost one is void then.',
    'If you have no phone, or would rather be helped, take this letter to the voting table of your community.',
  ],
};
