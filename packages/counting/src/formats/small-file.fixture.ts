import { invariant } from '@convite/kernel';
import type { PabulibFile } from './pabulib-file.ts';
import { readPabulib } from './parse-pabulib.ts';

/** A sound `.pb` text of two projects and three ballots, in which a test changes one thing. */
export function smallText(change: {
  readonly meta?: readonly string[];
  readonly projects?: readonly string[];
  readonly votes?: readonly string[];
}): string {
  const {
    meta = ['budget;100', 'vote_type;approval', 'rule;greedy', 'currency;XTS'],
    projects = ['project_id;cost;votes;name;selected', 'A;60;2;Well;1', 'B;50;2;Bridge;0'],
    votes = ['voter_id;vote', '1;A', '2;A,B', '3;B'],
  } = change;
  return ['META', 'key;value', ...meta, 'PROJECTS', ...projects, 'VOTES', ...votes, ''].join('\n');
}

/** Line of the first record after a title and its header, in `smallText`. */
export const META_LINE = 3;
export const PROJECTS_LINE = 9;
export const VOTES_LINE = 13;

export function mustRead(text: string): PabulibFile {
  const file = readPabulib(text);
  invariant(file.ok, `the text is a usable file: ${file.ok ? '' : JSON.stringify(file.error)}`);
  return file.value;
}
