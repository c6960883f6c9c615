import { type Brand, branded } from '@convite/kernel';
import { type Element, type Group, type GroupName, groupNames } from '../../primitives/group.ts';
import type { Sha256 } from '../../primitives/sha256.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { Misread, readAnyLayout } from '../wire/codec.ts';
import { type ElectionWire, electionWire, isMixed, type Question } from '../wire/election-wire.ts';
import { hashOfText } from './fingerprint.ts';

/** What the protocol needs from outside: its groups, with the arithmetic of this machine, and SHA-256. */
export interface Suite {
  readonly group: (name: GroupName) => Group;
  readonly sha256: Sha256;
}

/**
 * A published election whose form is checked. `E` stands for this one election: what was verified for another does
 * not compile where something of this one is asked for.
 */
export interface Election<E> {
  readonly identity: Brand<object, 'Election'> & { readonly of?: (election: E) => E };
  readonly group: Group;
  readonly sha256: Sha256;
  readonly uuid: string;
  /** The fingerprint phi: SHA-256 of the published bytes, in base64. */
  readonly fingerprint: string;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly Question[];
  /** The election key y. */
  readonly key: Element;
}

/**
 * Reads an election as published and checks its form and its questions.
 *
 * Source: Belenios specification 2.0, "Elections". The text may be in any JSON layout: it is hashed as it stands.
 * Checks: election.form, election.questions; that the key is a member other than the identity is part of the form.
 *
 * @returns what `use` returns, or undefined when the election cannot be used at all.
 */
export function withElection<R>(
  suite: Suite,
  text: string,
  log: CheckLog,
  use: <E>(election: Election<E>) => R,
): R | undefined {
  log.made('election.form');
  const wire = readAnyLayout(electionWire, text);
  if (wire instanceof Misread) {
    log.failed('election.form', `election${wire.place}`, wire.sentence);
    return undefined;
  }
  const name = groupNames.find((known) => known === wire.group);
  if (wire.version !== 1 || name === undefined) {
    const what = wire.version === 1 ? `The group ${wire.group}` : `Protocol version ${wire.version}`;
    log.failed('election.form', 'election', `${what} is not known here.`);
    return undefined;
  }
  const group = suite.group(name);
  checkQuestions(group, wire, log);
  const key = group.parse(wire.public_key);
  if (key === undefined || group.equals(key, group.one)) {
    log.failed('election.form', 'election.public_key', 'The election key is no usable member of the group.');
    return undefined;
  }
  group.prepare(key);
  return use<symbol>({
    identity: branded({}),
    group,
    sha256: suite.sha256,
    uuid: wire.uuid,
    fingerprint: hashOfText(suite.sha256, text),
    name: wire.name,
    description: wire.description,
    questions: wire.questions,
    key,
  });
}

function checkQuestions(group: Group, { questions }: ElectionWire, log: CheckLog): void {
  log.made('election.questions', Math.max(questions.length, 1));
  if (questions.length === 0) log.failed('election.questions', 'election.questions', 'There is no question.');
  for (const [i, question] of questions.entries()) {
    const problem = problemOf(group, question);
    if (problem !== undefined) log.failed('election.questions', `election.questions[${i}]`, problem);
  }
}

/** Why nobody can answer a question as the format asks; undefined for a sane one. */
export function problemOf(group: Group, question: Question): string | undefined {
  if (isMixed(question)) {
    const { length } = question.value.answers;
    if (length === 0) return 'The question has no answers.';
    return length > group.maxInts ? `${group.name} carries at most ${group.maxInts} numbers a question.` : undefined;
  }
  const { answers, min, max } = question;
  if (answers.length === 0) return 'The question has no answers.';
  if (min > max) return `At least ${min} and at most ${max} choices cannot both hold.`;
  return max > answers.length ? `${max} choices cannot be made among ${answers.length} answers.` : undefined;
}
