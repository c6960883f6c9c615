import { type Envelope, envelopeProblems } from '@convite/domain';
import { writeMoney } from '@convite/kernel';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { CalendarView, EnvelopeLine, EnvelopesView, OfferedTerritory } from '../pages/views.ts';
import type { ConsultationRecord } from '../store.ts';
import { territoriesToOrganise, territoryName } from '../store-contests.ts';
import { drawsOf, type EnvelopeRecord, envelopesOf, hasAmounts } from '../store-envelopes.ts';
import { stationsOf } from '../store-stations.ts';
import { inLanguage } from '../stored-forms.ts';
import { headOf } from './show-consultation.ts';

/** Territories that are offered at once; more are found by their name. */
const mostOffered = 50;

export const offeredTerritories = (
  { database }: ConsultationsContext,
  account: string,
  words: string,
): Promise<readonly OfferedTerritory[]> =>
  territoriesToOrganise(database, account, words.trim().slice(0, 100), mostOffered);

export const nameOfTerritory = ({ database }: ConsultationsContext, id: string): Promise<string | undefined> =>
  territoryName(database, id);

/** What is written of a consultation beside its papers, and what of it cannot be changed any more. */
export async function calendarView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<CalendarView> {
  const [counted, stations] = await Promise.all([
    hasAmounts(database, consultation.id),
    stationsOf(database, consultation.id),
  ]);
  return { head: headOf(consultation, language), hasAmounts: counted, hasHours: stations.length > 0 };
}

/** The tree of envelopes from the whole down; those of contests are added up under the one they are parts of. */
export async function envelopesView(
  { database }: Pick<ConsultationsContext, 'database'>,
  consultation: ConsultationRecord,
  language: string,
): Promise<EnvelopesView> {
  const { id, decimals } = consultation;
  const [envelopes, draws] = await Promise.all([envelopesOf(database, id), drawsOf(database, id)]);
  const drawn = new Set(draws.map(({ envelope }) => envelope));
  const children = Map.groupBy(envelopes, ({ parent }) => parent);
  const lines = (envelope: EnvelopeRecord, depth: number): readonly EnvelopeLine[] => {
    const parts = children.get(envelope.id) ?? [];
    const sum = parts.reduce((total: bigint, part: Envelope) => total + part.amount, 0n);
    const line: EnvelopeLine = {
      id: envelope.id,
      name: inLanguage(envelope.name, language),
      depth,
      amount: writeMoney(envelope.amount, decimals),
      sum: parts.length === 0 ? null : writeMoney(sum, decimals),
      isWrong: parts.length > 0 && sum !== envelope.amount,
      contests: parts.filter((part) => drawn.has(part.id)).length,
    };
    const divided = parts.filter((part) => !drawn.has(part.id));
    return [line, ...divided.flatMap((part) => lines(part, depth + 1))];
  };
  return {
    head: headOf(consultation, language),
    envelopes: (children.get(null) ?? []).flatMap((root) => lines(root, 0)),
    problems: [...new Set(envelopeProblems(envelopes, draws).map(({ type }) => type))],
  };
}
