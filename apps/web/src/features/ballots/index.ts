export type { BallotsContext } from './ballots-context.ts';
export { type Ballots, type BallotsPlaces, openBallots } from './open-ballots.ts';
export { appendToBoard, type NotNow } from './usecases/append-event.ts';
export { archiveOfRows } from './usecases/archive-of-rows.ts';
export { type CastBallot, castBallot, type CastProblem } from './usecases/cast-ballot.ts';
export { type UnsafeSetting, unsafeSettings } from './usecases/durability.ts';
export { publishBoard, type PublishRefusal } from './usecases/publish-board.ts';
export { type Replacement, releaseSpare, type ReplaceRefusal } from './usecases/replace-credential.ts';
export {
  type BroughtElection,
  type ElectionSetUp,
  setUpElection,
  type SetUpRefusal,
} from './usecases/set-up-election.ts';
export { ballotJobs } from './jobs.ts';
export { ballotRoutes } from './routes.ts';
export { openBallotsSite } from './open-ballots-site.ts';
