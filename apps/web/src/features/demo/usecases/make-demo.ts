import type { Attempt } from '../../../jobs/job-queue.ts';
import type { DemoContext } from '../demo-context.ts';
import { finishedConsultation } from '../plan/finished-consultation.ts';
import { openConsultation } from '../plan/open-consultation.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { doneSteps, noteStep } from '../store.ts';
import { castBallots } from './cast-ballots.ts';
import { certifyResult, closeVote, openBallots, publishResult } from './finish-consultation.ts';
import { makeKeys, rehearseKeys } from './make-keys.ts';
import { freezeRules, reviewOptions, writeConsultation } from './prepare-consultation.ts';
import { makeElections, openVote } from './prepare-elections.ts';
import { bringPeople, freezeRoll } from './prepare-roll.ts';
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

/** The open one first: whoever waits wants to vote. */
const steps: readonly DemoStep[] = [
  ...ground,
  ...stepsOf(openConsultation, opening),
  ...stepsOf(finishedConsultation, { ...opening, ...closing }),
];

/** How many steps there are, and how many of them are done. */
export async function demoProgress({
  database,
}: Pick<DemoContext, 'database'>): Promise<{ readonly done: number; readonly steps: number }> {
  const done = await doneSteps(database);
  return { done: steps.filter(({ name }) => done.has(name)).length, steps: steps.length };
}

/** Makes the demo, as its people would; a job, which goes on where a start before it was cut off. */
export async function makeDemo(context: DemoContext, { signal }: Pick<Attempt, 'signal'>): Promise<void> {
  const { database, now } = context;
  const done = await doneSteps(database);
  for (const { name, does } of steps) {
    if (done.has(name)) continue;
    signal.throwIfAborted();
    await does(context, signal);
    await noteStep(database, name, now());
  }
}
