import { canonicalJson } from '@convite/kernel';
import type { CredentialOrder, OrderedContest } from './credential-order.ts';
import { compareCredentials, isCredentialText } from './credential-text.ts';
import { type FormFault, list, object, text, wholeNumber } from './strict-form.ts';

/** The most credentials in one line of an upload. */
export const credentialsOfLine = 1000;

/** No line has more signs: a thousand of the longest credentials, and what stands around them. */
const longestLine = credentialsOfLine * 640 + 10_000;

/** Problems that are told; more would help nobody, for a program writes the file. */
const mostProblems = 50;

const headForm = object({
  consultation: text(/^[a-z0-9-]{1,200}$/u),
  convite_credentials: wholeNumber(1, 1),
  order: text(/^[0-9a-f]{64}$/u),
});

const lineForm = object({
  contest: wholeNumber(0, 99_999),
  credentials: list(text(/^[0-9a-f]{1,617}$/u), 1, credentialsOfLine),
  spares: list(wholeNumber(0, credentialsOfLine - 1), 0, credentialsOfLine),
});

/** What is wrong with a file of public credentials; contests count from 0 in the order, credentials from 1 in their line. */
export type UploadProblem =
  | { readonly type: 'not_json' | 'line_too_long' | 'empty' | 'too_many_problems' }
  | ({ readonly type: 'wrong_form' } & FormFault)
  | { readonly type: 'other_order'; readonly expected: string; readonly found: string }
  | { readonly type: 'other_consultation'; readonly expected: string; readonly found: string }
  /** Each contest once, in the turn that the order gives. */
  | { readonly type: 'out_of_turn'; readonly expected: number; readonly found: number }
  | { readonly type: 'contest_missing'; readonly contest: number }
  | { readonly type: 'wrong_count'; readonly contest: number; readonly expected: number; readonly found: number }
  | { readonly type: 'wrong_spares'; readonly contest: number; readonly expected: number; readonly found: number }
  | { readonly type: 'bad_credential' | 'repeated' | 'not_ascending' | 'bad_spare'; readonly position: number };

/** A problem with its line, from 1; null for the file as a whole. */
export interface PlacedUploadProblem {
  readonly line: number | null;
  readonly problem: UploadProblem;
}

/** All public credentials of one contest. */
export interface ContestCredentials {
  /** Its number in the order. */
  readonly contest: number;
  readonly credentials: readonly string[];
  readonly spares: readonly string[];
}

/** Reads a file of public credentials line by line. */
export interface UploadReader {
  /** Takes the next line; gives the contest that it completes. */
  take(line: string): ContestCredentials | undefined;
  /** No more lines come; gives everything that is wrong. */
  finish(): readonly PlacedUploadProblem[];
  readonly problems: readonly PlacedUploadProblem[];
}

/** The first line of a file of public credentials. */
export const uploadHead = (consultation: string, order: string): string =>
  canonicalJson({ consultation, convite_credentials: 1, order });

/** A line of it: at most `credentialsOfLine` credentials of one contest, and the places of the spares among them. */
export const uploadLine = (contest: number, credentials: readonly string[], spares: readonly number[]): string =>
  canonicalJson({ contest, credentials, spares });

/**
 * Reads what a registrar brings, against the order: every contest in its turn, with exactly its number of credentials and
 * spares, ascending, none twice. Nothing of it is good while there is one problem.
 *
 * Source: docs/spec/preparation.md, B. Membership in the group is not checked here.
 * Cost: the memory of one contest.
 */
export function makeUploadReader(order: CredentialOrder, orderHash: string): UploadReader {
  const problems: PlacedUploadProblem[] = [];
  let [line, turn] = [0, 0];
  let credentials: string[] = [];
  let spares: string[] = [];
  /** After a line that cannot be followed, what comes next would only seem wrong. */
  let isLost = false;
  const say = (problem: UploadProblem, at: number | null = line): undefined => {
    if (problems.length < mostProblems) problems.push({ line: at, problem });
    else if (problems.length === mostProblems) {
      problems.push({ line: null, problem: { type: 'too_many_problems' } });
      isLost = true;
    }
  };
  const lose = (problem: UploadProblem): undefined => {
    isLost = true;
    return say(problem);
  };

  function takeHead(value: unknown): undefined {
    const head = headForm(value, '');
    if (!head.ok) return lose({ type: 'wrong_form', ...head.error });
    const { consultation, order: found } = head.value;
    if (consultation !== order.consultation) {
      return lose({ type: 'other_consultation', expected: order.consultation, found: consultation });
    }
    return found === orderHash ? undefined : lose({ type: 'other_order', expected: orderHash, found });
  }

  /** Ends the contest whose turn it is. */
  function complete({ credentials: expected, spares: wanted }: OrderedContest): ContestCredentials | undefined {
    const done = { contest: turn, credentials, spares };
    if (credentials.length !== expected) {
      say({ type: 'wrong_count', contest: turn, expected, found: credentials.length });
    } else if (spares.length !== wanted) {
      say({ type: 'wrong_spares', contest: turn, expected: wanted, found: spares.length });
    }
    turn += 1;
    [credentials, spares] = [[], []];
    return problems.length === 0 ? done : undefined;
  }

  function takeCredentials(value: unknown): ContestCredentials | undefined {
    const read = lineForm(value, '');
    if (!read.ok) return lose({ type: 'wrong_form', ...read.error });
    const { contest, credentials: listed, spares: places } = read.value;
    const begun = order.contests[turn];
    // The next contest begins before this one is full.
    if (begun !== undefined && contest === turn + 1 && credentials.length > 0) complete(begun);
    const current = order.contests[turn];
    if (current === undefined || contest !== turn) {
      return lose({ type: 'out_of_turn', expected: turn, found: contest });
    }
    takeList(listed, places, current);
    return credentials.length >= current.credentials ? complete(current) : undefined;
  }

  function takeList(listed: readonly string[], places: readonly number[], { group }: OrderedContest): void {
    for (const [i, credential] of listed.entries()) {
      const position = i + 1;
      if (!isCredentialText(group, credential)) say({ type: 'bad_credential', position });
      else {
        const before = credentials.at(-1);
        const compared = before === undefined ? -1 : compareCredentials(group, before, credential);
        if (compared === 0) say({ type: 'repeated', position });
        else if (compared > 0) say({ type: 'not_ascending', position });
      }
      credentials.push(credential);
    }
    let last = -1;
    for (const place of places) {
      const spare = listed[place];
      if (spare === undefined || place <= last) {
        say({ type: 'bad_spare', position: place + 1 });
        return;
      }
      spares.push(spare);
      last = place;
    }
  }

  return {
    problems,
    take(lineText) {
      line += 1;
      if (isLost) return undefined;
      if (lineText.length > longestLine) return lose({ type: 'line_too_long' });
      let value: unknown;
      try {
        value = JSON.parse(lineText);
      } catch {
        return lose({ type: 'not_json' });
      }
      return line === 1 ? takeHead(value) : takeCredentials(value);
    },
    finish() {
      if (line === 0) say({ type: 'empty' }, null);
      const begun = order.contests[turn];
      if (!isLost && begun !== undefined && credentials.length > 0) complete(begun);
      if (!isLost && line > 0 && turn < order.contests.length) say({ type: 'contest_missing', contest: turn }, null);
      return problems;
    },
  };
}
