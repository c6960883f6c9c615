import {
  type BallotFindings,
  type BallotVerifier,
  type BoardBallot,
  createBallotVerifier,
  type Suite,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';

/** What a thread is asked to do: first to get ready for an election, then ballots, at last to say what it found. */
export type ThreadTask =
  | { readonly type: 'begin'; readonly electionText: string }
  | { readonly type: 'verify'; readonly ballots: readonly BoardBallot[] }
  | { readonly type: 'finish' };

/** What it answers, task by task. */
export type ThreadAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'verified' }
  | { readonly type: 'findings'; readonly findings: BallotFindings };

/** Does the tasks of one thread in turn. @throws InvariantError where ballots come before their election */
export function createBallotJobs(suite: Suite): (task: ThreadTask) => ThreadAnswer {
  let verifier: BallotVerifier | undefined;
  return (task) => {
    if (task.type === 'begin') {
      verifier = createBallotVerifier(suite, task.electionText);
      return { type: 'ready' };
    }
    invariant(verifier !== undefined, 'a thread knows the election before its ballots');
    if (task.type === 'finish') return { type: 'findings', findings: verifier.findings() };
    verifier.verify(task.ballots);
    return { type: 'verified' };
  };
}
