export { decryptionFile, type DecryptionFile, shuffleFile, type ShuffleFile } from './files/election-files.ts';
export { type AnswerContest, type AnswerList } from './work/answer-form.ts';
export { type AnswerMaterial, type MadeAnswer, makeAnswer } from './work/make-answer.ts';
export { type MadeWork, makeWork, type WorkMaterial } from './work/make-work.ts';
export { type PackFault } from './work/pack.ts';
export { type AnswerFile, type ContestAnswer, readAnswer } from './work/read-answer.ts';
export { type ContestFiles, readWork, type WorkFile } from './work/read-work.ts';
export { type TrusteeTask, type WorkContest, type WorkList } from './work/work-form.ts';
