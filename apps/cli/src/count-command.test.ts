import { countReportSchema, SAMPLES } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convite, conviteProcess, makeFolder, npmConvite, type Ran } from './run-command.fixture.ts';
import { street, tiedVotes } from './small-street.fixture.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const enramada = SAMPLES[0];
invariant(enramada !== undefined, 'the demo comes first');

let settled = '';
let tied = '';
let demo = '';
beforeAll(async () => {
  settled = await folder.write('our street.pb', street());
  tied = await folder.write('tied.pb', street({ votes: tiedVotes }));
  demo = await folder.write('demo.pb', enramada.text('es'));
});

const json = ({ stdout }: Ran) => countReportSchema.parse(JSON.parse(stdout));

describe('what count answers', () => {
  it('exits 0 and names the winners, the reasons of the others and the hashes', async () => {
    const { code, stdout, stderr } = await conviteProcess(['count', settled]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 projects are funded, for 100\u00a0u of 100\u00a0u.');
    expect(stdout).toMatch(/Roof; of the "covered" market \(4\): 1 vote, costs 80/u);
    expect(stdout).toMatch(/SHA-256 [0-9a-f]{64}/u);
    expect(stdout).toContain(`npm run -s convite -- count '${settled}' --as-declared`);
  });

  it('answers in Spanish when asked or when the environment says so, and --lang wins', async () => {
    const [asked, environment, both] = await Promise.all([
      convite(['count', settled, '--lang', 'es']),
      conviteProcess(['count', settled], { env: { LANG: 'es_VE.UTF-8' } }),
      convite(['count', settled, '--lang=en'], { env: { LC_ALL: 'es_VE.UTF-8' } }),
    ]);
    const untimed = ({ stdout }: Ran) => stdout.replace(/Contado en .*/u, '');
    expect(asked.stdout).toContain('Se financian 2 proyectos, por 100\u00a0u de 100\u00a0u.');
    expect(asked.stdout).toContain('No financiados, y por qué');
    expect(untimed(environment)).toBe(untimed(asked));
    expect(both.stdout).toContain('2 projects are funded');
  });

  it('prints one JSON object of the published form with --json, and nothing else', async () => {
    const ran = await conviteProcess(['count', settled, '--json']);
    const report = json(ran);
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(report).toMatchObject({ status: 'complete', winners: ['1', '2'], cost: '100', budget: '100' });
    expect(report.not_funded.map(({ id }) => id)).toEqual(['3', '4']);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['rule', 'rule_sha256', 'input_sha256', 'rounds', 'properties', 'seconds']),
    );
  });

  it('exits 3 where lots are required and says who draws, why and how to go on', async () => {
    const { code, stdout } = await conviteProcess(['count', tied]);
    expect(code).toBe(3);
    expect(stdout).toContain('lots must be drawn between Bench by the school (2) and Lamp (3)');
    expect(stdout).toContain(`--as-declared --ties lots:2,3`);
    expect(stdout).toContain('exactly equal claims in round 2');
    const report = json(await convite(['count', tied, '--json']));
    expect(report).toMatchObject({ status: 'lots_required', winners: ['1'] });
  });

  it('follows the lots that were drawn', async () => {
    const [benchFirst, lampFirst, byId] = await Promise.all([
      convite(['count', tied, '--ties', 'lots:2,3', '--json']),
      convite(['count', tied, '--ties', 'lots:3,2', '--json']),
      convite(['count', tied, '--ties', 'project-id', '--json']),
    ]);
    expect(benchFirst.code).toBe(0);
    expect(json(benchFirst).winners).toEqual(['1', '2']);
    expect(json(lampFirst).winners).toEqual(['1', '3']);
    expect(json(byId).winners).toEqual(['1', '2']);
  });

  it('finishes a command copied from its own answer', async () => {
    const asked = await convite(['count', basename(tied)], { folder: folder.path });
    const command = asked.stdout.split('\n').find((line) => line.includes('--ties lots:'));
    const args = command?.trim().replace('npm run -s convite -- ', '').split(' ') ?? [];
    const { code } = await convite(args, { folder: folder.path });
    expect(code).toBe(0);
  });

  it('agrees for equal shares with the published figures of the demo', async () => {
    const report = json(await convite(['count', demo, '--json']));
    expect(report.winners).toHaveLength(9);
    expect(report.cost).toBe('117700');
    const { stdout } = await convite(['count', demo]);
    expect(stdout).toMatch(/\(P02\): 142 votes, costs 34,000/u);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('The 142 who chose it had together 12,904');
  });
});

describe('options of count', () => {
  it('takes every rule with the defaults of its ballots', async () => {
    const [approval, ranked, points] = await Promise.all([
      convite(['count', settled, '--rule', 'equal-shares', '--json']),
      convite(['count', '-', '--rule', 'greedy', '--json'], {
        stdin: street({ voteType: 'ordinal', votes: ['a;1,2,3', 'b;2,1'] }),
      }),
      convite(['count', '-', '--rule', 'equal-shares', '--json'], {
        stdin: street({ voteType: 'cumulative', voteColumns: 'voter_id;vote;points', votes: ['a;1,2;3,2', 'b;2;5'] }),
      }),
    ]);
    expect(json(approval).rule).toMatchObject({ utility: 'cost', completion: 'add1-greedy', add1Step: '1', ties: [] });
    expect(json(ranked).rule).toMatchObject({ rule: 'greedy', utility: 'borda', order: 'per-cost' });
    expect(json(points).rule).toMatchObject({ utility: 'points' });
  });

  it('carries each option into the rule set', async () => {
    const args = ['--rule', 'equal-shares', '--utility', 'cardinality', '--completion', 'add1', '--add1-step', '0.5'];
    const stdin = street({ meta: ['max_sum_cost;100.00'], projects: ['1;50.50;A;1', '2;40.25;B;1'], votes: ['a;1,2'] });
    const ran = await conviteProcess(['count', '-', ...args, '--threshold', '1', '--ties', 'project-id', '--json'], {
      stdin,
    });
    expect(json(ran).rule).toMatchObject({
      rule: 'equal-shares',
      utility: 'cardinality',
      completion: 'add1',
      add1Step: '0.5',
      minimumSupport: { votes: 1 },
      ties: ['project-id'],
    });
  });

  it('counts by phragmen, and by majority judgement where ballots give scores', async () => {
    const scores = street({ voteType: 'scoring', voteColumns: 'voter_id;vote;points', votes: ['a;1,2;3,2', 'b;2;5'] });
    const [phragmen, judged, refused] = await Promise.all([
      convite(['count', settled, '--rule', 'phragmen', '--ties', 'project-id', '--json']),
      convite(['count', '-', '--rule', 'majority-judgement', '--ties', 'project-id', '--json'], { stdin: scores }),
      convite(['count', settled, '--rule', 'majority-judgement']),
    ]);
    expect([phragmen.code, judged.code, refused.code]).toEqual([0, 0, 2]);
    expect(json(judged).rule.rule).toBe('majority-judgement');
    expect(refused.stderr).toContain('Majority judgement needs ballots that give scores');
  });

  it('keeps a project below the threshold out and says so', async () => {
    const { stdout } = await convite(['count', settled, '--rule', 'greedy', '--threshold', '2']);
    expect(stdout).toContain('It has 1 vote; a project takes part with at least 2.');
  });

  it('counts by a rule set from a file, the one that --json gives back included', async () => {
    const first = json(await convite(['count', tied, '--rule', 'greedy', '--json']));
    const file = await folder.write('rule set.json', JSON.stringify(first.rule));
    const again = await convite(['count', tied, '--rule-set', basename(file), '--json'], { folder: folder.path });
    expect(json(again).rule_sha256).toBe(first.rule_sha256);
    const withLots = await convite(['count', tied, '--rule-set', file, '--ties', 'lots:3,2', '--json']);
    expect(json(withLots).winners).toEqual(['1', '3']);
  });

  it('refuses a rule set that is none, and --ties refuse against one that settles ties', async () => {
    const { rule } = json(await convite(['count', tied, '--rule', 'greedy', '--json']));
    const settling = await folder.write('settling.json', JSON.stringify({ ...rule, ties: ['project-id'] }));
    const noJson = await folder.write('none.json', 'greedy');
    const unknown = await folder.write('unknown.json', JSON.stringify({ ...rule, votes: 3 }));
    const [a, b, c, d] = await Promise.all([
      convite(['count', tied, '--rule-set', settling, '--ties', 'refuse']),
      convite(['count', tied, '--rule-set', noJson]),
      convite(['count', tied, '--rule-set', unknown]),
      convite(['count', tied, '--rule-set', join(folder.path, 'absent.json')]),
    ]);
    expect([a.code, b.code, c.code, d.code]).toEqual([2, 2, 2, 2]);
    expect(a.stderr).toContain('The rule set settles ties itself');
    expect(b.stderr).toContain('is not JSON');
    expect(c.stderr).toContain('votes');
    expect(d.stderr).toContain('There is no file');
  });

  it('asks for a rule where the file declares none', async () => {
    const { code, stderr } = await convite(['count', '-'], { stdin: street({ rule: 'unknown' }) });
    expect(code).toBe(2);
    expect(stderr).toContain('Choose one: --rule greedy');
  });

  it('refuses lots that name a project which the file does not have', async () => {
    const { code, stderr } = await convite(['count', tied, '--ties', 'lots:2,33']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'The lots name the project 33, which the file does not have.\n',
    });
  });
});

describe('where count reads from', () => {
  it('counts standard input as it counts the file', async () => {
    const [piped, named] = await Promise.all([
      conviteProcess(['count', '-', '--json'], { stdin: street() }),
      convite(['count', settled, '--json']),
    ]);
    expect({ ...json(piped), seconds: 0 }).toEqual({ ...json(named), seconds: 0 });
  });

  it('starts relative paths at the folder of the caller, through npm too', async () => {
    const inner = join(folder.path, 'inner');
    await mkdir(inner, { recursive: true });
    const [direct, viaNpm] = await Promise.all([
      conviteProcess(['count', '../our street.pb', '--json'], { folder: inner }),
      npmConvite(['count', '../our street.pb', '--json'], inner),
    ]);
    expect(direct.code).toBe(0);
    expect(viaNpm.stderr).not.toContain('There is no file');
    expect(json(viaNpm).winners).toEqual(['1', '2']);
  });

  it('says which file it cannot open and why', async () => {
    const [absent, isFolder] = await Promise.all([
      convite(['count', 'absent.pb'], { folder: folder.path }),
      convite(['count', folder.path]),
    ]);
    expect([absent.code, isFolder.code]).toEqual([2, 2]);
    expect(absent.stderr).toBe('There is no file absent.pb.\n');
    expect(isFolder.stderr).toContain('is a folder');
  });
});

describe('input that cannot be counted', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 167 + (i >> 3) * 59) % 256);
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, ...noise.subarray(0, 200)]);
  it.each([
    ['an empty file', ''],
    ['noise', noise],
    ['a zip archive', zip],
    ['a page of prose', 'Dear neighbours,\nthe result is attached.\n'],
  ])('refuses %s with exit 2, a line number and no output', async (_, stdin) => {
    const { code, stdout, stderr } = await conviteProcess(['count', '-', '--rule', 'greedy'], { stdin });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^- cannot be counted: .*\nline \d+: /u);
  });

  it('names every problem by its line', async () => {
    const stdin = street({ projects: ['1;fifty;A;1', '2;40;B;1', '2;40;C;1'], votes: ['a;1', 'b;9'] });
    const { code, stderr } = await convite(['count', '-', '--lang', 'es'], { stdin });
    expect(code).toBe(2);
    expect(stderr.match(/^línea \d+: /gmu)?.length).toBeGreaterThanOrEqual(3);
  });

  it('counts a file with every oddity that leaves its meaning clear, and tells each with its line', async () => {
    const odd = street({
      meta: ['mystery;42'],
      projects: ['01;50,0;Say "hello" there;1', ' 1 ;50;Two;2', 'X;200;"Quoted; name";0', '0;0;Free;7', ''],
      votes: ['a;01, 1', 'b;01,01', 'c;', '', 'a;1,X'],
    }).replaceAll('\n', '\r\n');
    const stdin = `\ufeff${odd.replace('\r\nunit', '\nunit').trimEnd()}`;
    const ran = await convite(['count', '-', '--rule', 'greedy', '--ties', 'project-id', '--json'], { stdin });
    expect(ran.stderr).toBe('');
    const codes = json(ran).warnings.map(({ code }) => code);
    const expected = [
      'byte_order_mark',
      'mixed_line_ends',
      'bare_quote',
      'decimal_comma',
      'repeated_choice',
      'zero_cost',
    ];
    expect(expected.filter((code) => !codes.some((found) => found === code))).toEqual([]);
  });

  it('shows no control character of a file to the terminal', async () => {
    const stdin = street({
      projects: ['1;50;"\u001b[2J\u001b]0;owned\u0007Park\u202e";1', '2;50;B;1'],
      votes: ['a;1'],
    });
    const unusable = street({ votes: ['a;\u001b[2J'] });
    const [counted, refused] = await Promise.all([
      convite(['count', '-', '--ties', 'project-id'], { stdin }),
      convite(['count', '-'], { stdin: unusable }),
    ]);
    expect([counted.code, refused.code]).toEqual([0, 2]);
    expect(refused.stderr).toContain('\ufffd[2J');
    // oxlint-disable-next-line no-control-regex
    expect(counted.stdout + refused.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });
});

describe('what the answer does not depend on', () => {
  it('gives the same bytes whatever the order of the lines, but for the hash of the input and the seconds', async () => {
    const options = ['count', '-', '--rule', 'equal-shares', '--ties', 'project-id', '--json'];
    const text = enramada.text('es').replaceAll('\r\n', '\n').trimEnd().split('\n');
    const [projects, votes] = [text.indexOf('PROJECTS'), text.indexOf('VOTES')];
    const turned = [
      ...text.slice(0, projects + 2),
      ...text.slice(projects + 2, votes).toReversed(),
      ...text.slice(votes, votes + 2),
      ...text.slice(votes + 2).toReversed(),
      '',
    ].join('\n');
    const [straight, reversed] = await Promise.all([
      convite(options, { stdin: `${text.join('\n')}\n` }),
      convite(options, { stdin: turned }),
    ]);
    const settledText = ({ stdout }: Ran) =>
      stdout.replace(/"input_sha256":"\w+"/u, '').replace(/"seconds":[\d.e-]+/u, '');
    expect(straight.code).toBe(0);
    expect(reversed.stdout).not.toBe(straight.stdout);
    expect(settledText(reversed)).toBe(settledText(straight));
  });
});
