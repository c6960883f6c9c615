import { type ConsultationState, readOrder } from '@convite/domain';
import { demoParts, waitingAct } from '../../accounts/index.ts';
import { consultationOf, roomView } from '../../consultations/index.ts';
import { orderText } from '../../preparation/index.ts';
import { resultRoomView } from '../../results/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { DemoGuide, DemoView, OfferedCode } from '../pages/views.ts';
import { openConsultation, openSlug } from '../plan/open-consultation.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { doneSteps } from '../store.ts';
import { type DemoProgress, demoProgress, lastOpened } from './make-demo.ts';
import { keptKeys } from './make-keys.ts';
import { keptCodes } from './prepare-elections.ts';

/** What the first page of the demo shows. */
export async function demoView(context: DemoContext, language: string): Promise<DemoView> {
  const progress = await demoProgress(context);
  const { making, done, steps, fault } = progress;
  return { making, done, steps, fault, guide: await guideOf(context, progress, language) };
}

/** The act by which two guarantors take the next step. */
const nextAct = (status: ConsultationState): 'vote.close' | 'result.publish' =>
  status === 'open' ? 'vote.close' : 'result.publish';

async function guideOf(
  context: DemoContext,
  { round, haveVoted }: DemoProgress,
  language: string,
): Promise<DemoGuide | undefined> {
  const { accounts, consultations, results } = context;
  const plan = openConsultation(round);
  const { slug } = plan;
  const consultation = await consultationOf(consultations, slug);
  // Votes are taken from the hour of the calendar on, which is a few seconds after the rules were frozen.
  const isBefore = consultation === undefined || context.now().getTime() < consultation.calendar.voting.opensAt;
  if (isBefore || consultation.status === 'draft' || consultation.status === 'frozen') return undefined;
  const { id, status } = consultation;
  const all = { state: '', template: '', below: '', words: '', page: 1 };
  const { lines, needed } = await roomView(consultations, consultation, all, 'whole', language);
  const counting = status === 'tallying' ? await resultRoomView(results, slug, language) : undefined;
  const cast = lines.reduce((sum, { turnout }) => sum + (turnout ?? 0), 0);
  return {
    ...{ slug, status, title: consultation.title[language] ?? plan.title.es },
    visitors: haveVoted ? Math.max(0, cast - plannedBallots(plan)) : 0,
    waiting: (await waitingAct(accounts, nextAct(status), id)) ?? null,
    opened: Math.min(...lines.map(({ signed }) => signed ?? 0)),
    needed: needed ?? 0,
    isTied: (counting?.states.waitingLots ?? 0) > 0,
    isCounted: counting?.mayPropose === 'provisional',
    codes: await offeredCodes(context, plan, id),
    parts: await demoParts(accounts),
    keepers: (await keptKeys(context, slug)).map(({ name }) => name),
    before: round === 1 ? null : await titleOf(context, round - 1, language),
  };
}

/** Ballots that the invented people cast, on all papers together. */
const plannedBallots = ({ voters }: PlannedConsultation): number =>
  voters.reduce((sum, { choices }) => sum + choices.filter((own) => own !== null).length, 0);

async function titleOf({ consultations }: DemoContext, round: number, language: string): Promise<DemoGuide['before']> {
  const slug = openSlug(round);
  const title = (await consultationOf(consultations, slug))?.title;
  return title === undefined ? null : { slug, title: title[language] ?? slug };
}

/** Codes of people of the roll for whom nobody of the demo votes, with the contests of each. */
async function offeredCodes(
  context: DemoContext,
  { slug, voters }: PlannedConsultation,
  consultation: string,
): Promise<readonly OfferedCode[]> {
  const text = await orderText(context.preparation, consultation);
  const order = text === undefined ? undefined : readOrder(text);
  if (order?.ok !== true) return [];
  const { contests, slices } = order.value;
  const offered = new Set(voters.flatMap(({ name, isOffered }) => (isOffered ? [name] : [])));
  const codes = await keptCodes(context, slug);
  const found = codes.flatMap(({ name, code, territory }) => {
    const own = slices.find((slice) => slice.codes.includes(territory))?.contests ?? [];
    return offered.has(name)
      ? [{ name, code, contests: own.flatMap((at) => contests[at]?.id ?? []).toReversed() }]
      : [];
  });
  // Who votes on more papers comes first.
  return found.toSorted((a, b) => b.contests.length - a.contests.length);
}

/** The text of a key file of the consultation that visitors take part in, by its number from 1. */
export async function keyFileOf(context: DemoContext, number: number): Promise<string | undefined> {
  const slug = openSlug(lastOpened(await doneSteps(context.database)));
  return (await keptKeys(context, slug))[number - 1]?.file;
}
