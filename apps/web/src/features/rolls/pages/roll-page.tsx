import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { Facts, Hash, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { rollAddress, type RollView, type VersionRow } from './views.ts';
import { WhoMayVote } from './who-may-vote.tsx';

/** The roll of a consultation: how many, since when, what may be done with it. */
export function RollPage({ view, staff, frame, t }: RollPageProps<RollView>): JSX.Element {
  const { head, eligibility, people, frozen, waiting, mayUnfreeze, versions } = view;
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
          {frozen === null && people > 0 && waiting === null && (
            <a class="btn two" href={`${address}/freeze`}>
              {words.freezeGo}
            </a>
          )}
        </>
      }
    >
      {waiting !== null && (
        <p class="note wait">
          {words.waiting}: {waiting.sourceName}. <a href={`${address}/imports/${waiting.id}`}>{words.waitingGo}</a>
        </p>
      )}
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
      {versions.length > 0 && (
        <Section id="versions" title={words.versions} say={[words.versionsRail]}>
          <div>
            <Versions versions={versions} address={address} t={t} />
            <TableLink href={`${address}/files/versions.csv`} of={words.versions} t={t} />
          </div>
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

function Versions(props: { versions: readonly VersionRow[]; address: string; t: Translation }): JSX.Element {
  const { versions, address, t } = props;
  const words = t.rolls;
  return (
    <table class="stack">
      <caption class="vh">{words.versions}</caption>
      <thead>
        <tr>
          <th scope="col">{words.version}</th>
          <th scope="col">{words.changeOf}</th>
          <th scope="col" class="n">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {versions.map((row) => (
          <tr key={row.version}>
            <th scope="row">
              <b>
                <a href={`${address}/versions/${row.version}`}>{words.versionTitle(row.version)}</a>
              </b>
              <small>{row.sourceName ?? words.kinds[row.kind]}</small>
              <small>{whose(row, t)}</small>
            </th>
            <td data-label={words.changeOf}>{words.importCounts(row.added, row.removed, row.changed)}</td>
            <td class="n" data-label={words.total}>
              {t.format.count(row.total)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who made a version, and when. */
export function whose({ createdBy, agreedBy, createdAt }: VersionRow, { rolls, format }: Translation): string {
  const day = format.day(createdAt);
  return agreedBy === null ? rolls.by(createdBy, day) : rolls.byTwo(createdBy, agreedBy, day);
}
