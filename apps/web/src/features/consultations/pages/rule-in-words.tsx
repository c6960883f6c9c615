import type { ContestTemplate, QuestionKind } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { countingWords, tieWords, votingWords } from './rule-words.ts';
import type { Head } from './views.ts';

/** A whole rule as people read it: voting, counting, ties, what becomes known; and its hash once frozen. */
export function RuleInWords(props: {
  template: ContestTemplate;
  kind: QuestionKind;
  /** Below so many ballots a contest is not published by itself. */
  least: number;
  hash: string | null;
  /** Of the consultation, for its money. */
  head: Head;
  t: Translation;
}): JSX.Element {
  const { template, kind, least, hash, head, t } = props;
  const words = t.consultations;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.howToVote, votingWords(template, t)],
    [words.howCounted, countingWords(template.rule, t, head)],
    [words.ties, tieWords(template.rule, t)],
    [words.secrecy, [kind === 'homomorphic' ? words.totalsOnly : words.wholeBallots, words.smallGroup(least)]],
  ];
  return (
    <div class="rule-words">
      {parts.map(([title, sentences]) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul class="say">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      {hash !== null && (
        <div>
          <h3>{words.hash}</h3>
          <p class="hash">
            <code dir="ltr">{hash}</code>
          </p>
          <p class="soft">{words.hashSays}</p>
        </div>
      )}
    </div>
  );
}
