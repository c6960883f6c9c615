import { invariant } from '@convite/kernel';
import { trusteeNumber } from '../../trustees/index.ts';
import { tallyCsv } from '../downloads/tally-csv.ts';
import type { AnswerView, TallyQuery, TallyView } from '../pages/views.ts';
import { findAnswer, lastAnswers, leftOfAnswer, lookAtTally } from '../store-stand.ts';
import { findConsultation, type TalliedConsultation } from '../store.ts';
import type { TallyContext } from '../tally-context.ts';
import { listedTrustees, neededTrustees } from './needed-trustees.ts';

const perPage = 25;
/** Far more than any consultation has. */
const everyRow = 1_000_000;
const answersShown = 10;
const leftShown = 200;

const inLanguage = (texts: Readonly<Record<string, string>>, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

/** The consultation that an address names. */
export const talliedConsultation = (
  { database }: TallyContext,
  slug: string,
): Promise<TalliedConsultation | undefined> => findConsultation(database, { slug });

/** Everything about where the contests of a consultation stand after its vote. */
export async function tallyView(
  { database }: Pick<TallyContext, 'database'>,
  held: TalliedConsultation,
  query: TallyQuery,
  { account, language }: { readonly account: string; readonly language: string },
): Promise<TallyView> {
  const people = held.trustees === null ? [] : listedTrustees(held.trustees.text);
  const [look, own, answers] = await Promise.all([
    lookAtTally(database, held.id, people.length, query, perPage, language),
    trusteeNumber(database, held.id, account),
    lastAnswers(database, held.id, answersShown),
  ]);
  const contests = look.stages.reduce((sum, each) => sum + each.contests, 0);
  return {
    ...{ slug: held.slug, title: inLanguage(held.title, language), status: held.status },
    ...{ closesAt: held.closesAt.toISOString(), zone: held.zone, contests, stages: look.stages, own, query },
    trustees: people.map(({ owner, name }) => {
      const done = look.trustees.find((each) => each.owner === owner);
      invariant(done !== undefined, 'every trustee was looked for');
      return { ...done, name };
    }),
    threshold: held.trustees === null ? 0 : neededTrustees(held.trustees.text),
    ...{ lines: look.lines, perPage, answers },
    total:
      query.stage === undefined ? contests : (look.stages.find(({ stage }) => stage === query.stage)?.contests ?? 0),
  };
}

/** Where every contest stands, or every one of a stage, as CSV. */
export async function tallyTable(
  { database }: Pick<TallyContext, 'database'>,
  { id }: TalliedConsultation,
  { stage }: TallyQuery,
  language: string,
): Promise<string> {
  const { lines } = await lookAtTally(database, id, 0, { stage, page: 1 }, everyRow, language);
  return tallyCsv(lines);
}

/** What became of an answer. */
export async function answerView(
  { database }: TallyContext,
  { id, slug, title }: TalliedConsultation,
  answer: string,
  language: string,
): Promise<AnswerView | undefined> {
  const found = await findAnswer(database, id, answer);
  if (found === undefined) return undefined;
  const left = await leftOfAnswer(database, answer, leftShown);
  return { slug, title: inLanguage(title, language), answer: found, left };
}
