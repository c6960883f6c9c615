import { describe, expect, it } from 'vitest';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { convite, conviteProcess } from './run-command.fixture.ts';

describe('help', () => {
  it.each([
    [[], 'counts a vote on a budget'],
    [['--help'], 'counts a vote on a budget'],
    [['-h', '--lang', 'es'], 'cuenta una votación'],
    [['count', '--help'], '--ties lots:A,B,C'],
    [['recount', '--help', '--lang', 'es'], 'reproducido'],
    [['verify', '--help'], '--earlier OLD.bel'],
    [['inspect', '--help', '--lang', 'es'], 'en qué punto está la elección'],
  ])('answers %j on standard output with exit 0', async (args, told) => {
    const { code, stdout, stderr } = await convite(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(told);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('names every option that count understands', async () => {
    const options = [
      '--rule',
      '--utility',
      '--completion',
      '--add1-step',
      '--threshold',
      '--ties',
      '--rule-set',
      '--as-declared',
      '--lang',
      '--json',
    ];
    for (const lang of ['es', 'en']) {
      const { stdout } = await convite(['count', '--help', '--lang', lang]);
      expect(options.filter((option) => !stdout.includes(`  ${option} `))).toEqual([]);
    }
  });

  it('tells its version', async () => {
    const { code, stdout } = await conviteProcess(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^convite \d+\.\d+\.\d+\n$/u);
  });
});

describe('a command line that cannot be followed', () => {
  it.each([
    [['tally', 'a.pb'], 'There is no command “tally”', 'count, recount, verify, inspect'],
    [['count'], 'No file is named', 'Example: '],
    [['count', 'a.pb', 'b.pb'], 'One file or folder at a time', 'quotes'],
    [['count', 'a.pb', '--rules', 'greedy'], 'There is no option --rules', '--rule, --utility'],
    [['count', 'a.pb', '-x'], 'There is no option -x', '--json'],
    [['count', 'a.pb', '--rule', 'fair'], '“fair” is no value of --rule', 'greedy, equal-shares, phragmen, majority'],
    [['count', 'a.pb', '--rule'], '--rule needs a value', 'one of: greedy'],
    [['count', 'a.pb', '--rule', '--json'], '--rule needs a value', 'one of: greedy'],
    [['count', 'a.pb', '--rule', 'greedy', '--utility', 'joy'], 'no value of --utility', 'rank-points'],
    [['count', 'a.pb', '--rule', 'equal-shares', '--completion', 'x'], 'no value of --completion', 'add1-greedy'],
    [['count', 'a.pb', '--rule', 'equal-shares', '--add1-step', '0'], 'no value of --add1-step', '0.50'],
    [['count', 'a.pb', '--rule', 'equal-shares', '--add1-step', '1e3'], 'no value of --add1-step', '0.50'],
    [['count', 'a.pb', '--rule', 'greedy', '--threshold', '-3'], 'no value of --threshold', 'a whole number'],
    [['count', 'a.pb', '--ties', 'first'], 'no value of --ties', 'lots:7,12'],
    [['count', 'a.pb', '--ties', 'lots:7,7'], 'no value of --ties', 'each once'],
    [['count', 'a.pb', '--ties', 'lots:'], 'no value of --ties', 'lots:7,12'],
    [['count', 'a.pb', '--lang', 'fr'], 'no value of --lang', 'es, en'],
    [['count', 'a.pb', '--json=yes'], '--json takes no value', '--json'],
    [['count', 'a.pb', '--json', '--json'], '--json is given twice', 'once'],
    [
      ['count', 'a.pb', '--rule', 'greedy', '--as-declared'],
      'The rule comes from one place',
      '--rule and --as-declared',
    ],
    [['count', 'a.pb', '--rule', 'greedy', '--rule-set', 'r.json'], 'The rule comes from one place', '--rule-set'],
    [['count', 'a.pb', '--rule-set', 'r.json', '--as-declared'], 'The rule comes from one place', '--rule-set'],
    [['count', 'a.pb', '--utility', 'cost'], '--utility refines --rule', '--rule equal-shares'],
    [['count', 'a.pb', '--as-declared', '--threshold', '3'], '--threshold refines --rule', 'Example'],
    [['count', 'a.pb', '--rule', 'greedy', '--completion', 'add1'], 'means nothing to the rule greedy', 'equal-shares'],
    [['count', 'a.pb', '--rule', 'phragmen', '--utility', 'cost'], 'means nothing to the rule phragmen', 'greedy'],
    [
      ['count', 'a.pb', '--rule', 'equal-shares', '--completion', 'none', '--add1-step', '2'],
      '--add1-step needs a completion with Add1',
      '--completion add1',
    ],
    [['recount'], 'No file is named', 'Example'],
    [['recount', '.', '--rule', 'greedy'], 'There is no option --rule', '--json'],
    [['verify'], 'No file is named', 'Example: npm run -s convite -- verify election.bel'],
    [['verify', 'a.bel', 'b.bel'], 'One file or folder at a time', 'verify "our election.bel"'],
    [['verify', 'a.bel', '--events'], 'There is no option --events', '--side, --earlier, --strict'],
    [['verify', 'a.bel', '--earlier', '--json'], '--earlier needs a value', 'the path of a file'],
    [['verify', 'a.bel', '--lang', 'fr'], 'no value of --lang', 'es, en'],
    [['inspect', '--events'], 'No file is named', 'Example: npm run -s convite -- inspect election.bel'],
    [['inspect', 'a.bel', '--json'], 'There is no option --json', '--events'],
    [['--colour'], 'There is no option --colour', '--help'],
  ])('%j is refused with exit 2, what is allowed, and where to read more', async (args, told, allowed) => {
    const { code, stdout, stderr } = await convite(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toContain(allowed);
    expect(stderr).toMatch(/All options: npm run -s convite -- (\w+ )?--help\n$/u);
  });

  it('is refused in the language asked for', async () => {
    const { code, stderr } = await conviteProcess(['count', 'a.pb', '--rule', 'justa', '--lang', 'es']);
    expect(code).toBe(2);
    expect(stderr).toContain('«justa» no es un valor de --rule');
  });
});

describe('a reader that has seen enough', () => {
  it('ends the command without a word', async () => {
    const entry = fileURLToPath(new URL('../bin/convite.mjs', import.meta.url));
    const child = spawn(process.execPath, [entry, 'count', '--help'], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const [said, code] = await Promise.all([
      text(child.stderr),
      new Promise<number | null>((resolve) => child.on('close', resolve)),
    ]);
    expect({ said, code }).toEqual({ said: '', code: 0 });
  });
});
