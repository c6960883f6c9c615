import type { DemoMessages } from '../es/demo.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The first page of a demo. */
export const demo = (f: Format): DemoMessages => ({
  go: 'Try the demo',
  title: 'Try all of it, in five minutes',
  rail: [
    'La Enramada is an invented commune. Its vote is open.',
    'Vote, close, open the ballots with the keys, and check the result.',
  ],
  making: 'The demo is being prepared',
  makingSays:
    'Invented people hand out letters, keep keys and vote. It takes less than a minute. The page renews itself.',
  makingStep: (done, steps) => `${f.count(done)} of ${f.count(steps)} steps are done.`,
  makingMore: (done, steps) =>
    `Another consultation is still being prepared: ${f.count(done)} of ${f.count(steps)} steps.`,
  now: 'Now',
  vote: 'Vote',
  voteSays: 'Each code is the letter of somebody who has not voted. Choose one and vote for that person.',
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
  closePropose: (name) => `Be ${name}: propose`,
  closeAgree: (name) => `Be ${name}: agree`,
  open: 'Open with the keys',
  openSays:
    'Three people keep keys and two are enough. Download a key, be that person and download their work. On the trustee’s page choose “Work after the closing” and give it both files. Come back, be that person again and upload what came out. Repeat it with another key.',
  key: (name) => `Key of ${name}`,
  openAs: (name) => `Be ${name}`,
  keyPage: 'The trustee’s page',
  publish: 'Publish the result',
  publishSays: 'It is counted by itself. Then one guarantor proposes to publish, and the other agrees.',
  check: 'Check',
  checkSays: 'The result comes from the file that everybody can download and count again.',
  checkGo: 'See the result',
  parts: 'Who else is there',
  partsRail: 'Come in as any of these people. There are no passwords.',
});
