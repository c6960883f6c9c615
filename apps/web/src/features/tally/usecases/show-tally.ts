import { invariant } from '@convite/kernel';
import { trusteeNumber } from '../../trustees/index.ts';
import { answersCsv, leftCsv, tallyCsv, tallyTrusteesCsv } from '../downloads/tally-csv.ts';
import type { AnswerView, TallyQuery, TallyView, TrusteeLine } from '../pages/views.ts';
import { findAnswer, lastAnswers, leftOfAnswer, lookAtTally, type TallyLook } from '../store-stand.ts';
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
    trustees: trusteeLines(people, look),
    threshold: held.trustees === null ? 0 : neededTrustees(held.trustees.text),
    ...{ lines: look.lines, perPage, answers },
    total:
      query.stage === undefined ? contests : (look.stages.find(({ stage }) => stage === query.stage)?.contests ?? 0),
  };
}

const trusteeLines = (people: ReturnType<typeof listedTrustees>, { trustees }: TallyLook): readonly TrusteeLine[] =>
  people.map(({ owner, name }) => {
    const done = trustees.find((each) => each.owner === owner);
    invariant(done !== undefined, 'every trustee was looked for');
    return { ...done, name };
  });

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

/** What each trustee has done and can do now, as CSV. */
export async function trusteesTable(
  { database }: Pick<TallyContext, 'database'>,
  { id, trustees }: TalliedConsultation,
  language: string,
): Promise<string> {
  const people = trustees === null ? [] : listedTrustees(trustees.text);
  const look = await lookAtTally(database, id, people.length, { stage: undefined, page: 1 }, 0, language);
  return tallyTrusteesCsv(trusteeLines(people, look));
}

/** Everything that trustees brought, as CSV, the last first. */
export const answersTable = async (
  { database }: Pick<TallyContext, 'database'>,
  { id }: TalliedConsultation,
): Promise<string> => answersCsv(await lastAnswers(database, id, everyRow));

/** Everything of an answer that was not taken, as CSV; undefined if there is no such answer. */
export async function leftTable(
  { database }: Pick<TallyContext, 'database'>,
  { id }: TalliedConsultation,
  answer: string,
): Promise<string | undefined> {
  const found = await findAnswer(database, id, answer);
  return found && leftCsv(await leftOfAnswer(database, answer, everyRow));
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
