import { invariant } from '@convite/kernel';
import { readOrder } from '@convite/domain';
import { z } from 'zod';
import { castBallot } from '../../ballots/index.ts';
import { consultationOf } from '../../consultations/index.ts';
import { orderText } from '../../preparation/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { ask } from './ask-people.ts';
import { keptCodes } from './prepare-elections.ts';
import { must, until } from './together.ts';

const sealed = z.array(z.string());
/** Ballots on their way at a time: some arrive together, and visitors are not kept waiting. */
const atOnce = 8;

/** The people of the demo vote, each with the code of their letter. Ballots that were sealed once are sent again, not anew. */
export async function castBallots(context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> {
  const { casting, consultations, folder, now, preparation } = context;
  const consultation = await consultationOf(consultations, plan.slug);
  const text = consultation === undefined ? undefined : await orderText(preparation, consultation.id);
  invariant(consultation !== undefined && text !== undefined, 'the elections were made before');
  const order = readOrder(text);
  invariant(order.ok, 'an order is stored as it was written');
  await until(async () => now().getTime() >= consultation.calendar.voting.opensAt, signal);
  const codes = new Map((await keptCodes(context, plan.slug)).map(({ name, code }) => [name, code]));
  for (const [at, paper] of plan.papers.entries()) {
    const contest = order.value.contests.find(({ territory }) => territory === paper.territory);
    invariant(contest !== undefined, 'each paper has its contest');
    const name = `${plan.slug}-ballots-${at + 1}.json`;
    const kept = await folder.read(name);
    const voters = plan.voters.flatMap(({ name: voter, choices }) => {
      const own = choices[at] ?? null;
      if (own === null) return [];
      const numbers = own.flatMap((place) => paper.options[place]?.number ?? []);
      return [{ code: codes.get(voter) ?? '', choices: numbers }];
    });
    const ballots =
      kept === undefined ? await seal(context, contest.id, voters, signal) : sealed.parse(JSON.parse(kept));
    if (kept === undefined) await folder.put(name, JSON.stringify(ballots));
    for (let from = 0; from < ballots.length; from += atOnce) {
      signal.throwIfAborted();
      const cast = ballots.slice(from, from + atOnce).map((ballot) => castBallot(casting, contest.id, ballot));
      for (const one of await Promise.all(cast)) {
        // Visitors may close the vote at any time; who comes after that votes no more.
        if (!one.ok && one.error.type === 'closed') return;
        must(one);
      }
    }
  }
}

async function seal(
  context: DemoContext,
  contest: string,
  voters: readonly { readonly code: string; readonly choices: readonly number[] }[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const election = await context.casting.elections.of(contest);
  invariant(election !== undefined, 'the election was set up before');
  const made = await ask(context, { type: 'ballots', election: election.text, voters }, signal);
  invariant(made.type === 'ballots', 'people do what they were asked');
  return made.ballots;
}
