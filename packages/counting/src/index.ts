export {
  type Instance,
  type InstanceRefusal,
  makeInstance,
  type Project,
  projectId,
  type ProjectId,
  type ProjectIndex,
} from './model/instance.ts';
export { type Ballot, type BallotKind, groupBallot, type Profile } from './model/profile.ts';
export { groupBallots, type GroupedBallots } from './model/group-ballots.ts';
export type { Segment } from './model/segments.ts';
export type * from './model/outcome.ts';
export type { EqualSharesRuleSet } from './rules/equal-shares/rule-set.ts';
export type { GreedyRuleSet } from './rules/greedy/rule-set.ts';
export type { MajorityJudgementRuleSet } from './rules/majority-judgement/rule-set.ts';
export type { PhragmenRuleSet } from './rules/phragmen/rule-set.ts';
export type { RuleSet } from './rules/rule-set.ts';
export type { TieCriterion, Utility } from './model/rule-set-members.ts';
export {
  type CountedReport,
  type CountReport,
  countReportSchema,
  type ReportedLossReason,
  type ReportedRound,
} from './report/report-schema.ts';
export { ruleSetSchema } from './rules/rule-set.ts';
export { withoutProjects } from './rules/without-projects.ts';
export { properties } from './analysis/properties.ts';
export type * from './analysis/outcome-properties.ts';
export { faredSupporters, type FaredSupporters } from './analysis/fared-supporters.ts';
export { headToHead, type HeadToHead, type Preference } from './analysis/head-to-head.ts';
export { count, type CountRefusal } from './rules/count.ts';
export { parsePabulib, readPabulib } from './formats/parse-pabulib.ts';
export type { OfficialSelected, PabulibFile } from './formats/pabulib-file.ts';
export type { PabulibProblem, PabulibSection, PabulibWarning, PabulibWarningKind } from './formats/problems.ts';
export { composePabulib, type PabulibTable, writePabulib } from './formats/write-pabulib.ts';
export { declaredRuleSet, type Undeclared } from './formats/declared-rule-set.ts';
export { editPabulib, type EditRefusal, type PabulibEdit } from './formats/edit-pabulib.ts';
export { withoutVoters } from './formats/without-voters.ts';
export { type MessageLanguage, problemMessage, undeclaredMessage, warningMessage } from './formats/messages.ts';
export { type Counted, counterfactuals, searchCounterfactuals } from './analysis/counterfactuals.ts';
export type * from './analysis/counterfactual.ts';
export { type ToldSwitches, toldSwitches } from './analysis/told-switches.ts';
export { type Counting, makeCountedReport, makeReport } from './report/make-report.ts';
export {
  canonicalRuleSet,
  defaultRuleSet,
  parseRuleSet,
  ruleSetJsonSchema,
  type RuleSetProblem,
} from './rules/read-rule-set.ts';
export {
  NEIGHBOURHOODS as demoNeighbourhoods,
  PROJECTS as demoProjects,
  THEMES as demoThemes,
} from './demo/la-enramada.ts';
export { WHOLE_COMMUNE as demoCommune } from './demo/la-enramada.ts';
export { demoBallots } from './demo/la-enramada-ballots.ts';
export { LA_ENRAMADA_RULE_SET } from './demo/la-enramada-file.ts';
export type { Sample, SampleLanguage } from './demo/sample.ts';
export { SAMPLES } from './demo/samples.ts';
export { type Axiom, type AxiomName, everyAxiom } from './axioms/every-axiom.ts';
export type { AxiomVerdict, Counter, Poll } from './axioms/poll.ts';
export type { Counterexample, DeclaredFailure } from './axioms/declared-failure.ts';
export { declaredFailures } from './axioms/declared-failures.ts';
export { ruleName } from './axioms/rule-name.ts';
