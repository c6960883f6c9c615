import type { Attempt } from '../../../jobs/job-queue.ts';
import { consultationOf } from '../../consultations/index.ts';
import { type DemoContext, demoJobNames, demoSubject } from '../demo-context.ts';
import { finishedConsultation } from '../plan/finished-consultation.ts';
import { openConsultation, openSlug } from '../plan/open-consultation.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { demoJob, doneSteps, noteStep } from '../store.ts';
import { castBallots } from './cast-ballots.ts';
import { certifyResult, closeVote, openBallots, publishResult } from './finish-consultation.ts';
import { makeKeys, rehearseKeys } from './make-keys.ts';
import { drawOrder, freezeRules, reviewOptions, writeConsultation } from './prepare-consultation.ts';
import { makeElections, openVote } from './prepare-elections.ts';
import { bringPeople, freezeRoll } from './prepare-roll.ts';
import { requestDemo } from './request-demo.ts';
import { beginInstallation, bringPlaces, gatherStaff } from './settle-ground.ts';

/** One thing that the people of the demo do. Done again after a start that was cut off, it ends as if done once. */
interface DemoStep {
  readonly name: string;
  readonly does: (context: DemoContext, signal: AbortSignal) => Promise<void>;
}

/** What is done about a consultation: each act by the people whose it is. */
type Doing = (context: DemoContext, plan: PlannedConsultation, signal: AbortSignal) => Promise<void>;

const opening: Readonly<Record<string, Doing>> = {
  write: writeConsultation,
  review: reviewOptions,
  rules: freezeRules,
  order: drawOrder,
  people: bringPeople,
  roll: freezeRoll,
  keys: makeKeys,
  rehearsal: rehearseKeys,
  elections: makeElections,
  open: openVote,
  vote: castBallots,
};
const closing: Readonly<Record<string, Doing>> = {
  close: closeVote,
  tally: openBallots,
  publish: publishResult,
  certify: certifyResult,
};

const stepsOf = (plan: PlannedConsultation, doings: Readonly<Record<string, Doing>>): readonly DemoStep[] =>
  Object.entries(doings).map(([name, does]) => ({
    name: `${plan.slug}/${name}`,
    does: (context, signal) => does(context, plan, signal),
  }));

const ground: readonly DemoStep[] = [
  { name: 'installation', does: beginInstallation },
  { name: 'places', does: bringPlaces },
  { name: 'staff', does: gatherStaff },
];

const roundOf = (round: number): readonly DemoStep[] => stepsOf(openConsultation(round), opening);

/** The open one first: whoever waits wants to vote. */
const begin: readonly DemoStep[] = [
  ...ground,
  ...roundOf(1),
  ...stepsOf(finishedConsultation, { ...opening, ...closing }),
];

/** How far the demo is, and what is made of it now. */
export interface DemoProgress {
  /** The demo itself, or another vote, visitors having finished the one before. */
  readonly making: 'demo' | 'next_vote';
  readonly done: number;
  readonly steps: number;
  /** The number of the vote that visitors take part in. */
  readonly round: number;
  /** Whether the invented people of that vote have cast all of their ballots. */
  readonly haveVoted: boolean;
  /** What the making failed of, when it is not tried again by itself. */
  readonly fault: string | null;
}

/** The round that was opened last, or the first. */
export function lastOpened(done: ReadonlySet<string>): number {
  let round = 1;
  while (done.has(`${openSlug(round + 1)}/open`)) round += 1;
  return round;
}

/** Whether visitors have taken the vote of a round to its end. */
async function isOver({ consultations }: Pick<DemoContext, 'consultations'>, round: number): Promise<boolean> {
  const status = (await consultationOf(consultations, openSlug(round)))?.status;
  return status === 'provisional' || status === 'certified' || status === 'annulled';
}

/** How far the demo is. Sees to it that what is missing is made. */
export async function demoProgress(context: Pick<DemoContext, 'database' | 'consultations'>): Promise<DemoProgress> {
  const { database } = context;
  const noted = await doneSteps(database);
  const round = lastOpened(noted);
  const [making, all] = begin.every(({ name }) => noted.has(name))
    ? (['next_vote', roundOf((await isOver(context, round)) ? round + 1 : round)] as const)
    : (['demo', begin] as const);
  const [done, steps] = [all.filter(({ name }) => noted.has(name)).length, all.length];
  const job = await demoJob(database, demoJobNames.make, demoSubject);
  if (done < steps && job === undefined) await requestDemo(context);
  const fault = done < steps && job?.isGivenUp === true ? (job.fault ?? '') : null;
  return { making, done, steps, round, haveVoted: noted.has(`${openSlug(round)}/vote`), fault };
}

/** Makes the demo, as its people would; a job, which goes on where a start before it was cut off. */
export async function makeDemo(context: DemoContext, { signal }: Pick<Attempt, 'signal'>): Promise<void> {
  await take(context, begin, signal);
  for (let round = 2; await isOver(context, round - 1); round++) await take(context, roundOf(round), signal);
}

async function take(context: DemoContext, steps: readonly DemoStep[], signal: AbortSignal): Promise<void> {
  const { database, now } = context;
  const done = await doneSteps(database);
  for (const { name, does } of steps) {
    if (done.has(name)) continue;
    signal.throwIfAborted();
    await does(context, signal);
    await noteStep(database, name, now());
  }
}
