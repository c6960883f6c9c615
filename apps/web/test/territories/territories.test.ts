import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { territoriesCsv, territoriesGeoJson } from '../../src/features/territories/downloads/tables.ts';
import type { TerritoriesContext } from '../../src/features/territories/index.ts';
import { applyImport } from '../../src/features/territories/usecases/apply-import.ts';
import { bringTerritories } from '../../src/features/territories/usecases/bring-territories.ts';
import { showImport } from '../../src/features/territories/usecases/show-import.ts';
import { exportTree, showTerritory, showTree } from '../../src/features/territories/usecases/show-tree.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import { openWorkFolder, type WorkFolder } from '../../src/jobs/work-folder.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { nationalTree } from './national-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-territories-'));
const undeclared = { encoding: null, separator: null };
let fresh: FreshDatabase;
let work: WorkFolder;
let context: TerritoriesContext;
let account: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  work = await openWorkFolder(join(folder, 'work'));
  const readers: TerritoriesContext['readers'] = makeProcesses(new URL(inject('readingProgram')), {
    atOnce: 1,
    memoryMegabytes: 512,
  });
  context = { database: makeDatabase(fresh.pool), readers, work, now: () => new Date(), newId: randomUUID };
  const { rows } = await fresh.pool.query(
    `insert into accounts (id, email, name, created_at) values (gen_random_uuid(), 'ada@example.org', 'Ada', now()) returning id`,
  );
  account = rows[0].id;
});
afterAll(async () => {
  await work.remove();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await fresh.pool.query('truncate territories, audit_trail cascade');
  await fresh.pool.query('delete from territory_imports');
});

const bring = (content: string | Uint8Array): ReturnType<typeof bringTerritories> =>
  work.use((place) => {
    writeFileSync(place.path('upload'), content);
    return bringTerritories(context, { place, file: 'upload', name: 'file.csv', declared: undeclared, by: account });
  });

async function imported(content: string): Promise<void> {
  const brought = await bring(content);
  invariant(brought.ok, `the file of a test is sound: ${JSON.stringify(brought)}`);
  const applied = await applyImport(context, brought.value, account);
  expect(applied).toMatchObject({ ok: true });
}

async function stored(): Promise<readonly string[]> {
  const { rows } = await fresh.pool.query<{ line: string }>(
    `select concat_ws(' ', t.code, t.level, t.name, t.population,
       (select string_agg(a.code, '>' order by cardinality(a.path)) from territories a where a.id = any(t.path))) as line
     from territories t order by t.code`,
  );
  return rows.map(({ line }) => line);
}

const small = `code,parent,level,name,population
N,,nation,Nación,900
R,N,region,Región,
M,R,municipality,El Valle,
C1,M,commune,La Enramada,600
C2,M,commune,El Sauce,300
`;

describe('a file of territories', () => {
  it('of a nation comes in whole, in any order, with its codes', async () => {
    await imported(nationalTree());
    const tree = await showTree(context, '');
    expect(tree.levels).toEqual([
      { level: 'nation', count: 1 },
      { level: 'region', count: 24 },
      { level: 'municipality', count: 335 },
      { level: 'commune', count: 5336 },
    ]);
    expect(tree.rows).toMatchObject([{ code: 'VE', name: 'República', below: 5695 }]);
    const found = await showTree(context, 'C00231');
    expect(found.rows).toMatchObject([{ code: 'C00231', name: 'Circuito 231' }]);
    const { rows } = await fresh.pool.query(
      'select min(cardinality(path)), max(cardinality(path)) from territories where level = $1',
      ['commune'],
    );
    expect(rows).toEqual([{ min: 4, max: 4 }]);
  });

  it('changes nothing until it is applied, and then leaves its line in the trail', async () => {
    const brought = await bring(small);
    expect(await stored()).toEqual([]);
    invariant(brought.ok, 'the file is sound');
    const shown = await showImport(context, brought.value);
    expect(shown?.difference).toMatchObject({ ok: true, value: { same: 0, untouched: 0 } });
    expect(await applyImport(context, brought.value, account)).toEqual({ ok: true, value: { added: 5, changed: 0 } });
    expect(await stored()).toEqual([
      'C1 commune La Enramada 600 N>R>M>C1',
      'C2 commune El Sauce 300 N>R>M>C2',
      'M municipality El Valle N>R>M',
      'N nation Nación 900 N',
      'R region Región N>R',
    ]);
    const { rows } = await fresh.pool.query('select event, actor, details, is_public from audit_trail');
    const details = { added: 5, changed: 0, name: 'file.csv' };
    expect(rows).toEqual([{ event: 'territory.import', actor: account, details, is_public: false }]);
    expect(await applyImport(context, brought.value, account)).toEqual({ ok: false, error: { type: 'gone' } });
  });

  it('changes what it names and leaves the rest; names may be exchanged, and what is below moves along', async () => {
    await imported(small);
    await imported(
      'code,parent,level,name\nC1,M,commune,El Sauce\nC2,M,commune,La Enramada\nR2,N,region,Otra\nM,R2,municipality,El Valle\n',
    );
    expect(await stored()).toEqual([
      'C1 commune El Sauce 600 N>R2>M>C1',
      'C2 commune La Enramada 300 N>R2>M>C2',
      'M municipality El Valle N>R2>M',
      'N nation Nación 900 N',
      'R region Región N>R',
      'R2 region Otra N>R2',
    ]);
  });

  it('does not move what somebody has rights on', async () => {
    await imported(small);
    await fresh.pool.query(
      `insert into role_grants (id, account_id, role, territory_id, granted_at)
       select gen_random_uuid(), $1, 'organiser', id, now() from territories where code = 'C1'`,
      [account],
    );
    const brought = await bring('code,parent,level,name\nR2,N,region,Otra\nM,R2,municipality,El Valle\n');
    invariant(brought.ok, 'the file is sound');
    const before = await stored();
    expect(await applyImport(context, brought.value, account)).toEqual({
      ok: false,
      error: { type: 'moves_in_use', codes: ['M'] },
    });
    expect(await stored()).toEqual(before);
    await fresh.pool.query('delete from role_grants');
    expect(await applyImport(context, brought.value, account)).toMatchObject({ ok: true });
  });

  it('that fitted when it was brought and fits no more is refused when it is applied', async () => {
    await imported(small);
    const [first, second] = [
      await bring('code,parent,level,name\nS,C1,sector,Norte\n'),
      await bring('code,parent,level,name\nC1,M,sector,La Enramada\n'),
    ];
    invariant(first.ok && second.ok, 'both files are sound');
    expect(await applyImport(context, second.value, account)).toMatchObject({ ok: true });
    expect(await applyImport(context, first.value, account)).toEqual({ ok: false, error: { type: 'no_longer_fits' } });
    expect((await showImport(context, first.value))?.difference).toMatchObject({
      ok: false,
      error: [{ problem: { type: 'level_not_below' } }],
    });
  });

  it('is taken by one of two who apply at once', async () => {
    const brought = await bring(small);
    invariant(brought.ok, 'the file is sound');
    const both = await Promise.all([1, 2].map(() => applyImport(context, brought.value, account)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('exports', () => {
  const text = async (pieces: AsyncGenerator<string, void, undefined>): Promise<string> => {
    let all = '';
    for await (const piece of pieces) all += piece;
    return all;
  };

  it('hold the whole tree, disarmed, and come in again unchanged', async () => {
    await imported(`${small}=1+1,M,commune,"@SUM(A1), ""x""",\n`);
    const csv = await text(territoriesCsv(exportTree(context, false)));
    expect(csv).toContain(`'=1+1,M,commune,"'@SUM(A1), ""x"""`);
    const again = await bring(csv);
    invariant(again.ok, 'what was exported is sound');
    const shown = await showImport(context, again.value);
    expect(shown?.difference).toMatchObject({ ok: true, value: { added: [], changed: [], same: 6 } });
  });

  it('as a map hold outlines as they came', async () => {
    const outline = {
      type: 'Polygon',
      coordinates: [
        [
          [-66.1, 8.5],
          [-66, 8.5],
          [-66, 8.6],
          [-66.1, 8.5],
        ],
      ],
    };
    const feature = (code: string, parent: string | null, level: string, geometry: unknown): unknown => ({
      type: 'Feature',
      properties: { code, parent, level, name: `Lugar ${code}` },
      geometry,
    });
    await imported(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [feature('C', 'N', 'commune', outline), feature('N', null, 'nation', null)],
      }),
    );
    const exported: unknown = JSON.parse(await text(territoriesGeoJson(exportTree(context, true))));
    expect(exported).toMatchObject({
      type: 'FeatureCollection',
      features: [
        { properties: { code: 'C', parent: 'N' }, geometry: outline },
        { properties: { code: 'N', parent: null }, geometry: null },
      ],
    });
    const again = await bring(JSON.stringify(exported));
    expect(again).toMatchObject({ ok: true });
  });
});

describe('the tree', () => {
  it('shows a territory with those above it and a part of those below', async () => {
    await imported(small);
    const { rows } = await fresh.pool.query<{ id: string }>(`select id from territories where code = 'M'`);
    const view = await showTerritory(context, rows[0]?.id ?? '', 2, 1);
    expect(view).toMatchObject({
      territory: { code: 'M', below: 2, hasOutline: false },
      above: [{ name: 'Nación' }, { name: 'Región' }],
      rows: [{ code: 'C1', name: 'La Enramada' }],
      part: { from: 2, all: 2, size: 1 },
    });
    expect(await showTerritory(context, randomUUID(), 1, 10)).toBeUndefined();
  });

  it('is searched for the very signs that were typed', async () => {
    await imported(small);
    expect((await showTree(context, 'enra')).rows.map(({ code }) => code)).toEqual(['C1']);
    expect((await showTree(context, '%')).rows).toEqual([]);
    expect((await showTree(context, '_')).rows).toEqual([]);
    expect((await showTree(context, '\\')).rows).toEqual([]);
  });
});
