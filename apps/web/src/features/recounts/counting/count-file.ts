import {
  canonicalRuleSet,
  count,
  type Counting,
  faredSupporters,
  headToHead,
  makeCountedReport,
  makeReport,
  type Outcome,
  type PabulibFile,
  type RuleSet,
} from '@convite/counting';
import type { ComparedCount, RuleChoice } from '../pages/views.ts';
import { otherRule } from './other-rule.ts';
import { openFile, publicBallots, sha256 } from './open-file.ts';
import type { CountDetails, CountingAnswer, CountingNote, CountTask } from './tasks.ts';

/** Counts a stored file under a rule set, beside the rule that people know or do not know yet. */
export function countFile(
  { file: stored, ruleSet, changes }: CountTask,
  tell: (note: CountingNote) => void,
): CountingAnswer {
  tell({ type: 'stage', stage: 'reading' });
  const opened = openFile(stored, changes);
  if (!opened.ok) return { type: 'refused', refusal: opened.error };
  tell({ type: 'stage', stage: 'counting' });
  const { file } = opened.value;
  const began = process.cpuUsage();
  const outcome = count(file.instance, file.profile, ruleSet);
  if (!outcome.ok) return { type: 'refused', refusal: outcome.error };
  const used = process.cpuUsage(began);
  const counting: Counting = counted(file, ruleSet, outcome.value);
  const report = makeReport(counting, opened.value, (used.user + used.system) / 1e6);
  return {
    type: 'counted',
    report: JSON.stringify(report),
    details: JSON.stringify(detailsOf(file, counting)),
    supporters: JSON.stringify(faredSupporters(file.instance, file.profile, outcome.value.winners)),
  };
}

const counted = (file: PabulibFile, ruleSet: RuleSet, outcome: Outcome): Counting => ({
  file,
  ruleSet,
  ruleSha256: sha256(canonicalRuleSet(ruleSet)),
  outcome,
});

function detailsOf(file: PabulibFile, counting: Counting): CountDetails {
  const { instance, profile, officialSelected } = file;
  const ruleSet = otherRule(
    counting.ruleSet,
    // Equal shares beside most votes, and most votes beside everything else.
    counting.ruleSet.rule === 'greedy' ? 'equal-shares' : 'greedy',
    profile.kind,
  );
  const outcome = count(instance, profile, ruleSet);
  const other = outcome.ok ? counted(file, ruleSet, outcome.value) : undefined;
  const compared = other === undefined ? null : comparedCount(other);
  const preference =
    other === undefined || counting.outcome.status !== 'complete' || other.outcome.status !== 'complete'
      ? undefined
      : headToHead(instance, profile, counting.outcome.winners, other.outcome.winners).byChoices;
  const ballots = publicBallots(file);
  return {
    compared,
    preference:
      preference === undefined
        ? null
        : { chosen: preference.first, compared: preference.second, equal: preference.equal },
    official: officialSelected.every((mark) => mark === undefined)
      ? null
      : instance.projects.filter((_, p) => officialSelected[p] === 1).map(({ id }) => id),
    rules: rulesFor(file),
    ballotsFile: { bytes: ballots.byteLength, sha256: sha256(ballots) },
  };
}

function comparedCount(counting: Counting): ComparedCount {
  const { status, winners, cost, rule, properties } = makeCountedReport(counting);
  return { status, winners, cost, rule, properties };
}

const rulesFor = ({ profile }: PabulibFile): readonly RuleChoice[] =>
  profile.kind === 'scores'
    ? ['greedy', 'equal-shares', 'phragmen', 'majority-judgement']
    : ['greedy', 'equal-shares', 'phragmen'];
