import type { ResultMessages } from '../es/result.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');
const words = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** The page of a result. */
export const result = (f: Format): ResultMessages => ({
  heading: (n, money) =>
    n === 0
      ? 'No project won'
      : `${words[n] ?? f.count(n)} ${plural(n, { one: 'project', other: 'projects' })} for ${money}`,
  headingLots: 'There is a tie: lots must be drawn',
  crumb: 'Result',
  voted: (n) => plural(n, { one: 'One person voted.', other: `${f.count(n)} people voted.` }),
  served: (served, marked) =>
    marked === 0
      ? 'Nobody marked any project.'
      : `Of the ${f.count(marked)} who marked something, ${f.count(served)} got at least one project of theirs.`,
  checkLink: 'Check it yourself',

  aboutTitle: 'What this page is',
  aboutDemo: 'An invented commune, to show how the count works. The numbers are exact.',
  aboutSample: 'A sample that comes with the program. The place is invented, the numbers are exact.',
  aboutUpload: 'A recount, not the official result. Whoever uploaded the file asked for it.',
  aboutExpires: (day) => `It is deleted by itself on ${day}.`,
  aboutRule: (rule) => `Rule: ${rule}`,
  officialSame: 'It agrees with the official list in the file.',
  officialDiffers: (added, missing) =>
    `It does not agree with the official list in the file: ${f.count(added)} only here, ${f.count(missing)} only there.`,

  changedTitle: 'This did not happen: it is a trial',
  changedBudget: (money) => `With an envelope of ${money}.`,
  changedRule: (rule) => `With the rule “${rule}”.`,
  changedWithout: (names) => `Without ${names}.`,
  changedBack: 'See the vote as it was',

  decided: 'What was decided',
  decidedOrder: 'In the order in which they won.',
  decidedLeft: (money) => `${money} is left unspent.`,
  decidedNothingLeft: 'Nothing is left unspent.',
  decidedNone: 'No project reached what it needed. All the money stays in the envelope.',
  decidedSure: 'These win whatever the lots say.',
  decidedNoneSure: 'No project is sure to win before the lots.',
  winners: 'Projects that won',
  project: 'Project',
  projectAndPlace: 'Project and place',
  votes: 'Votes',
  points: 'Points',
  cost: (unit) => f.withUnit('Cost', unit),
  sum: 'Sum',
  envelope: 'The envelope',
  left: 'Left',
  sealedTitle: 'In the sealed votes:',
  unnamed: (id) => `Project ${id}`,

  lots: 'Lots must be drawn',
  lotsWhy: 'Some projects are tied and they do not all fit. The rule cannot choose by itself.',
  lotsPossible: (n) =>
    plural(n, {
      one: 'Depending on the lots there is one possible result:',
      other: `Depending on the lots there are ${f.count(n)} possible results:`,
    }),
  lotsMore: 'There are more possible results; shown are those that were followed.',
  lotsGo: 'Type in the drawn order',
  lotsCase: (n) => `Result ${f.count(n)}`,

  twoRules: 'The same envelope, two rules',
  twoRulesScale: (money) => `Both tapes measure ${money}.`,
  twoRulesLots: (rule) => `With “${rule}” there is a tie: lots would have to be drawn.`,
  twoRulesSame: 'Both rules choose the same projects.',
  twoRulesEnter: (rule, n) =>
    plural(n, {
      one: `With “${rule}” one project more, hatched, would go in.`,
      other: `With “${rule}” ${f.count(n)} projects, hatched, would go in.`,
    }),
  twoRulesLeave: (n) =>
    plural(n, { one: 'One of the winners would go out.', other: `${f.count(n)} of the winners would go out.` }),
  thisRule: 'the rule of this recount',
  otherRule: 'to compare',
  tapeOf: (rule, n, money, left) =>
    `${rule}: ${f.count(n)} ${plural(n, { one: 'project', other: 'projects' })}, ${money}; ${left} left.`,
  tapeLeft: 'left',
  tapeSmall: (n) => plural(n, { one: 'one project', other: `${f.count(n)} projects` }),
  tapeScale: (unit) => `The scale is in ${unit}.`,
  tapeBrief: (unit) => `The numbers are in ${unit}.`,
  tapeThousand: (unit) => `thousands of ${unit}`,
  tapeMillion: (unit) => `millions of ${unit}`,
  inNumbers: 'The two rules in numbers',
  measure: 'Measure',
  projects: 'Projects',
  spent: (unit) => f.withUnit('Spent', unit),
  unserved: (marked) => `People with none of their projects, of ${f.count(marked)}`,
  prefer: 'People with more of their projects than under the other rule',
  preferEqual: (n) => `For ${f.count(n)} it is the same`,
  onlyWith: (rule) => `Only with “${rule}”`,
  differences: 'See which projects change',

  ballots: 'Who voted',
  ballotsSentence: (total, marked, blank) =>
    `${f.count(total)} ballots were counted: ${f.count(marked)} with projects and ${f.count(blank)} blank.`,
  ballotsMean: (mean) => `Each ballot with projects marked ${mean} on average.`,
  withProjects: (n) => `${f.count(n)} with projects`,
  blank: (n) => `${f.count(n)} blank`,
  byChannel: 'How they voted',
  channelBallots: 'Ballots',
  part: 'Share',
  channels: {
    internet: 'On the internet',
    phone: 'On their phone',
    kiosk: 'On the tablet at the table',
    paper: 'On paper',
    mail: 'By post',
  },

  allVotes: 'All the votes',
  allVotesOrder: (n) => plural(n, { one: 'One project.', other: `${f.count(n)} projects, from most votes to fewest.` }),
  allVotesPoints: (n) => `${f.count(n)} projects, from most points to fewest.`,
  allVotesShares: 'Having more votes is not enough. It also matters who still had a share to pay with.',
  allVotesCaption: 'Votes of all projects',

  places: 'Each neighbourhood and its share',
  placesPost: 'The post is the share of the voters. The ball is the share of the money. The closer, the more even.',
  placesShare: 'Where the rule makes no payments, each cost is split among the people who chose the project.',
  placesCaption: 'Share of the voters and share of the money, by neighbourhood and rule',
  ofVoters: (percent) => `${percent} of the voters`,
  noPlace: 'No neighbourhood',

  reach: 'How many people get something?',
  reachDots: 'Each full dot is one person in a hundred with at least one project of theirs.',
  everyone: 'Everyone',
  ofHundred: (rule) => `of 100 with ${rule.toLowerCase()}`,

  how: 'How it was counted',
  howOpen: 'This is the count under one of the possible orders of the lots.',
  rounds: (n) => plural(n, { one: 'The only round', other: `The ${f.count(n)} rounds` }),
  roundTitle: (n, name) => `${f.count(n)}. ${name}`,
  effective: (supporters) => `effective votes of ${f.count(supporters)}`,
  paysAll: (cost, each) => `It costs ${cost}. Each person pays ${each}. All of them can.`,
  paysSome: (cost, payers, each) =>
    `It costs ${cost}. ${f.count(payers)} ${plural(payers, { one: 'pays', other: 'pay' })} ${each}. The others pay what they have left.`,
  paysNone: (cost) => `It costs ${cost}. Each person puts in all they have left.`,
  paysUneven: (cost) => `It costs ${cost}. Each person pays by how much they preferred it.`,
  paysParts: (full, rest) => `${full} from those who pay in full, ${rest} from those who empty their share`,
  exactly: (value) => `Exact: ${value}`,
  load: (supporters) => `load per person, ${f.count(supporters)} votes`,
  costs: (cost) => `It costs ${cost}.`,
  loadNone: 'It went in without votes, as it still fitted.',
  considered: 'The projects, in the order in which they were looked at',
  consideredCompletion: 'Afterwards, with what was left',
  moneyLeft: (unit) => f.withUnit('Left', unit),
  entered: 'Goes in',
  enteredReserve: 'Goes in with the reserve',

  ties: 'Ties',
  tied: (names) => `${names} were tied.`,
  settled: {
    same_winners: 'It does not matter which goes first: the same ones win.',
    lower_cost: (chosen) => `The one with the lower cost went first: ${chosen}.`,
    project_id: (chosen) => `The one with the lower code went first: ${chosen}.`,
    lots: (chosen) => `The lots put ${chosen} first.`,
    open: 'The lots are still to be drawn.',
  },

  properties: 'What was checked',
  propertiesRail: 'The machine checks each result. If something does not hold, it says so all the same.',
  holds: 'It holds',
  fails: 'It does not hold',
  unknown: 'Cannot be known',
  notAsked: 'Does not apply',
  withinBudget: 'The spending fits the envelope',
  exhaustive: 'All that could be used was used',
  exhaustiveYes: 'What is left is not enough for any other project that could go in.',
  exhaustiveNo: (n, names) =>
    plural(n, {
      one: `One project would still fit: ${names}.`,
      other: `Any one of ${f.count(n)} projects would still fit: ${names}.`,
    }),
  prices: 'The payments add up',
  pricesYes: 'Nobody paid more than their share, or for something they did not choose.',
  pricesNo: 'The payments of the rounds do not explain the result.',
  pricesOutside: (n) =>
    plural(n, {
      one: 'One project went in afterwards, without payments.',
      other: `${f.count(n)} projects went in afterwards, without payments.`,
    }),
  pricesNone: 'This rule makes no payments.',
  groups: 'No group was left without its share',
  groupsYes: 'Each group that shared a project got what its size deserves, up to one project.',
  groupsNo: 'These groups deserved more. Their share of the money was enough for the project they shared:',
  groupsOne: (group, name) => `${f.count(group)} people who wanted ${name}`,
  groupsUnknown: 'People gave different points to the same project. This check does not apply.',
  andMore: (n) => `and ${f.count(n)} more`,
  shareOut: 'What the money is for',
  byCategory: 'By theme',
  byNeighbourhood: 'By neighbourhood',
  name: 'Name',
  none: 'No name',

  check: 'Check it yourself',
  checkRail: 'You need not trust us. With these files anyone can repeat the count on their own machine.',
  checkGet: 'Download the ballots and the rule. The ballots carry no names.',
  checkRun: 'Put both files into the folder of the program Convite and repeat the count:',
  checkCompare: 'The command ends with two fingerprints (SHA-256). They must be these:',
  fingerprintFile: 'Ballots as downloaded here',
  fingerprintCounted: 'File that was counted',
  fingerprintOriginal:
    'Another fingerprint, only for those who have the original file. That file is not published: it has columns about voters.',
  fingerprintRule: 'Rule',
  files: 'Files',
  fileAndPrint: 'File and SHA-256 fingerprint',
  size: 'Size',
  downloads: {
    ballots: 'Ballots and costs',
    rule: 'The rule, as data',
    table: 'The projects, as a table',
    'data-package': 'All tables, with their description',
    report: 'The whole result, for programs',
    transcript: 'The count step by step, as text',
    share: 'A short text to share',
  },
  warnings: (n) => plural(n, { one: 'One warning about the file', other: `${f.count(n)} warnings about the file` }),
  warningsWhy: 'The file could be read. These lines were not as the format asks:',
  line: (n) => `Line ${f.count(n)}`,

  whatIf: 'What if…?',
  whatIfRail: 'Change one thing and it is counted again. Each trial has its own address. The vote does not change.',
  whatIfBudget: (unit) => `What if the envelope were another? (in ${unit})`,
  whatIfRule: 'What if the rule were another?',
  whatIfWithout: 'What if a project were withdrawn?',
  whatIfGo: 'Count it so',

  remove: 'Remove this recount',
  removeWhy: 'You uploaded this file. You can remove it now: the file and the count are deleted.',
  removeGo: 'Remove for ever',
});
