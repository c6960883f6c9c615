import type { ChangedPart, PlacedDraft, TreeDifference } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Form } from '../../../ui/form.tsx';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { Problems } from './import-page.tsx';
import { type PageProps, treeAddress } from './tree-page.tsx';
import { listedRows, type PreviewView } from './views.ts';

/** What a checked file would change, and the button that does it. */
export function PreviewPage({ view, staff, frame, t }: PageProps<PreviewView>): JSX.Element {
  const { id, sourceName, ignored, difference, wrong, refusal } = view;
  const words = t.territories;
  const isWrong = wrong !== null || refusal !== null;
  const counts =
    difference === null
      ? []
      : [
          words.previewCounts(difference.added.length, difference.changed.length),
          words.previewSame(difference.same, difference.untouched),
        ];
  return (
    <StaffDocument
      title={isWrong ? t.frame.errorTitle(words.previewTitle) : words.previewTitle}
      frame={frame}
      t={t}
      staff={staff}
      crumbs={[
        { text: words.title, href: treeAddress },
        { text: words.bringTitle, href: `${treeAddress}/import` },
        { text: words.previewTitle, href: null },
      ]}
    >
      <Hero
        above={words.previewFrom(sourceName)}
        title={words.previewTitle}
        lead={[...counts, ...(ignored.length > 0 ? [words.previewIgnored(ignored)] : [])]}
      />
      {isWrong && (
        <div class="problem" role="alert">
          <h2>{t.frame.problem}</h2>
          <p>{refusal === null ? words.refusals.no_longer_fits : words.movesInUse(refusal.codes)}</p>
          <p>
            <a href={`${treeAddress}/import`}>{words.importGo}</a>
          </p>
        </div>
      )}
      {wrong !== null && <Problems wrong={wrong} t={t} />}
      {difference !== null && <Difference difference={difference} t={t} />}
      {difference !== null && difference.added.length + difference.changed.length > 0 && (
        <TableLink href={`${treeAddress}/imports/${id}/changes.csv`} of={words.previewTitle} t={t} />
      )}
      {difference !== null && !isWrong && <Act difference={difference} id={id} t={t} />}
    </StaffDocument>
  );
}

const Act = ({ difference, id, t }: { difference: TreeDifference; id: string; t: Translation }): JSX.Element =>
  difference.added.length + difference.changed.length > 0 ? (
    <Form action={`${treeAddress}/imports/${id}`} submit={t.territories.apply}>
      {null}
    </Form>
  ) : (
    <p class="acts">
      <a class="btn" href={treeAddress}>
        {t.territories.applyNothing}
      </a>
    </p>
  );

function Difference({ difference, t }: { difference: TreeDifference; t: Translation }): JSX.Element {
  const { added, changed } = difference;
  const words = t.territories;
  return (
    <>
      {changed.length > 0 && (
        <Section id="changed" title={words.changed(changed.length)} say={cut(changed.length, t)}>
          <table class="stack">
            <caption class="vh">{words.changed(changed.length)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.changes}</th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, listedRows).map((change) => (
                <tr key={change.draft.code}>
                  <NameCell draft={change.draft} />
                  <td data-label={words.changes}>
                    {change.parts.map((part) => (
                      <div key={part}>{changeText(part, change, t)}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {added.length > 0 && (
        <Section id="added" title={words.added(added.length)} say={cut(added.length, t)}>
          <table class="stack">
            <caption class="vh">{words.added(added.length)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.level}</th>
                <th scope="col" class="n">
                  {words.population}
                </th>
              </tr>
            </thead>
            <tbody>
              {added.slice(0, listedRows).map((draft) => (
                <tr key={draft.code}>
                  <NameCell draft={draft} />
                  <td data-label={words.level}>{words.levels[draft.level]}</td>
                  <td class="n" data-label={words.population}>
                    {draft.population === null ? '' : t.format.count(draft.population)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}

const cut = (count: number, t: Translation): readonly string[] =>
  count > listedRows ? [t.territories.listed(listedRows)] : [];

const NameCell = ({ draft: { name, code, parentCode } }: { draft: PlacedDraft }): JSX.Element => (
  <th scope="row">
    <b>{name}</b>
    <small>
      <bdi>{parentCode === null ? code : `${parentCode} › ${code}`}</bdi>
    </small>
  </th>
);

function changeText(
  part: ChangedPart,
  { draft, before }: TreeDifference['changed'][number],
  { territories, format }: Translation,
): string {
  const number = (n: number | null): string => (n === null ? territories.unknown : format.count(n));
  switch (part) {
    case 'name':
      return territories.change(part, before.name, draft.name);
    case 'level':
      return territories.change(part, territories.levels[before.level], territories.levels[draft.level]);
    case 'parent':
      return territories.change(part, before.parentCode ?? '–', draft.parentCode ?? '–');
    case 'population':
      return territories.change(part, number(before.population), number(draft.population));
    case 'outline':
      return territories.changeOutline;
  }
}
