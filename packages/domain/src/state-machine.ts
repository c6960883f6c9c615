import { err, ok, type Result } from '@convite/kernel';

/** A life as one table: from each state the moves that exist, and where each leads. What is not listed is forbidden. */
export interface StateMachine<State extends string, Move extends string> {
  readonly first: State;
  readonly moves: Readonly<Record<State, Readonly<Partial<Record<Move, State>>>>>;
}

/** A move that the table does not have. */
export interface NotNow<State extends string, Move extends string> {
  readonly type: 'not_now';
  readonly state: State;
  readonly move: Move;
}

/** The state after a move, or the refusal that it does not exist from here. */
export function moved<State extends string, Move extends string>(
  machine: StateMachine<State, Move>,
  state: State,
  move: Move,
): Result<State, NotNow<State, Move>> {
  const next = machine.moves[state][move];
  return next === undefined ? err({ type: 'not_now', state, move }) : ok(next);
}

/** Of these states those from which a move exists, or any move at all. */
export const statesWith = <State extends string, Move extends string>(
  { moves }: StateMachine<State, Move>,
  states: readonly State[],
  move?: Move,
): readonly State[] =>
  states.filter((state) =>
    move === undefined ? Object.keys(moves[state]).length > 0 : moves[state][move] !== undefined,
  );
