import { readOrder } from '@convite/domain';
import { demoParts } from '../../accounts/index.ts';
import { consultationOf } from '../../consultations/index.ts';
import { orderText } from '../../preparation/index.ts';
import { resultRoomView } from '../../results/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { DemoGuide, DemoView, OfferedCode } from '../pages/views.ts';
import { openConsultation } from '../plan/open-consultation.ts';
import { demoProgress } from './make-demo.ts';
import { keptKeys } from './make-keys.ts';
import { keptCodes } from './prepare-elections.ts';

/** What the first page of the demo shows. */
export async function demoView(context: DemoContext, language: string): Promise<DemoView> {
  return { ...(await demoProgress(context)), guide: await guideOf(context, language) };
}

async function guideOf(context: DemoContext, language: string): Promise<DemoGuide | undefined> {
  const { slug } = openConsultation;
  const consultation = await consultationOf(context.consultations, slug);
  // Votes are taken from the hour of the calendar on, which is a few seconds after the rules were frozen.
  const isBefore = consultation === undefined || context.now().getTime() < consultation.calendar.voting.opensAt;
  if (isBefore || consultation.status === 'draft' || consultation.status === 'frozen') return undefined;
  return {
    slug,
    title: consultation.title[language] ?? openConsultation.title.es,
    status: consultation.status,
    isCounted: consultation.status === 'tallying' && (await isCounted(context)),
    codes: await offeredCodes(context, consultation.id),
    parts: await demoParts(context.accounts),
    keepers: (await keptKeys(context, slug)).map(({ name }) => name),
  };
}

/** Whether the archive of the open consultation can be published. */
const isCounted = async ({ results }: DemoContext): Promise<boolean> =>
  (await resultRoomView(results, openConsultation.slug, 'es'))?.mayPropose === 'provisional';

/** Codes of people of the roll who have not voted, with the contests of each. */
async function offeredCodes(context: DemoContext, consultation: string): Promise<readonly OfferedCode[]> {
  const text = await orderText(context.preparation, consultation);
  const order = text === undefined ? undefined : readOrder(text);
  if (order?.ok !== true) return [];
  const { contests, slices } = order.value;
  const offered = new Set(openConsultation.voters.flatMap(({ name, isOffered }) => (isOffered ? [name] : [])));
  const codes = await keptCodes(context, openConsultation.slug);
  const found = codes.flatMap(({ name, code, territory }) => {
    const own = slices.find((slice) => slice.codes.includes(territory))?.contests ?? [];
    return offered.has(name)
      ? [{ name, code, contests: own.flatMap((at) => contests[at]?.id ?? []).toReversed() }]
      : [];
  });
  // Who votes on more papers comes first.
  return found.toSorted((a, b) => b.contests.length - a.contests.length);
}

/** The text of a key file of the consultation that is open, by its number from 1. */
export async function keyFileOf(context: DemoContext, number: number): Promise<string | undefined> {
  return (await keptKeys(context, openConsultation.slug))[number - 1]?.file;
}
