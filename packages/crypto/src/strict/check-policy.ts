import type { Election } from '../v1/election/election.ts';
import { readLayout } from '../v1/layout/layout-extra.ts';
import type { VerifiedTrustees } from '../v1/trustees/verified-trustees.ts';
import { type Codec, Misread, readCanonical } from '../v1/wire/codec.ts';
import { electionWire, isMixed } from '../v1/wire/election-wire.ts';
import { trusteesWire } from '../v1/wire/trustees-wire.ts';
import { declaredPolicy, policyVersion } from './policy.ts';
import type { StrictLog } from './verify-side.ts';

/** What is published at the setup, as texts. */
export interface SetupTexts {
  readonly election: string;
  readonly trustees: string;
}

/**
 * Checks what our policy asks of the setup of an election.
 *
 * Checks: strict.policy, strict.canonical, strict.trustees, strict.layouts.
 */
export function checkSetupPolicy<E>(
  election: Election<E>,
  texts: SetupTexts,
  trustees: VerifiedTrustees | undefined,
  log: StrictLog,
): void {
  log.made('strict.policy');
  const policy = declaredPolicy(election.description);
  if (policy === undefined) {
    log.failed(
      'strict.policy',
      'election.description',
      'The election declares no policy at the end of its description.',
    );
  } else if (policy.version !== policyVersion) {
    const message = `The election declares policy ${policy.version}; this program knows ${policyVersion}.`;
    log.failed('strict.policy', 'election.description', message);
  }
  checkCanonical(electionWire, texts.election, 'election', log);
  checkCanonical(trusteesWire, texts.trustees, 'trustees', log);
  checkCeremonies(trustees, log);
  checkLayouts(election, log);
}

function checkCanonical<T>(codec: Codec<T>, text: string, place: string, log: StrictLog): void {
  log.made('strict.canonical');
  const read = readCanonical(codec, text);
  if (read instanceof Misread) log.failed('strict.canonical', place + read.place, read.sentence);
}

const additionNames = {
  context: 'the context in its certificates',
  confirmation: 'the confirmations of the certificates',
  ownership: 'the signatures of the keys by their owners',
} as const;

function checkCeremonies(trustees: VerifiedTrustees | undefined, log: StrictLog): void {
  for (const [i, entry] of (trustees?.entries ?? []).entries()) {
    if (entry.kind === 'single') continue;
    log.made('strict.trustees');
    for (const addition of entry.lacking) {
      log.failed('strict.trustees', `trustees[${i}]`, `The ceremony lacks ${additionNames[addition]}.`);
    }
  }
}

function checkLayouts<E>({ questions, group }: Election<E>, log: StrictLog): void {
  for (const [i, question] of questions.entries()) {
    if (!isMixed(question)) continue;
    log.made('strict.layouts');
    const layout = readLayout(question, group);
    if (!layout.ok || layout.value === undefined) {
      const message = layout.ok
        ? 'The question names no layout.'
        : 'The layout that the question names cannot be used.';
      log.failed('strict.layouts', `election.questions[${i}]`, message);
    }
  }
}

/**
 * Checks who has shuffled, once something of a mixed question is decrypted.
 *
 * Check: strict.shuffles. Mandatory are the single trustees; of the others any may shuffle; that none does so twice is a
 * check of every archive.
 */
export function checkShufflers<E>(
  { questions }: Election<E>,
  trustees: VerifiedTrustees,
  shufflers: ReadonlySet<number>,
  isDecrypted: boolean,
  log: StrictLog,
): void {
  if (!isDecrypted || !questions.some(isMixed)) return;
  log.made('strict.shuffles');
  for (const entry of trustees.entries) {
    if (entry.kind === 'single' && !shufflers.has(entry.trustee.owner)) {
      log.failed('strict.shuffles', 'archive', `Trustee ${entry.trustee.owner} must shuffle and has not.`);
    }
  }
  if (shufflers.size < 2) log.failed('strict.shuffles', 'archive', 'At least two trustees must shuffle.');
}
