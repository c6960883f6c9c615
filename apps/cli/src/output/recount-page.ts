import type { RecountedFile, RecountReport, RuleTotal } from '../recount/recount-report.ts';
import { totalOf } from '../recount/totals.ts';
import type { Words } from '../words/words.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** The recount of many files for a person: the sum, the differences one by one, and the table by declared rule last. */
export function recountPage(report: RecountReport, words: Words, width: number): readonly PageLine[] {
  const { recount } = words;
  const all = totalOf(report.files);
  const compared = all.reproduced + all.known + all.unknown;
  const byLots = report.files.filter(({ by_lots }) => by_lots).length;
  const section = (title: string, lines: readonly string[]): readonly PageLine[] =>
    lines.length === 0 ? [] : [...heading(title), ...lines];
  const of = (...verdicts: readonly RecountedFile['verdict'][]): readonly RecountedFile[] =>
    report.files.filter(({ verdict }) => verdicts.includes(verdict));
  return [
    { type: 'answer', text: recount.summary(compared, all.reproduced) },
    ...(byLots === 0 ? [] : wrapped(recount.byLots(byLots), width)),
    ...section(
      recount.headings.differences,
      of('known', 'unknown', 'lots_required').flatMap((file) => differenceLines(file, words, width)),
    ),
    ...section(recount.headings.notCompared, notComparedLines(of('no_rule', 'no_official'), words, width)),
    ...section(
      recount.headings.unusable,
      of('unusable', 'failed').flatMap((file) => noteLines(file, words, width)),
    ),
    ...heading(recount.headings.byRule),
    ...totalsTable(report.by_declared_rule, all, words, width),
    recount.duration(words.figures.decimal(report.seconds.toFixed(1)), report.workers),
  ];
}

function differenceLines(file: RecountedFile, words: Words, width: number): readonly string[] {
  const { recount } = words;
  const { first_difference: first } = file;
  return [
    `${printable(file.file)}: ${recount.verdict[file.verdict]}`,
    ...recount.official(file.only_counted, file.only_official).flatMap((line) => wrapped(line, width, '    ')),
    ...(first === null
      ? []
      : wrapped(recount.firstDifference(first.round, first.project, first.funded_by_count), width, '    ')),
    ...(file.reason === null ? [] : wrapped(recount.knownBecause(file.reason), width, '    ')),
  ];
}

/** Files that were not compared, those with the same reason together. */
function notComparedLines(files: readonly RecountedFile[], words: Words, width: number): readonly string[] {
  const byReason = Map.groupBy(
    files,
    ({ verdict, problems }) => problems[0]?.message ?? words.recount.verdict[verdict],
  );
  return [...byReason].flatMap(([reason, same]) => [
    ...wrapped(`${printable(reason)} (${words.figures.count(same.length)})`, width),
    ...same.flatMap(({ file }) => wrapped(printable(file), width, '    ')),
  ]);
}

const problemsShown = 5;

function noteLines(file: RecountedFile, words: Words, width: number): readonly string[] {
  return [
    `${printable(file.file)}: ${words.recount.verdict[file.verdict]}`,
    ...file.problems
      .slice(0, problemsShown)
      .flatMap(({ line, message }) =>
        wrapped(`${line === null ? '' : `${words.refusal.line(line)}: `}${printable(message)}`, width, '    '),
      ),
    ...(file.problems.length > problemsShown ? ['    …'] : []),
  ];
}

function totalsTable(
  rules: readonly RuleTotal[],
  all: Omit<RuleTotal, 'declared_rule'>,
  words: Words,
  width: number,
): readonly string[] {
  const { columns, noRule, all: allRules } = words.recount;
  const row = (name: string, total: Omit<RuleTotal, 'declared_rule'>): readonly string[] => [
    name,
    ...[total.files, total.reproduced, total.known, total.unknown, total.not_compared, total.unusable].map(
      words.figures.count,
    ),
  ];
  const headings = [
    columns.files,
    columns.reproduced,
    columns.known,
    columns.unknown,
    columns.notCompared,
    columns.unusable,
  ];
  return table(
    [
      { heading: columns.rule, align: 'start', gives: true },
      ...headings.map((text) => ({ heading: text, align: 'end' }) as const),
    ],
    [
      ...rules.map((total) => row(total.declared_rule === null ? noRule : printable(total.declared_rule), total)),
      'rule',
      row(allRules, all),
    ],
    width,
  );
}
