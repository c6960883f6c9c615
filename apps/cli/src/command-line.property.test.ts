import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCountRequest } from './arguments/count-request.ts';
import { parseRecountRequest } from './arguments/recount-request.ts';
import { readRuleSet } from './count/choose-rule-set.ts';
import { convite, makeFolder } from './run-command.fixture.ts';
import { street } from './small-street.fixture.ts';

const OPTIONS = [
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
  '--help',
  '--version',
];
const VALUES = [
  'greedy',
  'equal-shares',
  'phragmen',
  'majority-judgement',
  'cost',
  'points',
  'borda',
  'none',
  'add1',
  '0.50',
  '0',
  '3',
  '999999999999999',
  'refuse',
  'project-id',
  'lots:2,3',
  'lots:3,2,x',
  'rules.json',
  'street.pb',
  'es',
  'en',
  'lots:',
];
const ODD = ['', '-', '--', '-h', '-x', '-hx', '--=', '--rule=', '--no-json', '--json=1', '---rule', '\0', '\u{1f333}'];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...OPTIONS) },
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...OPTIONS), fc.constantFrom(...VALUES)).map((pair) => pair.join('=')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  // No other file than those of the test may be named by chance.
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/[./]/u.test(text)) },
);
const words = fc.array(word, { maxLength: 7 });
/** An option with a value that often goes with it, so that many lines can be followed. */
const pair = fc.oneof(
  fc.constantFrom(
    ['--rule', 'greedy'],
    ['--rule', 'equal-shares'],
    ['--rule', 'phragmen'],
    ['--as-declared'],
    ['--json'],
  ),
  fc.constantFrom(['--ties', 'project-id'], ['--ties', 'lots:3,2'], ['--threshold', '2'], ['--utility', 'cardinality']),
);
const likely = fc
  .tuple(
    fc.array(pair, { maxLength: 4 }),
    words.filter((some) => some.length < 2),
  )
  .map(([pairs, more]) => ['street.pb', ...pairs.flat(), ...more]);

describe('the arguments', () => {
  it('of count and recount, whatever they are, are understood or refused', () => {
    fc.assert(
      fc.property(fc.oneof(words, likely), (args) => {
        for (const request of [parseCountRequest(args), parseRecountRequest(args)]) {
          if (request.ok && typeof request.value === 'object') expect(args).toContain(request.value.input);
          if (!request.ok) expect(request.error.type).not.toBe('');
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the command', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write('street.pb', street());
    await folder.write('rules.json', '{"rule":"greedy"}');
  });
  afterAll(() => folder.remove());

  it('answers on standard output or refuses on standard error, for all that is typed behind count', async () => {
    const codes = new Set<number | null>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(words, likely), async (args) => {
        const { code, stdout, stderr } = await convite(['count', ...args], { folder: folder.path });
        codes.add(code);
        expect(code === 2 ? stdout : stderr).toBe('');
        expect(code === 2 ? stderr : stdout).toMatch(/\n$/u);
        expect([0, 2, 3]).toContain(code);
      }),
      { numRuns: 400 },
    );
    expect(codes).toContain(0);
    expect(codes).toContain(2);
  });

  it('refuses or answers what is typed in the place of a command', async () => {
    const noCommand = words.filter(([first]) => first !== 'count' && first !== 'recount');
    await fc.assert(
      fc.asyncProperty(noCommand, async (args) => {
        const { code, stdout, stderr } = await convite(args, { folder: folder.path });
        expect([0, 2]).toContain(code);
        expect(code === 2 ? stdout : stderr).toBe('');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the file of --rule-set', () => {
  it('may hold any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `\ufeff${json}`),
    );
    fc.assert(
      fc.property(text, (given) => {
        const read = readRuleSet(given);
        expect(read.ok).toBe(false);
        if (!read.ok && read.error.type === 'not_a_rule_set') expect(read.error.issues.join('')).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
