import { join } from 'node:path';
import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { RegistrarWords } from './task-words.ts';

const { count: n } = figuresOf('en');

const people = (voters: number, spares: number): string =>
  `${voters === 1 ? '1 person' : `${n(voters)} people`}${spares === 0 ? '' : ` and ${spares === 1 ? '1 spare' : `${n(spares)} spares`}`}`;

/** What `convite registrar` says, in English. */
export const englishRegistrar: RegistrarWords = {
  made: ({ out, summary, files }) => [
    { type: 'answer', text: `Made: codes for ${people(summary.voters, summary.spares)}.` },
    '',
    'To publish:',
    `  ${join(out, files.published)}`,
    `  ${join(out, files.summary)}`,
    `  ${n(summary.voters + summary.spares)} credentials, weights together ${summary.total_weight}`,
    '  SHA-256 of the list:',
    `  ${summary.sha256}`,
    '',
    'PRIVATE, for nobody but you:',
    `  ${join(out, files.slips)}   print, cut, envelopes`,
    `  ${join(out, files.list)}   whose code is which`,
    '',
    'What to destroy, and when:',
    '  the slips file   as soon as the slips are printed',
    '  spare slips      when the vote has ended',
    '  the list         when the vote has ended and the time for complaints is over',
    'Whoever has the list can vote for those who do not. Do not send it, and keep no copy on a shared disk.',
    '',
    'Check it at any time:',
    `  npm run -s convite -- registrar check ${shellWord(out)}`,
  ],
  checked: ({ folder, summary, inArchive }) => [
    { type: 'answer', text: 'The lists agree: the private list gives exactly the public one.' },
    `${people(summary.voters, summary.spares)}; election ${summary.uuid} (${summary.group}).`,
    '  SHA-256 of the list:',
    `  ${summary.sha256}`,
    ...(inArchive === undefined ? [] : [`The archive ${inArchive} publishes the same list as ${folder}.`]),
  ],
  consultationMade: ({ out, made, pages, files }) => [
    { type: 'answer', text: `Made: codes for ${people(made.people, made.spares)}, on ${n(made.contests)} papers.` },
    ...(made.without === 0 ? [] : [`${n(made.without)} of the roll have no paper, and so no letter.`]),
    '',
    'To bring to the site:',
    `  ${join(out, files.upload)}   ${n(made.credentials)} public credentials`,
    'To publish:',
    `  ${join(out, files.summary)}`,
    '  SHA-256 of what is brought:',
    `  ${made.sha256}`,
    '',
    'PRIVATE, for nobody but you:',
    `  ${join(out, 'PRIVATE-letters-*.html')}, ${join(out, 'PRIVATE-slips-*.html')}   ${n(pages)} of each kind that you asked for`,
    `  ${join(out, files.list)}   whose code is which`,
    '',
    'What to destroy, and when:',
    '  letters and slips (files)   as soon as they are printed',
    '  the list                    when the vote has ended and the time for complaints is over',
    'Whoever has the list can vote for those who do not. Do not send it, and keep no copy on a shared disk.',
  ],
  codesChecked: ({ checked, isOrderSame, archive }) => [
    { type: 'answer', text: 'They agree: the private list gives exactly what is for the site.' },
    `${people(checked.people, checked.spares)}, ${n(checked.credentials)} public credentials on ${n(checked.contests)} papers.`,
    '  SHA-256 of what is brought to the site:',
    `  ${checked.sha256}`,
    ...(isOrderSame ? ['The order of the site is the one that the codes were made for.'] : []),
    ...(archive === undefined
      ? []
      : [
          `The elections in ${archive}, ${n(checked.compared)} of ${n(checked.contests)}, were set up with exactly these.`,
        ]),
  ],
  replaced: ({ out, files, spare, left, isLost }) => [
    { type: 'answer', text: `Given: spare ${spare}. ${n(left)} left.` },
    '',
    `  ${join(out, files.form)}   bring to the site: two people agree on it`,
    `  ${join(out, files.letter)}   PRIVATE: print and destroy`,
    '',
    isLost
      ? 'Hand the letter over only when the site says that the lost one is void.'
      : 'Hand the letter over only when the site says that the spare is active.',
  ],
  slips: {
    title: 'Slips with voting codes. PRIVATE',
    warning: 'PRIVATE. Whoever sees a code can vote with it. Print, cut, put in envelopes, and destroy this file.',
    heading: 'Your voting code',
    spare: (number) => `Spare ${number}`,
    code: 'Your code to vote:',
    weight: (weight) => `Your vote counts ${weight} times.`,
    advice: [
      'Keep it to yourself. Nobody who is honest will ask you for it, neither by telephone nor by message.',
      'You may vote again until the vote closes: your last ballot counts.',
      'No code has 0, O, I or l in it. If you lose this slip, ask the registrar for another.',
    ],
  },
};
