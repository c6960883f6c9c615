import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { TerritoriesContext } from '../../src/features/territories/index.ts';
import { bringTerritories } from '../../src/features/territories/usecases/bring-territories.ts';
import { translationOf } from '../../src/i18n/translation.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import { openWorkFolder, type WorkFolder } from '../../src/jobs/work-folder.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-defects-'));
let fresh: FreshDatabase;
let work: WorkFolder;
let context: TerritoriesContext;

beforeAll(async () => {
  fresh = await freshDatabase();
  work = await openWorkFolder(join(folder, 'work'));
  const readers: TerritoriesContext['readers'] = makeProcesses(new URL(inject('readingProgram')), {
    atOnce: 1,
    memoryMegabytes: 512,
  });
  context = { database: makeDatabase(fresh.pool), readers, work, now: () => new Date(), newId: randomUUID };
});
afterAll(async () => {
  await work.remove();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

const heading = 'code,parent,level,name,population\n';
const root = 'N,,nation,Nación,\n';
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const feature = (geometry: unknown, properties: unknown = { code: 'N', level: 'nation', name: 'A' }): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
const polygon = (...ring: readonly (readonly number[])[]): unknown => ({ type: 'Polygon', coordinates: [ring] });

it.each<readonly [string, string | Uint8Array, string, number | null]>([
  ['nothing', '', 'no_rows', null],
  ['headings alone', heading, 'no_rows', null],
  ['only separators', `${heading},,,,\n,,,,\n`, 'no_rows', null],
  ['a missing column', 'code,parent,name\nN,,A\n', 'missing_column', 1],
  ['a repeated column', `codigo,${heading}N,N,,nation,A,\n`, 'repeated_column', 1],
  ['no headings', root, 'missing_column', 1],
  ['a row that is too short', `${heading}${root}R,N,region\n`, 'row_width', 3],
  ['a row that is too long', `${heading}${root}R,N,region,Uno, dos,7\n`, 'row_width', 3],
  ['a quote that never ends', `${heading}${root}R,N,region,"Uno,\n`, 'broken_quotes', 3],
  ['something after a quote', `${heading}${root}R,N,region,"Uno"s,\n`, 'broken_quotes', 3],
  ['a quote inside a cell', `${heading}${root}R,N,region,U"no,\n`, 'broken_quotes', 3],
  ['a cell over two lines', `${heading}N,,nation,"Na\nción",\n`, 'strange_sign', 2],
  [
    'a zero byte far inside',
    `${heading}${root}${'R,N,region,Uno,\n'.repeat(5000)}X,N,region,U\0no,\n`,
    'strange_sign',
    5003,
  ],
  ['zeros', new Uint8Array(2000), 'not_text', null],
  ['half a sign of UTF-16', utf16(`\ufeff${heading}N,,nation,A,\n`).slice(0, -3), 'row_width', 2],
  [
    'another encoding under the mark of UTF-8',
    new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(`${heading}N,,nation,Nación,\n`, 'latin1')]),
    'lost_sign',
    2,
  ],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...Buffer.from('xl/workbook.xml')]), 'spreadsheet', null],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not_text', null],
  ['a missing code', `${heading},,nation,A,\n`, 'no_code', 2],
  ['a missing name', `${heading}N,,nation,\u00a0,\n`, 'no_name', 2],
  ['a missing level', `${heading}N,,,A,\n`, 'no_level', 2],
  ['an unknown level', `${heading}N,,planeta,A,\n`, 'unknown_level', 2],
  ['a population in words', `${heading}N,,nation,A,muchos\n`, 'bad_population', 2],
  ['a population below nothing', `${heading}N,,nation,A,-5\n`, 'bad_population', 2],
  ['text that turns around', `${heading}N,,nation,A\u202eB,\n`, 'strange_sign', 2],
  ['a name without end', `${heading}N,,nation,${'A'.repeat(5000)},\n`, 'too_long', 2],
  ['a code without end', `${heading}${'N'.repeat(65)},,nation,A,\n`, 'too_long', 2],
  ['a repeated code', `${heading}${root}N,,nation,Otra,\n`, 'repeated_code', 3],
  ['an unknown parent', `${heading}${root}C,X,commune,A,\n`, 'unknown_parent', 3],
  ['its own parent', `${heading}N,N,nation,A,\n`, 'circle', 2],
  ['a circle', `${heading}A,B,region,A,\nB,C,municipality,B,\nC,A,commune,C,\n`, 'circle', 2],
  ['levels upside down', `${heading}C,,commune,A,\nN,C,nation,B,\n`, 'level_not_below', 3],
  ['a name twice in one place', `${heading}${root}A,N,region,San José,\nB,N,region,SAN JOSE,\n`, 'repeated_name', 4],
  ['no JSON', '{"type": "FeatureCollection", "features": [', 'not_geojson', null],
  ['another kind of JSON', '{"a": 1}', 'not_geojson', null],
  ['GeoJSON in Latin-1', new Uint8Array(Buffer.from('{"type":"Niño"}', 'latin1')), 'not_geojson', null],
  ['JSON of a million levels', `{"type":${'['.repeat(1_000_000)}`, 'not_geojson', null],
  ['a collection of nothing', '{"type":"FeatureCollection","features":[]}', 'no_features', null],
  ['a feature without properties', feature(null, null), 'bad_feature', 1],
  ['a line instead of an outline', feature({ type: 'LineString', coordinates: [] }), 'outline_kind', 1],
  ['a ring that is open', feature(polygon([0, 0], [1, 0], [1, 1], [0, 1])), 'ring_open', 1],
  ['a ring of two points', feature(polygon([0, 0], [1, 0], [0, 0])), 'ring_short', 1],
  ['a point off the earth', feature(polygon([0, 0], [181, 0], [1, 1], [0, 0])), 'position_off_earth', 1],
  [
    'a number without end',
    feature(null).replace(
      '"geometry":null',
      '"geometry":{"type":"Polygon","coordinates":[[[1e999,0],[1,0],[1,1],[1e999,0]]]}',
    ),
    'position_off_earth',
    1,
  ],
  ['a bow tie', feature(polygon([0, 0], [2, 2], [2, 0], [0, 2], [0, 0])), 'ring_crosses', 1],
  ['a spike', feature(polygon([0, 0], [4, 0], [2, 0], [2, 2], [0, 0])), 'ring_crosses', 1],
  ['words for numbers', feature({ type: 'Polygon', coordinates: [[['0', '0']]] }), 'outline_shape', 1],
  ['rings that are missing', feature({ type: 'Polygon', coordinates: [] }), 'outline_shape', 1],
])(
  'a file with %s is refused, with its place, in words of both languages, and nothing is kept',
  async (_name, content, type, at) => {
    const brought = await work.use((place) => {
      writeFileSync(place.path('upload'), content);
      const declared = { encoding: null, separator: null };
      return bringTerritories(context, { place, file: 'upload', name: 'x', declared, by: randomUUID() });
    });
    const problems = !brought.ok && brought.error.type === 'problems' ? brought.error.problems : [];
    const found = problems.find(({ problem }) => problem.type === type);
    expect(found, JSON.stringify(brought).slice(0, 500)).toBeDefined();
    expect(found?.place?.number ?? null).toBe(at);
    for (const { problem } of problems) {
      for (const locale of ['es', 'en'] as const) {
        expect(translationOf(locale).territories.problem(problem).length).toBeGreaterThan(10);
      }
    }
    const { rows } = await fresh.pool.query(
      'select (select count(*) from territory_imports) + (select count(*) from territories) as n',
    );
    expect(rows[0].n).toBe(0);
  },
);
