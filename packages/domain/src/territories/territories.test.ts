import { err, invariant, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { readHeading } from '../tables/headings.ts';
import { checkTree, type StoredTerritory } from './check-tree.ts';
import { readTerritoryFeatures } from './read-features.ts';
import { neededTerritoryColumns, readTerritoryRow, territoryColumns } from './read-row.ts';
import type { PlacedDraft } from './territory.ts';
import { treeDifference } from './tree-difference.ts';

const read = readHeading(
  ['Código', 'Código padre', 'Nivel', 'Nombre', 'Población'],
  territoryColumns,
  neededTerritoryColumns,
);
invariant(read.ok, 'the headings of the test are those of a national file');
const heading = read.value;

describe('a row', () => {
  it('keeps its national code as written, and knows levels in both languages', () => {
    expect(readTerritoryRow(['0231', '02', 'Circuito comunal', ' El  Sauce ', '1.204'], heading)).toEqual(
      ok({ code: '0231', parentCode: '02', level: 'commune', name: 'El Sauce', population: 1204, outline: null }),
    );
    expect(readTerritoryRow(['VE', '', 'NATION', 'Venezuela', ''], heading)).toEqual(
      ok({ code: 'VE', parentCode: null, level: 'nation', name: 'Venezuela', population: null, outline: null }),
    );
  });

  it.each([
    [['1', '', 'nation', 'A'], [{ type: 'row_width', found: 4, expected: 5 }]],
    [['1', '', 'nation', 'A', '', 'x'], [{ type: 'row_width', found: 6, expected: 5 }]],
    [
      ['', '', '', '', ''],
      [{ type: 'no_code' }, { type: 'no_name' }, { type: 'no_level' }],
    ],
    [['1', '', 'galaxy', 'A', ''], [{ type: 'unknown_level', found: 'galaxy' }]],
    [['1', '', 'nation', 'A', '12,5'], [{ type: 'bad_population', found: '12,5' }]],
    [['1', '', 'nation', 'A', '-3'], [{ type: 'bad_population', found: '-3' }]],
    [['1', '', 'nation', 'A', '1e6'], [{ type: 'bad_population', found: '1e6' }]],
    [['1', '', 'nation', 'A', '99999999999'], [{ type: 'bad_population', found: '99999999999' }]],
    [['1', '', 'nation', 'A\u202eB', ''], [{ type: 'strange_sign', column: 'name', sign: 'U+202E' }]],
    [['1', '', 'nation', 'Mu\ufffdoz', ''], [{ type: 'lost_sign', column: 'name' }]],
    [['1'.repeat(65), '', 'nation', 'A', ''], [{ type: 'too_long', column: 'code', most: 64 }]],
  ])('%j is refused with everything that is wrong', (cells, problems) => {
    expect(readTerritoryRow(cells, heading)).toEqual(err(problems));
  });
});

const draft = (
  line: number,
  code: string,
  parentCode: string | null,
  level: PlacedDraft['level'],
  name = code,
): PlacedDraft => ({
  code,
  parentCode,
  level,
  name,
  population: null,
  outline: null,
  place: { kind: 'line', number: line },
});
const line = (number: number): PlacedDraft['place'] => ({ kind: 'line', number });
const nation = draft(2, 'N', null, 'nation');
const region = draft(3, 'R', 'N', 'region');
const commune = draft(4, 'C', 'R', 'commune');

describe('a tree', () => {
  it('comes out with parents first, in whatever order it came, and may leave levels out', () => {
    const upsideDown = [commune, region, nation];
    expect(checkTree(upsideDown, [])).toEqual(ok([nation, region, commune]));
  });

  it('may hang on what is stored', () => {
    expect(checkTree([commune], [nation, region])).toEqual(ok([commune]));
  });

  it.each<readonly [string, readonly PlacedDraft[], readonly StoredTerritory[], number, unknown]>([
    [
      'a code that stands twice',
      [nation, { ...nation, place: line(9) }],
      [],
      9,
      { type: 'repeated_code', code: 'N', first: line(2) },
    ],
    ['a parent that does not exist', [region], [], 3, { type: 'unknown_parent', parent: 'N' }],
    [
      'a level above that of its parent',
      [nation, commune, draft(3, 'R', 'C', 'region')],
      [],
      3,
      { type: 'level_not_below', level: 'region', parent: 'C', parentLevel: 'commune' },
    ],
    [
      'a level like that of its parent',
      [nation, draft(3, 'M', 'N', 'nation')],
      [],
      3,
      { type: 'level_not_below', level: 'nation', parent: 'N', parentLevel: 'nation' },
    ],
    ['a territory above itself', [draft(2, 'N', 'N', 'nation')], [], 2, { type: 'circle', codes: ['N'] }],
    [
      'a name that a sibling has',
      [nation, region, draft(5, 'S', 'N', 'region', ' Ŕ ')],
      [],
      5,
      { type: 'repeated_name', name: ' Ŕ ', other: 'R' },
    ],
    [
      'a name that a stored sibling has',
      [draft(5, 'S', 'N', 'region', 'r')],
      [nation, region],
      5,
      { type: 'repeated_name', name: 'r', other: 'R' },
    ],
    [
      'a level that a stored territory below cannot have',
      [draft(3, 'R', 'N', 'sector')],
      [nation, region, commune],
      3,
      { type: 'level_not_above', level: 'sector', child: 'C', childLevel: 'commune' },
    ],
  ])('is refused with %s', (_name, drafts, stored, number, problem) => {
    const checked = checkTree(drafts, stored);
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? [] : checked.error).toContainEqual({ place: line(number), problem });
  });

  it('is refused with each circle once, at the first of its territories', () => {
    const circle = [
      draft(2, 'A', 'C', 'region'),
      draft(3, 'B', 'A', 'municipality'),
      draft(4, 'C', 'B', 'commune'),
      draft(5, 'D', 'C', 'sector'),
    ];
    const checked = checkTree(circle, []);
    const circles = checked.ok ? [] : checked.error.filter(({ problem }) => problem.type === 'circle');
    expect(circles).toEqual([{ place: line(2), problem: { type: 'circle', codes: ['A', 'C', 'B'] } }]);
  });

  it('lets the same name stand in two places', () => {
    const regions = [
      nation,
      region,
      draft(4, 'S', 'N', 'region'),
      draft(5, 'R1', 'R', 'commune', 'Centro'),
      draft(6, 'S1', 'S', 'commune', 'Centro'),
    ];
    expect(checkTree(regions, [])).toMatchObject({ ok: true });
  });

  it('of a nation is checked at once', () => {
    const all: PlacedDraft[] = [nation];
    for (let r = 0; r < 24; r++) all.push(draft(all.length + 2, `R${r}`, 'N', 'region'));
    for (let m = 0; m < 335; m++) all.push(draft(all.length + 2, `M${m}`, `R${m % 24}`, 'municipality'));
    for (let c = 0; c < 5336; c++) all.push(draft(all.length + 2, `C${c}`, `M${c % 335}`, 'commune'));
    const checked = checkTree(all, []);
    expect(checked.ok && checked.value.length).toBe(5696);
  });
});

describe('the difference to what is stored', () => {
  it('tells added, changed with what, the same and untouched apart', () => {
    const stored = [nation, region, commune].map((one) => ({ ...one, hasOutline: false, population: 10 }));
    const renamed = { ...region, name: 'Región', population: 12 };
    const added = draft(7, 'D', 'R', 'commune');
    expect(treeDifference([nation, renamed, added], stored)).toEqual({
      added: [added],
      changed: [{ draft: renamed, before: stored[1], parts: ['name', 'population'] }],
      same: 1,
      untouched: 1,
    });
    const moved = { ...commune, parentCode: 'N', outline: { type: 'Polygon', coordinates: [] } } as const;
    expect(treeDifference([moved], stored).changed[0]?.parts).toEqual(['parent', 'outline']);
  });
});

describe('features', () => {
  const feature = (properties: unknown, geometry: unknown = null): unknown => ({
    type: 'Feature',
    properties,
    geometry,
  });
  const collection = (...features: unknown[]): unknown => ({ type: 'FeatureCollection', features });
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  };

  it('are territories by the same names of columns, with their outline', () => {
    const file = collection(
      feature({ CODIGO: 231, Padre: '02', nivel: 'comuna', Nombre: 'El Sauce', area: 3.5, hab: null }, outline),
    );
    expect(readTerritoryFeatures(file)).toEqual(
      ok([
        {
          code: '231',
          parentCode: '02',
          level: 'commune',
          name: 'El Sauce',
          population: null,
          outline,
          place: { kind: 'feature', number: 1 },
        },
      ]),
    );
  });

  it.each([
    ['no object', 7, null, { type: 'not_geojson' }],
    ['a single feature', feature({}), null, { type: 'not_geojson' }],
    ['no features', collection(), null, { type: 'no_features' }],
    ['a feature that is none', collection('x'), { kind: 'feature', number: 1 }, { type: 'bad_feature' }],
    [
      'a feature without properties',
      collection(feature(null)),
      { kind: 'feature', number: 1 },
      { type: 'bad_feature' },
    ],
    ['nothing in its properties', collection(feature({})), { kind: 'feature', number: 1 }, { type: 'no_code' }],
    [
      'a code that is an object',
      collection(feature({ code: {}, level: 'nation', name: 'A' })),
      { kind: 'feature', number: 1 },
      { type: 'no_code' },
    ],
    [
      'a point',
      collection(feature({ code: '1', level: 'nation', name: 'A' }, { type: 'Point' })),
      { kind: 'feature', number: 1 },
      { type: 'outline_kind', found: 'Point' },
    ],
  ])('are refused when the file holds %s', (_name, file, place, problem) => {
    const features = readTerritoryFeatures(file);
    expect(features.ok ? [] : features.error).toContainEqual({ place, problem });
  });
});
