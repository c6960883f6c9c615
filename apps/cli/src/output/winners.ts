import { difference } from './amounts.ts';
import { heading, type PageContext, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** The projects that are funded, with what they cost together and what is left. */
export function winnersSection({ report, words, width, project }: PageContext): readonly PageLine[] {
  const { columns, headings } = words.page;
  const { figures } = words;
  const isComplete = report.status === 'complete';
  if (report.winners.length === 0) return [];
  const hasPoints = report.projects.some(({ points }) => points !== null);
  const row = (id: string, at: number): readonly string[] => {
    const winner = project(id);
    return [
      isComplete ? figures.count(at + 1) : '',
      printable(id),
      printable(winner?.name ?? ''),
      figures.count(winner?.votes ?? 0),
      ...(hasPoints ? [figures.decimal(winner?.points ?? '0')] : []),
      figures.decimal(winner?.cost ?? '0'),
    ];
  };
  const total = (label: string, money: string): readonly string[] => [
    '',
    '',
    label,
    '',
    ...(hasPoints ? [''] : []),
    figures.decimal(money),
  ];
  const left = difference(report.budget, report.cost);
  return [
    ...heading(isComplete ? headings.winners : headings.sureWinners),
    ...table(
      [
        { heading: isComplete ? columns.place : '', align: 'end' },
        { heading: columns.id, align: 'start' },
        { heading: columns.project, align: 'start', gives: true },
        { heading: columns.votes, align: 'end' },
        ...(hasPoints ? [{ heading: columns.points, align: 'end' } as const] : []),
        { heading: `${columns.cost} (${printable(report.currency)})`, align: 'end' },
      ],
      [
        ...report.winners.map(row),
        'rule',
        total(words.page.sum, report.cost),
        total(words.page.envelope, report.budget),
        left.startsWith('-') ? total(words.page.overEnvelope, left.slice(1)) : total(words.page.left, left),
      ],
      width,
    ),
  ];
}
