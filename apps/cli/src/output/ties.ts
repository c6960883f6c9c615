import { compareCodePoints } from '@convite/kernel';
import { heading, type PageContext, type PageLine } from './page.ts';

/** Which projects must draw lots: every one that stands in a tie that is still open, ascending. */
export const projectsToDraw = ({ report }: PageContext): readonly string[] =>
  [...new Set(report.ties.flatMap(({ settled_by, tied }) => (settled_by === 'open' ? tied : [])))].toSorted(
    compareCodePoints,
  );

/** For a count that chance must finish: who draws, why, what can come of it, and the command for afterwards. */
export function lotsSection(
  context: PageContext,
  repeat: { readonly command: (ties: string) => string; readonly lotsDrawn: readonly string[] },
): readonly PageLine[] {
  const { report, words } = context;
  if (report.status === 'complete') return [];
  const drawing = projectsToDraw(context);
  const order = [...repeat.lotsDrawn, ...drawing.filter((id) => !repeat.lotsDrawn.includes(id))];
  const sure = new Set(report.winners);
  const outcomes = report.possible.map((set) => set.filter((id) => !sure.has(id)));
  return [
    ...heading(words.page.headings.lots),
    ...report.ties
      .filter(({ settled_by }) => settled_by === 'open')
      .flatMap((tie) => context.paragraph(words.page.lotsWhy(tie, tie.tied.map(context.name)))),
    '',
    ...context.paragraph(words.page.lotsOutcomes(outcomes.length, report.all_branches_followed)),
    ...outcomes.flatMap((ids, at) => context.paragraph(words.page.lotsOutcome(at + 1, ids.map(context.name)), '  ')),
    '',
    ...context.paragraph(words.page.lotsAfter(order.map(context.name))),
    `  ${repeat.command(`lots:${order.join(',')}`)}`,
  ];
}

/** The ties that were met and what settled them. */
export function tiesSection(context: PageContext): readonly PageLine[] {
  const { report, words } = context;
  const settled = report.ties.filter(({ settled_by }) => settled_by !== 'open');
  if (settled.length === 0) return [];
  return [
    ...heading(words.page.headings.ties),
    ...settled.flatMap((tie) =>
      context.paragraph(words.page.tie(tie, tie.tied.map(context.name), context.name(tie.chosen))),
    ),
  ];
}
