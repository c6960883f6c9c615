import { type GroupName, groupNames, type SimulationEnd, simulationEnds } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { languages, oneOf } from './choices.ts';
import { firstBadValue } from './count-request.ts';
import { type OptionTable, readOptions } from './read-options.ts';
import type { UsageError, WrittenForm } from './usage-error.ts';

/** A question as it is asked for: a homomorphic one, or a mixed one of so many ints. */
export type AskedQuestion =
  | {
      readonly kind: 'homomorphic';
      readonly answers: number;
      readonly min: number;
      readonly max: number;
      readonly blank: boolean;
    }
  | { readonly kind: 'mixed'; readonly ints: number };

/** One trustee, or so many of whom any `threshold` decrypt. */
export type AskedTrustees = 'one' | { readonly threshold: number; readonly size: number };

/** `convite simulate`, understood; whether such an election can be held is another question. */
export interface SimulateRequest {
  /** Path as given. */
  readonly out: string;
  readonly group: GroupName;
  /** In the order in which they were given. */
  readonly questions: readonly AskedQuestion[];
  readonly voters: number;
  readonly revotes: number;
  readonly trustees: AskedTrustees;
  /** Undefined: as many as make sense. */
  readonly shuffles: number | undefined;
  readonly seed: string | undefined;
  readonly until: SimulationEnd;
}

const homomorphicForm = {
  form: 'N:MIN..MAX or N:MIN..MAX:blank',
  example: '5:0..2:blank',
  repeats: true,
} as const satisfies WrittenForm;
const mixedForm = { form: 'INTS', example: '2', repeats: true } as const satisfies WrittenForm;
const trusteesForm = { form: '1 or TofN', example: '2of3', repeats: false } as const satisfies WrittenForm;

const simulateOptions = {
  out: 'file',
  group: groupNames,
  homomorphic: homomorphicForm,
  mixed: mixedForm,
  voters: 'whole-number',
  revotes: 'whole-number',
  trustees: trusteesForm,
  shuffles: 'whole-number',
  seed: { form: 'TEXT', example: 'Cedro', repeats: false },
  until: simulationEnds,
  lang: languages,
} as const satisfies OptionTable;

/** What is asked for when no question is: a street that chooses among works, and weighs some. */
const streetQuestions: readonly AskedQuestion[] = [
  { kind: 'homomorphic', answers: 5, min: 1, max: 2, blank: true },
  { kind: 'mixed', ints: 1 },
];

/** Reads the arguments after `convite simulate`, or says why they cannot be followed. */
export function parseSimulateRequest(
  args: readonly string[],
): Result<SimulateRequest | 'help' | 'version', UsageError> {
  const given = readOptions(args, simulateOptions);
  if (!given.ok) return given;
  const { flags, values, repeated, inputs } = given.value;
  if (flags.has('help')) return ok('help');
  if (flags.has('version')) return ok('version');
  const badValue = firstBadValue(values, simulateOptions);
  if (badValue !== undefined) return err(badValue);
  const [input] = inputs;
  if (input !== undefined) return err({ type: 'no_input_expected', given: input });
  const out = values.get('out');
  if (out === undefined) return err({ type: 'missing_option', option: '--out', example: 'simulate --out street' });
  const trusteesText = values.get('trustees');
  const trustees = trusteesText === undefined ? { threshold: 2, size: 3 } : readTrustees(trusteesText);
  if (trustees === undefined) {
    return err({ type: 'bad_value', option: '--trustees', given: trusteesText ?? '', allowed: trusteesForm });
  }
  const questions: AskedQuestion[] = [];
  for (const { name, value } of repeated) {
    const [question, allowed] =
      name === 'mixed' ? [readMixed(value), mixedForm] : [readHomomorphic(value), homomorphicForm];
    if (question === undefined) return err({ type: 'bad_value', option: `--${name}`, given: value, allowed });
    questions.push(question);
  }
  const shuffles = values.get('shuffles');
  return ok({
    out,
    group: oneOf(groupNames, values.get('group') ?? '') ?? 'Ed25519',
    questions: questions.length === 0 ? streetQuestions : questions,
    voters: Number(values.get('voters') ?? 12),
    revotes: Number(values.get('revotes') ?? 2),
    trustees,
    shuffles: shuffles === undefined ? undefined : Number(shuffles),
    seed: values.get('seed'),
    until: oneOf(simulationEnds, values.get('until') ?? '') ?? 'result',
  });
}

function readHomomorphic(text: string): AskedQuestion | undefined {
  const [, answers, min, max, blank] = /^(\d{1,6}):(\d{1,6})\.\.(\d{1,6})(:blank)?$/u.exec(text) ?? [];
  if (answers === undefined) return undefined;
  return {
    kind: 'homomorphic',
    answers: Number(answers),
    min: Number(min),
    max: Number(max),
    blank: blank !== undefined,
  };
}

const readMixed = (text: string): AskedQuestion | undefined =>
  /^\d{1,6}$/u.test(text) ? { kind: 'mixed', ints: Number(text) } : undefined;

function readTrustees(text: string): AskedTrustees | undefined {
  if (text === '1') return 'one';
  const [, threshold, size] = /^(\d{1,6})of(\d{1,6})$/u.exec(text) ?? [];
  return threshold === undefined ? undefined : { threshold: Number(threshold), size: Number(size) };
}

/** A question as the command line writes it. */
export const askedOption = (question: AskedQuestion): string =>
  question.kind === 'mixed'
    ? `--mixed ${question.ints}`
    : `--homomorphic ${question.answers}:${question.min}..${question.max}${question.blank ? ':blank' : ''}`;
