import type { PageWords } from './es.ts';

const n = (count: number): string => count.toLocaleString('en');
const list = (texts: readonly (string | number)[]): string => texts.join(', ');
const peopleOf = (count: number): string => (count === 1 ? 'one person' : `${n(count)} people`);
const sparesOf = (count: number): string => (count === 1 ? 'one spare' : `${n(count)} spares`);
const papersOf = (count: number): string => (count === 1 ? 'one paper' : `${n(count)} papers`);

/** Everything that the page says, in English. */
export const english: PageWords = {
  language: 'en',
  languageName: 'English',
  direction: 'ltr',
  pageTitle: (title) => `${title} · Registrar’s codes · Convite`,
  skip: 'Skip to content',
  languages: 'Language',
  home: 'Back to the start',
  problemTitle: 'There is a problem',
  stays:
    'This page works on your own machine. It sends nothing to anybody: codes leave it only in the files that you save and on the paper that you print.',
  toSite: 'To the first page of the site',
  faultTitle: 'Something failed on this page',
  fault:
    'Your files are as they were. Go back to the start and repeat the step. If it fails again, close the page and open it anew.',
  leaveUnsaved: 'You have not saved all your files yet. If you leave this screen without saving them, they are lost.',
  saved: (name) => `Saved as ${name}, usually in the folder Downloads.`,
  save: (name) => `Save ${name}`,
  saveTitle: 'Without internet',
  savePage: 'Save this page on your machine',
  savePageSays:
    'Once saved, it works the same without internet. Save it, disconnect the machine and open it with a double click before you make codes.',

  homeTitle: 'The codes to vote with',
  homeLead:
    'You make the codes that people vote with, away from the site, and hand them out on paper. What will you do now?',
  tasks: {
    make: { title: 'Make the codes', says: 'With the order of the site, the frozen roll and the salt.' },
    letters: { title: 'Print letters', says: 'You have made the codes and have the private list.' },
    check: { title: 'Check', says: 'That the private list and what the site has are the same.' },
    replace: { title: 'Replace a letter', says: 'Somebody lost theirs, or was added to the roll later.' },
  },
  limit:
    'This page is meant for rolls of up to 100,000 people. With more, use the program convite, which does the same with the same files.',

  orderLabel: 'The order of codes',
  orderHint: 'The file order.json of the site, under “Prepare the elections”.',
  orderMissing: 'Choose the order of codes (order.json).',
  orderNone: 'That file is no order of codes. Download order.json from the site.',
  orderWrong: (place) =>
    `The order does not have the form that it should${place === '' ? '' : `, at ${place}`}. Download it from the site again.`,
  orderChanged: 'The order was changed, or saved by another program. Download it again, and do not open it before.',
  tooMany: (found, most) =>
    `The roll has ${n(found)} people. This page is meant for up to ${n(most)}: with more, use the program convite (convite registrar consultation), on a machine with enough memory.`,
  rollLabel: 'The frozen roll',
  rollHint: 'The CSV file of the page of the roll. Neither open nor save it with a spreadsheet.',
  rollMissing: 'Choose the frozen roll.',
  saltLabel: 'The salt of the roll',
  saltHint: 'The 64 digits and letters that were shown once, at the freezing. Spaces do not matter.',
  saltWrong: (found) =>
    found === 0
      ? 'Write the salt of the roll.'
      : `The salt has 64 signs, digits 0 to 9 and letters a to f. Here are ${n(found)} signs, or one that is none of these.`,

  makeTitle: 'Make the codes',
  makeLead:
    'The page first checks that the three belong together. If anything does not fit, it says so and makes nothing. Nobody else should see the screen.',
  makeReview: 'Review',
  reading: 'Reading the roll…',
  notUtf8: 'The roll is not saved as UTF-8. Use the file as the site hands it out.',
  notCsv: (line) => `Line ${n(line)} of the roll is not written as CSV. Use the file as the site hands it out.`,
  headings:
    'The first line does not name the columns of a roll with identifiers. Is it the frozen roll, as the site hands it out?',
  rows: (lines, isAll) =>
    `Some lines of the roll are not as the site writes them: ${list(lines.map(n))}${isAll ? '' : ', and perhaps more'}. Download it again.`,
  anotherCount: (found, expected) =>
    `This roll has ${peopleOf(found)}, and that of the order ${n(expected)}. Is it of another version, or of another consultation?`,
  anotherRoll:
    'The roll is not that of the order, or the salt is another one: nobody can tell which. Compare the salt sign by sign, and look whether roll and order are of the same consultation.',

  seenLead: (people, spares, papers) =>
    `The roll is the one that was frozen. You are about to make codes for ${peopleOf(people)} and ${sparesOf(spares)}, on ${papersOf(papers)}.`,
  seenWithout: (count) => `Where ${peopleOf(count)} of the roll live there is no vote: they get no letter.`,
  seenAgain:
    'Make them once. If you have handed out letters of this order already, do not go on: new codes are not those of these letters.',
  seenStay: 'Do not close the page while it works.',
  makeBegin: 'Make the codes',
  making: 'Making the codes',
  progress: (done, all) => `${n(done)} of ${n(all)} sheets of up to 300 codes`,
  sorting: 'Sorting what is for the site…',

  madeTitle: 'Made: save your four files',
  madeLead: (people, spares, credentials) =>
    `Codes for ${peopleOf(people)} and ${sparesOf(spares)}; ${n(credentials)} public credentials.`,
  madeList:
    '1. PRIVATE. Whose code is which. With this file letters are printed and replaced. Keep it on a stick that does not stay in the machine.',
  madeGiven: '2. PRIVATE. Which spares were given out; none at the beginning. It always stays beside the first.',
  madeUpload:
    '3. For the site. It has public parts alone: hand it to whoever organises, who brings it under “Credentials of the registrar”.',
  madeSummary: '4. To publish. How many there are, and the fingerprint of the file for the site.',
  hashTitle: 'The fingerprint of the file for the site',
  hashSays: 'Read it aloud before witnesses, or write it down. The site shows the same when it gets the file.',
  toLetters: 'See and print the letters',
  toFiles: 'Back to the files',
  destroyTitle: 'What to destroy, and when',
  destroy: [
    'Letters that were saved as a file: as soon as they are printed.',
    'Spare letters that nobody got: when the vote has ended.',
    'The private list: when the vote has ended and the time for complaints is over.',
  ],

  listLabel: 'The private list',
  listHint: 'The file PRIVATE-codes.csv that you saved when the codes were made.',
  listMissing: 'Choose the private list (PRIVATE-codes.csv).',
  listNone: (line) =>
    line === 1
      ? 'That file is no private list of codes. Choose PRIVATE-codes.csv as it was saved.'
      : `Line ${n(line)} of the private list is not as it was written. Was it saved by a spreadsheet? Use another copy.`,
  listProblems: {
    strange: (line) =>
      `Line ${n(line)} of the private list is not of this order. Is the order of another consultation?`,
    badCode: (line) => `The code on line ${n(line)} of the private list is miscopied.`,
    codeTwice: (line, first) => `The code of line ${n(line)} stands on line ${n(first)} already.`,
    idTwice: (line, first) => `The person of line ${n(line)} stands on line ${n(first)} already.`,
    wrongPeople: (found, expected) =>
      `In one part of the roll the private list has ${n(found)} people and the order ${n(expected)}.`,
    wrongSpares: (found, expected) =>
      `In one part of the roll the private list has ${sparesOf(found)} and the order ${n(expected)}.`,
  },

  lettersTitle: 'Print letters',
  lettersLead: 'Letters come from the private list, in the language of each person: print them today or later.',
  lettersOpen: 'See the letters',
  sheetTitle: (title) => `Letters: ${title}`,
  sheetKind: 'What you print',
  sheets: { letters: 'Letters: one sheet for each person', slips: 'Small letters: four on a sheet, to be cut' },
  sheetNumber: (number, all) => `Group ${n(number)} of ${n(all)}`,
  sheetPeople: (voters, spares, papers) =>
    `In this group: ${voters === 0 ? '' : peopleOf(voters)}${voters > 0 && spares > 0 ? ' and ' : ''}${spares === 0 ? '' : sparesOf(spares)}. Papers: ${papers}.`,
  sheetOrder: (first, last) => `In the order of the roll, from ${first} to ${last}.`,
  sheetChoose: 'Go to group',
  sheetPrevious: 'Group before',
  sheetNext: 'Next group',
  sheetPrint: 'Print this group',
  sheetPrintNote:
    'Each letter goes into an envelope of its own. In the print window choose A4, actual size, and no headers or footers.',
  sheetSave: 'If your browser does not print it from here, save it, open it, print it and destroy it.',
  sheetFrame: 'Letters of this group',
  drawing: 'Drawing the letters…',

  checkTitle: 'Check',
  checkLead:
    'The page makes all public parts again from the private list and compares. Do it before the vote is opened.',
  uploadLabel: 'The file for the site',
  uploadHint: 'upload.jsonl, as you saved it or as the site has it.',
  uploadMissing: 'Choose the file for the site (upload.jsonl).',
  publishedLabel: 'What the site has published (where it has)',
  publishedHint: 'The file of one ballot box (.bel), or of the whole consultation (.zip). May be left empty.',
  publishedNone: 'That file is neither of a ballot box nor of a consultation.',
  publishedDamaged: 'The file of the site is damaged. Download it again.',
  checkSubmit: 'Check',
  checking: 'Checking',
  agreesTitle: 'They agree',
  agreesLead: (people, spares, credentials, papers) =>
    `The private list gives exactly what is for the site: ${peopleOf(people)} and ${sparesOf(spares)}, ${n(credentials)} credentials on ${papersOf(papers)}.`,
  agreesPublished: (compared, papers) =>
    compared === 0
      ? 'You brought nothing that the site has published: compare at least the fingerprint with the one that the site shows.'
      : `With exactly these credentials the site has set up ${papersOf(compared)} of ${n(papers)}.`,
  differsTitle: 'They do not agree',
  differsLead: 'Do not open the vote, and hand out no more letters, before you know why. Tell whoever organises.',
  moreDifferences: (more) => `And ${n(more)} differences more.`,
  differences: {
    otherOrder: 'The file for the site was made for another order than this one.',
    otherConsultation: 'The file for the site is of another consultation.',
    upload: (line) =>
      line === null
        ? 'The file for the site is not whole.'
        : `Line ${n(line)} of the file for the site is not as it was written.`,
    contest: (name, missing, surplus, spares) =>
      `${name}: ${n(missing)} missing, ${n(surplus)} too many, and ${n(spares)} wrongly marked as spares or not.`,
    published: (name) => `${name}: the site has set it up with other credentials.`,
    foreign: 'The file of the site has an election that the order does not have. Is it of another consultation?',
  },

  replaceTitle: 'Replace a letter',
  replaceLead:
    'The person gets the next spare. The lost code is void when two people agree on it on the site, if it has not voted.',
  givenLabel: 'The list of spares that were given out',
  givenHint: 'The newest file PRIVATE-given.csv. With an old one the same spare would be given twice.',
  givenMissing: 'Choose the list of spares that were given out (PRIVATE-given.csv).',
  givenNone: (line) =>
    `That file is no list of spares that were given out, or its line ${n(line)} is not as it was written.`,
  givenForeign:
    'The list of given spares names a spare that the private list does not have. Is it of another consultation?',
  replaceOpen: 'Continue',
  whoTitle: 'Whom the letter is for',
  whoLabel: 'Name or identifier',
  whoHint: 'A part of the name will do. The identifier is that of the page of the roll.',
  whoSearch: 'Search',
  whoNone: 'Nobody on the private list has that name or that identifier.',
  whoMany: (found) => `${n(found)} people fit. Write more of the name.`,
  whoFound: 'Choose the person:',
  whoPerson: (name, territory, id) => `${name} · ${territory} · ${id}`,
  addedLink: 'The person was added to the roll after the freezing',
  addedTitle: 'Somebody who was added to the roll',
  addedLead: 'Write it as it stands on the page of the roll.',
  addedId: 'Identifier',
  addedName: 'Name',
  addedTerritory: 'Code of the territory',
  addedLanguage: 'Language of the letter',
  languageNames: { es: 'Spanish', en: 'English', pt: 'Portuguese', ca: 'Catalan', uk: 'Ukrainian', ar: 'Arabic' },
  addedSubmit: 'Give a spare',
  addedEmpty: 'Write the identifier and the code of the territory.',
  noSpare: (spares) => `All ${sparesOf(spares)} of these papers are given out: there are no more.`,
  hasCode: 'That person has a code already: search by name.',
  unlisted: 'That person is not on the private list.',
  noContest: (territory) => `Nobody votes in ${territory}: the order has no paper for that code.`,
  badCode: 'A code of the private list is miscopied. Use another copy of the list.',
  confirmTitle: (name) => `A new letter for ${name}`,
  confirmSays: 'First note that this spare is given out. Only then do the letter and the file for the site appear.',
  confirmGiven: 'Save this list in place of the one before, beside the private list.',
  givenAway: (spare, left) => `It is spare ${spare}. ${n(left)} left.`,
  replacementSays: 'For the site. No name and no code is in it: hand it to whoever organises.',
  handOverLost: 'Hand the letter over only when the site says that the lost one is void.',
  handOverAdded: 'Hand the letter over only when the site says that the spare is active.',
  letterFrame: 'The new letter',
  letterPrint: 'Print the letter',
};
