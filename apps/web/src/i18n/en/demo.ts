import type { DemoMessages } from '../es/demo.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The first page of a demo. */
export const demo = (f: Format): DemoMessages => ({
  go: 'Try the demo',
  title: 'Try all of it, in five minutes',
  rail: [
    'La Enramada is an invented commune, and you can be anybody of its people.',
    'Vote, close, open the ballots with the keys, and check the result.',
  ],
  making: 'The demo is being prepared',
  makingSays:
    'Invented people hand out letters, keep keys and vote. It takes less than a minute. The page renews itself.',
  makingStep: (done, steps) => `${f.count(done)} of ${f.count(steps)} steps are done.`,
  makingMore: (done, steps) =>
    `Another consultation, a finished one, is still being prepared: ${f.count(done)} of ${f.count(steps)} steps.`,
  makingNext: (done, steps) =>
    `Another vote is being prepared for whoever comes next: ${f.count(done)} of ${f.count(steps)} steps.`,
  failed: 'The demo could not be prepared to its end',
  failedSays: (done, steps) =>
    `It was tried three times. ${f.count(done)} of ${f.count(steps)} steps are done, and they stay.`,
  failedFault: 'What failed:',
  failedDo:
    'Try again: it goes on where it stopped. If it fails again, start the server with another folder in CONVITE_DATA; there is nothing to lose in this one.',
  again: 'Try again',
  now: 'Now',
  finished: 'Done',
  before: (title) => `“${title}”, which whoever came before has closed, has its result.`,
  vote: 'Vote',
  voteSays: 'Each code is the letter of an invented person. Choose one and vote for that person.',
  voteAgain:
    'A code works more than once, and the last vote counts. This list does not mark those that were used: the page does not look which code anybody voted with.',
  visitors: (n) =>
    plural(n, {
      one: 'One vote of somebody who tries the demo is in the ballot box already.',
      other: `${f.count(n)} votes of people who try the demo are in the ballot box already.`,
    }),
  voteAs: (name) => `Vote as ${name}`,
  papers: (n) => plural(n, { one: 'One paper', other: `${f.count(n)} papers` }),
  moreCodes: 'More codes',
  voteOver: 'The vote is closed.',
  find: 'Find your ballot',
  findSays: 'With the receipt you find it in the public ballot box. The server does not learn which one you look at.',
  findGo: 'Find my ballot',
  close: 'Close the vote',
  closeSays:
    'It takes two guarantors: one proposes and the other agrees. Only in a demo can it be closed before its time.',
  propose: (name) => `Propose it, as “${name}”`,
  proposed: (name) => `It is proposed. Another person has to agree: “${name}”.`,
  agree: (name) => `Agree, as “${name}”`,
  adding: 'The vote is closed. The ballots are added up and none is opened; the page renews itself.',
  open: 'Open with the keys',
  openSays:
    'The key that opens the result is divided among three trustees, called “Custodio”, and two are enough. With each of two:',
  openHow: [
    'Download the key.',
    'Come in as that trustee and download the work.',
    'On the page for trustees choose “Work after the closing”, give it both files and save what comes out.',
    'Come in as that trustee again and upload that file.',
  ],
  opened: (done, needed) => `${f.count(done)} of ${f.count(needed)} trustees have done their part.`,
  key: (name) => `Key of “${name}”`,
  openAs: (name) => `Come in as “${name}”`,
  keyPage: 'The page for trustees',
  counting: 'It is counted by itself; the page renews itself.',
  tied: (name) => `A tie decides the result: a public lot settles it. Come in as “${name}”.`,
  tiedGo: (name) => `To the lot, as “${name}”`,
  publish: 'Publish the result',
  publishSays: 'When it is counted, one guarantor proposes to publish it and the other agrees.',
  check: 'Check',
  checkSays: 'The result comes from the file that everybody can download and count again.',
  checkGo: 'See the result',
  parts: 'Who else is there',
  partsRail: 'Come in as any of these people. There are no passwords. Each role may do some things and not others.',
});
