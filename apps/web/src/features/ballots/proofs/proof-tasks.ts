import {
  ballotsHere,
  type BallotCheck,
  bytesSource,
  type CheckFailure,
  createBallotCheck,
  type ElectionState,
  type SoundBallot,
  type Suite,
  verifyArchive,
} from '@convite/crypto';
import type { Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { type CeremonyAnswer, type CeremonyTask, performCeremonyTask } from './ceremony-tasks.ts';
import { performRehearsalTask, type RehearsalAnswer, type RehearsalTask } from './rehearsal-tasks.ts';
import type { TrusteeLists } from './tally-parts.ts';
import { performTallyTask, type TallyAnswer, type TallyTask } from './tally-tasks.ts';

/** What a thread is asked: one ballot, a whole archive with our own policy, what trustees bring, a step of a count. */
export type ProofTask =
  | { readonly type: 'ballot'; readonly electionText: string; readonly text: string }
  | { readonly type: 'archive'; readonly bytes: Uint8Array }
  | CeremonyTask
  | RehearsalTask
  | TallyTask;

/** Whether an archive passes every check, and how far its election has come. */
export interface ArchiveVerdict {
  readonly answer: 'accepted' | 'refused' | 'not_an_archive';
  readonly state: ElectionState | undefined;
  readonly events: number;
  readonly failures: readonly CheckFailure[];
}

export type ProofAnswer =
  | { readonly type: 'ballot'; readonly result: Result<SoundBallot, readonly CheckFailure[]> }
  | { readonly type: 'archive'; readonly verdict: ArchiveVerdict }
  | CeremonyAnswer
  | RehearsalAnswer
  | TallyAnswer;

/** Elections that a thread keeps ready; what was not asked for longest goes first. */
const keptElections = 64;

/** Does the tasks of one thread. Requires: elections in tasks for ballots were checked when they were set up. */
export function makeProofTasks(suite: Suite): (task: ProofTask) => Promise<ProofAnswer> {
  const kept = new Map<string, BallotCheck>();
  const trustees: TrusteeLists = new Map();
  const checkFor = (electionText: string): BallotCheck => {
    const check = kept.get(electionText) ?? createBallotCheck(suite, electionText);
    kept.delete(electionText);
    kept.set(electionText, check);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptElections) break;
      kept.delete(oldest);
    }
    return check;
  };
  return async (task) => {
    if (task.type === 'ballot') return { type: 'ballot', result: checkFor(task.electionText)(task.text) };
    if (task.type === 'ceremony') return performCeremonyTask(suite, task);
    if (task.type === 'rehearsal') return performRehearsalTask(suite, task);
    if (task.type !== 'archive') return await performTallyTask(suite, trustees, task);
    const machine = {
      suite,
      sha256: nodeSha256,
      ballotWorkers: (electionText: string) => ballotsHere(suite, electionText),
      progress: () => undefined,
    };
    const { answer, state, events, checks } = await verifyArchive(machine, bytesSource(task.bytes), { isStrict: true });
    return { type: 'archive', verdict: { answer, state, events, failures: checks.failures.slice(0, 20) } };
  };
}
