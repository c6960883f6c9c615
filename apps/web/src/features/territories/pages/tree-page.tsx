import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Field, freshForm } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import type { Part, TerritoryRow, TerritoryView, TreeView } from './views.ts';

/** What every page of territories is given. */
export interface PageProps<View> {
  readonly view: View;
  /** Who looks at it. */
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}

export const treeAddress = '/org/territories';
const importAddress = `${treeAddress}/import`;

/** The top of the tree, its search and its exports. */
export function TreePage({ view, staff, frame, t }: PageProps<TreeView>): JSX.Element {
  const { levels, rows, search } = view;
  const words = t.territories;
  const isEmpty = levels.length === 0;
  return (
    <StaffDocument title={words.title} frame={frame} t={t} staff={staff} crumbs={[{ text: words.title, href: null }]}>
      <Hero
        title={words.title}
        lead={isEmpty ? [words.empty] : [words.lead]}
        acts={
          <a class="btn" href={importAddress}>
            {words.importGo}
          </a>
        }
      />
      {!isEmpty && (
        <>
          <Section
            id="tree"
            title={search === null ? words.roots : words.found(rows.length, search.words)}
            say={search?.isCut === true ? [words.foundMore(rows.length)] : []}
            rail={<Levels levels={levels} t={t} />}
          >
            <div>
              <form action={treeAddress} method="get" role="search">
                <Field name="q" type="search" label={words.search} form={freshForm([['q', search?.words ?? '']])} />
                <button class="btn two">{words.searchGo}</button>
              </form>
              <Rows
                rows={rows}
                caption={search === null ? words.roots : words.found(rows.length, search.words)}
                t={t}
              />
            </div>
          </Section>
          <Section id="exports" title={words.exports} say={[words.exportsRail]}>
            <p class="acts">
              <a class="btn two" href={`${treeAddress}/files/territories.csv`} download>
                {words.exportCsv}
              </a>
              <a class="btn two" href={`${treeAddress}/files/territories.geojson`} download>
                {words.exportGeoJson}
              </a>
            </p>
          </Section>
        </>
      )}
    </StaffDocument>
  );
}

const Levels = ({ levels, t }: { levels: TreeView['levels']; t: Translation }): JSX.Element => (
  <dl class="facts">
    {levels.map(({ level, count }) => (
      <div key={level}>
        <dt>{t.territories.levels[level]}</dt>
        <dd>{t.format.count(count)}</dd>
      </div>
    ))}
  </dl>
);

/** One territory: what is known of it, and what lies directly below it. */
export function TerritoryPage({ view, staff, frame, t }: PageProps<TerritoryView>): JSX.Element {
  const { territory, above, rows, part } = view;
  const words = t.territories;
  return (
    <StaffDocument
      title={territory.name}
      frame={frame}
      t={t}
      staff={staff}
      crumbs={[
        { text: words.title, href: treeAddress },
        ...above.map(({ id, name }) => ({ text: name, href: `${treeAddress}/${id}` })),
        { text: territory.name, href: null },
      ]}
    >
      <Hero above={words.levels[territory.level]} title={territory.name} lead={[]} />
      <dl class="facts">
        <div>
          <dt>{words.code}</dt>
          <dd>
            <bdi>{territory.code}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.population}</dt>
          <dd>{territory.population === null ? words.unknown : t.format.count(territory.population)}</dd>
        </div>
        <div>
          <dt>{words.below}</dt>
          <dd>{t.format.count(territory.below)}</dd>
        </div>
        <div>
          <dt>{words.outline}</dt>
          <dd>{territory.hasOutline ? words.outlineYes : words.outlineNo}</dd>
        </div>
      </dl>
      <Section id="inside" title={words.inside} say={rows.length === 0 ? [words.nothingInside] : []}>
        {rows.length > 0 && (
          <div>
            <Rows rows={rows} caption={words.inside} t={t} />
            <PartOfList part={part} shown={rows.length} address={`${treeAddress}/${territory.id}`} t={t} />
          </div>
        )}
      </Section>
    </StaffDocument>
  );
}

function Rows({ rows, caption, t }: { rows: readonly TerritoryRow[]; caption: string; t: Translation }): JSX.Element {
  const words = t.territories;
  return (
    <table class="stack">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" class="n">
            {words.population}
          </th>
          <th scope="col" class="n">
            {words.below}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, code, level, population, below }) => (
          <tr key={id}>
            <th scope="row">
              <b>
                <a href={`${treeAddress}/${id}`}>{name}</a>
              </b>
              <small>
                {words.levels[level]} <bdi>{code}</bdi>
              </small>
            </th>
            <td class="n" data-label={words.population}>
              {population === null ? '' : t.format.count(population)}
            </td>
            <td class="n" data-label={words.below}>
              {t.format.count(below)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PartOfList(props: { part: Part; shown: number; address: string; t: Translation }): JSX.Element | null {
  const { part, shown, address, t } = props;
  const { from, all, size } = part;
  if (all <= size && from === 1) return null;
  const words = t.territories;
  const to = from + shown - 1;
  return (
    <nav aria-label={words.inside}>
      <p>{words.range(from, to, all)}</p>
      <p class="acts">
        {from > 1 && (
          <a class="btn two" href={`${address}?from=${Math.max(1, from - size)}`}>
            {words.before}
          </a>
        )}
        {to < all && (
          <a class="btn two" href={`${address}?from=${to + 1}`}>
            {words.after}
          </a>
        )}
      </p>
    </nav>
  );
}
