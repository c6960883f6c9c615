export { beginCheck, type CheckedCodes, type CodeDifference } from './checking/check-codes.ts';
export { listProblems, type ListProblem } from './checking/list-problems.ts';
export { type PublishedList, publishedLists, type PublishedRefusal } from './checking/published-lists.ts';
export { byHands } from './codes/by-hands.ts';
export { type CodeJob, type CodeSettings, type CodeWork, makeCodeJobs } from './codes/code-jobs.ts';
export { codeFiles, givenLine, type GivenSpare, type ListedCode, readGiven, readList } from './codes/code-list.ts';
export { listedPages } from './codes/listed-people.ts';
export { type MadeConsultation } from './codes/made-consultation.ts';
export { makeCodes } from './codes/make-codes.ts';
export { type Addressee, letterFacts, type LetterFacts } from './letters/letter-facts.ts';
export { letterStyle, type Sheet } from './letters/letter-style.ts';
export { lettersPage } from './letters/letters.ts';
export { type Calendar } from './letters/moment.ts';
export { qrPath } from './letters/qr-path.ts';
export { openOrder, type OpenedOrder, readSalt } from './order/open-order.ts';
export {
  giveSpare,
  type KeptCodes,
  replacementFiles,
  type SpareRefusal,
  type SpareRequest,
} from './replacing/give-spare.ts';
export { type People, type PeopleRefusal, readPeople } from './roll/read-people.ts';
