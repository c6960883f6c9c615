import type { ProofType, RollColumn, RollProblem } from '@convite/domain';
import type { RollsMessages } from '../es/rolls.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

const columns: Readonly<Record<RollColumn, string>> = {
  name: 'Full name',
  given_name: 'Given names',
  family_name: 'Family names',
  birth_date: 'Birth date',
  territory: 'Territory code',
  document: 'Document number',
  proof: 'Proof',
  email: 'E-mail address',
  language: 'Language',
  told_apart: 'What tells them from a person just like them',
  deceased: 'Deceased',
};
const words: Readonly<Record<string, string>> = columns;
const column = (name: string): string => words[name] ?? name;

const proofs: Readonly<Record<ProofType, string>> = {
  identity_document: 'Identity document',
  utility_bill: 'Utility bill',
  school_or_clinic_card: 'School or clinic card',
  two_neighbours: 'Word of two neighbours',
  communal_register: 'Communal register',
  membership: 'Membership book',
};

/** What is wrong, and how to go on. */
function problem(p: RollProblem['problem'], f: Format): string {
  switch (p.type) {
    case 'no_rows':
      return 'There is no row with data. Check that it is the right file.';
    case 'missing_column':
      return `The column “${column(p.column)}” is missing. The file has: ${f.list(p.found.map((name) => `“${name}”`))}. Give that heading to the column that holds it.`;
    case 'repeated_column':
      return `The column “${column(p.column)}” is there twice. Leave one.`;
    case 'broken_quotes':
      return 'The quotes of this row do not close, or something follows them. What comes after was not read. Mend the row and bring the file again.';
    case 'not_text':
      return 'This is no table of text. Save it as “CSV UTF-8”.';
    case 'spreadsheet':
      return 'This is a workbook of a spreadsheet program. Open it and save it as “CSV UTF-8”.';
    case 'took_too_long':
      return 'Reading the file took too long. Bring it in parts, one for each municipality for example.';
    case 'too_many':
      return `There are more than ${f.count(p.most)} people. Bring the roll in parts.`;
    case 'row_width':
      return `The row has ${f.count(p.found)} cells and there are ${f.count(p.expected)} headings. Often a separator is missing or too many: put the text that holds it between quotes.`;
    case 'strange_sign':
      return `“${column(p.column)}” has an invisible sign (${p.sign}). Type the cell again by hand.`;
    case 'lost_sign':
      return `“${column(p.column)}” has lost letters: the encoding is not the one that was read. Save the file as “CSV UTF-8”, or choose the encoding.`;
    case 'too_long':
      return `“${column(p.column)}” is longer than ${f.count(p.most)} characters.`;
    case 'no_name':
      return 'The name is missing.';
    case 'no_birth_date':
      return 'The birth date is missing.';
    case 'bad_date':
      return 'The birth date is no day in the declared order. The year has four digits.';
    case 'date_too_early':
      return 'The birth date is before 1880. Check the year.';
    case 'born_later':
      return 'Born after the day on which the age is counted. Check the year.';
    case 'too_young':
      return `Aged ${f.count(p.age)}, and the rule asks for ${f.count(p.minimum)}. Take the row out.`;
    case 'no_territory':
      return 'The code of the territory is missing.';
    case 'unknown_territory':
      return `The code “${p.code}” is of no territory here. Mend it, or check which part the file is for.`;
    case 'no_proof':
      return 'The proof of belonging to the place is missing.';
    case 'unknown_proof':
      return `The proof “${p.found}” is not known. Write one of these: ${f.list(Object.values(proofs))}.`;
    case 'proof_not_accepted':
      return `The rule does not accept the proof “${proofs[p.proof]}”.`;
    case 'empty_document':
      return 'The document number has neither letters nor digits. Leave it empty if there is none.';
    case 'bad_email':
      return 'The e-mail address is not well written. Give one, or none.';
    case 'bad_language':
      return 'A language goes by its code, such as es, wuu or pt-BR.';
    case 'bad_mark':
      return 'The column “Deceased” is answered with yes or no.';
    case 'deceased':
      return 'Recorded as deceased. Take the row out.';
    case 'repeated_person':
      return `The same person as in line ${f.count(p.first)}: same name and birth date. Take one out; if they are two people, write in “${columns.told_apart}” what distinguishes them.`;
    case 'repeated_document':
      return `The same document as in line ${f.count(p.first)}. Mend one, or take the repeated row out.`;
    case 'elsewhere':
      return p.territory === null
        ? 'The person, or the document, is on the roll of another territory. Take the row out; if they live here, tell the registrars of the whole consultation.'
        : `Already on the roll of “${p.territory}”, which this file does not replace. Take the person out here, or there first.`;
  }
}

/** The roll: who may vote, bringing it, freezing it, asking about oneself. */
export const rolls = (f: Format): RollsMessages => ({
  columns,
  proofs,
  problem: (p) => problem(p, f),

  title: 'Roll',
  people: 'People',
  version: 'Version',
  state: 'State',
  states: { open: 'Open', frozen: 'Frozen' },
  commitment: 'Commitment',
  territory: 'Territory',
  countOf: (n) => plural(n, { one: '1 person', other: `${f.count(n)} people` }),
  leadOpen: (n) =>
    n === 0
      ? 'There is nobody on the roll yet.'
      : plural(n, {
          one: 'There is 1 person on the roll. It can still be changed.',
          other: `There are ${f.count(n)} people on the roll. It can still be changed.`,
        }),
  leadFrozen: (count, day, added) =>
    `Frozen on ${day} with ${f.count(count)} people. ${added === 0 ? 'Nobody was added since.' : `${f.count(added)} added since.`}`,
  leadNoRule: 'Begin by saying who may vote. Every line of the roll is checked by that rule.',
  commitmentRail:
    'This number fixes who is on the frozen roll and says nothing of anybody. Whoever keeps the salt can prove it later.',
  bringGo: 'Bring the roll',
  ruleGo: 'Say who may vote',
  ruleChange: 'Change the rule',
  freezeGo: 'Propose to freeze it',
  addGo: 'Propose a person',
  exportGo: 'Take the roll along (CSV)',
  exportRail:
    'These are personal data: keep them where nobody else reads them, and delete them when they are not needed.',

  ruleTitle: 'Who may vote',
  ruleLead:
    'Where each person votes is said by the territory of their line in the roll. Nobody needs a document number.',
  minimumAge: 'Least age, in full years',
  minimumAgeHint: 'Leave it empty if people of any age may vote.',
  minimumAgeWrong: 'Write a whole number from 0 to 120, or nothing.',
  ageDay: 'Day on which the age is counted',
  ageDayWrong: 'Write the day.',
  proofsLabel: 'Proofs that are accepted',
  proofsHint: 'To show that a person belongs to the place.',
  proofsWrong: 'Choose one proof at least.',
  save: 'Save',
  ruleText: (age, day) => (age === null ? 'People of any age.' : `People aged ${f.count(age)} on ${day}, or older.`),
  ruleExcludes: (n) =>
    plural(n, {
      one: 'Under this rule a person who is on the roll already could not vote. Bring a roll without them first.',
      other: `Under this rule ${f.count(n)} people who are on the roll already could not vote. Bring a roll without them first.`,
    }),
  ruleFrozen: 'The roll is frozen, and its rule does not change.',

  bringTitle: 'Bring the roll',
  bringLead:
    'Every line is checked, and you see what would change. Nothing changes until you apply it; with a single error nothing is taken.',
  file: 'CSV file',
  fileHint: (size) =>
    `Up to ${size}. Columns: name (or given names and family names), birth date, territory code and proof. If you have them: document, e-mail, language, deceased.`,
  fileMissing: 'Choose a file.',
  fileTooLarge: (size) => `The file is larger than ${size}. Bring it in parts.`,
  fileBroken: 'The file did not arrive whole. Bring it again.',
  dates: 'How dates are written',
  datesHint: '03/04/1980 may be March or April: that is why we ask.',
  datesMissing: 'Choose how dates are written.',
  dateOrders: {
    dmy: 'Day, month, year: 31/12/1980',
    ymd: 'Year, month, day: 1980-12-31',
    mdy: 'Month, day, year: 12/31/1980',
  },
  part: 'Territory code',
  partHint: (name) =>
    `Empty: the file is the whole roll of ${name}. With a code, it replaces only the people of that territory and of what is inside it.`,
  partUnknown: 'This consultation has no territory of that code.',
  partElsewhere: (name) => `There is no territory of that code in ${name}. Leave it empty for all of it.`,
  check: 'Check the file',
  bringRefusals: {
    no_rule: 'Say first who may vote.',
    frozen: 'The roll is frozen. A person who is missing is proposed apart.',
    another_waits: 'Another file of that territory is on its way. Apply it or withdraw it first.',
  },

  bringPartRefusals: {
    no_rule: 'It is not said yet who may vote. The registrars of the whole consultation say it.',
    frozen: 'The roll is frozen. The registrars of the whole consultation propose a person who is missing.',
    another_waits: 'Another file of that territory is on its way. Apply it or withdraw it first.',
  },

  importTitles: {
    queued: 'The file waits for its turn',
    reading: 'Reading the file',
    ready: 'What would change',
    applying: 'Applying',
    applied: 'The roll has a new version',
    refused: 'The file needs mending',
    withdrawn: 'The file was withdrawn',
  },
  importSays: {
    queued: 'You may close this page and come back: the work goes on.',
    reading: 'A million lines take about a minute. You may close this page and come back.',
    applying: 'All of it is done at once, or nothing. You may close this page and come back.',
    withdrawn: 'Nothing changed. You may bring another one.',
  },
  importFrom: (name, part) => `“${name}”, roll of ${part}`,
  progress: 'Progress',
  reload: 'Look again',
  importCounts: (added, removed, changed) =>
    added + removed + changed === 0
      ? 'The file changes nothing.'
      : `${f.count(added)} come in, ${f.count(removed)} leave and ${f.count(changed)} change.`,
  importSame: (same) => `${f.count(same)} stay the same.`,
  importIgnored: (names) => `These columns are not used: ${f.list(names)}.`,
  apply: 'Apply',
  withdraw: 'Withdraw the file',
  backToRoll: 'Back to the roll',
  problemsLead: (n) =>
    plural(n, {
      one: 'There is a problem. Nothing of the file was taken.',
      other: `There are ${f.count(n)} problems. Nothing of the file was taken.`,
    }),
  line: (n) => `Line ${f.count(n)}`,
  waiting: (n) =>
    plural(n, {
      one: 'A file is on its way:',
      other: `${f.count(n)} files are on their way. The one that has waited longest comes first:`,
    }),

  partTitle: (name) => `Roll of ${name}`,
  partNoRule: [
    'It is not said yet who may vote.',
    'The registrars of the whole consultation say it. Then you can bring your roll here.',
  ],
  partPeople: (n) =>
    n === 0
      ? 'Nobody of this territory is on the roll yet.'
      : plural(n, {
          one: 'There is 1 person of this territory on the roll.',
          other: `There are ${f.count(n)} people of this territory on the roll.`,
        }),
  partOpen: 'The roll can be changed until the registrars of the whole consultation freeze it.',
  partFrozen: (day, n) =>
    plural(n, {
      one: `The roll was frozen on ${day}. There is 1 person of this territory on it.`,
      other: `The roll was frozen on ${day}. There are ${f.count(n)} people of this territory on it.`,
    }),
  partMissing: 'The registrars of the whole consultation propose whoever is missing.',
  ruleOfWhole: 'There is one rule. The registrars of the whole consultation write it.',
  bringPart: 'Bring this roll',
  bringPartTitle: (name) => `Bring the roll of ${name}`,
  partVersionsRail: 'These are the files of this territory and of what is inside it.',
  exportPart: 'Take this roll along (CSV)',
  partsTitle: 'The roll by territory',
  partsLead: (peopled, all) =>
    all === 0
      ? 'No territory brings a roll of its own.'
      : `There are people of ${f.count(peopled)} of ${plural(all, { one: '1 territory', other: `${f.count(all)} territories` })}.`,
  partsSay: 'Here are the territories that have a registrar of their own, or of which a file was brought apart.',
  partsGo: 'See which are in and which are missing',
  partsList: 'Territories',
  partNewest: 'Last file',
  partNever: 'None apart',
  partStates: { missing: 'Nobody', waiting: 'File on its way', in: 'People are in' },

  versions: 'Versions',
  versionsRail: 'Each file applied and each person added is a version. The one before is kept.',
  versionsListed: (shown, all) => `The newest ${f.count(shown)} of ${f.count(all)} are shown.`,
  versionTitle: (n) => `Version ${f.count(n)}`,
  kinds: { import: 'File', addition: 'Person added' },
  added: 'Come in',
  removed: 'Leave',
  changed: 'Change',
  total: 'Total',
  by: (name, day) => `${name}, ${day}`,
  byTwo: (a, b, day) => `${a} and ${b}, ${day}`,
  reason: 'Reason',
  changeKinds: { added: 'Comes in', removed: 'Leaves', changed: 'Changes' },
  changeOf: 'Change',
  from: (before, after) => `${before} → ${after}`,
  listed: (n) => `The first ${f.count(n)} are shown.`,
  fingerprint: 'Fingerprint of the file (SHA-256)',

  freezeTitle: 'Propose to freeze the roll',
  freezeLead: [
    'Once frozen, the roll changes no more. Whoever is missing is added one by one, with a reason and two signatures, from the spare codes.',
    'First the commitment to the roll is made, on a page that shows how far it is. Then you keep the salt and propose.',
    'Another person who may freeze must agree.',
  ],
  freezeBegin: 'Make the commitment',
  freezeReason: 'Why now',
  freezeReasonHint: 'Read by whoever must agree, and later by everyone.',
  reasonMissing: 'Write the reason.',
  freezingTitles: { committing: 'Making the commitment to the roll', ready: 'The commitment waits for who asked' },
  freezingSays: [
    'The commitment is a number that fixes who is on the roll. With a million people it takes some minutes.',
    'You may close this page and come back: the work goes on.',
  ],
  freezingBecame: {
    outdated: 'The roll changed while its commitment was made. Ask for it again.',
    failed:
      'The commitment could not be made, and nothing changed. Ask again; if it happens again, tell whoever runs the server.',
  },
  freezingAskedBy: 'Asked for by',
  freezingWithdraw: 'Do not go on',
  propose: 'Propose',
  freezeAct: (n) =>
    plural(n, { one: 'Freeze the roll with 1 person', other: `Freeze the roll with ${f.count(n)} people` }),
  freezeFollows: [
    'From then on nobody comes in or leaves, but for people whom two officers add one by one, with a public reason.',
    'How many people there are is published, and a commitment that says nothing of anybody.',
  ],
  freezeRefusals: {
    no_rule: 'Say first who may vote.',
    frozen: 'The roll is frozen already.',
    nobody: 'There is nobody on the roll.',
    import_waits: 'A file is on its way. Apply it or withdraw it first.',
    changed_since: 'The roll changed since its commitment was made. Do not go on with this one, and begin again.',
    already_proposed: 'It is proposed already and waits for another person.',
    not_allowed: 'Your account no longer has the role for it.',
    not_ready: 'That commitment is no longer on its way. See here how it stands.',
    reason_missing: 'Write the reason, of up to 2000 signs.',
  },
  unfreezing: {
    go: 'Is the salt lost? Take the freezing back',
    title: 'Take back the freezing of the roll',
    lead: [
      'Without the salt no codes are made, and nobody has another copy. The way is to take the freezing back and to freeze again, with another salt.',
      'That is possible while the site has no codes and the vote was not opened.',
      'The reason, the old commitment and the version of the roll stay in the public trail.',
      'Another person who may freeze must agree.',
    ],
    reason: 'What happened',
    reasonHint: 'Read by everyone. Do not write the salt.',
    propose: 'Propose to take it back',
    act: (n) =>
      plural(n, {
        one: 'Take back the freezing of the roll with 1 person',
        other: `Take back the freezing of the roll with ${f.count(n)} people`,
      }),
    follows: [
      'The roll is open again and has to be frozen anew, with another commitment.',
      'The order of codes that there was is no longer good. The public trail keeps the old commitment.',
    ],
    refusals: {
      not_frozen: 'The roll is not frozen. See on its page how it stands.',
      codes_there: 'The site has codes already. Withdraw them first, where elections are prepared.',
      vote_was_open: 'The vote was opened already, or the consultation is over: the roll stays as it is.',
      changed_since: 'The roll was frozen again since this was proposed. Decline this proposal.',
      already_proposed: 'It is proposed already and waits for another person.',
      not_allowed: 'Your account no longer has the role for it.',
      reason_missing: 'Write the reason, of up to 2000 signs.',
    },
  },
  saltTitle: 'Keep this salt, and propose',
  saltLead: [
    'The commitment is made. Freezing the roll is not proposed yet.',
    'You alone see the salt, and until you propose. When you propose, the server forgets it and nobody sees it again.',
    'With it and the roll it can be proved later that nobody changed the roll; without it, it cannot. Making the codes needs it too.',
    'Print it or copy it by hand, and keep it in a sealed envelope. Do not send it by e-mail.',
  ],
  saltOfOther: (name) =>
    `${name} alone sees the salt, keeps it and proposes. If they cannot, do not go on with this one, and begin again.`,
  salt: 'Salt',
  saltKept: 'I have kept the salt: propose',

  addTitle: 'Propose a person',
  addLead: [
    'The roll is frozen. A person who is missing is added with a reason, when another registrar agrees. They take a spare code of each ballot they vote on.',
  ],
  addReason: 'Reason',
  addReasonHint: 'Everyone will read it: name nobody.',
  birthHint: 'Such as 1980-12-31.',
  optional: 'If there is one.',
  addAct: 'Add a person to the frozen roll',
  addFollows: [
    'The person may vote with a spare code.',
    'The reason and the number of people added are public; the name is not.',
  ],
  additionRefusal: (refusal) => {
    switch (refusal.type) {
      case 'not_frozen':
        return 'The roll is still open: add the person to the file.';
      case 'on_roll_already':
        return 'This person, or the document, is on the roll already.';
      case 'already_proposed':
        return 'It is proposed already and waits for another person.';
      case 'not_allowed':
        return 'Your account no longer has the role for it.';
      case 'reason_missing':
        return 'Write the reason.';
      case 'wrong':
        return refusal.problems.map((p) => problem(p, f)).join(' ');
      case 'no_spares':
        return `There is no spare code left for: ${f.list(refusal.territories)}. Without one nobody can be added.`;
    }
  },

  askTitle: 'May I vote here?',
  askLead: [
    'Give your name, your birth date and the document with which you are on the roll. Only all three together are answered.',
    'Nobody else is told whether you are on the roll.',
  ],
  askName: 'Your full name',
  askBirth: 'Your birth date',
  askDocument: 'The number of your document',
  askMissing: {
    name: 'Write your name.',
    birth_date: 'Write the date, such as 1980-12-31.',
    document: 'Write the number.',
  },
  ask: 'Ask',
  answerOnTitle: 'Yes, you may vote',
  answerOn: (proof) => `You are on the roll with this proof: ${proof}.`,
  answerContests: 'You vote in',
  answerNoContests: 'There are no ballots for your territory yet.',
  answerUnknownTitle: 'We cannot confirm it',
  answerUnknown: [
    'With these three details we find nobody. You may not be on the roll, or one detail may be written in another way.',
    'If you are on the roll without a document, the answer is given in person.',
    'Go to the registrar’s desk with any proof that you live or take part here: they tell you why, and if you are missing they propose to add you.',
  ],
  answerOffTitle: 'You were on the roll, and are not any more',
  answerOff: (version) =>
    `You left it with version ${f.count(version)}. If you think that this is an error, go to the registrar’s desk. Bring any proof that you live or take part here.`,
  askAgain: 'Ask with other details',
});
