import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountReportSchema } from './recount/recount-report.ts';
import { convite, conviteProcess, makeFolder, type Ran } from './run-command.fixture.ts';
import { street, tiedVotes } from './small-street.fixture.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const json = ({ stdout }: Ran) => recountReportSchema.parse(JSON.parse(stdout));
const officially = (...selected: readonly string[]): readonly string[] =>
  ['1', '2', '3', '4'].map((id) => `${id};${id === '4' ? '80' : '50'};${id};${selected.includes(id) ? '1' : '0'}`);

beforeAll(async () => {
  await mkdir(join(folder.path, 'votes', 'inner'), { recursive: true });
  await folder.write('votes/agrees.pb', street({ projects: officially('1', '2') }));
  await folder.write('votes/inner/differs.pb', street({ projects: officially('1', '3') }));
  await folder.write('votes/by lots.pb', street({ projects: officially('1', '3'), votes: tiedVotes }));
  await folder.write('votes/no-rule.pb', street({ rule: 'unknown' }));
  await folder.write(
    'votes/no-official.pb',
    street({ columns: 'project_id;cost', projects: ['1;50', '2;40'], votes: ['a;1', 'b;1,2'] }),
  );
  await folder.write('votes/notes.txt', 'not a vote');
});

describe('recount', () => {
  it('tells agreement, difference with its first round, lots, and what cannot be compared', async () => {
    const ran = await convite(['recount', 'votes', '--json'], { folder: folder.path });
    const report = json(ran);
    expect(ran.code).toBe(0);
    expect(report.files.map(({ file, verdict }) => [file, verdict])).toEqual([
      ['agrees.pb', 'reproduced'],
      ['by lots.pb', 'reproduced'],
      ['inner/differs.pb', 'unknown'],
      ['no-official.pb', 'no_official'],
      ['no-rule.pb', 'no_rule'],
    ]);
    expect(report.files[1]?.by_lots).toBe(true);
    expect(report.files[2]).toMatchObject({
      only_counted: ['2'],
      only_official: ['3'],
      first_difference: { round: 2, project: '2', funded_by_count: true },
    });
    expect(report.by_declared_rule).toEqual([
      { declared_rule: 'greedy', files: 4, reproduced: 2, known: 0, unknown: 1, not_compared: 1, unusable: 0 },
      { declared_rule: 'unknown', files: 1, reproduced: 0, known: 0, unknown: 0, not_compared: 1, unusable: 0 },
    ]);
  });

  it('shows progress on standard error and ends with the table by declared rule', async () => {
    const { code, stdout, stderr } = await conviteProcess(['recount', 'votes', '--lang', 'es'], {
      folder: folder.path,
    });
    expect(code).toBe(0);
    expect(stderr.trim().split('\n')).toHaveLength(6);
    expect(stderr).toContain('5/5');
    expect(stdout).toContain('Primera diferencia: ronda 2, 2, financiado por la cuenta y no oficialmente');
    expect(stdout.slice(stdout.lastIndexOf('Por regla declarada'))).toMatch(/greedy +4 +2 +0 +1 +1 +0\n/u);
  });

  it('takes one file', async () => {
    const { code, stdout } = await convite(['recount', join(folder.path, 'votes/agrees.pb')]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 of 1 file with a rule and an official result is reproduced.');
  });

  it('exits 2 and names the line where a file cannot be used, after recounting the others', async () => {
    await mkdir(join(folder.path, 'broken'), { recursive: true });
    await folder.write('broken/a.pb', street({ projects: officially('1', '2') }));
    await folder.write('broken/b.pb', 'PK\u0003\u0004');
    const ran = await convite(['recount', 'broken', '--json'], { folder: folder.path });
    expect(ran.code).toBe(2);
    expect(json(ran).files.map(({ verdict }) => verdict)).toEqual(['reproduced', 'unusable']);
    expect(json(ran).files[1]?.problems[0]?.line).toBe(1);
  });

  it('exits 3 where lots cannot give the official result', async () => {
    const file = await folder.write('impossible.pb', street({ projects: officially('4'), votes: tiedVotes }));
    const ran = await convite(['recount', file, '--json']);
    expect(ran.code).toBe(3);
    expect(json(ran).files[0]?.verdict).toBe('lots_required');
  });

  it('exits 2 where there is nothing to recount', async () => {
    const [absent, empty] = await Promise.all([
      convite(['recount', 'absent'], { folder: folder.path }),
      mkdir(join(folder.path, 'empty'), { recursive: true }).then(() =>
        convite(['recount', 'empty'], { folder: folder.path }),
      ),
    ]);
    expect([absent.code, empty.code]).toEqual([2, 2]);
    expect(absent.stderr).toContain('There is no file absent');
    expect(empty.stderr).toContain('There is no .pb file in empty');
  });
});

const reference = process.env['CONVITE_REFERENCE'] ?? '';

describe('the published elections', () => {
  it.skipIf(reference === '')(
    'are reproduced, but for the differences on record (needs CONVITE_REFERENCE)',
    async () => {
      const ran = await conviteProcess(['recount', `${reference}/data/pabulib`, '--json']);
      const { files } = json(ran);
      expect(ran.code).toBe(0);
      expect(files.length).toBeGreaterThanOrEqual(48);
      const named = (verdict: string) => files.filter((file) => file.verdict === verdict).map(({ file }) => file);
      expect(named('unknown')).toEqual([]);
      expect(named('known')).toEqual(['Poland_Lodz_2020.pb', 'Poland_Wroclaw_2017_Rejon_nr_11_750.pb']);
      expect(named('reproduced').length).toBeGreaterThanOrEqual(27);
      expect(files.filter(({ verdict, reason }) => verdict === 'known' && reason === null)).toEqual([]);
    },
  );
});
