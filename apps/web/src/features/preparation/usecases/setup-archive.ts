import { orderOfPaper } from '@convite/archive';
import {
  appendEvent,
  approvalsQuestion,
  type Element,
  type ElectionRefusal,
  type Group,
  makeElection,
  type Question,
  startArchive,
  withPolicy,
} from '@convite/crypto';
import { questionKind } from '@convite/domain';
import { branded, err, invariant, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import type { LanguageMap } from '../store.ts';
import type { ContestToSetUp } from '../store-uploads.ts';

/** What all elections of a consultation have in common. */
export interface CommonSetup {
  readonly group: Group;
  /** The product of the trustees' parts. */
  readonly key: Element;
  readonly trustees: string;
  readonly title: LanguageMap;
  /** The language of the texts of elections: the first of the consultation. */
  readonly language: string;
  /** The public draw of the order of options; null where they stand by their numbers. */
  readonly order: { readonly seed: string } | null;
  /** Seconds since 1970 that each record of the archives carries. */
  readonly timestamp: number;
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const inLanguage = (texts: LanguageMap, language: string): string => texts[language] ?? Object.values(texts)[0] ?? '';

/** The one question of a contest; answers are its options in the order of the paper, as the voting page shows them. */
function questionOf(
  { id, form, most, mayBeBlank, rule, options, template }: Omit<ContestToSetUp, 'credentials' | 'spares'>,
  { language, order }: Pick<CommonSetup, 'language' | 'order'>,
): Question {
  const titles = new Map(options.map(({ number, title }) => [number, title]));
  const answers = orderOfPaper(order, id, [...titles.keys()], sha256).map(
    (number) => `${number}. ${titles.get(number) ?? ''}`,
  );
  const question = inLanguage(template, language);
  if (questionKind(rule) === 'mixed') return approvalsQuestion(answers, question);
  const max = form === 'choose_one' ? 1 : Math.min(most, answers.length);
  return { answers, ...(mayBeBlank ? { blank: true } : {}), min: 1, max, question };
}

/**
 * The archive of a contest's election as it is set up: election, trustees and credentials, in one event.
 *
 * The description ends in our policy with the hash of the frozen rule (docs/spec/ballot-protocol.md, B.12).
 * Requires: credentials ascending, as their order makes them.
 */
export function setupArchive(
  contest: ContestToSetUp,
  { group, key, trustees, title, language, order, timestamp }: CommonSetup,
): Result<Uint8Array, ElectionRefusal> {
  const { uuid, place, ruleHash, credentials } = contest;
  const heading = `${inLanguage(title, language)} · ${place}`;
  const made = makeElection(group, {
    uuid: branded<string, 'ElectionId'>(uuid),
    name: heading,
    description: withPolicy(inLanguage(contest.template, language), ruleHash ?? undefined),
    key,
    questions: [questionOf(contest, { language, order })],
  });
  if (!made.ok) return err(made.error);
  const { bytes, head } = startArchive(timestamp);
  const setup = appendEvent(
    head,
    {
      type: 'Setup',
      election: Buffer.from(made.value),
      trustees: Buffer.from(trustees),
      credentials: Buffer.from(`["${credentials.join('","')}"]`),
    },
    sha256,
  );
  invariant(setup.ok, 'a setup comes first');
  return ok(Uint8Array.from(Buffer.concat([bytes, setup.value.bytes])));
}
