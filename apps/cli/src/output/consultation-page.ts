import {
  allConsultationChecks,
  consultationChecks,
  type ConsultationVerification,
  type Finding,
  type ManifestContest,
  type TerritoryTotals,
} from '@convite/archive';
import { writeMoney } from '@convite/kernel';
import type { Words } from '../words/words.ts';
import { labelled } from './labelled.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** A verification and how it came about. */
export interface VerifiedConsultationPage {
  readonly verification: ConsultationVerification;
  readonly bytes: number;
  readonly seconds: number;
}

const failuresShown = 20;
const territoriesShown = 40;

const states: readonly ManifestContest['state'][] = [
  'certified',
  'provisional',
  'lots_required',
  'withheld',
  'annulled',
];

/** The answer for a person: the answer first, then every failure, the sums by territory, every check, what it means. */
export function consultationPage(
  { verification, bytes, seconds }: VerifiedConsultationPage,
  words: Words,
  width: number,
): readonly PageLine[] {
  const { consultation, figures, archive } = words;
  const { answer, manifest, manifestSha256, findings, made } = verification;
  const isAccepted = answer === 'accepted';
  const checked = allConsultationChecks.filter((check) => (made[check] ?? 0) > 0);
  return [
    isAccepted
      ? { type: 'answer', text: consultation.accepted(verification.contests.length, checked.length) }
      : { type: 'refusal', text: consultation.refused(findings.length) },
    ...summary(verification, words, width),
    ...(findings.length === 0 ? [] : heading(consultation.headings.failures)),
    ...findings.slice(0, failuresShown).flatMap((finding) => findingLines(finding, words, width)),
    ...(findings.length > failuresShown ? wrapped(consultation.more(findings.length - failuresShown), width) : []),
    ...(manifest === undefined ? [] : territoryLines(verification, words, width)),
    ...heading(consultation.headings.checks),
    ...checkLines(verification, words, width),
    ...heading(consultation.headings.file),
    ...labelled(
      [
        ...(manifestSha256 === undefined ? [] : ([[consultation.labels.manifest, manifestSha256]] as const)),
        [consultation.labels.size, archive.bytes(bytes)],
        [consultation.labels.checked, consultation.seconds(figures.decimal(seconds.toFixed(seconds < 10 ? 1 : 0)))],
      ],
      width,
    ),
    ...heading(consultation.headings.meaning),
    ...consultation.meaning(isAccepted).flatMap((sentence) => wrapped(sentence, width)),
  ];
}

function summary(
  { manifest, contests }: ConsultationVerification,
  { consultation, language }: Words,
  width: number,
): readonly PageLine[] {
  if (manifest === undefined) return wrapped(consultation.unread, width);
  const { title } = manifest.consultation;
  const { part, lots } = manifest;
  const sentences = states.flatMap((state) => {
    const inState = contests.filter(({ contest }) => contest.state === state).length;
    return inState === 0 ? [] : [consultation.inState(state, inState)];
  });
  const isDrawn = contests.some(({ contest }) => contest.lots !== null);
  return [
    '',
    { type: 'title', text: printable(title[language] ?? Object.values(title)[0] ?? '') },
    ...(part === null ? [] : wrapped(consultation.part(part.roots.map(printable).join(', '), part.whole), width)),
    ...sentences.flatMap((sentence) => wrapped(sentence, width)),
    ...(lots !== null && isDrawn ? wrapped(consultation.seed(printable(lots.seed)), width) : []),
  ];
}

function findingLines(
  { check, place, reason, detail }: Finding,
  { consultation }: Words,
  width: number,
): readonly PageLine[] {
  const said = detail === '' ? '' : ` (${printable(detail)})`;
  return [
    { type: 'refusal', text: `${consultationChecks[check]}  ${consultation.check[check]}` },
    ...wrapped(`${printable(place)}: ${consultation.reason[reason]}${said}`, width, '     '),
  ];
}

function territoryLines(
  { territories, manifest }: ConsultationVerification,
  { consultation, figures }: Words,
  width: number,
): readonly PageLine[] {
  const { columns } = consultation;
  const shown = downTheTree(territories.filter(({ contests }) => contests > 0));
  const money = manifest?.consultation;
  return [
    ...heading(consultation.headings.territories),
    ...table(
      [
        { heading: columns.territory, align: 'start', gives: true },
        { heading: columns.contests, align: 'end' },
        { heading: columns.eligible, align: 'end' },
        { heading: columns.ballots, align: 'end' },
        { heading: columns.blank, align: 'end' },
        { heading: columns.winners, align: 'end' },
        { heading: `${columns.cost} ${money?.currency ?? ''}`, align: 'end' },
      ],
      shown
        .slice(0, territoriesShown)
        .map(({ depth, name, contests, eligible, ballots, blank, winners, cost }) => [
          `${'  '.repeat(depth)}${printable(name)}`,
          figures.count(contests),
          figures.count(eligible),
          figures.count(ballots),
          figures.count(blank),
          figures.count(winners),
          figures.decimal(writeMoney(cost, money?.decimals ?? 0)),
        ]),
      width,
    ),
    ...(shown.length > territoriesShown ? wrapped(consultation.more(shown.length - territoriesShown), width) : []),
  ];
}

/** Each territory before those below it, one branch after the other. */
function downTheTree(territories: readonly TerritoryTotals[]): readonly TerritoryTotals[] {
  const below = Map.groupBy(territories, ({ parent }) => parent);
  const from = (parent: string | null): readonly TerritoryTotals[] =>
    (below.get(parent) ?? []).flatMap((territory) => [territory, ...from(territory.code)]);
  return from(null);
}

function checkLines(
  { made, findings }: ConsultationVerification,
  { consultation, figures }: Words,
  width: number,
): readonly PageLine[] {
  const { checkColumns: columns } = consultation;
  return table(
    [
      { heading: columns.check, align: 'start', gives: true },
      { heading: columns.made, align: 'end' },
      { heading: columns.result, align: 'start' },
    ],
    allConsultationChecks.map((check) => {
      const fails = findings.some((finding) => finding.check === check);
      const times = made[check] ?? 0;
      return [
        `${consultationChecks[check]}  ${consultation.check[check]}`,
        figures.count(times),
        fails ? consultation.fails : times === 0 ? consultation.notMade : consultation.holds,
      ];
    }),
    width,
  );
}
