import type { ReportedRound } from '@convite/counting';
import { assertNever } from '@convite/kernel';
import { heading, type PageContext, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { type Column, table } from './table.ts';

type Purchase = Extract<ReportedRound, { readonly type: 'purchase' }>;
type Considered = Extract<ReportedRound, { readonly type: 'considered' }>;
type Load = Extract<ReportedRound, { readonly type: 'load' }>;

/** Every decision of the count, a line for each. Rounds are numbered through, completion included. */
export function roundsSection(context: PageContext): readonly PageLine[] {
  const purchases: [Purchase, number][] = [];
  const walk: [Considered, number][] = [];
  const completion: [Considered, number][] = [];
  const loads: [Load, number][] = [];
  for (const [at, round] of context.report.rounds.entries()) {
    switch (round.type) {
      case 'purchase':
        purchases.push([round, at]);
        break;
      case 'considered':
        (round.completion ? completion : walk).push([round, at]);
        break;
      case 'load':
        loads.push([round, at]);
        break;
      default:
        assertNever(round);
    }
  }
  const { page } = context.words;
  return [
    ...heading(page.headings.rounds),
    ...(context.report.status === 'complete' ? [] : context.paragraph(page.oneBranch)),
    ...(purchases.length > 0 ? [...context.paragraph(page.purchases), ...purchaseTable(context, purchases)] : []),
    ...(loads.length > 0 ? loadTable(context, loads) : []),
    ...(walk.length > 0 ? consideredTable(context, walk) : []),
    ...(completion.length > 0
      ? [...(purchases.length > 0 ? [''] : []), `${page.completion}:`, ...consideredTable(context, completion)]
      : []),
    ...(purchases.length + loads.length > 0 ? context.paragraph(page.rounding) : []),
  ];
}

function purchaseTable(context: PageContext, rounds: readonly [Purchase, number][]): readonly string[] {
  const { columns } = context.words.page;
  const { figures } = context.words;
  return roundTable(
    context,
    [columns.cost, columns.supporters, columns.effectiveVotes, columns.full, columns.each, columns.emptied],
    rounds.map(([round, at]) => [
      at,
      round.project,
      figures.decimal(context.project(round.project)?.cost ?? '0'),
      figures.count(round.supporters),
      figures.fraction(round.effective_votes, 1),
      figures.count(round.paid_in_full.votes),
      round.paid_in_full.each === null
        ? '–'
        : figures.fraction(round.paid_in_full.each, Math.max(2, context.report.decimals)),
      figures.count(round.emptied.votes),
    ]),
  );
}

function consideredTable(context: PageContext, rounds: readonly [Considered, number][]): readonly string[] {
  const { columns, decision } = context.words.page;
  const { figures } = context.words;
  const { rule } = context.report;
  // Under cost utilities the order is that by votes, which have their own column.
  const showsStrength = !('utility' in rule) || (rule.utility !== 'cost' && rule.utility !== 'cardinality');
  return roundTable(
    context,
    [columns.votes, ...(showsStrength ? [columns.strength] : []), columns.cost, columns.left, columns.decision],
    rounds.map(([round, at]) => [
      at,
      round.project,
      figures.count(round.votes),
      ...(showsStrength ? [figures.decimal(round.utility)] : []),
      figures.decimal(context.project(round.project)?.cost ?? '0'),
      figures.decimal(round.left),
      decision[round.decision],
    ]),
    true,
  );
}

function loadTable(context: PageContext, rounds: readonly [Load, number][]): readonly string[] {
  const { columns } = context.words.page;
  const { figures } = context.words;
  return roundTable(
    context,
    [columns.cost, columns.supporters, columns.load],
    rounds.map(([round, at]) => [
      at,
      round.project,
      figures.decimal(context.project(round.project)?.cost ?? '0'),
      figures.count(round.supporters),
      round.load === null ? '–' : figures.fraction(round.load, Math.max(2, context.report.decimals)),
    ]),
  );
}

function roundTable(
  context: PageContext,
  headings: readonly string[],
  rows: readonly (readonly [number, string, ...string[]])[],
  endsInWords = false,
): readonly string[] {
  const { columns } = context.words.page;
  const all: readonly Column[] = [
    { heading: columns.place, align: 'end' },
    { heading: columns.id, align: 'start' },
    { heading: columns.project, align: 'start', gives: true },
    ...headings.map((text, c): Column => ({
      heading: text,
      align: endsInWords && c === headings.length - 1 ? 'start' : 'end',
    })),
  ];
  return table(
    all,
    rows.map(([at, id, ...cells]) => [
      context.words.figures.count(at + 1),
      printable(id),
      printable(context.project(id)?.name ?? ''),
      ...cells,
    ]),
    context.width,
  );
}
