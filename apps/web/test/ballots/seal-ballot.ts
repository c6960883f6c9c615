import { randomBytes } from 'node:crypto';
import {
  createCheckRecord,
  credentialSecret,
  isMixed,
  makeBallot,
  packChoices,
  readLayout,
  readPrivateCredential,
  withElection,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { suite } from './sealed-election.ts';

/** Seals a ballot with the code of a letter, for the options at these places, from 0. @param text of the election */
export async function sealBallot(text: string, code: string, places: readonly number[]): Promise<string> {
  const typed = readPrivateCredential(code);
  invariant(typed.ok, 'letters hold codes');
  const made = withElection(await suite(), text, createCheckRecord(), (election) => {
    const [question] = election.questions;
    invariant(question !== undefined, 'an election asks something');
    const secret = credentialSecret(election.group, typed.value, election.uuid);
    const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
    if (!isMixed(question)) {
      const bits = question.answers.map((_, i) => (places.includes(i) ? 1 : 0));
      return makeBallot(election, secret, [question.blank === true ? [0, ...bits] : bits], random);
    }
    const layout = readLayout(question, election.group);
    invariant(layout.ok && layout.value !== undefined, 'whole ballots are laid out');
    const ints = packChoices(layout.value.layout, places);
    invariant(ints.ok, 'the choices fit');
    return makeBallot(election, secret, [ints.value], random);
  });
  invariant(made?.ok === true, 'a ballot is made');
  return made.value.text;
}
