export { readArchive, type ArchiveReading, type ReadBoard, readPayload } from './board/archive-reader.ts';
export { type ArchiveSource, bytesSource } from './board/archive-source.ts';
export { createArchiveWriter, type NewEvent, startArchive } from './board/archive-writer.ts';
export { type BoardFailure, type BoardPlace } from './board/board-checks.ts';
export { type BoardEvent, type BoardIndex, type RecordContent } from './board/board-index.ts';
export { eventOrder, eventTypes, type ElectionState, type EventType } from './board/event-order.ts';
export { openBooth, type SealBallot } from './booth/seal-ballot.ts';
export { type CurveCore, type CurveCoreName } from './curve/curve.ts';
export { loadCurveCore } from './curve/load-curve.ts';
export { countPoints, joinPoints, type Points, scalarBytes, scalarsOfBytes, slicePoints } from './curve/points.ts';
export { curveGroup } from './primitives/curve-group.ts';
export { ed25519Group } from './primitives/ed25519-group.ts';
export { finiteFieldGroup } from './primitives/finite-field-group.ts';
export { belenios2048, type FiniteFieldParameters, rfc3526Group14 } from './primitives/finite-field-parameters.ts';
export { type Element, type Group, type GroupName, groupNames } from './primitives/group.ts';
export { type PowerMod, powerMod } from './primitives/modular.ts';
export { type Randomness } from './primitives/randomness.ts';
export { portableSha256, type Sha256Maker } from './primitives/sha256.ts';
export { declaredPolicy, type DeclaredPolicy, withPolicy } from './strict/policy.ts';
export { seededRandomness } from './simulation/seeded-randomness.ts';
export { simulateElection, type SimulatedElection } from './simulation/simulate-election.ts';
export {
  type SimulationEnd,
  simulationEnds,
  type SimulationPlan,
  type SimulationRefusal,
  type TrusteePlan,
} from './simulation/simulation-plan.ts';
export { type SimulationStage, type SimulationStep } from './simulation/simulation-step.ts';
export { approvalsQuestion } from './v1/election/approvals-question.ts';
export { type ElectionRefusal } from './v1/election/make-election.ts';
export { mostInts } from './v1/layout/layout-refusal.ts';
export { makeBallot } from './v1/ballot/make-ballot.ts';
export { credentialSecret, publicCredential } from './v1/credentials/credential-secret.ts';
export { readPrivateCredential } from './v1/credentials/private-credential.ts';
export { createCredentialIndex } from './v1/credentials/credential-index.ts';
export { entriesOf as credentialEntries } from './v1/credentials/credential-list.ts';
export { type Suite, withElection } from './v1/election/election.ts';
export { hashOfText } from './v1/election/fingerprint.ts';
export { readLayout } from './v1/layout/layout-extra.ts';
export { ballotWire } from './v1/wire/ballot-wire.ts';
export { type Codec, Misread, readText } from './v1/wire/codec.ts';
export * as codec from './v1/wire/codec.ts';
export { electionWire, type ElectionWire, isMixed, type Question } from './v1/wire/election-wire.ts';
export { electionResult, type ElectionResultWire, isBallots } from './v1/wire/tally-wire.ts';
export { type TrusteesWire, trusteesWire } from './v1/wire/trustees-wire.ts';
export {
  type BallotFindings,
  type BallotVerifier,
  type BoardBallot,
  createBallotVerifier,
} from './verify/ballot-batch.ts';
export { ballotsHere, type BallotWorkers } from './verify/ballots-pass.ts';
export { type CheckFailure, type CheckTotals } from './verify/check-record.ts';
export { allChecks, type Check, numberedChecks } from './verify/checks.ts';
export { boardPlace } from './verify/places.ts';
export { type VerificationStep, type VerifierMachine } from './verify/verifier-machine.ts';
export { type Verification, verifyArchive } from './verify/verify-archive.ts';
export { type ElectionSummary } from './verify/verify-contents.ts';
export { type ArchiveHead } from './board/archive-reader.ts';
export { keyWords, readKeyWords, rowsOf, type WordsRefusal, wordsInRow, wrongWord } from './backup/key-words.ts';
export { type WordLanguage, wordLanguages } from './backup/word-lists.ts';
export { makeSection, writeSide } from './strict/make-side.ts';
export { checkShufflers } from './strict/check-policy.ts';
export { sideFile, type SideSection, sideSection } from './strict/side-file.ts';
export { type DecryptionStatement, strongProofHolds } from './strict/strong-proof.ts';
export { type ChoiceRefusal, choiceProblem, type Choices } from './v1/ballot/make-ballot.ts';
export {
  type CredentialList,
  readCredentialList,
  type WeightedCredential,
  writeCredentialList,
} from './v1/credentials/credential-list.ts';
export {
  type CredentialForm,
  type CredentialRefusal,
  newPrivateCredential,
  type PrivateCredential,
} from './v1/credentials/private-credential.ts';
export { decryptionHolds, proveDecryption } from './v1/decryption/decryption-proof.ts';
export { makeDecryption } from './v1/decryption/make-decryption.ts';
export { makeResult } from './v1/decryption/make-result.ts';
export { type Factors, verifyDecryption } from './v1/decryption/verify-decryption.ts';
export { plaintexts } from './v1/decryption/verify-result.ts';
export { type Election } from './v1/election/election.ts';
export { electionLimits, type ElectionTemplate, makeElection, newElectionId } from './v1/election/make-election.ts';
export { answersOf, layoutExtra, type NamedLayout } from './v1/layout/layout-extra.ts';
export { packChoices, unpackInts } from './v1/layout/pack-choices.ts';
export { type LayoutMisfit, type PackedLayout } from './v1/layout/packed-layout.ts';
export { allEquationsHold } from './v1/shuffle/batched-equations.ts';
export { failedEquations } from './v1/shuffle/equations.ts';
export { makeShuffle } from './v1/shuffle/make-shuffle.ts';
export { withMixedPart } from './v1/shuffle/mixed-part.ts';
export { sortedTally } from './v1/shuffle/sort-ciphertexts.ts';
export { openShuffle, verifyShuffle } from './v1/shuffle/verify-shuffle.ts';
export { readTally, writeTally } from './v1/tally/read-tally.ts';
export { runningTally, type Tally } from './v1/tally/tally.ts';
export { admitCertificate, admitDeal, admitKey, type MemberMessage } from './v1/trustees/admit-message.ts';
export { assembleThreshold } from './v1/trustees/assemble-threshold.ts';
export { type AgreedCertificates, agreeOnCertificates } from './v1/trustees/ceremony-certificates.ts';
export { ceremonyKeys, newCeremonySeed, readCeremonySeed } from './v1/trustees/ceremony-seed.ts';
export { dealWire, type DealWire } from './v1/trustees/ceremony-wire.ts';
export { makeCertificate } from './v1/trustees/certificates.ts';
export { combinationOf, combineFactors } from './v1/trustees/combine-factors.ts';
export { collectDeals, deal } from './v1/trustees/deals.ts';
export { makeKeyShare, openKeyShare } from './v1/trustees/key-share.ts';
export { type CeremonyRefusal, type MemberFault, publicFaults } from './v1/trustees/member-faults.ts';
export { newSecretKey, publishKey } from './v1/trustees/trustee-key.ts';
export { type Trustee, type VerifiedTrustees } from './v1/trustees/verified-trustees.ts';
export { verifyTrustees } from './v1/trustees/verify-trustees.ts';
export { encryptedTally, shuffleWire } from './v1/wire/tally-wire.ts';
export {
  memberKey,
  type MemberKeyWire,
  signedMessage,
  type SignedMessageWire,
  singleKey,
  type SingleKeyWire,
} from './v1/wire/trustees-wire.ts';
export { verifyBallots } from './verify/ballots-pass.ts';
export { createCheckRecord } from './verify/check-record.ts';
export { type ArchiveContents, archiveContents } from './verify/contents.ts';
export { proof as proofWire, type ProofWire } from './v1/wire/scalars.ts';
export { readProof, writeProof } from './v1/wire/read-proof.ts';
export { type BoardRecord, joinRecords, splitRecords } from './board/split-records.ts';
export { type BoardHead, claimedHead, headText, readHead, writeHead } from './board/signed-head.ts';
export { boardKeyText } from './board/signed-note.ts';
export {
  type ProtocolFault,
  protocolText,
  readProtocol,
  type SignedProtocol,
  writeProtocol,
} from './board/signed-protocol.ts';
export {
  checkReceipt,
  checkReceiptOnBoard,
  type ReceiptFacts,
  type ReceiptFault,
  writeReceipt,
} from './board/receipt.ts';
export { type BallotCheck, createBallotCheck, type SoundBallot } from './verify/ballot-check.ts';
export { appendEvent } from './board/archive-writer.ts';
export { readSha256Hex, type Sha256Hex, sha256Hex } from './primitives/sha256.ts';
export { utf8, utf8Text } from './primitives/bytes.ts';
