import type { PlacedDraft } from '@convite/domain';
import { ImportPage } from '../../apps/web/src/features/territories/pages/import-page.tsx';
import { PreviewPage } from '../../apps/web/src/features/territories/pages/preview-page.tsx';
import { TerritoryPage, TreePage } from '../../apps/web/src/features/territories/pages/tree-page.tsx';
import type { PreviewView, TerritoryRow, TreeView } from '../../apps/web/src/features/territories/pages/views.ts';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Rosa Ochoa' };
const id = '0191d3a0-0000-4000-8000-000000000001';

const row = (
  code: string,
  name: string,
  level: TerritoryRow['level'],
  below: number,
  people: number | null,
): TerritoryRow => ({
  id: `${id.slice(0, -4)}${code
    .slice(-4)
    .padStart(4, '0')
    .replaceAll(/[^0-9a-f]/gu, 'a')}`,
  code,
  name,
  level,
  population: people,
  below,
});

const tree: TreeView = {
  levels: [
    { level: 'nation', count: 1 },
    { level: 'region', count: 24 },
    { level: 'municipality', count: 335 },
    { level: 'commune', count: 5336 },
  ],
  rows: [row('VE', 'República', 'nation', 5695, 28_300_000)],
  search: null,
};
const circuits = Array.from({ length: 12 }, (_, i) =>
  row(
    `C${String(231 + i).padStart(5, '0')}`,
    `Circuito ${['El Sauce', 'La Enramada', 'Los Almendros'][i % 3]} ${i + 1}`,
    'commune',
    i % 4,
    i % 5 === 0 ? null : 400 + i * 131,
  ),
);

const draft = (code: string, name: string, number: number): PlacedDraft => ({
  code,
  parentCode: 'M17',
  level: 'commune',
  name,
  population: 1204,
  outline: null,
  place: { kind: 'line', number },
});
const preview: PreviewView = {
  id,
  sourceName: 'circuitos-2026.csv',
  ignored: ['Observaciones'],
  difference: {
    added: [draft('C05337', 'Circuito Nuevo Amanecer', 7), draft('C05338', 'Circuito Las Lomas', 8)],
    changed: [
      {
        draft: draft('C00231', 'Circuito El Sauce de San José', 2),
        before: {
          code: 'C00231',
          parentCode: 'M16',
          level: 'sector',
          name: 'Circuito El Sauce',
          population: null,
          hasOutline: false,
        },
        parts: ['name', 'level', 'parent', 'population', 'outline'],
      },
    ],
    same: 5334,
    untouched: 361,
  },
  wrong: null,
  refusal: null,
};
const wrong = {
  list: '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c11',
  problems: [
    { place: null, problem: { type: 'spreadsheet' } },
    {
      place: { kind: 'line', number: 1 },
      problem: { type: 'missing_column', column: 'level', found: ['Código', 'Nombre'] },
    },
    { place: { kind: 'line', number: 1204 }, problem: { type: 'unknown_parent', parent: 'M336' } },
    { place: { kind: 'feature', number: 12 }, problem: { type: 'ring_crosses', at: '-66.9036, 10.4806' } },
    { place: { kind: 'line', number: 18 }, problem: { type: 'circle', codes: ['C00231', 'M17', 'R2'] } },
  ],
  more: 120,
} as const;

/** Every state of the pages of territories. */
export const territoryStates: readonly PageState[] = [
  { name: 'territories', draw: (frame, t) => <TreePage view={tree} staff={staff} frame={frame} t={t} /> },
  {
    name: 'territories-empty',
    draw: (frame, t) => <TreePage view={{ levels: [], rows: [], search: null }} staff={staff} frame={frame} t={t} />,
  },
  {
    name: 'territories-found',
    draw: (frame, t) => (
      <TreePage
        view={{ ...tree, rows: circuits, search: { words: 'circuito', isCut: true } }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'territory',
    draw: (frame, t) => (
      <TerritoryPage
        view={{
          territory: { ...row('M17', 'San José de los Llanos', 'municipality', 214, 81_204), hasOutline: true },
          above: [
            { id, name: 'República' },
            { id: id.replace('1', '2'), name: 'Portuguesa' },
          ],
          rows: circuits,
          part: { from: 201, all: 214, size: 200 },
        }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'territory-import',
    draw: (frame, t) => (
      <ImportPage form={freshForm()} wrong={null} maximumBytes={20_000_000} staff={staff} frame={frame} t={t} />
    ),
  },
  {
    name: 'territory-import-problems',
    draw: (frame, t) => (
      <ImportPage
        form={{ values: new Map(), problems: [{ field: 'file', says: t.territories.fileProblems(125) }] }}
        wrong={wrong}
        maximumBytes={20_000_000}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'territory-preview',
    draw: (frame, t) => <PreviewPage view={preview} staff={staff} frame={frame} t={t} />,
  },
  {
    name: 'territory-preview-refused',
    draw: (frame, t) => (
      <PreviewPage
        view={{ ...preview, refusal: { type: 'moves_in_use', codes: ['C00231', 'C00232'] } }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
];
