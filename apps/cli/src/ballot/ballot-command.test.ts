import { chmodSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdCeremony, openElection, openWorkshop, type Workshop } from '../workshop.fixture.ts';

let workshop: Workshop;
let codes: readonly string[] = [];
beforeAll(async () => {
  workshop = await openWorkshop();
  await holdCeremony(workshop);
  codes = await openElection(workshop, [
    { question: '¿Qué obras?', answers: ['Farolas', 'Bancos', 'Árboles'], min: 1, max: 2, blank: true },
    { question: '¿Cuál primero?', ranking: ['Pozo', 'Techo', 'Cancha'], ranks: 2 },
    { question: '¿Cuánto?', points: ['Norte', 'Sur'], most: 5 },
    { question: '¿Cuáles aprueba?', approvals: ['Pozo', 'Techo', 'Cancha'] },
    { question: '¿Fiesta?', answers: ['Sí', 'No'], min: 1, max: 1 },
  ]);
}, 60_000);
afterAll(() => workshop.remove());

const choices = '[[0,1,0,1],[2,0],[21],[5],[1,0]]';
const cast = (out: string): readonly string[] => ['ballot', 'cast', '--archive', 'street.bel', '--out', out];
const code = (voter: number): string => codes[voter] ?? '';

async function refusal(args: readonly string[], exit: number, stdin = ''): Promise<string> {
  const ran = await workshop.run(args, { stdin });
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code: exit, stdout: '' });
  return ran.stderr;
}

const trackerIn = (said: string): string => /^ {2}([A-Za-z0-9+/]{43})$/mu.exec(said)?.[1] ?? '';

describe('a ballot', () => {
  it('is sealed with a code from a file, and its tracker can be made again from it alone', async () => {
    await workshop.write('code.txt', `  ${code(0).replaceAll('-', ' ')}\n`);
    chmodSync(workshop.at('code.txt'), 0o600);
    const said = await workshop.does([...cast('one.json'), '--credential-file', 'code.txt', '--choices', choices]);
    const again = await workshop.does(['ballot', 'tracker', 'one.json']);
    expect(trackerIn(again)).toBe(trackerIn(said));
    await workshop.write('with new line.json', `${workshop.read('one.json')}\n`);
    expect(await workshop.does(['ballot', 'tracker', 'with new line.json'])).toBe(again);
    expect(again.split('\n')[0]).toMatch(/^\S{4} \S{4} \S{4}$/u);
    expect(again.split('\n')[0]?.replaceAll(' ', '')).toBe(trackerIn(said).slice(0, 12));
  });

  it('is made for an election whose archive is not at hand', async () => {
    const args = ['ballot', 'cast', '--election', 'election.json', '--out', 'far.json', '--choices', choices];
    await workshop.does(args, { stdin: code(1) });
    await workshop.does(['board', 'add', 'street.bel', 'far.json']);
  });

  it('is made by asking question after question, again where an answer makes no sense', async () => {
    const answers = ['0 1', '1 1', '4', 'x', '1 3', '3 3', '2 1', '9 1', '5 0', '7', '', '1 2', '2'];
    const ran = await workshop.run([...cast('asked.json'), '--choose'], {
      stdin: [code(2), ...answers, ''].join('\n'),
    });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr.match(/That is no answer/gu)).toHaveLength(8);
    expect(ran.stderr).toContain('   3  Árboles');
    expect(ran.stderr).toContain('2 at most');
    expect(ran.stderr).not.toContain(code(2));
    await workshop.does(['board', 'add', 'street.bel', 'asked.json']);
  });

  it('is not made when the input ends early', async () => {
    expect(await refusal([...cast('early.json'), '--choose'], 2, `${code(2)}\n1\n`)).toContain('The input ended');
    expect(await refusal([...cast('early.json'), '--choose'], 2)).toContain('The input ended');
    expect(readdirSync(workshop.path)).not.toContain('early.json');
  });

  it.each([
    ['[[0,1,0,1],[2,0],[21],[5]]', 'There are 5 questions, and choices for 4.'],
    [
      '[[0,1,1,1],[2,0],[21],[5],[1,0]]',
      'Question 1 takes 4 numbers, each 0 or 1, the first for a blank vote, with 1 to 2',
    ],
    ['[[0,1,0,1],[2],[21],[5],[1,0]]', 'Question 2 takes 2 numbers from 0 to 255.'],
    ['[[0,1,0,1],[2,0],[21],[5],[1,1]]', 'Question 5 takes 2 numbers, each 0 or 1, with 1 of them 1.'],
    ['[[0.5]]', '--choices is not a list of lists of whole numbers'],
    ['yes', '--choices is not a list of lists of whole numbers'],
  ])('is not made of %s', async (given, told) => {
    expect(await refusal([...cast('no.json'), '--choices', given], 2, code(2))).toContain(told);
  });

  it.each([
    ['O', 'no 0, O, I or l'],
    ['?', 'Sign 1 is none that a code can have'],
    ['', 'The code has 21 letters and digits; it should have 22. Look at group 1.'],
  ])('is not made with a mistyped code (%j), which is not repeated', async (sign, told) => {
    const typed = sign + code(2).slice(1);
    const said = await refusal([...cast('no.json'), '--choices', choices], 2, typed);
    expect(said).toContain(told);
    expect(said).not.toContain(code(2).slice(2));
  });

  it('is not made with a code of another election', async () => {
    const other = 'aaaaa-aaaaaa-aaaaa-aaaaaa';
    expect(await refusal([...cast('no.json'), '--choices', choices], 2, other)).toContain('is not of this election');
  });

  it('is never made with a code on the command line', async () => {
    expect(await refusal([...cast('no.json'), '--choices', choices, '--credential', code(2)], 2)).toContain(
      'There is no option --credential.',
    );
  });

  it('needs one election and one way to choose, and overwrites nothing', async () => {
    const bare = ['ballot', 'cast', '--out', 'no.json', '--choices', choices];
    expect(await refusal(bare, 2)).toContain('Say which election');
    expect(await refusal(cast('no.json'), 2)).toContain('Either --choices');
    expect(await refusal([...cast('no.json'), '--choose', '--choices', choices], 2)).toContain('Either --choices');
    expect(await refusal([...cast('questions.json'), '--choose'], 2)).toContain('questions.json is there already');
  });
});

describe('looking for a ballot', () => {
  const check = (tracker: string, ...more: readonly string[]): readonly string[] => [
    ...['ballot', 'check', '--archive', 'street.bel', '--tracker', tracker, ...more],
  ];

  it('finds it by its first signs, says where it stands, and that a later one counts', async () => {
    const args = ['--choices', choices] as const;
    const first = trackerIn(await workshop.does([...cast('first.json'), ...args], { stdin: code(3) }));
    await workshop.does(['board', 'add', 'street.bel', 'first.json']);
    const shown = first
      .slice(0, 12)
      .replaceAll(/(.{4})/gu, '$1 ')
      .trim();
    expect(await workshop.does(check(shown))).toContain('FOUND, and it is the one that counts so far.');
    expect(await workshop.does(check(first, '--lang', 'es'))).toContain('ESTÁ, y por ahora es la que cuenta.');
    const second = trackerIn(await workshop.does([...cast('second.json'), ...args], { stdin: code(3) }));
    await workshop.does(['board', 'add', 'street.bel', 'second.json']);
    const replaced = await workshop.does(check(shown));
    expect(replaced).toContain('FOUND, but a later ballot of the same code replaces it.');
    expect(replaced).toContain(second);
    expect(replaced).toMatch(/ballot \d of \d, event \d/u);
    expect(await workshop.does(check(second))).toContain('it is the one that counts');
  });

  it('says when it is not there, and when the tracker is too short', async () => {
    expect(await refusal(check('AAAABBBBCCCC'), 1)).toContain('NOT FOUND');
    expect(await refusal(check('AAAA'), 2)).toContain('A tracker has at least 12');
    expect(await refusal(check('AAAA!BBBBCCCC'), 2)).toContain('A tracker has at least 12');
  });

  it('of a file that is no ballot says so', async () => {
    expect(await refusal(['ballot', 'tracker', 'roll.csv'], 2)).toContain('roll.csv is not a ballot');
  });
});
