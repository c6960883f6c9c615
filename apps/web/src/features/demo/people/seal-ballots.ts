import {
  electionWire,
  hashOfText,
  isMixed,
  Misread,
  openBooth,
  portableSha256,
  readLayout,
  readText,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { randomBytes } from 'node:crypto';
import { sealMarks } from '../../../booth/seal-marks.ts';
import type { PeopleAnswer, PeopleTask } from './tasks.ts';

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));

/** Seals the ballots of one contest, each as the voting page does on a voter's telephone. */
export async function sealBallots({
  election,
  voters,
}: Extract<PeopleTask, { readonly type: 'ballots' }>): Promise<PeopleAnswer> {
  const sealBallot = openBooth();
  const answers = answersOf(election);
  const fingerprint = hashOfText(portableSha256.sha256, election);
  const ballots: string[] = [];
  for (const { code, choices } of voters) {
    const marks = choices.map((number) => {
      // The paper stands in the order that was drawn; numbers stay.
      const answer = answers.findIndex((text) => text.startsWith(`${number}. `));
      return { answer, text: answers[answer] ?? '' };
    });
    const sealed = await sealMarks({ election, fingerprint, credential: code, marks }, { sealBallot, random });
    invariant(sealed.ok, 'the voters of the demo choose what they may');
    ballots.push(sealed.value.text);
  }
  return { type: 'ballots', ballots };
}

/** The options as the election names them. */
function answersOf(election: string): readonly string[] {
  const wire = readText(electionWire, election);
  invariant(!(wire instanceof Misread), 'the site serves elections that can be read');
  const [question] = wire.questions;
  invariant(question !== undefined, 'an election asks a question');
  if (!isMixed(question)) return question.answers;
  const named = readLayout(question, { maxInts: Infinity });
  invariant(named.ok && named.value !== undefined, 'our mixed questions name their options');
  return named.value.options;
}
