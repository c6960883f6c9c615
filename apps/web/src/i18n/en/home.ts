import type { HomeMessages } from '../es/home.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The first page and the form that starts a recount. */
export const home = (f: Format): HomeMessages => ({
  title: 'Count the votes yourself',
  what: [
    'Convite helps a community to decide what to spend its common money on.',
    'People choose projects. A rule known before the vote shares out the money.',
    'The count is done here in exact fractions, and nothing is ever rounded.',
    'For each project that did not win, the page says why and what would have changed it.',
    'Anyone can repeat the count on their own machine.',
  ],
  ring: 'Unequal chairs in a circle around an open notebook. One is free.',
  go: 'Recount a vote',

  demo: 'A result to look at',
  demoRail: 'An invented commune. The votes are made up, the count is real.',
  demoState: 'Counted',
  demoText: (voters, projects, money) =>
    `${plural(voters, { one: 'One person', other: `${f.count(voters)} people` })} voted on ${f.count(projects)} projects, with an envelope of ${money}.`,
  demoWinners: (n) => plural(n, { one: 'One project won.', other: `${f.count(n)} projects won.` }),
  demoGo: 'See the result',

  recount: 'Recount a vote',
  recountRail: 'From a Pabulib file (.pb): ballots, costs and rule in one text.',
  recountPrivate: 'Your file is on no list. It is deleted after 30 days. You can remove it earlier.',
  file: '.pb file',
  fileHint: (size) => `Up to ${size}. Put no names of voters into the file.`,
  rule: 'Rule',
  ruleHint: 'If you change nothing, the rule that the file declares is used.',
  ruleDeclared: 'The one the file declares',
  count: 'Count',

  samples: 'Or try one of these',
  samplesRail: 'They come with the program.',
  sampleFacts: (ballots, projects) => `${f.count(ballots)} ballots, ${f.count(projects)} projects`,
  sampleGo: 'Count',
  sampleGoName: (name) => `Count ${name}`,
});
