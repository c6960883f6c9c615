import { leastBallots, mayChangeStations, mayStateDelay, questionKind } from '@convite/domain';
import { writeMoney } from '@convite/kernel';
import { z } from 'zod';
import { trusteesReady } from '../../trustees/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { ConsultationView, PublicChange, RulesView } from '../pages/views.ts';
import { type ConsultationRecord, publicLines } from '../store.ts';
import { findContests } from '../store-contests.ts';
import { wholeAmount } from '../store-envelopes.ts';
import { asksMailCode } from '../store-factor.ts';
import { frozenText, templatesOf } from '../store-templates.ts';
import { inLanguage } from '../stored-forms.ts';
import { annulmentView } from './annul-consultation.ts';
import { ballotPaper, headOf } from './show-consultation.ts';
import { readStations } from './show-stations.ts';
import { statedDelays } from './stated-delays.ts';

const perPage = 25;

/** A consultation for everyone, with the contests that somebody looks for. */
export async function consultationView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  { words, page }: { readonly words: string; readonly page: number },
  language: string,
): Promise<ConsultationView> {
  const { id, decimals } = consultation;
  const [{ found, total }, whole, trustees, stations, annulment, delays] = await Promise.all([
    findContests(database, id, words.slice(0, 100), { from: (page - 1) * perPage, most: perPage }),
    wholeAmount(database, id),
    trusteesReady(database, id),
    mayChangeStations(consultation.status) ? readStations(database, id, language) : null,
    annulmentView(database, consultation),
    mayStateDelay(consultation.status) ? statedDelays({ database }, id) : [],
  ]);
  return {
    head: headOf(consultation, language),
    ...{ annulment, delays },
    hasTrustees: trustees !== null,
    stations,
    envelope: whole === undefined ? null : writeMoney(whole, decimals),
    ...{ words, page, perPage, total, found },
  };
}

const changeEvents = [
  'rule.freeze',
  'order.draw',
  'vote.open',
  'vote.close',
  'vote.extend',
  'option.withdraw',
  'contest.annul',
  'contests.annul',
  'consultation.annul',
] as const;
/** What the lines of these acts tell beside reason and people; what is missing is left out. */
const changeDetails = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  number: z.number().optional(),
  option: z.string().optional(),
  place: z.string().optional(),
  seed: z.string().optional(),
  line_up: z.string().optional(),
  contests: z.number().optional(),
});

/** The frozen rules of a consultation, and everything that changed since. */
export async function rulesView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<RulesView> {
  const [templates, asksCode, lines] = await Promise.all([
    templatesOf(database, consultation.id),
    asksMailCode(database, consultation.id),
    publicLines(database, consultation.id, changeEvents),
  ]);
  return {
    head: headOf(consultation, language),
    asksMailCode: asksCode,
    rules: templates.flatMap((template) => {
      if (template.ruleHash === null) return [];
      const kind = questionKind(template.rule);
      const name = inLanguage(template.name, language);
      return [{ name, template: ballotPaper(template), kind, least: leastBallots[kind], hash: template.ruleHash }];
    }),
    changes: lines.flatMap(({ event, happenedAt, reason, details }): readonly PublicChange[] => {
      const known = changeEvents.find((one) => one === event);
      const told = changeDetails.safeParse(details);
      if (known === undefined || reason === null || !told.success) return [];
      const { from, to, number, option, place, seed, contests } = told.data;
      const what = [
        ...(from === undefined || to === undefined ? [] : [`${from} → ${to}`]),
        ...(number === undefined ? [] : [`${number}. ${option ?? ''}`]),
        ...(place === undefined ? [] : [place]),
        ...(known === 'contests.annul' && contests !== undefined ? [`(${contests})`] : []),
        ...(seed === undefined ? [] : [seed]),
      ];
      return [{ event: known, at: happenedAt.toISOString(), reason, what: what.join(' ') }];
    }),
  };
}

/** The exact text of a frozen rule of this consultation, under its hash. */
export async function ruleText(
  { database }: ConsultationsContext,
  consultation: string,
  hash: string,
): Promise<string | undefined> {
  const isOwn = (await templatesOf(database, consultation)).some(({ ruleHash }) => ruleHash === hash);
  return isOwn ? await frozenText(database, hash) : undefined;
}
