import { compareCodePoints } from '@convite/kernel';
import type { RecountedFile, RuleTotal } from './recount-report.ts';

type Column = Exclude<keyof RuleTotal, 'declared_rule' | 'files'>;

const columnOf: Readonly<Record<RecountedFile['verdict'], Column>> = {
  reproduced: 'reproduced',
  known: 'known',
  unknown: 'unknown',
  lots_required: 'not_compared',
  no_rule: 'not_compared',
  no_official: 'not_compared',
  unusable: 'unusable',
  failed: 'unusable',
};

/** How many files of each declared rule came out how; ascending by rule, those without one last. */
export function totalsByRule(files: readonly RecountedFile[]): readonly RuleTotal[] {
  const rules = [...new Set(files.map(({ declared_rule }) => declared_rule))].toSorted((a, b) =>
    a === null ? (b === null ? 0 : 1) : b === null ? -1 : compareCodePoints(a, b),
  );
  return rules.map((rule) => ({
    ...totalOf(files.filter(({ declared_rule }) => declared_rule === rule)),
    declared_rule: rule,
  }));
}

/** How many files came out how. */
export function totalOf(files: readonly RecountedFile[]): Omit<RuleTotal, 'declared_rule'> {
  const of = (column: Column): number => files.filter(({ verdict }) => columnOf[verdict] === column).length;
  return {
    files: files.length,
    reproduced: of('reproduced'),
    known: of('known'),
    unknown: of('unknown'),
    not_compared: of('not_compared'),
    unusable: of('unusable'),
  };
}
