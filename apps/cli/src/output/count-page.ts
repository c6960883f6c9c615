import type { CountReport } from '@convite/counting';
import type { Words } from '../words/words.ts';
import { checksSection } from './checks.ts';
import { lossesSection } from './losses.ts';
import { heading, pageContext, type PageContext, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { roundsSection } from './rounds.ts';
import { lotsSection, projectsToDraw, tiesSection } from './ties.ts';
import { winnersSection } from './winners.ts';

/** How to call the command again. */
export interface Repeat {
  /** The command line with the ties as given, and with other ones. */
  readonly command: (ties?: string) => string;
  readonly fromStdin: boolean;
  /** The lots that the command line gave, in the order drawn. */
  readonly lotsDrawn: readonly string[];
}

const remarksShown = 10;

/** The whole answer for a person: what is decided first, then why, then how to check it. */
export function countPage(report: CountReport, words: Words, repeat: Repeat, width: number): readonly PageLine[] {
  const context = pageContext(report, words, width);
  return [
    ...answer(context),
    ...lotsSection(context, repeat),
    ...winnersSection(context),
    ...ballotsSection(context),
    ...howSection(context),
    ...lossesSection(context),
    ...tiesSection(context),
    ...roundsSection(context),
    ...(report.status === 'complete' ? checksSection(context) : []),
    ...remarksSection(context),
    ...repeatSection(context, repeat),
  ];
}

function answer(context: PageContext): readonly PageLine[] {
  const { report, words } = context;
  const { page } = words;
  const title = ['description', 'unit', 'district', 'instance']
    .flatMap((key) => report.meta[key] ?? [])
    .map(printable)
    .filter((text, at, all) => text !== '' && !all.slice(0, at).some((said) => said.includes(text)));
  const sentences =
    report.status === 'lots_required'
      ? [
          page.answerLots(projectsToDraw(context).map(context.name)),
          report.winners.length === 0
            ? page.noSureWinners
            : page.sureWinners(report.winners.length, context.money(report.cost)),
        ]
      : report.winners.length === 0
        ? [page.answerNone(context.money(report.budget))]
        : [page.answer(report.winners.length, context.money(report.cost), context.money(report.budget))];
  return [
    ...(title.length === 0 ? [] : context.paragraph(title.join(' · '))),
    ...sentences.flatMap((sentence) => context.paragraph(sentence)).map((text): PageLine => ({ type: 'answer', text })),
  ];
}

function ballotsSection(context: PageContext): readonly PageLine[] {
  const { report, words } = context;
  return [
    ...heading(words.page.headings.ballots),
    ...context.paragraph(words.page.ballots(report.ballots)),
    ...(report.status === 'complete' ? servedLines(context) : []),
  ];
}

/** Whom the winners serve: to be said once they are known. */
function servedLines({ report, words, paragraph }: PageContext): readonly string[] {
  const { voters } = report.properties;
  return [
    ...paragraph(words.page.served(voters.with_funded, voters.marked)),
    ...(voters.marked === 0 ? [] : paragraph(words.page.checks.distribution(voters.funded_choices))),
  ];
}

function howSection(context: PageContext): readonly PageLine[] {
  const { report, words } = context;
  const { endowment, comparison } = report;
  return [
    ...heading(`${words.page.headings.how}: ${words.ruleName[report.rule.rule]}`),
    ...words.rule(report.rule).flatMap((sentence) => context.paragraph(sentence)),
    ...(endowment === null
      ? []
      : context.paragraph(
          words.page.endowment(endowment, context.share(endowment.start), context.share(endowment.reached)).join(' '),
        )),
    ...(comparison === null ? [] : context.paragraph(words.page.comparison(comparison))),
  ];
}

function remarksSection(context: PageContext): readonly PageLine[] {
  const { warnings } = context.report;
  const { words } = context;
  if (warnings.length === 0) return [];
  return [
    ...heading(words.page.headings.remarks),
    ...warnings
      .slice(0, remarksShown)
      .flatMap(({ line, message }) =>
        context.paragraph(`${words.refusal.line(line)}: ${printable(message[words.language])}`),
      ),
    ...(warnings.length > remarksShown ? [words.page.moreRemarks(warnings.length - remarksShown)] : []),
  ];
}

function repeatSection(context: PageContext, { command, fromStdin }: Repeat): readonly PageLine[] {
  const { report, words } = context;
  const { repeat } = words.page;
  const label = (text: string): string => text.padEnd(Math.max(repeat.file.length, repeat.ruleSet.length));
  return [
    ...heading(words.page.headings.repeat),
    `${label(repeat.file)}  SHA-256 ${report.input_sha256}  (${words.figures.count(report.input_bytes)} ${repeat.bytes})`,
    `${label(repeat.ruleSet)}  SHA-256 ${report.rule_sha256}`,
    ...(fromStdin ? [repeat.stdin] : []),
    repeat.again,
    `  ${command()}`,
    repeat.everything,
    `  ${command()} --json`,
    words.page.seconds(words.figures.decimal(report.seconds.toFixed(3)), report.arithmetic.exact),
  ];
}
