import type { Eligibility } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';

/** Who may vote, in plain words: the age on its day, and the proofs that are accepted. */
export function WhoMayVote({ eligibility, t }: { eligibility: Eligibility; t: Translation }): JSX.Element {
  const words = t.rolls;
  const { minimumAge, ageOn, proofs } = eligibility;
  return (
    <div>
      <p>{words.ruleText(minimumAge, t.format.day(ageOn))}</p>
      <p>{words.proofsLabel}:</p>
      <ul>
        {proofs.map((proof) => (
          <li key={proof}>{words.proofs[proof]}</li>
        ))}
      </ul>
    </div>
  );
}
