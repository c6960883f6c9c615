export {
  decryptionFile,
  type DecryptionFile,
  ownShufflesFile,
  type OwnShufflesFile,
  shuffleFile,
  type ShuffleFile,
} from './files/election-files.ts';
export { fileText, type KeyRefusal, type OwnKey, publicKeyOf, readOwnKey } from './files/own-key.ts';
export {
  ceremonySecretFile,
  type CeremonySecretFile,
  certificateFile,
  type CertificateFile,
  dealFile,
  type DealFile,
  keyFile,
  type KeyFile,
  rehearsalFile,
  type RehearsalFile,
  shareKeyFile,
  type ShareKeyFile,
  trusteePublicFile,
  type TrusteePublicFile,
} from './files/trustee-files.ts';
export { type AnswerContest, type AnswerList } from './work/answer-form.ts';
export { type AnswerMaterial, type MadeAnswer, makeAnswer } from './work/make-answer.ts';
export { type MadeWork, makeWork, type WorkMaterial } from './work/make-work.ts';
export { type PackFault } from './work/pack.ts';
export { type AnswerFile, type ContestAnswer, readAnswer } from './work/read-answer.ts';
export { type ContestFiles, readWork, type WorkFile } from './work/read-work.ts';
export { type TrusteeTask, type WorkContest, type WorkList } from './work/work-form.ts';
