import type { CountReport, ReportedRound } from '@convite/counting';
import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import {
  readerOf,
  type ReportReader,
  ruleName,
  ruleSentences,
  shortReason,
  voteLine,
} from '../../../report/report-reader.ts';

/** A few lines that can be sent by message: what was decided, by which rule, and where to read why. */
export function shareText(address: string, report: CountReport, t: Translation): string {
  return [...outcomeLines(readerOf(address, report, t)), address, ''].join('\n');
}

/** The whole count as plain text: the outcome, the rule, every round, and why each of the others was not funded. */
export function transcriptText(address: string, report: CountReport, t: Translation): string {
  const reader = readerOf(address, report, t);
  const parts = [
    outcomeLines(reader),
    [t.result.how, ...ruleSentences(report, reader).map((sentence) => `- ${sentence}`)],
    [
      t.result.rounds(report.rounds.length),
      ...report.rounds.map((round, i) => `${i + 1}. ${reader.name(round.project)}: ${roundText(round, reader)}`),
    ],
    report.not_funded.map(({ id, reason }) => `${reader.name(id)}: ${shortReason(reason, reader)}`),
    [`${t.result.fingerprintCounted}: ${report.input_sha256}`, `${t.result.fingerprintRule}: ${report.rule_sha256}`],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function outcomeLines({ report, t, name, money }: ReportReader): readonly string[] {
  const isOpen = report.status === 'lots_required';
  return [
    voteLine(report),
    isOpen ? t.result.headingLots : t.result.heading(report.winners.length, money(report.cost)),
    ...report.winners.map((id, i) => `${i + 1}. ${name(id)}`),
    `${t.result.aboutRule(ruleName(report.rule, t))}.`,
  ];
}

function roundText(round: ReportedRound, reader: ReportReader): string {
  const { t, money, project } = reader;
  const cost = money(project(round.project)?.cost ?? '0');
  switch (round.type) {
    case 'purchase': {
      const { paid_in_full: full, emptied } = round;
      const paid =
        full.each === null || full.votes === 0
          ? t.result.paysNone(cost)
          : emptied.votes === 0
            ? t.result.paysAll(cost, reader.paid(full.each))
            : t.result.paysSome(cost, full.votes, reader.paid(full.each));
      return `${reader.effective(round.effective_votes)} ${t.result.effective(round.supporters)}. ${paid}`;
    }
    case 'considered':
      return round.reason === null ? cost : `${cost}. ${shortReason(round.reason, reader)}`;
    case 'load':
      return round.load === null ? t.result.loadNone : `${reader.paid(round.load)} ${t.result.load(round.supporters)}`;
    default:
      return assertNever(round);
  }
}
