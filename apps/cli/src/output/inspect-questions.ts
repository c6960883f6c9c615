import { type ElectionResultWire, isMixed, type Question, readLayout } from '@convite/crypto';
import type { InspectedArchive } from '../inspect/inspected-archive.ts';
import type { Words } from '../words/words.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

type QuestionResult = ElectionResultWire['result'][number];

/** The questions with their answers and limits, and the published totals once they are there. */
export function questionsSection(
  { election, result }: InspectedArchive,
  words: Words,
  width: number,
): readonly PageLine[] {
  return [
    ...heading(words.inspect.headings.questions),
    ...election.questions.flatMap((question, i) => [
      ...(i === 0 ? [] : ['']),
      ...questionLines(question, i, result?.result[i], words, width),
    ]),
  ];
}

function questionLines(
  question: Question,
  i: number,
  result: QuestionResult | undefined,
  words: Words,
  width: number,
): readonly PageLine[] {
  const { inspect } = words;
  const title = isMixed(question) ? question.value.question : question.question;
  const numbered = wrapped(`${i + 1}. ${printable(title)}`, width).map((text): PageLine => ({ type: 'title', text }));
  if (!isMixed(question)) {
    const { answers, min, max, blank = false } = question;
    const names = [...(blank ? [inspect.blank] : []), ...answers.map(printable)];
    return [
      ...numbered,
      ...wrapped(inspect.limits(min, max, answers.length, blank), width, '   '),
      ...answerLines(names, totalsOf(result), words, width),
    ];
  }
  const layout = readLayout(question, { maxInts: 255 });
  const named = layout.ok ? layout.value : undefined;
  const names = (named?.options ?? question.value.answers).map(printable);
  return [
    ...numbered,
    ...wrapped(howToAnswer(question.value.answers.length, named?.layout, words), width, '   '),
    ...answerLines(names, undefined, words, width),
    ...(result === undefined ? [] : wrapped(inspect.decryptedBallots(result.length), width, '   ')),
  ];
}

type Layout = NonNullable<Extract<ReturnType<typeof readLayout>, { readonly ok: true }>['value']>['layout'];

function howToAnswer(ints: number, layout: Layout | undefined, { inspect }: Words): string {
  if (layout === undefined) return inspect.mixed(ints);
  const most = layout.kind === 'ranking' ? layout.ranks : layout.kind === 'points' ? layout.most : 1;
  return inspect.layout[layout.kind](layout.options, most);
}

/** The totals of a homomorphic question; undefined for the ballots of a mixed one. */
const totalsOf = (result: QuestionResult | undefined): readonly bigint[] | undefined => {
  const totals = result?.flatMap((total) => (typeof total === 'bigint' ? [total] : []));
  return totals?.length === result?.length ? totals : undefined;
};

function answerLines(
  names: readonly string[],
  totals: readonly bigint[] | undefined,
  { inspect, figures }: Words,
  width: number,
): readonly string[] {
  if (totals === undefined) return names.flatMap((name) => hanging(name, width));
  const [, , ...rows] = table(
    [
      { heading: '', align: 'start', gives: true },
      { heading: '', align: 'end' },
    ],
    names.map((name, i) => [`– ${name}`, figures.decimal(String(totals[i] ?? 0n))]),
    width - 3,
  );
  return [`   ${inspect.published}`, ...rows.map((row) => `   ${row}`)];
}

/** An answer behind its dash, its further lines under the first. */
function hanging(name: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrapped(name, width - 5);
  return [`   – ${first}`, ...rest.map((line) => `     ${line}`)];
}
