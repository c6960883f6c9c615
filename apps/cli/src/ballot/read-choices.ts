import {
  choiceProblem,
  type Choices,
  type Election,
  isMixed,
  type NamedLayout,
  packChoices,
  type Question,
  readLayout,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import { parseForm } from '../tasks/read-files.ts';
import type { LineReader } from '../tasks/line-reader.ts';
import type { AskedChoices, TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { printable } from '../output/printable.ts';

const choicesForm = z.array(z.array(z.int()));

/** Reads choices as they were given on the command line, question by question as the format counts them. */
export function readChoices<E>({ questions }: Election<E>, text: string): Result<Choices, TaskRefusal> {
  const read = parseForm(text, '--choices', 'choices', choicesForm);
  if (!read.ok) return read;
  const choices = read.value;
  if (choices.length !== questions.length) {
    return err({ type: 'choices_length', expected: questions.length, found: choices.length });
  }
  const wrong = questions.findIndex((question, i) => choiceProblem(question, choices[i] ?? []) !== undefined);
  const question = questions[wrong];
  return question === undefined ? ok(choices) : err({ type: 'choices', question: wrong + 1, asked: askedOf(question) });
}

/** What choices a question takes, for a sentence. */
function askedOf(question: Question): AskedChoices {
  if (isMixed(question)) return { kind: 'numbers', count: question.value.answers.length };
  const { answers, blank, min, max } = question;
  return { kind: 'totals', count: answers.length + (blank === true ? 1 : 0), min, max, blank: blank === true };
}

/** Asks question after question, line by line, until each answer is one that the question takes. */
export async function askChoices<E>(
  context: TaskContext,
  election: Election<E>,
  lines: LineReader,
): Promise<Result<Choices, TaskRefusal>> {
  const choices: (readonly number[])[] = [];
  for (const [i, question] of election.questions.entries()) {
    const layout = isMixed(question) ? readLayout(question, election.group) : undefined;
    const named = layout?.ok === true ? layout.value : undefined;
    showQuestion(context, question, named, i);
    for (;;) {
      const line = await lines.ask('> ');
      if (line === undefined) return err({ type: 'input_ended' });
      const chosen = chosenIn(question, named, line);
      if (chosen !== undefined && choiceProblem(question, chosen) === undefined) {
        choices.push(chosen);
        break;
      }
      context.warn(context.words.ballot.askAgain);
    }
  }
  return ok(choices);
}

function showQuestion(context: TaskContext, question: Question, named: NamedLayout | undefined, i: number): void {
  const { ballot } = context.words;
  const { answers, question: text } = isMixed(question) ? question.value : question;
  const options = named?.options ?? answers;
  context.warn(`${i + 1}. ${printable(text)}`);
  for (const [j, option] of options.entries()) context.warn(`   ${j + 1}  ${printable(option)}`);
  context.warn(
    isMixed(question)
      ? named === undefined
        ? ballot.askNumbers(answers.length)
        : ballot.askLayout(named.layout)
      : ballot.askTotals(question.min, question.max, question.blank === true),
  );
}

/** What a typed line chooses, in the numbers of the format; undefined where it makes no sense. */
function chosenIn(question: Question, named: NamedLayout | undefined, line: string): readonly number[] | undefined {
  const typed = line.trim();
  if (!/^[\d\s,]*$/u.test(typed)) return undefined;
  const numbers = typed.split(/[\s,]+/u).flatMap((part) => (part === '' ? [] : [Number(part)]));
  if (!isMixed(question)) return totalsOf(question, numbers);
  if (named === undefined) return numbers;
  const { layout } = named;
  const plain =
    layout.kind === 'points'
      ? numbers
      : layout.kind === 'ranking'
        ? numbers.map((option) => option - 1)
        : [...new Set(numbers)].map((option) => option - 1).toSorted((a, b) => a - b);
  const packed = packChoices(layout, plain);
  return packed.ok ? packed.value : undefined;
}

function totalsOf(
  { answers, blank }: Extract<Question, { readonly min: number }>,
  numbers: readonly number[],
): readonly number[] | undefined {
  const isBlank = blank === true && numbers.length === 1 && numbers[0] === 0;
  const outside = numbers.some((n) => n < 1 || n > answers.length);
  if (!isBlank && (outside || new Set(numbers).size < numbers.length)) return undefined;
  const chosen = answers.map((_, i) => (numbers.includes(i + 1) ? 1 : 0));
  return blank === true ? [isBlank ? 1 : 0, ...chosen] : chosen;
}
