import { assertNever } from '@convite/kernel';
import {
  type CeremonyRefusal,
  type CheckFailure,
  type CredentialRefusal,
  type MemberFault,
  numberedChecks,
  type WordsRefusal,
} from '@convite/crypto';
import { englishRefusals } from './en-refusals.ts';
import { englishSimulate } from './en-simulate.ts';
import { figuresOf } from './figures.ts';
import type { PeopleRefusal } from '@convite/registrar';
import { differenceSentence, listSentence, publishedSentence } from './en-codes.ts';
import type { RollProblem } from '../registrar/read-roll.ts';
import type { CeremonyStep, ElectionTask } from '@convite/trustee';
import { englishPass } from './en-pass.ts';
import type { FailedChecks, FileKind, TaskRefusal } from '../tasks/refusal.ts';
import type { TasksWords } from './task-words.ts';
import { englishArchive, englishVerify } from './en-verify.ts';

const { count: n } = figuresOf('en');

const kinds: Readonly<Record<FileKind, string>> = {
  election: 'the text of an election (election.json)',
  trustees: 'a list of trustees (trustees.json)',
  credentials: 'a file of credentials',
  key: 'a key file (NAME.key.json), or was damaged',
  ceremony_secret: 'the secret file of a ceremony (NAME.secret.json)',
  trustee_public: 'the public file of a single trustee (trustee-NAME.json)',
  certificate: 'a certificate of a ceremony (1-certificate-…)',
  deal: 'a deal of a ceremony (2-deal-…)',
  share_key: 'a public key of a ceremony (3-key-…)',
  rehearsal: 'the answer of a rehearsal (rehearsal-…)',
  payload: 'a ballot, a shuffle or a decryption',
  side: 'a side file',
  private_list: 'a private list of codes (PRIVATE-….csv) as it was written',
  published: 'the summary of credentials (PUBLISH-credentials.json) of this list',
  template: 'a file of questions',
  choices: 'a list of lists of whole numbers, such as [[1,0],[5]]',
  simulation: 'the private file of a simulation with this trustee',
  own_shuffle: 'a shuffle that was handed in (shuffle-…)',
  record: 'a record of this program',
  order: 'an order of credentials (order.json) as the site wrote it',
  salt: 'the salt of a roll: 64 hexadecimal digits',
};

const steps: Readonly<Record<CeremonyStep, string>> = {
  certificate: '1-certificate',
  deal: '2-deal',
  key: '3-key',
};

const tasks: Readonly<Record<ElectionTask, string>> = {
  ballot: 'Ballots are cast while the vote is open.',
  close: 'Only an open vote can be closed.',
  shuffle: 'Shuffles come after the encrypted tally is published and before the first decryption.',
  end_shuffles: 'Shuffles can be ended once there is one.',
  decrypt: 'Decryptions come after the encrypted tally and, where ballots are shuffled, after the end of the shuffles.',
  result: 'The result comes after the decryptions.',
};

/** Why a roll is not the one of the order. */
const peopleSentence = (refusal: PeopleRefusal): string => {
  switch (refusal.type) {
    case 'not_utf8':
      return 'It is not saved as UTF-8. Take the file as the site hands it out.';
    case 'not_csv':
      return `line ${n(refusal.line)}: not written as CSV. Take the file as the site hands it out.`;
    case 'headings':
      return 'The first line does not name the columns of a roll, with one called id. Take the file as the site hands it out.';
    case 'rows':
      return `Not as the site writes them: lines ${refusal.lines.map(n).join(', ')}.`;
    case 'another_count':
      return `The roll has ${n(refusal.found)} people, the frozen one ${n(refusal.expected)}.`;
    case 'another_roll':
      return 'It is not the roll that was frozen, or the salt is another one: the commitment does not come out.';
    default:
      return assertNever(refusal);
  }
};

const rollSentence = (problem: RollProblem): string => {
  switch (problem.type) {
    case 'not_utf8':
      return 'It is not saved as UTF-8. In a spreadsheet choose “CSV UTF-8” when you save.';
    case 'no_column':
      return `There is no column “${problem.column}”. The first line names: ${problem.found.join(', ')}.`;
    case 'column_twice':
      return `Two columns are called “${problem.column}”.`;
    case 'empty':
      return 'There is no person in it.';
    case 'csv':
      return `line ${n(problem.line)}: ${problem.problem === 'columns' ? 'another number of columns than the first line' : problem.problem === 'quotes' ? 'a quotation mark is opened and not closed, or stands in the wrong place' : 'not written as CSV'}.`;
    case 'no_id':
      return `line ${n(problem.line)}: the id is empty.`;
    case 'strange_id':
      return `line ${n(problem.line)}: the id is longer than 200 signs or has signs that cannot be seen.`;
    case 'id_twice':
      return `line ${n(problem.line)}: the id stands on line ${n(problem.first)} already.`;
    case 'bad_weight':
      return `line ${n(problem.line)}: the weight is no whole number from 1 on.`;
    case 'too_many':
      return `${n(problem.found)} people; at most ${n(problem.most)} can vote in one election.`;
    default:
      return assertNever(problem);
  }
};

/** Why a typed code is none; the sign that is wrong is told by its place alone. */
const credentialSentence = (refusal: CredentialRefusal): string => {
  switch (refusal.type) {
    case 'mistakable_sign':
      return `Sign ${refusal.position} was read as one that no code has: there is no 0, O, I or l in them. Look at it again.`;
    case 'foreign_sign':
      return `Sign ${refusal.position} is none that a code can have: only letters and digits.`;
    case 'wrong_length':
      return `The code has ${refusal.found} letters and digits; it should have ${refusal.expected}.${refusal.group === undefined ? '' : ` Look at group ${refusal.group}.`}`;
    case 'wrong_check_sign':
      return 'The code was mistyped: its last sign does not fit the others. Compare it with the slip, sign by sign.';
    default:
      return assertNever(refusal);
  }
};

const wordsSentence = (refusal: WordsRefusal): string => {
  switch (refusal.type) {
    case 'wrong_number_of_words':
      return `There should be ${n(refusal.expected)} words, and these are ${n(refusal.found)}.`;
    case 'unknown_word':
      return `Word ${refusal.word} is not in the list.${refusal.near.length === 0 ? ' Look at it again, and whether the words are in the other language (--words es or --words en).' : ` Perhaps: ${refusal.near.join(', ')}.`}`;
    case 'wrong_row':
      return `The words of row ${refusal.row} do not fit together: one is another word of the list, or two changed places. Compare them with the paper, one by one.`;
    case 'out_of_range':
      return 'These words are no key. Compare them with the paper, one by one.';
    default:
      return assertNever(refusal);
  }
};

const faultSentences: Readonly<Record<MemberFault['type'], string>> = {
  key_foreign: 'the key is no usable member of the group',
  key_repeated: 'the key is that of another trustee',
  key_unproven: 'the key comes without a valid proof that its owner knows the secret',
  certificate_unreadable: 'the certificate has not its form',
  certificate_foreign: 'a key of the certificate is no usable member of the group',
  certificate_unsigned: 'the certificate is not signed with its own key',
  certificate_misplaced: 'the certificate was made for another group, size, threshold or number',
  certificate_repeated: 'a key of the certificate is that of another member',
  images_unreadable: 'the public part of the deal has not its form',
  images_unsigned: 'the public part of the deal is not signed with the key of the certificate',
  images_miscounted: 'the public part of the deal is not for this threshold',
  images_foreign: 'the public part of the deal holds something that is no usable member of the group',
  images_repeated: 'the deal repeats that of another member',
  confirmation_wrong: 'the deal was made with other certificates than these',
  key_mismatched: 'the public key is not the one that all deals give',
  key_unsigned: 'the public key is not signed by its owner',
  message_unreadable: 'the sealed part for you does not open',
  message_unsigned: 'the sealed part for you is not signed by its sender',
  message_misdirected: 'the sealed part for you was meant for somebody else',
  content_unreadable: 'the sealed part for you has not its form',
  share_wrong: 'the share for you is not the one that the public part of the deal promises',
};

const ceremonySentence = (refusal: CeremonyRefusal, names: readonly string[]): string => {
  switch (refusal.type) {
    case 'members_at_fault':
      return [
        'The ceremony stops here: what somebody handed in does not hold.',
        ...refusal.faults.map(
          ({ member, type }) => `  member ${member}, ${names[member - 1] ?? '?'}: ${faultSentences[type]}`,
        ),
        'It may be a damaged file: ask for it once more. If it stays so, begin anew, and without this member if need be.',
      ].join('\n');
    case 'wrong_number':
      return `There should be ${n(refusal.expected)} parts, one for each member, and there are ${n(refusal.found)}.`;
    case 'own_certificate_missing':
      return 'Your own certificate is not among them: somebody put another in its place, or your secret file is of another ceremony.';
    case 'own_polynomial_wrong':
      return 'What came back as your own deal is not what you dealt: somebody put another in its place.';
    default:
      return assertNever(refusal);
  }
};

const sentenceOf = ({ place, message }: CheckFailure): string =>
  `${englishVerify.place(place)}: ${englishVerify.message(message)}`;

const checksThatFail = ({ failed, first }: FailedChecks): string =>
  [
    `${failed === 1 ? 'one check fails' : `${n(failed)} checks fail`}:`,
    ...first.map((failure) => `  ${numberedChecks[failure.check].number} ${sentenceOf(failure)}`),
  ].join('\n');

/** Each refusal, in English. */
function refusal(why: TaskRefusal): string {
  switch (why.type) {
    case 'input':
      return englishRefusals.input(why.fault, why.path);
    case 'malformed':
      return `${why.path} is not ${kinds[why.kind]}${why.place === '' ? '' : ` (at ${why.place})`}.`;
    case 'exists':
      return `${why.path} is there already, and nothing is overwritten. Name another, or move it away.`;
    case 'unwritable':
      return `${why.path} cannot be written (${why.code}).`;
    case 'out_folder':
      return englishSimulate.folder(why.fault, why.path);
    case 'changed':
      return englishArchive.changed(why.path);
    case 'not_an_archive':
      return englishArchive.notAnArchive(why.path);
    case 'archive_refused':
      return `REFUSED: ${why.path} does not pass, and nothing was done with it: ${checksThatFail(why)}\nEverything about it: npm run -s convite -- ${why.verify}`;
    case 'addition_refused':
      return `REFUSED: the archive stays as it was; with this added, ${checksThatFail(why)}`;
    case 'simulation':
      return `${why.path} belongs to a simulation, whose secrets somebody knows. To practise with it, say so: --rehearsal.`;
    case 'wrong_state':
      return `Not now. ${englishArchive.stands[why.state]} ${tasks[why.task]}`;
    case 'nothing_mixed':
      return 'Nothing is shuffled in this election: all its questions are added up while sealed.';
    case 'not_a_trustee':
      return `The key in ${why.path} is none of this election’s: it belongs to no trustee in its list.`;
    case 'already_done':
      return `Trustee ${why.owner} has ${why.task === 'shuffle' ? 'shuffled' : 'decrypted'} already: it stands in the archive. Nothing is left to do.`;
    case 'shuffles_missing':
      return `Not yet: at least two trustees must shuffle, and ${why.shuffled === 0 ? 'nobody has' : why.shuffled === 1 ? 'one has' : `${n(why.shuffled)} have`}.${why.mandatory.length === 0 ? '' : ` Without fail: trustees ${why.mandatory.join(', ')}.`}`;
    case 'decrypted_otherwise':
      return `REFUSED: with this key something else of the election ${why.uuid} was decrypted before, and a key decrypts one thing alone: two would open single ballots. Do not go on; tell the other trustees. What was decrypted stands in ${why.record}.`;
    case 'shuffle_not_own':
      return `REFUSED: ${why.path} says that you, trustee ${why.owner}, made the shuffle of event ${why.height}, and ${why.made === 0 ? 'this key has shuffled nothing of this election' : 'it is none of those that this key has made'}. If you made it on another machine, show the file that you handed in: --own-shuffle shuffle-${why.owner}-….json. If you did not, do not go on; tell the other trustees.`;
    case 'work_refused':
      return `REFUSED: ${why.path}: ${englishPass.fault(why.fault)}.`;
    case 'work_unusable':
      return `REFUSED: ${why.path} holds no archive with the trustees that it names. Nothing was done.`;
    case 'dealt_otherwise':
      return `REFUSED: you have dealt already, with other certificates than these. Find out whose changed; if the ceremony is to begin anew, everybody begins with a new certificate. What you dealt stands in ${why.record}.`;
    case 'other_group':
      return `${why.path} is of the group ${why.found}; here it is ${why.expected}.`;
    case 'key_damaged':
      return `${why.path} is damaged: its secret does not fit its public key. Take another copy, or the words on paper.`;
    case 'name_unusable':
      return 'Write your name after --name, with 1 to 200 letters.';
    case 'secret_in_shared_folder':
      return `Your secret file must not lie in ${why.folder}, which everybody gets. Keep it in a folder of your own.`;
    case 'files_missing':
      return `In ${why.folder} the file ${steps[why.step]}-… is missing of ${why.members.length === 1 ? 'member' : 'members'} ${why.members.join(', ')}. Wait for it, and ask again.`;
    case 'file_twice':
      return `Of member ${why.member} there are two files ${steps[why.step]}-…: ${why.paths.join(' and ')}. Ask which is right, and take the other away.`;
    case 'other_ceremony':
      return `${why.path} is of another ceremony: its group, its size or its threshold is another.`;
    case 'threshold_size':
      return why.threshold < 1 || why.threshold > why.size
        ? '--trustees takes how many are needed of how many, such as 2of3.'
        : `--member ${n(why.member)}: the members are numbered from 1 to ${n(why.size)}.`;
    case 'ceremony':
      return ceremonySentence(why.refusal, why.names);
    case 'transcripts_differ':
      return `REFUSED: ${why.members.join(', ')} had other files before them than those here. Compare the files; no key comes of this.`;
    case 'trustees_refused':
      return `The list of trustees does not hold: ${why.failures.map(sentenceOf).join(' ')}`;
    case 'no_trustees':
      return 'Name the trustees: --trustees or --public for what is public of a key, --folder or --single to make a list.';
    case 'rehearsal_failed':
      return `${why.path}: the rehearsal does not hold. It is of another list of trustees, or was not made with the key that stands there.`;
    case 'too_few_media':
      return `Two media at least, on two sticks or cards; ${why.found === 1 ? 'here is one' : 'here is none'}: --to FOLDER --to FOLDER.`;
    case 'copy_differs':
      return `${why.path} was read again and is not what was written: do not trust this medium. Take another.`;
    case 'words':
      return wordsSentence(why.refusal);
    case 'words_of_no_key':
      return why.word === undefined
        ? 'The words are sound, but of no key in this list: they are those of another key, or several are wrong.'
        : `Word ${why.word} is probably not the one on the paper: look at it again.`;
    case 'roll':
      return [
        `${why.path} cannot be used, and nothing was written:`,
        ...why.problems.map((p) => `  ${rollSentence(p)}`),
      ].join('\n');
    case 'people':
      return `${why.path} cannot be used, and nothing was written. ${peopleSentence(why.refusal)}`;
    case 'no_spare_left':
      return `All ${n(why.spares)} spares of these papers are given out: there are no more.`;
    case 'person_unlisted':
      return `Nobody on the private list has the id ${why.id}.`;
    case 'person_has_code':
      return `${why.id} has a code already: leave --territory out to replace it.`;
    case 'territory_without_contest':
      return `Nobody votes in ${why.territory}: the order has no paper for it.`;
    case 'election_or_uuid':
      return 'Say which election: either --election election.json, or both --uuid UUID and --group GROUP.';
    case 'bad_uuid':
      return '--uuid takes the identifier of an election: 14 letters and digits or more, without 0, O, I and l.';
    case 'weights_too_large':
      return `All weights together are ${why.found}; they may be at most ${why.most}.`;
    case 'weights_with_mixed':
      return `line ${n(why.line)}: the weight is not 1, and in an election with shuffled ballots every vote weighs the same.`;
    case 'too_many_credentials':
      return `${n(why.found)} credentials, spares included; at most ${n(why.most)} can be made for one election.`;
    case 'credential':
      return credentialSentence(why.refusal);
    case 'credential_line':
      return `line ${n(why.line)}: ${credentialSentence(why.refusal)}`;
    case 'credentials_differ':
      return `REFUSED: ${why.path} is not what the private list gives: ${n(why.missing)} missing, ${n(why.surplus)} too many.`;
    case 'codes_differ':
      return [
        `REFUSED: in ${why.folder} the private list and what is public differ:`,
        ...why.differences.map((one) => `  ${differenceSentence(one, why.names)}`),
      ].join('\n');
    case 'code_list':
      return [
        `${why.path} is not the list of this order:`,
        ...why.problems.map((one) => `  ${listSentence(one, credentialSentence)}`),
      ].join('\n');
    case 'other_order':
      return `REFUSED: ${why.path} is another order than the one that these codes were made for.`;
    case 'published':
      return publishedSentence(why.path, why.refusal);
    case 'credential_unlisted':
      return 'This code is not of this election: it is on none of its credentials. Compare it with the slip, and the name of the election with the one there.';
    case 'archive_or_election':
      return 'Say which election: either --archive FILE.bel, or --election election.json.';
    case 'choices_or_choose':
      return 'Either --choices with the choices as numbers, or --choose to be asked.';
    case 'choices':
      return why.asked.kind === 'numbers'
        ? `Question ${why.question} takes ${n(why.asked.count)} numbers from 0 to 255.`
        : `Question ${why.question} takes ${n(why.asked.count)} numbers, each 0 or 1${why.asked.blank ? ', the first for a blank vote' : ''}, with ${why.asked.min === why.asked.max ? n(why.asked.min) : `${n(why.asked.min)} to ${n(why.asked.max)}`} of them 1.`;
    case 'choices_length':
      return `There ${why.expected === 1 ? 'is one question' : `are ${n(why.expected)} questions`}, and choices for ${n(why.found)}.`;
    case 'input_ended':
      return 'The input ended before everything was answered. Nothing was written.';
    case 'tracker_form':
      return 'A tracker has at least 12 letters, digits, + and /; spaces do not matter.';
    case 'tracker_ambiguous':
      return `${n(why.found)} ballots begin like this. Give more of the tracker.`;
    case 'tracker_absent':
      return `NOT FOUND: no ballot with this tracker stands in ${why.path}. If you were told that it was received, keep the proof, and ask those who hold the vote.`;
    case 'template_election':
      return `Such an election cannot be set up: ${why.refusal.type}${'question' in why.refusal ? `, question ${why.refusal.question + 1}` : ''}${'place' in why.refusal ? `, ${why.refusal.place}` : ''}.`;
    case 'other_election':
      return `${why.path} is of another election.`;
    case 'no_total':
      return `The total of question ${why.question} cannot be found: it is above the sum of all weights.`;
    case 'decryptions_missing':
      return `Not yet: ${n(why.needed)} more of the trustees ${why.owners.join(', ')} must decrypt.`;
    default:
      return assertNever(why);
  }
}

export const englishTasks: TasksWords = {
  refusal,
  fault: (message) =>
    `The program or this machine failed (${message}). What was not announced as done is not done. Please report this.`,
  openToOthers: (path) => `Careful: others on this machine can read ${path}. Take that right away: chmod 600.`,
  checkingFirst: (size) => `Checking the whole archive first (${size}).`,
};
