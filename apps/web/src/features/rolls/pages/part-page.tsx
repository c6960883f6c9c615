import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { partAddress, type PartView } from './views.ts';
import { VersionsTable } from './versions-table.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import { WhoMayVote } from './who-may-vote.tsx';

/** A part of a roll, for whoever keeps it: its people alone, and what may be done with them. */
export function PartPage({ view, staff, frame, t }: RollPageProps<PartView>): JSX.Element {
  const { head, part, eligibility, people, frozenAt, waiting, versions } = view;
  const words = t.rolls;
  const address = partAddress(head, part.id);
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.partTitle(part.name)}
      lead={leadOf(view, t)}
      acts={
        eligibility === null || frozenAt !== null ? undefined : (
          <a class="btn" href={`${address}/import`}>
            {words.bringPart}
          </a>
        )
      }
    >
      <WaitingFiles head={head} files={waiting} t={t} />
      {eligibility !== null && (
        <Section id="rule" title={words.ruleTitle} say={[words.ruleOfWhole]}>
          <WhoMayVote eligibility={eligibility} t={t} />
        </Section>
      )}
      {versions.length > 0 && (
        <Section id="versions" title={words.versions} say={[words.partVersionsRail]}>
          <VersionsTable
            head={head}
            versions={versions}
            isWhole={false}
            table={`${address}/files/versions.csv`}
            t={t}
          />
        </Section>
      )}
      {people > 0 && (
        <Section id="export" title={words.exportPart} say={[words.exportRail]}>
          <p class="acts">
            <a class="btn two" href={`${address}/files/roll.csv`} download>
              {words.exportPart}
            </a>
          </p>
        </Section>
      )}
    </RollStaffPage>
  );
}

function leadOf({ eligibility, people, frozenAt }: PartView, { rolls, format }: Translation): readonly string[] {
  if (eligibility === null) return rolls.partNoRule;
  if (frozenAt !== null) return [rolls.partFrozen(format.day(frozenAt), people), rolls.partMissing];
  return [rolls.partPeople(people), rolls.partOpen];
}
