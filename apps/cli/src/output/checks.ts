import type { CountReport } from '@convite/counting';
import { heading, type PageContext, type PageLine } from './page.ts';
import { wrapped } from './lines.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** The properties of the outcome in words, and how voters and money are spread. */
export function checksSection(context: PageContext): readonly PageLine[] {
  const { words, report } = context;
  const { properties } = report;
  const { checks } = words.page;
  const line = (holds: boolean | null, text: string): readonly string[] => {
    const mark = holds === null ? checks.unknown : holds ? checks.yes : checks.no;
    const [first = '', ...rest] = wrapped(text, context.width - 5);
    return [`${mark.padEnd(5)}${first}`, ...rest.map((more) => `     ${more}`)];
  };
  const { within_budget: within, price_system: prices, ejr_plus_up_to_one: ejr, exhaustive } = properties;
  return [
    ...heading(words.page.headings.checks),
    ...line(within.holds, checks.withinBudget(within.holds)),
    ...line(exhaustive.holds, checks.exhaustive(exhaustive.fits.map(context.name))),
    ...(prices === null
      ? []
      : line(prices.holds, checks.priceSystem(prices.holds, prices.covers.length, prices.outside.map(context.name)))),
    ...line(
      ejr.holds,
      checks.ejr(
        ejr.holds,
        ejr.violations.map(({ project, group }) => ({ project: context.name(project), group })),
      ),
    ),
    ...shareTable(context, 'category', properties.by_category),
    ...shareTable(context, 'neighbourhood', properties.by_neighbourhood),
    ...segmentTable(context, 'neighbourhood'),
    ...segmentTable(context, 'channel'),
  ];
}

function shareTable(
  { words, width }: PageContext,
  by: 'category' | 'neighbourhood',
  shares: CountReport['properties']['by_category'],
): readonly string[] {
  const { columns, checks } = words.page;
  if (shares.length === 0) return [];
  return [
    '',
    ...table(
      [
        { heading: checks.projectsBy[by], align: 'start', gives: true },
        { heading: columns.funded, align: 'end' },
        { heading: columns.cost, align: 'end' },
      ],
      shares.map(({ name, funded, cost }) => [
        printable(name),
        words.figures.count(funded),
        words.figures.decimal(cost),
      ]),
      width,
    ),
  ];
}

function segmentTable({ report, words, width }: PageContext, by: 'neighbourhood' | 'channel'): readonly string[] {
  const { columns, checks } = words.page;
  const segments = report.properties.by_segment.filter(({ attribute }) => attribute === by);
  if (segments.length === 0) return [];
  return [
    '',
    ...table(
      [
        { heading: checks.votersBy[by], align: 'start', gives: true },
        { heading: columns.marked, align: 'end' },
        { heading: columns.served, align: 'end' },
        { heading: columns.paid, align: 'end' },
      ],
      segments.map(({ label, marked, with_funded, paid }) => [
        printable(label),
        words.figures.count(marked),
        words.figures.count(with_funded),
        paid === null ? '–' : words.figures.fraction(paid, report.decimals),
      ]),
      width,
    ),
  ];
}
