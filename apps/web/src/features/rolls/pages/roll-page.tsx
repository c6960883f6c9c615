import type { JSX } from 'preact';
import { Section, Status } from '../../../ui/section.tsx';
import { Facts, Hash, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { rollAddress, type RollView } from './views.ts';
import { VersionsTable } from './versions-table.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import { WhoMayVote } from './who-may-vote.tsx';

/** The roll of a consultation: how many, since when, what may be done with it. */
export function RollPage({ view, staff, frame, t }: RollPageProps<RollView>): JSX.Element {
  const { head, eligibility, people, frozen, waiting, parts, mayUnfreeze, versions } = view;
  const words = t.rolls;
  const address = rollAddress(head);
  const lead =
    eligibility === null
      ? words.leadNoRule
      : frozen === null
        ? words.leadOpen(people)
        : words.leadFrozen(frozen.count, t.format.day(frozen.at), people - frozen.count);
  const main =
    eligibility === null
      ? ([`${address}/rule`, words.ruleGo] as const)
      : frozen === null
        ? ([`${address}/import`, words.bringGo] as const)
        : ([`${address}/add`, words.addGo] as const);
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.title}
      lead={[lead]}
      isRoll
      acts={
        <>
          <a class="btn" href={main[0]}>
            {main[1]}
          </a>
          {frozen === null && people > 0 && waiting.length === 0 && (
            <a class="btn two" href={`${address}/freeze`}>
              {words.freezeGo}
            </a>
          )}
        </>
      }
    >
      <WaitingFiles head={head} files={waiting} t={t} />
      <Facts
        rows={[
          [
            words.state,
            <Status is={frozen === null ? 'wait' : 'check'}>
              {words.states[frozen === null ? 'open' : 'frozen']}
            </Status>,
          ],
          [words.people, t.format.count(people)],
          ...(frozen === null ? [] : [[words.commitment, <Hash>{frozen.commitment}</Hash>] as const]),
        ]}
      />
      {frozen !== null && <p class="hint">{words.commitmentRail}</p>}
      {mayUnfreeze && (
        <ul class="ways">
          <li>
            <a href={`${address}/unfreeze`}>{words.unfreezing.go}</a>
          </li>
        </ul>
      )}
      {eligibility !== null && (
        <Section
          id="rule"
          title={words.ruleTitle}
          rail={
            frozen === null && (
              <p>
                <a href={`${address}/rule`}>{words.ruleChange}</a>
              </p>
            )
          }
        >
          <WhoMayVote eligibility={eligibility} t={t} />
        </Section>
      )}
      {parts.all > 0 && (
        <Section id="parts" title={words.partsTitle} say={[words.partsLead(parts.peopled, parts.all)]}>
          <ul class="ways">
            <li>
              <a href={`${address}/parts`}>{words.partsGo}</a>
            </li>
          </ul>
        </Section>
      )}
      {versions.length > 0 && (
        <Section id="versions" title={words.versions} say={[words.versionsRail]}>
          <VersionsTable head={head} versions={versions} isWhole table={`${address}/files/versions.csv`} t={t} />
        </Section>
      )}
      {people > 0 && (
        <Section id="export" title={words.exportGo} say={[words.exportRail]}>
          <p class="acts">
            <a class="btn two" href={`${address}/files/roll.csv`} download>
              {words.exportGo}
            </a>
          </p>
        </Section>
      )}
    </RollStaffPage>
  );
}
