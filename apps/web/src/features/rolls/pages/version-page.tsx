import type { JSX } from 'preact';
import { Section } from '../../../ui/section.tsx';
import { Facts, Hash, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { whose } from './versions-table.tsx';
import { listedPeople, type VersionView } from './views.ts';

/** What a version changed in the one before. */
export function VersionPage({ view, staff, frame, t }: RollPageProps<VersionView>): JSX.Element {
  const { head, version, total, changes } = view;
  const words = t.rolls;
  const all = version.added + version.removed + version.changed;
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.versionTitle(version.version)}
      above={whose(version, t)}
      lead={[words.importCounts(version.added, version.removed, version.changed)]}
    >
      <Facts
        rows={[
          ...(total === null ? [] : [[words.total, t.format.count(total)] as const]),
          ...(version.part === null ? [] : [[words.territory, version.part] as const]),
          ...(version.reason === null ? [] : [[words.reason, version.reason] as const]),
          ...(version.sourceHash === null ? [] : [[words.fingerprint, <Hash>{version.sourceHash}</Hash>] as const]),
        ]}
      />
      {changes.length > 0 && (
        <Section
          id="changes"
          title={words.changeOf}
          say={all > changes.length ? [words.listed(listedPeople)] : []}
          rail={
            <p>
              <a href={`/org/c/${head.slug}/roll/versions/${version.version}/changes.csv`}>{t.tables.download}</a>
            </p>
          }
        >
          <table class="stack">
            <caption class="vh">{words.changeOf}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.name}</th>
                <th scope="col">{words.changeOf}</th>
                <th scope="col">{words.territory}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ change, name, birthDate, territory, before }, i) => (
                <tr key={`${i} ${name}`}>
                  <th scope="row">
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                    <small>{t.format.day(birthDate)}</small>
                  </th>
                  <td data-label={words.changeOf}>{words.changeKinds[change]}</td>
                  <td data-label={words.territory}>
                    {change === 'changed' && before !== null && before !== territory
                      ? words.from(before, territory)
                      : territory}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </RollStaffPage>
  );
}
