import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { TableLink } from '../../../ui/table-link.tsx';
import { listedVersions, rollAddress, type RollHead, type VersionRow } from './views.ts';

/** The newest versions of a roll, or of a part, with the way to all of them. */
export function VersionsTable(props: {
  head: RollHead;
  versions: readonly VersionRow[];
  /** Of the whole: it says how many people the roll had then. */
  isWhole: boolean;
  /** All of them as a table. */
  table: string;
  t: Translation;
}): JSX.Element {
  const { head, versions, isWhole, table, t } = props;
  const words = t.rolls;
  const listed = versions.slice(0, listedVersions);
  return (
    <div>
      {versions.length > listed.length && <p>{words.versionsListed(listed.length, versions.length)}</p>}
      <table class="stack">
        <caption class="vh">{words.versions}</caption>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.changeOf}</th>
            {isWhole && (
              <th scope="col" class="n">
                {words.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <tr key={row.version}>
              <th scope="row">
                <b>
                  <a href={`${rollAddress(head)}/versions/${row.version}`}>{words.versionTitle(row.version)}</a>
                </b>
                <small>{row.sourceName ?? words.kinds[row.kind]}</small>
                {row.part !== null && <small>{row.part}</small>}
                <small>{whose(row, t)}</small>
              </th>
              <td data-label={words.changeOf}>{words.importCounts(row.added, row.removed, row.changed)}</td>
              {isWhole && (
                <td class="n" data-label={words.total}>
                  {t.format.count(row.total)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <TableLink href={table} of={words.versions} t={t} />
    </div>
  );
}

/** Who made a version, and when. */
export function whose({ createdBy, agreedBy, createdAt }: VersionRow, { rolls, format }: Translation): string {
  const day = format.day(createdAt);
  return agreedBy === null ? rolls.by(createdBy, day) : rolls.byTwo(createdBy, agreedBy, day);
}
