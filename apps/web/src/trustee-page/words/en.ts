import type { PageWords } from './es.ts';

const n = (count: number): string => count.toLocaleString('en');
const list = (texts: readonly (string | number)[]): string => texts.join(', ');
const votes = (count: number): string => (count === 1 ? 'one vote' : `${n(count)} votes`);

/** Everything that the page says, in English. */
export const english: PageWords = {
  language: 'en',
  languageName: 'English',
  direction: 'ltr',
  pageTitle: (title) => `${title} · Keeping the key · Convite`,
  skip: 'Skip to content',
  languages: 'Language',
  home: 'Back to the start',
  next: 'Continue',
  problemTitle: 'There is a problem',
  stays:
    'This page works on your own machine. It sends nothing to anybody: your key leaves it only in the files that you save.',
  toSite: 'To the first page of the site',
  faultTitle: 'Something failed on this page',
  fault:
    'Your files are as they were. Go back to the start and repeat the step. If it fails again, close the page and open it anew.',
  leaveUnsaved: 'You have not saved your file yet. If you leave this screen without saving it, it is lost.',

  homeTitle: 'Your part of the key',
  homeLead: 'You keep a part of the key that opens the result of a vote. What are you going to do now?',
  tasks: {
    begin: { title: 'Begin the ceremony', says: 'The first step: make your secret and your certificate.' },
    go: { title: 'Go on with the ceremony', says: 'You have your secret file and the files of the other people.' },
    backup: { title: 'Keep copies of your key', says: 'On two sticks and on paper. Do it the same day.' },
    rehearse: { title: 'Rehearse with your key', says: 'Checks, before the vote, that your key opens.' },
    pass: { title: 'Work after the closing', says: 'The vote is over: shuffle and decrypt with your key.' },
    restore: { title: 'Get your key back', says: 'You lost the file and have the words on paper.' },
  },
  saveTitle: 'Without internet',
  savePage: 'Save this page on your machine',
  savePageSays: 'Saved, it works the same without internet. You can disconnect before you use your key.',

  saved: (name) => `Saved as ${name}, mostly in the folder Downloads.`,
  save: (name) => `Save ${name}`,
  fileNames: 'The names of the files do not matter: the page looks at what is inside.',

  beginTitle: 'Begin the ceremony',
  beginLead: 'Write what you agreed on. It must be the same for everybody.',
  sizeLabel: 'How many people keep the key',
  thresholdLabel: 'How many are needed to open',
  thresholdHint: 'Fewer than all, so that one lost key loses nothing.',
  memberLabel: 'Which number you are',
  memberHint: 'Everybody has one, from 1 on.',
  nameLabel: 'Your name',
  nameHint: 'As it stands on the page of the consultation. It will be in the public list.',
  beginSubmit: 'Make my secret',
  wholeNumber: 'Write a whole number, from 1 on.',
  nameMissing: 'Write your name, of up to 200 letters.',
  badNumbers: (threshold, size, member) =>
    threshold > size ? `${n(threshold)} cannot be needed of ${n(size)}.` : `You are number ${n(member)} of ${n(size)}.`,

  begunTitle: 'Save your two files',
  begunSecret:
    'The first is secret. Save it on your machine and give it to nobody. Without it you cannot go on with the ceremony.',
  begunPublic:
    'The second is your certificate. It is public: hand it in on the page of the consultation, or to whoever gathers the files.',
  oddOne:
    'You agreed that one person is enough: each will be able to open everything alone. It is better if several are needed.',
  oddAll:
    'You agreed that all are needed: if one single key is lost nobody can open the result. It is better if fewer are enough.',
  begunNext: 'When everybody’s certificates are there, come back to this page and choose “Go on with the ceremony”.',

  goTitle: 'Go on with the ceremony',
  goLead:
    'Choose your secret file and everybody’s files at once. It may be the zip file that you downloaded from the consultation.',
  goLabel: 'Your secret and everybody’s files',
  goSubmit: 'Check and take the step',
  dealtTitle: 'Your deal is made',
  dealtSays:
    'It is public: each part is sealed for one person alone. Hand it in on the page of the consultation, or to whoever gathers the files.',
  dealtAgain: 'It is the same deal that you made before in this browser.',
  dealtOnce:
    'Deal once only. If you have dealt on another machine or in another browser, hand in that file and not this.',
  hashTitle: 'Read it aloud',
  hashSays: 'These letters and digits must be the same for everybody. Write them into the minutes.',
  dealtNext: 'When everybody’s deals are there, choose “Go on with the ceremony” again.',
  sharedTitle: 'Your key is made',
  sharedKey: 'The first is your key. It is secret: save it now and give it to nobody.',
  sharedPublic:
    'The second is the public part. Hand it in on the page of the consultation, or to whoever gathers the files.',
  sharedOld: 'Your secret file of the ceremony is not needed once the list of trustees is published: delete it then.',
  sharedNext: 'Keep copies now',

  noSecret: 'Your secret file is missing (it ends in .secret.json). Choose it together with the others.',
  manySecrets: 'There is more than one secret file. Choose yours alone.',
  filesMissing: (what, members) =>
    `${{ certificate: 'The certificate', deal: 'The deal', key: 'The public part' }[what]} of person number ${list(members)} is missing. Wait until it is handed in, and choose all files again.`,
  fileTwice: (member, names) =>
    `Of person number ${n(member)} there are two different files: ${list(names)}. Ask which one counts.`,
  otherCeremony: (name) => `${name} is of another ceremony. Leave it out and choose again.`,
  memberFaults: (names) =>
    `What these people handed in does not pass the checks: ${list(names)}. Ask for it once more. If it stays so, do not go on: begin a new ceremony.`,
  ownMissing:
    'Your certificate is not among them, or somebody put another in its place. Do not go on, and tell the others.',
  ownWrong: 'Your deal is not the one that you made. Do not go on, and tell the others.',
  wrongNumber: 'There is not one file of each person. Download everybody’s files again.',
  transcriptsDiffer: (names) =>
    `These people worked with other files than these: ${list(names)}. Download everybody’s files again and compare the letters aloud.`,
  dealtOtherwise:
    'You have dealt already, with other certificates than these. Nobody deals twice: find out which certificate changed, or begin a new ceremony.',
  unknownFiles: (names) => `The page does not know these files, or they are damaged: ${list(names)}.`,
  noFiles: 'Choose the files.',

  keyLabel: 'Your key',
  keyHint: 'The file that ends in .key.json, from the stick where you saved it.',
  keyMissing: 'Choose the file of your key (it ends in .key.json).',
  keyDamaged: 'That key file is damaged. Take the copy on the other stick, or get the key back with the words.',
  listLabel: 'The list of trustees',
  listHint: 'The file trustees.json of the page of the consultation.',
  listMissing: 'Choose the list of trustees (trustees.json), downloaded from the consultation.',

  rehearseTitle: 'Rehearse with your key',
  rehearseLead:
    'The page decrypts a test ballot with your key, as it is stored. Use the copy and the machine that you will use after the closing.',
  rehearseSubmit: 'Rehearse',
  rehearsedTitle: 'Your key opens',
  rehearsedSays: (owner, day) =>
    `As person number ${n(owner)} you decrypted the test ballot of ${day}. Save this public file and hand it in today on the page of the consultation.`,
  notInList:
    'That key belongs to nobody in this list. Is it the list of another consultation, or another ceremony’s key?',
  rehearsalFailed: 'The test did not work. Repeat it with the other copy of your key.',

  backupTitle: 'Keep copies of your key',
  backupLead:
    'Your key should be on two sticks and on paper, in three different places. If you lose it nobody can give it to you again.',
  backupSubmit: 'Prepare the copies',
  copyTitle: (number) => `Copy ${n(number)} of 2`,
  copyStep: 'Plug in the stick and save this file on it. If the browser left it in Downloads, move it to the stick.',
  checkTitle: 'Check the copy',
  checkSays: 'Take the stick out, put it back, and choose the file that you saved on it.',
  checkLabel: 'The file on the stick',
  checkRight: 'The copy is good.',
  checkWrong: 'That file is not the same as your key. Save the copy again.',
  paperTitle: 'The words, on paper',
  paperSays:
    'Print them or copy them by hand, in order. Whoever reads them has your key: keep them in a sealed envelope. Take no photo of them.',
  paperPrint: 'Print the words',
  paperShow: 'Show the words',
  paperSheet: 'PRIVATE: the key of a trustee, in words',
  paperName: (name) => `Trustee: ${name}`,
  paperKey: (key) => `Public key: ${key}`,
  backupDone: 'Finish',
  paperRow: (row) => `Row ${n(row)}`,
  paperLanguage: 'The words are in English.',

  restoreTitle: 'Get your key back',
  restoreLead: 'Write the words of your sheet, in order. Capitals and accents do not matter.',
  wordsLabel: 'The words',
  wordsLanguage: 'In which language they are',
  wordLanguages: { es: 'Spanish', en: 'English' },
  restoreSubmit: 'Get it back',
  restoredTitle: 'Here is your key',
  restoredSays: (name) => `It is the key of ${name}. Save it now, and make new copies.`,
  wordsCount: (expected, found) => `${n(expected)} words are needed, and there are ${n(found)}.`,
  wordUnknown: (word, near) =>
    `Word ${n(word)} is not in the list.${near.length === 0 ? '' : ` Could it be ${list(near)}?`}`,
  wordsWrong: 'A word is not the right one, or two changed places. Look at the sheet again.',
  wordsOfNobody: (word) =>
    word === undefined
      ? 'The words are sound, but they belong to nobody in this list. Is it the list of another consultation?'
      : `Word ${n(word)} is probably not the right one. Look at the sheet again.`,

  passTitle: 'Work after the closing',
  passLead:
    'Download the work file from the page of the consultation. Here everything is checked, and only then is your key used.',
  workLabel: 'The work file',
  workHint: 'The .zip file that you downloaded from the consultation. Do not open or unpack it.',
  workMissing: 'Choose the work file (.zip).',
  passSubmit: 'See what is to be done',
  looking: 'Looking at the file…',
  seenSays: (contests, megabytes, owner) =>
    `In this file: ${votes(contests)}, ${megabytes} MB. You are person number ${n(owner)}.`,
  seenTime: (minutes) =>
    minutes <= 1
      ? 'It will take about a minute, or less.'
      : `It will take about ${n(minutes)} minutes on this machine.`,
  seenStay: 'Leave this page open and the machine plugged in. If it breaks off, begin again: what is done stays done.',
  remembers:
    'This browser remembers what your key opened, so that it never opens two things of one vote. Always use the same browser, and never a private window: it forgets everything when it is closed.',
  forgets:
    'This browser keeps nothing, so it will not remember what your key opened. Use another browser, or do not close this page until you have handed in the answer, and do not work twice.',
  passBegin: 'Begin',
  working: 'Working',
  progress: (done, of) => `${n(done)} of ${n(of)} votes done.`,
  endedTitle: 'Done: save your answer',
  endedNothing: 'Nothing was left to do',
  endedSays: (shuffles, decryptions) =>
    [
      ...(shuffles === 0 ? [] : [`You shuffled the ballots of ${votes(shuffles)}.`]),
      ...(decryptions === 0 ? [] : [`You decrypted your part of ${votes(decryptions)}.`]),
    ].join(' '),
  endedHandIn: 'Save the answer and upload it where you downloaded the work. It does not hold your key.',
  endedAgain: (count) => `For ${votes(count)} it is the same as before.`,
  endedDone: (count) => `Your part was in ${votes(count)} already.`,
  endedFew: (ids) =>
    `With so few ballots the result may say how somebody voted: ${list(ids)}. Ask before you hand it in.`,
  refusedTitle: (count) => `Nothing was done with ${votes(count)}`,
  refusedSays: 'Show this list to the organisers and to the other trustees. Do not insist.',
  refusedContest: (name, why) => `${name}: ${why}`,
  notYours: 'That key belongs to nobody who keeps the key of these votes. Is it the key of another consultation?',
  noContests:
    'In this file there is no vote with the trustees that it names. Download it again; if it stays so, tell the other trustees.',
  nothingKept:
    'This browser could not note down what was done, and without that note nothing is handed over. Free some space on the disk, or use another browser, and begin again.',
  workRefused: (why) => `The work file cannot be used: ${why}.`,
  packFaults: {
    not_a_zip: 'it is not the .zip file of the consultation',
    other_form: 'somebody packed it again, or it was damaged; download it again and do not open it',
    malformed: 'its list is not in its form',
    wrong_entry: 'a part is missing, or one is too many',
    entry_differs: 'a part is not the one that the list names',
  },
  contestRefusals: {
    not_an_archive: 'its file is no archive of a vote.',
    archive_refused: (checks) => `it does not pass the checks (${list(checks)}).`,
    other_election: 'its file is of another vote than the list names.',
    other_head: 'its file ends at another point than the list names.',
    other_trustees: 'it has other trustees than the list names.',
    not_a_trustee: 'your key is not of this vote.',
    wrong_state: 'it does not stand where this work belongs.',
    nothing_mixed: 'nothing is shuffled in this vote.',
    already_done: 'it is done already.',
    shuffles_missing: 'not enough people have shuffled.',
    shuffle_not_own:
      'it says that you shuffled it, and this browser does not know of it. If you shuffled on another machine, work there; if you did not, tell everybody.',
    decrypted_otherwise:
      'your key decrypted something else of this vote before. Two things would open single ballots: do not go on, and tell everybody.',
  },
};
