import { type ContestTemplate, leastBallots, questionKind, unitOf } from '@convite/domain';
import { writeMoney } from '@convite/kernel';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { ContestView, Head, OptionLine, RuleView, TemplateLine } from '../pages/views.ts';
import { type ConsultationRecord, findConsultation, publicConsultations } from '../store.ts';
import { findContest } from '../store-contests.ts';
import { type OptionRecord, optionsOf } from '../store-options.ts';
import { contestsByTemplate } from '../store-room.ts';
import { type TemplateRecord, templatesOf } from '../store-templates.ts';
import { inLanguage } from '../stored-forms.ts';
import { drawnOrderOf } from './drawn-order.ts';

/** What every page begins with, in a language. */
export const headOf = (consultation: ConsultationRecord, language: string): Head => ({
  slug: consultation.slug,
  title: inLanguage(consultation.title, language),
  status: consultation.status,
  opensAt: new Date(consultation.calendar.voting.opensAt).toISOString(),
  closesAt: new Date(consultation.calendar.voting.closesAt).toISOString(),
  zone: consultation.zone,
  unit: unitOf(consultation.currency),
  decimals: consultation.decimals,
  isDemo: consultation.isDemo,
});

export const consultationOf = (
  { database }: Pick<ConsultationsContext, 'database'>,
  slug: string,
): Promise<ConsultationRecord | undefined> => findConsultation(database, slug);

/** A consultation that everyone may see: not while it is being written. */
export async function publicConsultation(
  context: ConsultationsContext,
  slug: string,
): Promise<ConsultationRecord | undefined> {
  const consultation = await consultationOf(context, slug);
  return consultation?.status === 'draft' ? undefined : consultation;
}

/** Most consultations that the first page of the site lists. */
const mostListed = 20;

/** For the first page of the site. */
export async function listConsultations(
  { database }: ConsultationsContext,
  language: string,
): Promise<readonly Head[]> {
  return (await publicConsultations(database, mostListed)).map((one) => headOf(one, language));
}

export const ballotPaper = ({ form, most, mayBeBlank, rule, group }: TemplateRecord): ContestTemplate => ({
  ...{ form, most, mayBeBlank, rule, group },
});

export async function templateLines(
  { database }: Pick<ConsultationsContext, 'database'>,
  consultation: string,
  language: string,
): Promise<readonly TemplateLine[]> {
  const templates = await templatesOf(database, consultation);
  const contests = await contestsByTemplate(database, consultation);
  return templates.map((template) => ({
    id: template.id,
    name: inLanguage(template.name, language),
    contests: contests.get(template.id) ?? 0,
    template: ballotPaper(template),
    hash: template.ruleHash,
  }));
}

export async function ruleView(
  context: ConsultationsContext,
  consultation: ConsultationRecord,
  template: string,
  language: string,
): Promise<RuleView | undefined> {
  const found = (await templateLines(context, consultation.id, language)).find(({ id }) => id === template);
  if (found === undefined) return undefined;
  const kind = questionKind(found.template.rule);
  return { ...found, kind, least: leastBallots[kind], head: headOf(consultation, language) };
}

/** One contest with its options, for its pages. */
export async function contestView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  id: string,
  language: string,
): Promise<ContestView | undefined> {
  const contest = await findContest(database, consultation.id, id);
  if (contest === undefined) return undefined;
  const [options, templates] = await Promise.all([optionsOf(database, id), templatesOf(database, consultation.id)]);
  const template = templates.find((one) => one.id === contest.template);
  if (template === undefined) return undefined;
  const order = await drawnOrderOf(
    database,
    consultation.id,
    id,
    options.map(({ number }) => number),
  );
  const written = (amount: bigint): string => writeMoney(amount, consultation.decimals);
  return {
    head: headOf(consultation, language),
    isFrozen: template.ruleHash !== null,
    id,
    name: contest.territory.name,
    code: contest.territory.code,
    above: contest.above,
    template: inLanguage(template.name, language),
    status: contest.status,
    envelope: contest.envelope === null ? null : written(contest.envelope.amount),
    paper: ballotPaper(template),
    voters: contest.voters,
    turnout: contest.turnout,
    hasWaiver: contest.waiver !== null,
    order,
    options: inOrder(options, order).map(({ cost, titles, summaries, ...option }) => ({
      ...option,
      ...readIn(language, consultation.languages, { summary: option.summary, titles, summaries }),
      cost: cost === null ? null : written(cost),
    })),
  };
}

/** What of an option is read in a language; what that lacks is read in the first one of the consultation. */
function readIn(
  language: string,
  [first]: readonly string[],
  { summary, titles, summaries }: Pick<OptionRecord, 'summary' | 'titles' | 'summaries'>,
): Pick<OptionLine, 'lang' | 'told' | 'summary' | 'summaryLang'> {
  if (language === first) return { summary };
  const translated = summaries[language];
  return {
    ...{ lang: first, told: titles[language] },
    ...{ summary: translated ?? summary, summaryLang: translated === undefined ? first : undefined },
  };
}

/** Options as they stand on the paper: by number, or as it was drawn. */
function inOrder<T extends { readonly number: number }>(
  options: readonly T[],
  order: ContestView['order'],
): readonly T[] {
  if (order === null) return options;
  const place = new Map(order.lots.map(({ number }, i) => [number, i]));
  return options.toSorted((a, b) => (place.get(a.number) ?? 0) - (place.get(b.number) ?? 0));
}
