import type { ConsultationWords } from './consultation-words.ts';
import { figuresOf } from './figures.ts';

const { count: n } = figuresOf('en');
const contestsOf = (contests: number): string => (contests === 1 ? '1 contest' : `${n(contests)} contests`);

/** What `convite verify` says of a consultation, in English. */
export const englishConsultation: ConsultationWords = {
  noCompanions:
    'This is the archive of a consultation: it brings its side files along and is always checked strictly. --side and --earlier are for the archive of one election.',
  accepted: (contests, checks) =>
    `ACCEPTED: ${contestsOf(contests)}, all ${n(checks)} kinds of checks that apply hold.`,
  refused: (failures) => `REFUSED: ${failures === 1 ? '1 failure' : `${n(failures)} failures`}.`,
  unread: 'The contests were not looked at: where container or manifest are broken, nothing in them can be trusted.',
  part: (roots, whole) =>
    `This is a part: ${roots} and everything below. The whole is the archive whose manifest has the SHA-256 ${whole}.`,
  headings: {
    failures: 'What fails, and where',
    territories: 'By territory',
    checks: 'What was checked',
    file: 'The file',
    meaning: 'What it means',
  },
  columns: {
    territory: 'Territory',
    contests: 'Contests',
    eligible: 'Eligible',
    ballots: 'Ballots',
    blank: 'Blank',
    winners: 'Winners',
    cost: 'Cost',
  },
  checkColumns: { check: 'Check', made: 'Times', result: 'Result' },
  check: {
    'container.form': 'the container has its one form',
    'container.entries': 'what the manifest names is there, and nothing else',
    'manifest.form': 'the manifest has its form',
    'manifest.tree': 'territories make a tree, and the part is whole',
    'files.hashes': 'every file is the one of the manifest',
    'rules.form': 'rule sets have their one text',
    'election.archive': 'every archive passes every check of an election, strictly',
    'election.identity': 'the election is the contest’s, with its rule',
    'election.paper': 'the question is the paper of the contest',
    'election.stage': 'the election stands where the contest says',
    'election.slice': 'the credentials are those of whoever could vote, and no more ballots count than people',
    'election.order': 'the options stand in the order of their numbers, or in the one that was drawn',
    'count.small': 'nothing is opened of too few ballots',
    'count.possible': 'the rule can count the ballots',
    'count.lots': 'lots are drawn where needed, from the public seed',
    'count.outcome': 'the outcome is the one counted here',
  },
  reason: {
    not_a_zip: 'it is no ZIP file',
    other_form: 'it is a ZIP file of another form, perhaps packed again',
    missing_entry: 'it is missing',
    unexpected_entry: 'nothing names it',
    other_place_on_paper: 'the options stand neither in the order of their numbers nor in the drawn one',
    other_order: 'it stands in another place than the manifest says',
    malformed: 'it is not in its form',
    not_ascending: 'what is listed is not in ascending order, or stands twice',
    no_times: 'the times do not follow each other',
    unknown_rule: 'it names a rule set that is not there',
    unused_rule: 'no contest has this rule set',
    files_unlike_state: 'it has other files than its state says',
    unlike_annulled: 'it is annulled without an act, or has one without being annulled',
    repeated_election: 'its election is shown for another contest as well',
    no_seed: 'there are lots without a public seed',
    no_standing_option: 'no option is left',
    cost_unlike_envelope: 'options have costs without an envelope, or lack them with one',
    slice_unlike_election: 'it says how many could vote though there is no election, or does not though there is one',
    slice_beyond_roll: 'more people could vote than the frozen roll has',
    repeated_language: 'a language of the consultation stands there twice',
    other_language:
      'a name or title is written again in the first language, or in one that the consultation does not have',
    broken_tree: 'nothing leads from here to a root',
    unknown_territory: 'its territory is not there',
    outside_part: 'it does not belong to the part',
    root_below_root: 'it stands below another root of the part',
    other_size: 'it has another size than the manifest says',
    other_crc: 'its bytes were damaged: the CRC-32 differs',
    other_sha256: 'it is not the file of the manifest: the SHA-256 differs',
    archive_refused: 'the archive of the election is refused',
    not_an_archive: 'this is no archive of an election',
    other_uuid: 'it is another election than the manifest names',
    other_fingerprint: 'the fingerprint is another than the manifest says',
    other_rule: 'the election declares another rule than the contest',
    several_questions: 'the election does not ask exactly one question',
    other_kind: 'the question opens something else than the rule needs',
    other_limits: 'the question allows other choices than the paper',
    other_options: 'the answers are not the options of the contest',
    other_result: 'the result has another shape than the paper',
    other_credentials: 'people and spare credentials do not add up to those of the election',
    more_ballots_than_people: 'more ballots count than people could vote',
    unlike_state: 'the election does not stand where the contest says',
    too_few_ballots: 'something was opened of too few ballots, without a waiver',
    enough_ballots: 'a result is withheld though there are enough ballots',
    neither_envelope_nor_winners: 'neither an envelope nor the rule bounds what wins',
    uncountable: 'the rule cannot count these ballots',
    lots_missing: 'a tie needs lots, and none are there',
    lots_not_needed: 'lots were drawn though no tie needs them',
    lots_differ: 'the lots are not those of the public seed',
    tie_undecided: 'a tie changes the winners, and no seed is there to settle it',
    no_tie: 'it waits for lots though no tie needs them',
    outcome_differs: 'counted again, something else comes out',
  },
  inState: (state, contests) => {
    const each = contests === 1;
    switch (state) {
      case 'provisional':
        return `${contestsOf(contests)} ${each ? 'has' : 'have'} a provisional result.`;
      case 'certified':
        return `${contestsOf(contests)} ${each ? 'has' : 'have'} a certified result.`;
      case 'lots_required':
        return `${contestsOf(contests)} ${each ? 'waits' : 'wait'} for a public lot.`;
      case 'withheld':
        return `${contestsOf(contests)} ${each ? 'has' : 'have'} too few ballots to be opened.`;
      case 'annulled':
        return `${contestsOf(contests)} ${each ? 'is' : 'are'} annulled: the reason stands in the manifest.`;
    }
  },
  seed: (seed) => `Ties were settled by lots from the public seed “${seed}”.`,
  holds: 'holds',
  fails: 'FAILS',
  notMade: 'not made',
  more: (more) => `and ${n(more)} more; --json has all of them.`,
  labels: { manifest: 'Manifest', size: 'Size', checked: 'Checked' },
  seconds: (seconds) => `in ${seconds} s`,
  meaning: (accepted) =>
    accepted
      ? [
          'In every contest each counted ballot was made with a credential of the published list, the totals or shuffled ballots are exactly what those ballots say, and the winners are what the frozen rule gives: nobody need be trusted for this.',
          'It cannot show who held the credentials, nor that an act of annulment was right, nor that others see this same file: compare the SHA-256 of the manifest with other people’s.',
        ]
      : [
          'Something in this file is not what the rules of the consultation ask for. Trust none of its figures that the failures touch until it is explained.',
          'This does not say who caused it, nor whether by mistake or on purpose: get the file from somewhere else and compare.',
        ],
  protocol: {
    ofConsultation: '--protocol, --signature and --key are for the archive of a consultation (.zip).',
    oneAnswer: '--json and --protocol are two answers. Ask for one of them.',
    together: '--signature and --key go together, and with --protocol.',
    refused: 'The archive is refused, so there is no protocol. Ask without --protocol to see what fails, and where.',
    fault: {
      not_a_protocol: 'The file of --signature is no signature of a protocol, so nothing is printed.',
      not_a_key: 'The file of --key is no public key of a site, so nothing is printed.',
      other_key: 'The signature was made with another key than that of --key, so nothing is printed.',
      signature_fails: 'The signature does not hold: what it names was changed, so nothing is printed.',
      other_protocol:
        'The signature is one of another protocol: the site signed something else than this archive says, so nothing is printed.',
    },
    signed: (software) => `The site signed exactly this protocol; it says that it runs ${software}.`,
  },
  progress: {
    files: (done, of) => `Reading: ${done} of ${of}`,
    contests: (done, of) => `Contests: ${done} of ${of}`,
  },
};
