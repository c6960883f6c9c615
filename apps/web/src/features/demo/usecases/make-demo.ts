import type { Attempt } from '../../../jobs/job-queue.ts';
import type { DemoContext } from '../demo-context.ts';
import { openConsultation } from '../plan/open-consultation.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { doneSteps, noteStep } from '../store.ts';
import { castBallots } from './cast-ballots.ts';
import { freezeRules, reviewOptions, writeConsultation } from './prepare-consultation.ts';
import { bringPeople, freezeRoll, makeElections, makeKeys, openVote, rehearseKeys } from './prepare-elections.ts';
import { beginInstallation, bringPlaces, gatherStaff } from './settle-ground.ts';

/** One thing that the people of the demo do. Done again after a start that was cut off, it ends as if done once. */
interface DemoStep {
  readonly name: string;
  readonly does: (context: DemoContext, signal: AbortSignal) => Promise<void>;
}

const ofConsultation = (plan: PlannedConsultation): readonly DemoStep[] => {
  const steps = {
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
  } satisfies Record<string, (context: DemoContext, of: PlannedConsultation, signal: AbortSignal) => Promise<void>>;
  return Object.entries(steps).map(([name, does]) => ({
    name: `${plan.slug}/${name}`,
    does: (context, signal) => does(context, plan, signal),
  }));
};

const ground: readonly DemoStep[] = [
  { name: 'installation', does: beginInstallation },
  { name: 'places', does: bringPlaces },
  { name: 'staff', does: gatherStaff },
];

const steps: readonly DemoStep[] = [...ground, ...ofConsultation(openConsultation)];

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
