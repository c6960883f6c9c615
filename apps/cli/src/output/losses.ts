import { compareCodePoints } from '@convite/kernel';
import type { ReportedLossReason } from '@convite/counting';
import type { LossAmounts } from '../words/words.ts';
import { difference, shortfall } from './amounts.ts';
import { printable } from './printable.ts';
import { heading, type PageContext, type PageLine } from './page.ts';

/** Each project that is not funded, most votes first, with the reason in words. */
export function lossesSection(context: PageContext): readonly PageLine[] {
  const { report, words } = context;
  const losers = report.not_funded.toSorted(
    (a, b) =>
      (context.project(b.id)?.votes ?? 0) - (context.project(a.id)?.votes ?? 0) || compareCodePoints(a.id, b.id),
  );
  if (losers.length === 0) {
    return report.status === 'complete' ? [...heading(words.page.headings.losses), words.page.noLosses] : [];
  }
  return [
    ...heading(words.page.headings.losses),
    ...losers.flatMap(({ id, reason }) => {
      const project = context.project(id);
      const cost = context.money(project?.cost ?? '0');
      return [
        ...context.paragraph(`${fullName(project?.name, id)}: ${words.page.costs(cost, project?.votes ?? 0)}`),
        ...context.paragraph(words.loss(reason, amountsOf(context, project?.cost ?? '0', reason)), '    '),
      ];
    }),
  ];
}

/** The name unshortened: here people look for their project. */
const fullName = (name: string | null | undefined, id: string): string =>
  name === null || name === undefined || name === '' ? printable(id) : `${printable(name)} (${printable(id)})`;

function amountsOf(context: PageContext, cost: string, reason: ReportedLossReason): LossAmounts {
  const other =
    reason.type === 'outbid' ? (reason.by ?? undefined) : reason.type === 'excluded_by' ? reason.winner : undefined;
  const decimals = Math.max(2, context.report.decimals);
  const written = { cost: context.money(cost), project: other === undefined ? undefined : context.name(other) };
  if (reason.type === 'unaffordable') {
    const isWhole = !reason.left.includes('/');
    return {
      ...written,
      left: isWhole ? context.money(reason.left) : context.share(reason.left),
      // Never shown as nothing: what falls short by less than can be written is still short.
      missing: isWhole ? context.money(difference(cost, reason.left)) : missingOf(context, cost, reason.left, decimals),
    };
  }
  if (!('left' in reason)) return { ...written, left: undefined, missing: undefined };
  return { ...written, left: context.money(reason.left), missing: context.money(difference(cost, reason.left)) };
}

/** The shortfall that goes with a cut-off rest: what is shown left and what is shown missing make the cost. */
function missingOf(context: PageContext, cost: string, left: string, decimals: number): string {
  const [num = '0', den = '1'] = shortfall(cost, left).split('/');
  const scale = 10n ** BigInt(decimals);
  const up = (BigInt(num) * scale + BigInt(den) - 1n) / BigInt(den);
  return context.share(`${up}/${scale}`);
}
