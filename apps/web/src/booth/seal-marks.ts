import {
  type Choices,
  electionWire,
  hashOfText,
  isMixed,
  Misread,
  packChoices,
  portableSha256,
  readLayout,
  readText,
  type SealBallot,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';

/** What the page asks its worker to seal. All of it but the election is secret. */
export interface SealingRequest {
  /** The election as published, byte for byte, and the fingerprint that the page says it has. */
  readonly election: string;
  readonly fingerprint: string;
  readonly credential: string;
  /** The answers chosen, each with the text that the voter was shown for it; none is a blank ballot. */
  readonly marks: readonly { readonly answer: number; readonly text: string }[];
}

export type SealingAnswer = Result<
  { readonly text: string; readonly tracker: string },
  /** `code_unreadable`, `election_differs` or `not_allowed`: nothing in it tells the choices or the code. */
  { readonly code: 'code_unreadable' | 'election_differs' | 'not_allowed' }
>;

/** What seals, and the randomness that it takes. */
export interface Sealer {
  readonly sealBallot: SealBallot;
  readonly random: (length: number) => Uint8Array;
}

/**
 * Seals the marks of a voter for the election that the page names, or refuses.
 *
 * Requires: the election asks one question, as those of a contest do.
 * Checks: the fingerprint of the election's bytes; that each mark has the text of the answer it stands for.
 * Hazards: marks, credential and randomness leave it only encrypted.
 */
export async function sealMarks(request: SealingRequest, { sealBallot, random }: Sealer): Promise<SealingAnswer> {
  const { election, credential } = request;
  const choices = choicesOf(request);
  if (!choices.ok) return choices;
  const sealed = await sealBallot({ election, credential, choices: choices.value }, random);
  if (sealed.ok) return ok({ text: sealed.value.text, tracker: sealed.value.tracker });
  switch (sealed.error.type) {
    case 'credential_unreadable':
      return err({ code: 'code_unreadable' });
    case 'choices_do_not_fit':
      return err({ code: 'not_allowed' });
    case 'election_unusable':
      return err({ code: 'election_differs' });
  }
}

const differs = err({ code: 'election_differs' } as const);

function choicesOf({
  election,
  fingerprint,
  marks,
}: SealingRequest): Result<Choices, { readonly code: 'election_differs' }> {
  if (hashOfText(portableSha256.sha256, election) !== fingerprint) return differs;
  const wire = readText(electionWire, election);
  if (wire instanceof Misread) return differs;
  const [question, ...others] = wire.questions;
  if (question === undefined || others.length > 0) return differs;
  const chosen = new Set(marks.map(({ answer }) => answer));
  const isShown = (answers: readonly string[]): boolean => marks.every(({ answer, text }) => answers[answer] === text);
  if (!isMixed(question)) {
    if (!isShown(question.answers)) return differs;
    const bits = question.answers.map((_, answer) => (chosen.has(answer) ? 1 : 0));
    return ok([question.blank === true ? [chosen.size === 0 ? 1 : 0, ...bits] : bits]);
  }
  const named = readLayout(question, { maxInts: Infinity });
  if (!named.ok || named.value === undefined || !isShown(named.value.options)) return differs;
  const ascending = named.value.options.flatMap((_, answer) => (chosen.has(answer) ? [answer] : []));
  const ints = packChoices(named.value.layout, ascending);
  return ints.ok ? ok([ints.value]) : differs;
}
