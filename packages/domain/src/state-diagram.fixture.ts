import { readFileSync } from 'node:fs';
import type { StateMachine } from './state-machine.ts';

/** The moves that a page of docs/states draws, each as `from move to`, in no order. */
export function drawnMoves(page: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`../../../docs/states/${page}`, import.meta.url), 'utf8');
  const lines = [...text.matchAll(/^ {2}(\S+) --> (\S+?)(?:: (\S+))?$/gmu)];
  return new Set(lines.map(([, from, to, move = '']) => `${from} ${move} ${to}`));
}

/** The moves of a table in the form of `drawnMoves`, its first state and its ends included. */
export function tableMoves<State extends string, Move extends string>(
  { first, moves }: StateMachine<State, Move>,
  states: readonly State[],
): ReadonlySet<string> {
  const all = states.flatMap((from): readonly string[] => {
    const leading = Object.entries(moves[from]).map(([move, to]) => `${from} ${move} ${String(to)}`);
    return leading.length === 0 ? [`${from}  [*]`] : leading;
  });
  return new Set([`[*]  ${first}`, ...all]);
}
