import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { LyingTape } from '../../../ui/charts/tape.tsx';

/** How many of those who could vote did: a sentence, a drawing of it, and where the figures come from. */
export function Turnout(props: {
  readonly voted: number;
  readonly eligible: number;
  /** Of these, who came to the roll after it was frozen. */
  readonly added: number;
  readonly t: Translation;
}): JSX.Element {
  const { voted, eligible, added, t } = props;
  const words = t.results;
  // A short piece has no room for its words; the sentence says the number.
  const rest = eligible - voted;
  const sentence = words.turnout(voted, eligible, t.format.percentOf(voted, eligible, 1));
  return (
    <>
      <p>
        <b>{sentence}</b>
      </p>
      {eligible > 0 && (
        <figure>
          <LyingTape
            parts={[
              { size: voted, label: words.didVote(voted) },
              { size: rest, pale: true, ...(4 * rest < eligible ? {} : { label: words.didNotVote(rest) }) },
            ]}
            whole={eligible}
            unit={1}
            says={sentence}
            t={t}
          />
        </figure>
      )}
      <p class="soft">
        {words.turnoutFrom} {added > 0 && words.turnoutAdded(added)}
      </p>
    </>
  );
}
