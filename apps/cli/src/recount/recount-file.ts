import {
  canonicalRuleSet,
  count,
  declaredRuleSet,
  type Outcome,
  type PabulibFile,
  parsePabulib,
  problemMessage,
  undeclaredMessage,
} from '@convite/counting';
import { invariant } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Language } from '../arguments/choices.ts';
import { type InputFault, inputFault } from '../count/read-input.ts';
import { compareWithOfficial } from './compare.ts';
import { knownDifferences } from './known-differences.ts';
import type { RecountedFile } from './recount-report.ts';

/** One file to recount. */
export interface RecountTask {
  readonly path: string;
  /** The path as people see it. */
  readonly file: string;
  readonly language: Language;
}

type Findings = Omit<RecountedFile, 'file' | 'cpu_seconds'>;

const nothing: Omit<Findings, 'verdict'> = {
  declared_rule: null,
  by_lots: false,
  winners: null,
  only_counted: [],
  only_official: [],
  first_difference: null,
  reason: null,
  problems: [],
  input_sha256: null,
  rule_sha256: null,
};

/** Counts a file under the rule that it declares and compares the winners with its official result. */
export async function recountFile({ path, file, language }: RecountTask): Promise<RecountedFile> {
  const before = process.threadCpuUsage();
  const findings = await findingsOf(path, language);
  const spent = process.threadCpuUsage(before);
  return { file, ...findings, cpu_seconds: (spent.user + spent.system) / 1e6 };
}

async function findingsOf(path: string, language: Language): Promise<Findings> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (thrown) {
    return { ...nothing, verdict: 'unusable', problems: [{ line: null, message: unreadable(inputFault(thrown)) }] };
  }
  const known = { ...nothing, input_sha256: sha256(bytes) };
  const file = parsePabulib(bytes);
  if (!file.ok) {
    const problems = file.error.map((problem) => ({ line: problem.line, message: problemMessage(problem, language) }));
    return { ...known, verdict: 'unusable', problems };
  }
  const declared = { ...known, declared_rule: file.value.meta.get('rule') ?? null };
  const ruleSet = declaredRuleSet(file.value);
  if (!ruleSet.ok) {
    const message = undeclaredMessage(ruleSet.error, language);
    return { ...declared, verdict: 'no_rule', problems: [{ line: null, message }] };
  }
  const outcome = count(file.value.instance, file.value.profile, ruleSet.value);
  if (!outcome.ok) {
    return { ...declared, verdict: 'no_rule', problems: [{ line: null, message: outcome.error.type }] };
  }
  const counted = {
    ...declared,
    winners: outcome.value.winners.length,
    rule_sha256: sha256(canonicalRuleSet(ruleSet.value)),
  };
  return { ...counted, ...verdictOn(file.value, outcome.value, counted.input_sha256, language) };
}

type Verdict = Pick<Findings, 'verdict' | 'by_lots' | 'only_counted' | 'only_official' | 'first_difference' | 'reason'>;

function verdictOn(file: PabulibFile, outcome: Outcome, inputSha256: string, language: Language): Verdict {
  const idOf = (at: number): string => {
    const project = file.instance.projects[at];
    invariant(project !== undefined, 'a count names projects of its instance');
    return project.id;
  };
  const comparison = compareWithOfficial(outcome, file.officialSelected);
  const { by_lots, only_counted, only_official, first_difference, reason } = nothing;
  if (comparison === undefined) {
    return { verdict: 'no_official', by_lots, only_counted, only_official, first_difference, reason };
  }
  const { first } = comparison;
  const difference = {
    by_lots: comparison.byLots,
    only_counted: comparison.onlyCounted.map(idOf),
    only_official: comparison.onlyOfficial.map(idOf),
    first_difference:
      first === undefined
        ? null
        : { round: first.round ?? null, project: idOf(first.project), funded_by_count: first.fundedByCount },
  };
  if (first === undefined && (outcome.status === 'complete' || comparison.byLots)) {
    return { ...difference, verdict: 'reproduced', reason: null };
  }
  if (outcome.status === 'lots_required') return { ...difference, verdict: 'lots_required', reason: null };
  const known = knownDifferences.find(
    (entry) =>
      entry.inputSha256 === inputSha256 &&
      entry.onlyCounted.join('\n') === difference.only_counted.join('\n') &&
      entry.onlyOfficial.join('\n') === difference.only_official.join('\n'),
  );
  return known === undefined
    ? { ...difference, verdict: 'unknown', reason: null }
    : { ...difference, verdict: 'known', reason: known.reason[language] };
}

const unreadable = ({ code }: InputFault): string => code;

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
