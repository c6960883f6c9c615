import { readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, privateCodes, type Workshop } from '../workshop.fixture.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  await workshop.write('roll.csv', 'id,name,shares\n7,Ana & <b>,3\n8,علي حسن,1\n9,"=HYPERLINK(""x"")",2\n');
});
afterEach(() => workshop.remove());

const made = ['registrar', 'credentials', '--roll', 'roll.csv', '--uuid', 'CaLLeCedro1234', '--group', 'Ed25519'];

async function refusal(args: readonly string[], code: number): Promise<string> {
  const ran = await workshop.run(args);
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
  return ran.stderr;
}

describe('the codes of a roll', () => {
  it('are one for each person and the spares, of which the public part is sorted and says nothing of the order', async () => {
    const said = await workshop.does([...made, '--out', 'codes', '--spares', '2']);
    expect(said).toContain('Made: codes for 3 people and 2 spares.');
    const published: readonly string[] = JSON.parse(workshop.read('codes/public_creds.json'));
    expect(published).toHaveLength(5);
    const littleEndian = (hex: string): string => hex.match(/../gu)?.toReversed().join('') ?? '';
    expect(published.toSorted((a, b) => (littleEndian(a) < littleEndian(b) ? -1 : 1))).toEqual(published);
    expect(new Set(privateCodes(workshop)).size).toBe(5);
    const summary: unknown = JSON.parse(workshop.read('codes/PUBLISH-credentials.json'));
    expect(summary).toMatchObject({ uuid: 'CaLLeCedro1234', voters: 3, spares: 2, total_weight: '5' });
    expect(said).toContain(/"sha256":"(\w+)"/u.exec(workshop.read('codes/PUBLISH-credentials.json'))?.[1]);
  });

  it('are told nobody, and their private files are for their owner alone', async () => {
    await workshop.does([...made, '--out', 'codes']);
    for (const code of privateCodes(workshop)) expect(workshop.said.join('')).not.toContain(code);
    const modes = readdirSync(workshop.at('codes'))
      .toSorted()
      .map((name) => [name, statSync(workshop.at('codes', name)).mode & 0o777]);
    expect(modes).toEqual([
      ['PRIVATE-credentials.csv', 0o600],
      ['PRIVATE-slips.html', 0o600],
      ['PUBLISH-credentials.json', 0o644],
      ['public_creds.json', 0o644],
    ]);
  });

  it('carry the weights of the column that is named', async () => {
    expect(await workshop.does([...made, '--out', 'codes', '--weights', 'shares'])).toContain('weights together 6');
    expect(workshop.read('codes/public_creds.json')).toMatch(
      /^\["[0-9a-f]{64},\d","[0-9a-f]{64},\d","[0-9a-f]{64},\d"\]$/u,
    );
    await workshop.does(['registrar', 'check', 'codes']);
  });

  it('may be of the shorter form, whose last sign shows typing errors', async () => {
    await workshop.does([...made, '--out', 'codes', '--form', 'checked']);
    for (const code of privateCodes(workshop)) expect(code).toMatch(/^\w{3}(?:-\w{3}){4}$/u);
    await workshop.does(['registrar', 'check', 'codes']);
  });

  it('stand on slips that take no harm from names, whatever their direction', async () => {
    await workshop.does([...made, '--out', 'codes', '--spares', '1', '--lang', 'es']);
    const slips = workshop.read('codes/PRIVATE-slips.html');
    expect(slips.match(/<section>/gu)).toHaveLength(4);
    expect(slips).toContain('<p class="who" dir="auto">Ana &amp; &lt;b&gt; · 7</p>');
    expect(slips).toContain('<p class="who" dir="auto">علي حسن · 8</p>');
    expect(slips).toContain('Reserva 1');
    expect(slips).not.toMatch(/https?:|<script|src=|url\(/u);
    expect(slips.match(/\b(?:[0-9]|10)(?:\.\d+)?pt\b/gu)).toBe(null);
    for (const code of privateCodes(workshop)) expect(slips).toContain(`<bdi dir="ltr">${code}</bdi>`);
  });

  it('are in a list that no spreadsheet takes for formulas', async () => {
    await workshop.does([...made, '--out', 'codes']);
    expect(workshop.read('codes/PRIVATE-credentials.csv')).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it.each(['es', 'en'])('come with what is to be destroyed and when (%s)', async (lang) => {
    const said = await workshop.does([...made, '--out', 'codes', '--lang', lang]);
    expect(said).toContain(lang === 'es' ? 'Qué hay que destruir, y cuándo' : 'What to destroy, and when');
    expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('codes are not made', () => {
  it('of a roll with errors: each is told by its line, and nothing is written', async () => {
    await workshop.write('bad.csv', 'id,name\n1,Ana\n1,Beto\n,Carla\n');
    const said = await refusal([...made.with(3, 'bad.csv'), '--out', 'codes'], 2);
    expect(said).toBe(
      'bad.csv cannot be used, and nothing was written:\n  line 3: the id stands on line 2 already.\n  line 4: the id is empty.\n',
    );
    expect(readdirSync(workshop.path)).not.toContain('codes');
  });

  it('into a folder that holds something', async () => {
    await workshop.does([...made, '--out', 'codes']);
    const before = workshop.read('codes/PRIVATE-credentials.csv');
    expect(await refusal([...made, '--out', 'codes'], 2)).toContain('codes is not empty');
    expect(workshop.read('codes/PRIVATE-credentials.csv')).toBe(before);
  });

  it('for no election, two, or one that cannot be', async () => {
    const bare = ['registrar', 'credentials', '--roll', 'roll.csv', '--out', 'codes'];
    expect(await refusal(bare, 2)).toContain('Say which election');
    expect(await refusal([...bare, '--uuid', 'CaLLeCedro1234'], 2)).toContain('Say which election');
    expect(await refusal([...made, '--out', 'codes', '--election', 'e.json'], 2)).toContain('Say which election');
    expect(await refusal([...made.with(5, 'CalleCedro'), '--out', 'codes'], 2)).toContain('14 letters and digits');
    await workshop.write('e.json', '{}');
    expect(await refusal([...bare, '--election', 'e.json'], 2)).toContain('e.json is not the text of an election');
  });

  it('beyond the limits', async () => {
    expect(await refusal([...made, '--out', 'codes', '--spares', '1000000'], 2)).toContain('at most 1,000,000');
    await workshop.write('heavy.csv', 'id,w\n1,99999999999\n2,99999999999\n');
    expect(await refusal([...made.with(3, 'heavy.csv'), '--out', 'codes', '--weights', 'w'], 2)).toContain(
      'may be at most',
    );
  });

  it('from a seed', async () => {
    expect(await refusal([...made, '--out', 'codes', '--seed', 'x'], 2)).toContain('A seed is for simulations alone');
  });
});

describe('the check of codes', () => {
  beforeEach(async () => void (await workshop.does([...made, '--out', 'codes', '--spares', '1'])));
  const check = ['registrar', 'check', 'codes'];

  it('says that both lists agree', async () => {
    expect(await workshop.does(check)).toContain('The lists agree');
  });

  it.each([
    ['a code that is missing', (list: readonly string[]) => list.slice(1), '1 missing, 0 too many'],
    ['a code too many', (list: readonly string[]) => [...list, 'ab'.repeat(32)], '0 missing, 1 too many'],
  ] as const)('finds %s in what was published', async (_, change, told) => {
    const list: readonly string[] = JSON.parse(workshop.read('codes/public_creds.json'));
    await workshop.write('codes/public_creds.json', JSON.stringify(change(list)));
    expect(await refusal(check, 1)).toContain(told);
  });

  it('finds other counts and another order than were announced', async () => {
    const summary = workshop.read('codes/PUBLISH-credentials.json');
    await workshop.write('codes/PUBLISH-credentials.json', summary.replace('"voters":3', '"voters":2'));
    expect(await refusal(check, 2)).toContain('(at voters)');
    await workshop.write('codes/PUBLISH-credentials.json', summary);
    const list: readonly string[] = JSON.parse(workshop.read('codes/public_creds.json'));
    await workshop.write('codes/public_creds.json', JSON.stringify(list.toReversed()));
    expect(await refusal(check, 2)).toContain('(at sha256)');
  });

  it('names the line of a code that was mistyped, and not the code', async () => {
    const [code = ''] = privateCodes(workshop);
    const list = workshop.read('codes/PRIVATE-credentials.csv');
    await workshop.write('codes/PRIVATE-credentials.csv', list.replace(code, `0${code.slice(1)}`));
    const said = await refusal(check, 2);
    expect(said).toContain('line 2: Sign 1 was read as one that no code has');
    expect(said).not.toContain(code.slice(1));
    await workshop.write('codes/PRIVATE-credentials.csv', list.replace('kind,', 'what,'));
    expect(await refusal(check, 2)).toContain('(at line 1)');
  });
});
