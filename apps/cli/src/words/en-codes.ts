import type { CodeDifference, ListProblem, PublishedRefusal } from '@convite/registrar';
import { figuresOf } from './figures.ts';

const { count: n } = figuresOf('en');

/** What is wrong with the private list of a consultation; `why` says it of a code. */
export function listSentence(problem: ListProblem, why: (refusal: CodeRefusal) => string): string {
  switch (problem.type) {
    case 'strange_slice':
      return `line ${n(problem.line)}: the order has no such slice.`;
    case 'strange_territory':
      return `line ${n(problem.line)}: the territory does not belong to its slice.`;
    case 'bad_code':
      return `line ${n(problem.line)}: ${why(problem.refusal)}`;
    case 'code_twice':
      return `line ${n(problem.line)}: the code stands on line ${n(problem.first)} already.`;
    case 'id_twice':
      return `line ${n(problem.line)}: the id stands on line ${n(problem.first)} already.`;
    case 'wrong_people':
      return `slice ${n(problem.slice)}: ${n(problem.found)} people, the order has ${n(problem.expected)}.`;
    case 'wrong_spares':
      return `slice ${n(problem.slice)}: ${n(problem.found)} spares, the order has ${n(problem.expected)}.`;
  }
}

type CodeRefusal = Extract<ListProblem, { readonly type: 'bad_code' }>['refusal'];

/** In what private list and public files differ. */
export function differenceSentence(difference: CodeDifference, names: readonly string[]): string {
  const paper = (contest: number): string =>
    `paper ${n(contest + 1)}${names[contest] === undefined ? '' : ` (${names[contest]})`}`;
  switch (difference.type) {
    case 'upload': {
      const { line, problem } = difference.placed;
      const place = line === null ? '' : ` line ${n(line)}:`;
      if (problem.type === 'other_order') return `upload.jsonl:${place} it was made for another order.`;
      if (problem.type === 'other_consultation') return `upload.jsonl:${place} it is of another consultation.`;
      return `upload.jsonl:${place} it is not as it was written (${problem.type}).`;
    }
    case 'contest':
      return `${paper(difference.contest)}: ${n(difference.missing)} missing, ${n(difference.surplus)} too many, ${n(difference.spares)} wrongly marked as spares or not.`;
    case 'summary':
      return 'PUBLISH-credentials.json says something else.';
    case 'published':
      return `${paper(difference.contest)}: the site has set it up with other credentials.`;
    case 'foreign_election':
      return `the archive holds an election that the order does not have: ${difference.uuid}.`;
  }
}

export const publishedSentence = (path: string, { type, ...refusal }: PublishedRefusal): string =>
  type === 'not_an_archive'
    ? `${path} is no archive of an election or of a consultation.`
    : `${path} is damaged${'entry' in refusal && refusal.entry !== '' ? `, at ${refusal.entry}` : ''}: get it from the site again.`;
