export { keyOfPublic, keysOfList, type PossibleKeys, restoreKey, type RestoreRefusal } from './backup/restore-key.ts';
export {
  certificatesStep,
  type CertificatesStep,
  dealsStep,
  type DealsStep,
  shareKeysStep,
  type ShareKeysStep,
} from './ceremony/checked-steps.ts';
export {
  type CeremonyPlan,
  type CeremonyStep,
  type HandedIn,
  stepFileName,
  stepPrefix,
  type StepRefusal,
} from './ceremony/gather-step.ts';
export { type HonestMember, honestMember, honestRehearsal } from './ceremony/honest-member.ts';
export { beginCeremony, makeOwnDeal, makeOwnShare, makeSingleKey, type OwnPart } from './ceremony/own-steps.ts';
export {
  decryptionFile,
  type DecryptionFile,
  ownShufflesFile,
  type OwnShufflesFile,
  shuffleFile,
  type ShuffleFile,
} from './files/election-files.ts';
export { nameInFile, personName } from './files/name-in-file.ts';
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
export {
  type ArchiveRefusal,
  type ArchiveVerdict,
  checkElection,
  type CheckedElection,
  onElection,
  openElection,
  verifyStrictly,
} from './pass/checked-election.ts';
export { ownerInWork, type PassEnd, passSize, type PassSize, type RefusedContest, runPass } from './pass/run-pass.ts';
export {
  countedBallots,
  currentTally,
  type ElectionTask,
  ownersIn,
  refuseForeignShuffles,
  refuseUnshuffled,
  type StandingRefusal,
  standsFor,
} from './pass/standing.ts';
export { type ComingWork, decryptOnce, refuseWork, shuffleOnce, type Worker } from './pass/trustee-work.ts';
export { type ContestRefusal, type ContestWork, type KeyMemory, type PassTools } from './pass/work-contest.ts';
export { secondsOfPass, secondsOfPowers } from './pass/work-time.ts';
export { readsTestBallot, rehearsedFactor, rehearseOwn } from './rehearsal/test-ballot.ts';
export { type ListRefusal, ownerOf, readTrusteeList, type TrusteeList } from './rehearsal/trustee-list.ts';
export {
  type ClosedElection,
  listContest,
  type ListedContest,
  simulateClosed,
  simulatedMixed,
  writeWork,
} from './simulation/simulated-work.ts';
export { type AnswerContest, type AnswerList } from './work/answer-form.ts';
export { type AnswerMaterial, type MadeAnswer, makeAnswer } from './work/make-answer.ts';
export { type MadeWork, makeWork, type WorkMaterial } from './work/make-work.ts';
export { type PackFault } from './work/pack.ts';
export { type AnswerFile, type ContestAnswer, readAnswer } from './work/read-answer.ts';
export { type ContestFiles, readWork, type WorkFile } from './work/read-work.ts';
export { type TrusteeTask, type WorkContest, type WorkList } from './work/work-form.ts';
