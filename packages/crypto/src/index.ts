export { readArchive, type ArchiveReading, type ReadBoard, readPayload } from './board/archive-reader.ts';
export { type ArchiveSource, bytesSource } from './board/archive-source.ts';
export { createArchiveWriter, type NewEvent, startArchive } from './board/archive-writer.ts';
export { type BoardFailure, type BoardPlace } from './board/board-checks.ts';
export { type BoardEvent, type BoardIndex, type RecordContent } from './board/board-index.ts';
export { EVENT_ORDER, EVENT_TYPES, type ElectionState, type EventType } from './board/event-order.ts';
export { type CurveCore, type CurveCoreName } from './curve/curve.ts';
export { loadCurveCore } from './curve/load-curve.ts';
export { countPoints, joinPoints, type Points, scalarBytes, scalarsOfBytes, slicePoints } from './curve/points.ts';
export { curveGroup } from './primitives/curve-group.ts';
export { ed25519Group } from './primitives/ed25519-group.ts';
export { finiteFieldGroup } from './primitives/finite-field-group.ts';
export { belenios2048, type FiniteFieldParameters, rfc3526Group14 } from './primitives/finite-field-parameters.ts';
export { type Group, type GroupName, groupNames } from './primitives/group.ts';
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
export { Misread, readText } from './v1/wire/codec.ts';
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
export {
  type ElectionSummary,
  type Verification,
  type VerificationStep,
  type VerifierMachine,
  verifyArchive,
} from './verify/verify-archive.ts';
