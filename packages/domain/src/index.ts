export { type Act, actRules, acts, type Grant, mayAct } from './access/acts.ts';
export { keptApart, type PlacedRole } from './access/duties.ts';
export { apart, type Role, roles } from './access/roles.ts';
export { type ActMove, type ActState, decideAct, type DecisionRefusal } from './acts/two-person-act.ts';
export {
  bulkWorkMachine,
  type BulkWorkMove,
  type BulkWorkState,
  bulkWorkStates,
} from './consultations/bulk-work-machine.ts';
export { moved, type NotNow, type StateMachine, statesWith } from './state-machine.ts';
export { type CellProblem, readCell } from './tables/cell.ts';
export {
  type Encoding,
  encodingByStart,
  encodings,
  type FoundEncoding,
  type Separator,
  separatorOf,
  separators,
} from './tables/encoding.ts';
export { type Heading, type HeadingProblem, readHeading } from './tables/headings.ts';
export { plainWords } from './tables/plain-words.ts';
export { checkTree, type StoredTerritory } from './territories/check-tree.ts';
export { readTerritoryFeatures } from './territories/read-features.ts';
export {
  neededTerritoryColumns,
  readTerritoryRow,
  type TerritoryColumn,
  territoryColumns,
} from './territories/read-row.ts';
export {
  type FilePlace,
  type Level,
  levels,
  type Outline,
  type PlacedDraft,
  territoryLimits,
} from './territories/territory.ts';
export type { TerritoryProblem } from './territories/territory-problem.ts';
export {
  type ChangedPart,
  type ComparedTerritory,
  treeDifference,
  type TreeDifference,
} from './territories/tree-difference.ts';
export { type Calendar, type CalendarProblem, calendarProblems, extended, isWithin } from './consultations/calendar.ts';
export type { ExtensionRefusal, Window } from './consultations/calendar.ts';
export {
  consultationMachine,
  type ConsultationMove,
  type ConsultationState,
  consultationStates,
} from './consultations/consultation-machine.ts';
export { type FreezingFacts, type FreezingProblem, freezingProblems } from './consultations/freezing.ts';
export { type FrozenRule, frozenRule } from './consultations/freezing.ts';
export {
  type SecondFactorFacts,
  type SecondFactorProblem,
  secondFactorProblem,
} from './consultations/second-factor.ts';
export {
  type ClosingProblem,
  closingProblem,
  type ContestNeed,
  contestNeeds,
  type OpeningProblem,
  openingProblems,
} from './consultations/opening.ts';
export { type Instant, instantOf, type LocalTimeRefusal, parseLocalTime } from './consultations/local-time.ts';
export {
  type DelayRefusal,
  hoursToResult,
  longestDelay,
  mayStateDelay,
  readDelay,
  type StatedDelay,
} from './consultations/delay.ts';
export {
  areAlike,
  longestStationText,
  mayChangeStations,
  mostStations,
  type Station,
} from './consultations/stations.ts';
export {
  contestMachine,
  type ContestMove,
  type ContestState,
  contestStates,
  statesBefore,
} from './contests/contest-machine.ts';
export {
  neededOptionColumns,
  type OptionColumn,
  optionColumnsIn,
  type OptionRow,
  type OptionTextColumn,
  type OptionTableProblem,
  optionTableProblems,
  readCost,
  readOptionRow,
} from './contests/option-rows.ts';
export { highestNumber, optionText, type WithdrawalRefusal, withdrawn } from './contests/options.ts';
export { type OptionsProblem, optionsProblems, type RuledOption } from './contests/options.ts';
export { leastBallots, publishedAlone } from './contests/small-electorate.ts';
export {
  type BallotForm,
  ballotForms,
  type ContestTemplate,
  type CryptoGroup,
  cryptoGroups,
  mostOptions,
  questionKind,
  type QuestionKind,
} from './contests/template.ts';
export {
  type MoneyMember,
  type NamedInRules,
  namesOptions,
  type TemplateProblem,
  templateProblems,
  type TemplateUse,
} from './contests/template-problems.ts';
export { unitOf } from './envelopes/currency-unit.ts';
export { type Draw, type Envelope, type EnvelopeProblem, envelopeProblems } from './envelopes/envelope-tree.ts';
export {
  openRecountStates,
  recountMachine,
  type RecountMove,
  recountMoves,
  type RecountState,
  recountStates,
} from './recounts/recount-machine.ts';
export {
  openSearchStates,
  switchSearchMachine,
  type SwitchSearchMove,
  switchSearchMoves,
  type SwitchSearchState,
  switchSearchStates,
} from './results/switch-search-machine.ts';
export { archiveMachine, type ArchiveMove, type ArchiveState, archiveStates } from './results/archive-machine.ts';
export { ageOn, type DateOrder, dateOrders, type Day, parseDay } from './rolls/birth-date.ts';
export { type Eligibility, ineligible, type ProofType, proofTypes } from './rolls/eligibility.ts';
export { freezingMachine, type FreezingMove, type FreezingState } from './rolls/freezing-machine.ts';
export {
  rollImportMachine,
  type RollImportMove,
  type RollImportState,
  rollImportStates,
  waitingImports,
} from './rolls/import-machine.ts';
export {
  hasName,
  neededRollColumns,
  readRollRow,
  type RollColumn,
  rollColumns,
  type RollRules,
} from './rolls/read-roll-row.ts';
export { rollMachine, type RollMove, rollMoves, type RollState, rollStates } from './rolls/roll-machine.ts';
export { type PlacedEntry, repeats } from './rolls/repeats.ts';
export {
  type CommittedEntry,
  makeRollCommitter,
  type RollCommitment,
  type RollCommitter,
  saltBytes,
  type Sha256,
} from './rolls/roll-commitment.ts';
export { type EntryPart, rollDifference, type RollDifference } from './rolls/roll-difference.ts';
export { normalDocument, personKey, type PersonKey, type RollEntry, rollLimits } from './rolls/roll-entry.ts';
export type { RepeatProblem, RollFileProblem, RollProblem, RollRowProblem } from './rolls/roll-problem.ts';
export {
  type CredentialOrder,
  type OrderedContest,
  type OrderedSlice,
  orderHashInput,
  type OrderProblem,
  readOrder,
  writeOrder,
} from './preparation/credential-order.ts';
export { compareCredentials } from './preparation/credential-text.ts';
export {
  type ContestCredentials,
  credentialsOfLine,
  makeUploadReader,
  type PlacedUploadProblem,
  uploadHead,
  uploadLine,
  type UploadProblem,
  type UploadReader,
} from './preparation/credential-upload.ts';
export {
  credentialMachine,
  type CredentialMove,
  credentialMoves,
  type CredentialState,
  credentialStates,
} from './preparation/credential-machine.ts';
export { uploadMachine, type UploadMove, type UploadState } from './preparation/upload-machine.ts';
export {
  readReplacement,
  type ReplacementForm,
  type ReplacementProblem,
  writeReplacement,
} from './preparation/replacement.ts';
export { type ContestToOrder, cutSlices, type PeopledTerritory } from './preparation/slices.ts';
export { type SpareRule, sparesFor } from './preparation/spare-rule.ts';
export type { FormFault } from './preparation/strict-form.ts';
export {
  awaitedStep,
  ceremonyMachine,
  type CeremonyMove,
  type CeremonyState,
  ceremonyStates,
  type CeremonyStep,
  ceremonySteps,
} from './ceremony/ceremony-machine.ts';
export {
  ceremonyLimits,
  type Holding,
  type HoldingProblem,
  holdingProblem,
  isSound,
  type WaiverProblem,
  waiverProblem,
} from './ceremony/holding.ts';
export { nextStep, type NextStep, type PlaceProgress } from './ceremony/next-step.ts';
