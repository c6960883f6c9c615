import { invariant } from '@convite/kernel';
import { z } from 'zod';
import { consultationOf, proposeClosing } from '../../consultations/index.ts';
import { askForArchive, proposeResult, resultRoomView } from '../../results/index.ts';
import {
  answerView,
  bringAnswer,
  makeWorkFile,
  talliedConsultation,
  workPieces,
  workSource,
} from '../../tally/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { ask } from './ask-people.ts';
import { keptKeys } from './make-keys.ts';
import { accountOf, must, together, until } from './together.ts';

const language = 'es';

async function tallied({ tally }: DemoContext, { slug }: PlannedConsultation) {
  const held = await talliedConsultation(tally, slug);
  invariant(held !== undefined, 'the consultation was written before');
  return held;
}

/** Two guarantors close the vote: in a demo, before its time. */
export async function closeVote(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations } = context;
  const consultation = await consultationOf(consultations, plan.slug);
  invariant(consultation !== undefined, 'the consultation was written before');
  const { id, status } = consultation;
  if (status !== 'open') return;
  await together(context, { act: 'vote.close', subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeClosing(consultations, id, { by, reason: 'Ya votó todo el mundo que iba a votar.' }),
  );
}

/** So many of the trustees come, and that is enough. */
const coming = 2;

/** Trustees take their work along and bring it back, in turn, until every contest is counted. */
export async function openBallots(context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> {
  const { results } = context;
  const keys = (await keptKeys(context, plan.slug)).slice(0, coming);
  await until(async () => {
    for (const [i, { name, file }] of keys.entries()) {
      await takeTurn(context, plan, { owner: i + 1, name, key: file }, signal);
    }
    const room = await resultRoomView(results, plan.slug, language);
    invariant(room?.troubles.length === 0, 'what was opened can be counted');
    return room.states.counted === room.states.all;
  }, signal);
}

const memory = z.array(z.object({ uuid: z.string(), shuffles: z.array(z.string()) }));

interface Keeper {
  readonly owner: number;
  readonly name: string;
  readonly key: string;
}

async function takeTurn(
  context: DemoContext,
  plan: PlannedConsultation,
  { owner, name, key }: Keeper,
  signal: AbortSignal,
): Promise<void> {
  const { tally, folder, work } = context;
  const held = await tallied(context, plan);
  const account = await accountOf(context, name);
  const hash = await makeWorkFile(tally, held, { account, asked: owner });
  const source = hash === undefined ? undefined : await workSource(tally, held.id, hash);
  if (source === undefined) return;
  const kept = `${plan.slug}-memory-${owner}.json`;
  const answer = await work.use(async (place) => {
    for await (const piece of workPieces(source, 0, source.size)) await place.append('work.zip', piece);
    const shuffled = memory.parse(JSON.parse((await folder.read(kept)) ?? '[]'));
    const files = { work: place.path('work.zip'), answer: place.path('answer.zip') };
    const made = await ask(context, { type: 'pass', key, ...files, shuffled }, signal);
    invariant(made.type === 'pass', 'people do what they were asked');
    await folder.put(kept, JSON.stringify(made.shuffled));
    return must(await bringAnswer(tally, held, { path: files.answer, by: account }));
  });
  await until(async () => (await answerView(tally, held, answer, language))?.answer.isDone === true, signal);
}

/** The archive of all is made and verified, and two guarantors publish the result, first as provisional. */
export const publishResult = (context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> =>
  bringTo(context, plan, 'provisional', signal);

/** Nobody complained: two guarantors certify the result. */
export const certifyResult = (context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> =>
  bringTo(context, plan, 'certified', signal);

async function bringTo(
  context: DemoContext,
  plan: PlannedConsultation,
  stage: 'provisional' | 'certified',
  signal: AbortSignal,
): Promise<void> {
  const { results } = context;
  const { id, status } = await tallied(context, plan);
  if (status === stage || status === 'certified') return;
  await until(async () => {
    const room = await resultRoomView(results, plan.slug, language);
    invariant(room?.archive?.status !== 'refused', `the archive is refused: ${JSON.stringify(room?.archive?.refusal)}`);
    if (room?.mayPropose === stage) return true;
    if (room?.mayMake === true) must(await askForArchive(results, id));
    return false;
  }, signal);
  const act = stage === 'provisional' ? 'result.publish' : 'result.certify';
  await together(context, { act, subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeResult(results, id, stage, { by, reason: 'El archivo pasó todas las comprobaciones.' }),
  );
}
