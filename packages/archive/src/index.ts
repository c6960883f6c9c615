export {
  type ContestArchive,
  type ContestToCount,
  countArchive,
  type CountedArchive,
} from './counting/count-archive.ts';
export {
  answersFit,
  matchPaper,
  orderOfPaper,
  type PaperOfContest,
  type PaperToAnswer,
} from './counting/contest-paper.ts';
export { type ContestLots, countContest, type CountedContest } from './counting/count-contest.ts';
export { instanceOfContest } from './counting/instance-of-contest.ts';
export { openBallots } from './counting/open-ballots.ts';
export { type ContestNames, lotsText, outcomeFile, type OutcomeFile } from './counting/outcome-text.ts';
export { type DrawnOption, drawLots, drawOrder, isSeed, type LotsBasis, type OrderBasis } from './lots/draw-lots.ts';
export {
  type ConsultationMaterial,
  type ContestMaterial,
  makeArchive,
  type MadeArchive,
} from './making/make-archive.ts';
export { makePart } from './making/make-part.ts';
export { measure } from './making/measure.ts';
export { contestPath, type ContestFile } from './manifest/entry-paths.ts';
export { archiveText, type Manifest, type ManifestContest } from './manifest/manifest.ts';
export {
  type ContestProtocol,
  protocolFile,
  protocolSchema,
  resultProtocol,
  type ResultProtocol,
  type VerifiedArchive,
} from './protocol/result-protocol.ts';
export {
  allConsultationChecks,
  type ConsultationCheck,
  consultationChecks,
  createFindingRecord,
  type Finding,
  type Reason,
} from './verify/consultation-checks.ts';
export { type ConsultationFile, readConsultation } from './verify/consultation-file.ts';
export { eligibleFor, type TerritoryTotals } from './verify/territory-totals.ts';
export {
  type ConsultationMachine,
  type ConsultationStep,
  type ConsultationVerification,
  contestsInTurn,
  verifyConsultation,
  type VerifyContests,
} from './verify/verify-consultation.ts';
export { type CheckedContest, type ContestVerdict, verifyContest } from './verify/verify-contest.ts';
export { type FoundEntry, readZip, type ZipFault } from './zip/read-zip.ts';
export { writeZip, zipBytes, type ZipContent } from './zip/write-zip.ts';
export { zipSource } from './zip/zip-source.ts';
