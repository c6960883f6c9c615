import { branded, type Brand, err, ok, type Result } from '@convite/kernel';
import { utf8 } from '../../primitives/bytes.ts';
import type { Element, Group } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { randomBase58 } from '../credentials/base58-text.ts';
import { type LayoutFault, readLayout } from '../layout/layout-extra.ts';
import { electionWire, isMixed, type Question } from '../wire/election-wire.ts';
import { problemOf } from './election.ts';

/** What an election of ours may measure: bounds of ours, so that a ballot stays small and every total can be found. */
export const electionLimits = {
  questions: 32,
  /** Answers of a homomorphic question; a mixed one has as many ints as its group carries. */
  answers: 1_000,
  /** UTF-16 units of a name, a question or an answer, and of the description. */
  text: 2_000,
  description: 20_000,
  /** Bytes of the whole text but group, key and identifier. */
  bytes: 1_000_000,
  voters: 1_000_000,
  /** Of all credentials together: totals up to it are found in seconds. */
  weight: 100_000_000_000n,
} as const;

/** The identifier of an election: 14 random signs, about 82 bits. */
export type ElectionId = Brand<string, 'ElectionId'>;

export const newElectionId = (random: Randomness): ElectionId =>
  branded<string, 'ElectionId'>(randomBase58(14, random));

/** What an election is made of. */
export interface ElectionTemplate {
  readonly uuid: ElectionId;
  readonly name: string;
  readonly description: string;
  /** The product of the trustees' parts. */
  readonly key: Element;
  readonly questions: readonly Question[];
}

/** Why an election cannot be set up; questions and answers count from 0. */
export type ElectionRefusal =
  | { readonly type: 'no_question' }
  | { readonly type: 'too_many_questions'; readonly most: number; readonly found: number }
  /** A name, a question or an answer without a visible sign. */
  | { readonly type: 'text_missing'; readonly place: string }
  | { readonly type: 'text_too_long'; readonly place: string; readonly most: number; readonly found: number }
  /** Half of a surrogate pair, which has no UTF-8. */
  | { readonly type: 'text_malformed'; readonly place: string }
  /** Limits that nobody can keep, no answer at all, or a question that the group cannot carry. */
  | { readonly type: 'question_unanswerable'; readonly question: number; readonly message: string }
  | { readonly type: 'too_many_answers'; readonly question: number; readonly most: number; readonly found: number }
  /** At most 0 choices, and no blank vote. */
  | { readonly type: 'nothing_to_choose'; readonly question: number }
  /** Two answers that a voter cannot tell apart. */
  | { readonly type: 'answer_repeated'; readonly question: number; readonly answer: number }
  | { readonly type: 'layout_unusable'; readonly question: number; readonly fault: LayoutFault }
  | { readonly type: 'election_too_large'; readonly most: number; readonly found: number };

/**
 * Writes the text of an election, whose bytes are its fingerprint.
 *
 * Source: Belenios specification 2.0, "Elections"; the limits are ours, `electionLimits`.
 */
export function makeElection(group: Group, template: ElectionTemplate): Result<string, ElectionRefusal> {
  const refusal = electionRefusal(group, template);
  if (refusal !== undefined) return err(refusal);
  const { uuid, name, description, key, questions } = template;
  return ok(
    electionWire.write({
      version: 1,
      description,
      name,
      group: group.name,
      public_key: group.write(key),
      questions,
      uuid,
    }),
  );
}

/** Why an election with these texts and questions would be refused, whatever its key and identifier. */
export function electionRefusal(
  group: Group,
  { name, description, questions }: Pick<ElectionTemplate, 'name' | 'description' | 'questions'>,
): ElectionRefusal | undefined {
  if (questions.length === 0) return { type: 'no_question' };
  const { questions: most } = electionLimits;
  if (questions.length > most) return { type: 'too_many_questions', most, found: questions.length };
  const descriptionRefusal = lengthRefusal('description', description, electionLimits.description);
  return (
    textRefusal('name', name) ??
    descriptionRefusal ??
    questions.map((question, i) => questionRefusal(group, question, i)).find((refusal) => refusal !== undefined) ??
    sizeRefusal(name, description, questions)
  );
}

function sizeRefusal(name: string, description: string, questions: readonly Question[]): ElectionRefusal | undefined {
  const empty = { version: 1, group: '', public_key: '', uuid: '' };
  const { length } = utf8(electionWire.write({ ...empty, name, description, questions }));
  const most = electionLimits.bytes;
  return length > most ? { type: 'election_too_large', most, found: length } : undefined;
}

function questionRefusal(group: Group, question: Question, i: number): ElectionRefusal | undefined {
  const message = problemOf(group, question);
  if (message !== undefined) return { type: 'question_unanswerable', question: i, message };
  const { answers, question: text } = isMixed(question) ? question.value : question;
  const most = electionLimits.answers;
  if (answers.length > most) return { type: 'too_many_answers', question: i, most, found: answers.length };
  if (!isMixed(question) && question.max === 0 && question.blank !== true) {
    return { type: 'nothing_to_choose', question: i };
  }
  const place = `questions[${i}]`;
  const malformed =
    textRefusal(`${place}.question`, text) ??
    answers.map((answer, j) => textRefusal(`${place}.answers[${j}]`, answer)).find((refusal) => refusal !== undefined);
  if (malformed !== undefined) return malformed;
  const repeated = answers.findIndex((answer, j) => answers.indexOf(answer) < j);
  if (repeated !== -1) return { type: 'answer_repeated', question: i, answer: repeated };
  if (!isMixed(question)) return undefined;
  const layout = readLayout(question, group);
  return layout.ok ? undefined : { type: 'layout_unusable', question: i, fault: layout.error };
}

const textRefusal = (place: string, text: string): ElectionRefusal | undefined =>
  /[^\s\p{C}]/u.test(text) ? lengthRefusal(place, text, electionLimits.text) : { type: 'text_missing', place };

function lengthRefusal(place: string, text: string, most: number): ElectionRefusal | undefined {
  if (text.length > most) return { type: 'text_too_long', place, most, found: text.length };
  return text.isWellFormed() ? undefined : { type: 'text_malformed', place };
}
