import { archiveText, countArchive, createFindingRecord, lotsText, outcomeFile } from '@convite/archive';
import { parseRuleSet, type RuleSet } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import { withFileSource } from '../../../reading/file-source.ts';
import type { CountAnswer, CountOne, CountTask } from './tasks.ts';
import { verifyingMachine } from './verifying-machine.ts';

/** Counts contests from their archives, each verified with every check first. */
export async function countContests(task: CountTask, tell: (done: number) => void): Promise<readonly CountAnswer[]> {
  const answers: CountAnswer[] = [];
  for (const one of task.contests) {
    answers.push(await countOne(task, one));
    tell(answers.length);
  }
  return answers;
}

async function countOne(
  { currency, decimals, seed, order }: CountTask,
  { contest, rule, archive, side }: CountOne,
): Promise<CountAnswer> {
  const machine = await verifyingMachine();
  const log = createFindingRecord();
  const text = side === undefined ? undefined : await readFile(side, 'utf8');
  const { counted } = await withFileSource(archive, (source) =>
    countArchive(
      machine,
      { ...{ contest, source, seed, order, side: text }, rule: frozenRule(rule), currency: { currency, decimals } },
      log,
    ),
  );
  if (counted === undefined || contest.election === null || log.findings().length > 0) {
    return { contest: contest.id, type: 'refused', findings: log.findings() };
  }
  const names = { contest: contest.id, fingerprint: contest.election.fingerprint, rule: contest.rule };
  return {
    contest: contest.id,
    type: 'counted',
    status: counted.outcome.status,
    outcome: archiveText(outcomeFile(names, counted)),
    lots: counted.lots === undefined ? undefined : lotsText(names, counted.lots),
  };
}

/** A rule as its frozen bytes have it. */
export function frozenRule(canonical: string): RuleSet {
  const rule = parseRuleSet(JSON.parse(canonical));
  invariant(rule.ok, 'a frozen rule is a rule set');
  return rule.value;
}
