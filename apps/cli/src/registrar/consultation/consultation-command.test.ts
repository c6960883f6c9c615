import { createHash } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import {
  type ContestCredentials,
  makeUploadReader,
  orderHashInput,
  readReplacement,
  type ReplacementForm,
  writeOrder,
} from '@convite/domain';
import { measure, writeZip } from '@convite/archive';
import {
  appendEvent,
  bytesSource,
  credentialSecret,
  makeElection,
  publicCredential,
  readPrivateCredential,
  startArchive,
} from '@convite/crypto';
import { branded, invariant } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { type ListedCode, qrPath, readGiven, readList } from '@convite/registrar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../../workshop.fixture.ts';
import { orderText, people, rollCsv, salt, smallOrder } from './small-consultation.fixture.ts';

const order = smallOrder();
let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  await workshop.write('roll.csv', rollCsv());
  await workshop.write('order.json', orderText());
  await workshop.write('salt.txt', `${salt}\n`);
});
afterEach(() => workshop.remove());

const made = ['registrar', 'consultation', '--order', 'order.json', '--roll', 'roll.csv', '--salt', 'salt.txt'];
const make = (...more: readonly string[]): Promise<string> =>
  workshop.does([...made, '--out', 'codes', '--threads', '1', ...more]);

async function refusal(args: readonly string[], code = 2): Promise<string> {
  const ran = await workshop.run(args);
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
  return ran.stderr;
}

const codes = (): readonly ListedCode[] => {
  const list = readList(workshop.read('codes/PRIVATE-codes.csv'));
  invariant(list.ok, 'the command writes lists');
  return list.value;
};

function uploaded(): readonly ContestCredentials[] {
  const hash = createHash('sha256').update(orderHashInput(orderText())).digest('hex');
  const reader = makeUploadReader(order, hash);
  const contests = workshop
    .read('codes/upload.jsonl')
    .trimEnd()
    .split('\n')
    .flatMap((line) => reader.take(line) ?? []);
  expect(reader.finish()).toEqual([]);
  return contests;
}

async function publicOf(code: string, contest: number): Promise<string> {
  const suite = await loadMachineSuite();
  const { uuid, group: name } = order.contests[contest] ?? { uuid: '', group: 'Ed25519' };
  const read = readPrivateCredential(code);
  invariant(read.ok, 'a code is a code');
  const group = suite.group(name);
  return group.write(publicCredential(group, credentialSecret(group, read.value, uuid)));
}

describe('the codes of a consultation', () => {
  it('are one for each person, with a public credential in each of their contests and in no other', async () => {
    await make('--sheets', 'none');
    const contests = uploaded();
    expect(
      codes()
        .filter(({ kind }) => kind === 'voter')
        .map(({ id, slice }) => [id, slice]),
    ).toEqual([
      ['p1', 1],
      ['p2', 1],
      ['p3', 1],
      ['p4', 2],
    ]);
    for (const { kind, slice, code } of codes()) {
      for (const [at, { credentials, spares }] of contests.entries()) {
        const own = await publicOf(code, at);
        const votes = order.slices[slice]?.contests.includes(at) === true;
        expect([credentials.includes(own), spares.includes(own)]).toEqual([votes, votes && kind === 'spare']);
      }
    }
  });

  it('are on letters and slips in the language of each person, safe from what names hold, from the right ready', async () => {
    const said = await make('--lang', 'en');
    const [letters, slips] = ['letters', 'slips'].map((sheet) =>
      readdirSync(workshop.at('codes'))
        .filter((name) => name.startsWith(`PRIVATE-${sheet}`))
        .map((name) => workshop.read(`codes/${name}`))
        .join(''),
    );
    for (const sheet of [letters ?? '', slips ?? '']) {
      expect(sheet).toContain('<bdi>Ana &amp; &lt;b&gt;Pérez&lt;/b&gt;</bdi>');
      expect(sheet).toMatch(
        /<section lang="en" dir="ltr">\n<h2><bdi>Works 2026<\/bdi><\/h2>\n<p class="who"><bdi>Tom Reed/u,
      );
      // The title has no Arabic: it stands in the first language of the consultation.
      expect(sheet).toMatch(
        /<section lang="ar" dir="rtl">\n<h2><bdi>Obras 2026<\/bdi><\/h2>\n<p class="who"><bdi>علي حسن/u,
      );
      expect(sheet).not.toMatch(/<script|src=|url\(|href=/u);
      for (const { code, slice } of codes()) {
        expect(sheet).toContain(`<bdi dir="ltr">${code}</bdi>`);
        const first = order.contests[order.slices[slice]?.contests[0] ?? 0]?.id ?? '';
        expect(sheet).toContain(qrPath(`${order.site}/c/obras-2026/contests/${first}/vote#${code}`).path);
      }
      expect(sheet.match(/<svg /gu)).toHaveLength(codes().length);
    }
    for (const { code } of codes()) expect(said).not.toContain(code);
  });

  it('are private where they are private', async () => {
    await make();
    for (const name of readdirSync(workshop.at('codes'))) {
      expect([name, statSync(workshop.at('codes', name)).mode & 0o777]).toEqual([
        name,
        name.startsWith('PRIVATE') ? 0o600 : 0o644,
      ]);
    }
    for (const { code } of codes()) {
      for (const name of ['upload.jsonl', 'PUBLISH-credentials.json', 'order.json']) {
        expect(workshop.read(`codes/${name}`)).not.toContain(code);
      }
    }
  });

  it('of more people than one page holds come in the turn of the roll, from several threads', async () => {
    const many = Array.from({ length: 700 }, (_, i) => ({
      ...{ id: `p${i}`, name: `Persona ${i}`, territory: i % 2 === 0 ? 'PS-1' : 'PS-2', language: 'es' },
    }));
    await workshop.write('order.json', orderText(many).replaceAll('BELENIOS-2048', 'Ed25519'));
    await workshop.write('roll.csv', rollCsv(many));
    await workshop.does([...made, '--out', 'codes', '--threads', '2', '--sheets', 'none']);
    const voters = codes().filter(({ kind }) => kind === 'voter');
    expect(voters.map(({ id }) => id)).toEqual(
      many.toSorted((a, b) => (a.territory < b.territory ? -1 : a.territory > b.territory ? 1 : 0)).map(({ id }) => id),
    );
    expect(new Set(codes().map(({ code }) => code)).size).toBe(codes().length);
  });
});

describe('codes are not made', () => {
  it.each([
    ['of another roll', { 'roll.csv': rollCsv().replace('Tom', 'Tim') }, 'It is not the roll that was frozen'],
    ['with another salt', { 'salt.txt': '08'.repeat(32) }, 'the salt is another one'],
    [
      'of a roll with a person less',
      { 'roll.csv': rollCsv(people.slice(1)) },
      'The roll has 3 people, the frozen one 4',
    ],
    ['of a roll with an id twice', { 'roll.csv': rollCsv().replace('p2', 'p1') }, 'lines 3'],
    ['of a table that is none', { 'roll.csv': 'a,b\n1,2\n' }, 'does not name the columns of a roll'],
    ['of broken quotes', { 'roll.csv': rollCsv().replace('Tom Reed"', 'Tom Reed') }, 'not written as CSV'],
    [
      'for an order that was changed',
      { 'order.json': orderText().replace('"minimum":2', '"minimum":3') },
      'order.json',
    ],
    ['with a salt that is none', { 'salt.txt': 'salt' }, '64 hexadecimal digits'],
  ])('%s', async (_, files, told) => {
    for (const [name, content] of Object.entries(files)) await workshop.write(name, content);
    expect(await refusal([...made, '--out', 'codes', '--lang', 'en'])).toContain(told);
    expect(readdirSync(workshop.path)).not.toContain('codes');
  });
});

describe('a lost letter', () => {
  const replace = (id: string, out: string, ...more: readonly string[]): readonly string[] => [
    ...['registrar', 'replace', 'codes', '--id', id, '--out', out, '--lang', 'en'],
    ...more,
  ];
  function formIn(folder: string): ReplacementForm {
    const read = readReplacement(workshop.read(`${folder}/replacement.json`));
    invariant(read.ok, 'the command writes replacements');
    return read.value;
  }
  const codeOf = (find: (code: ListedCode) => boolean): string => codes().find(find)?.code ?? '';
  beforeEach(() => make('--sheets', 'none'), 600_000);

  it('is replaced by the next spare of the same slice in all contests of the person', async () => {
    expect(await workshop.does(replace('p1', 'ana'))).toContain('Given: spare 1. 1 left.');
    const spare = codeOf(({ kind, slice, id }) => kind === 'spare' && slice === 1 && id === '1');
    const lost = codeOf(({ id, kind }) => kind === 'voter' && id === 'p1');
    expect(formIn('ana').pairs).toEqual([
      { uuid: 'CaLLeCedro1231', lost: await publicOf(lost, 0), spare: await publicOf(spare, 0) },
      { uuid: 'CaLLeCedro1232', lost: await publicOf(lost, 1), spare: await publicOf(spare, 1) },
    ]);
    const letter = workshop.read('ana/PRIVATE-letter.html');
    expect(letter).toContain(spare);
    expect(letter).not.toContain(lost);
    expect(workshop.read('ana/replacement.json')).not.toContain(spare);
  });

  it('is replaced again by the one after it, and never by one that was given, until none is left', async () => {
    await workshop.does(replace('p1', 'one'));
    await workshop.does(replace('p1', 'two'));
    const [first, second] = ['1', '2'].map((number) =>
      codeOf(({ kind, slice, id }) => kind === 'spare' && slice === 1 && id === number),
    );
    const [pair] = formIn('two').pairs;
    expect(pair).toMatchObject({ lost: await publicOf(first ?? '', 0), spare: await publicOf(second ?? '', 0) });
    expect(readGiven(workshop.read('codes/PRIVATE-given.csv'))).toMatchObject({ value: { length: 2 } });
    expect(await refusal(replace('p2', 'three'))).toContain('All 2 spares of these papers are given out');
  });

  it('is for people of the list, and an addition for the others, once', async () => {
    expect(await refusal(replace('p9', 'x'))).toContain('Nobody on the private list has the id p9.');
    expect(await refusal(replace('p1', 'x', '--territory', 'PS-1'))).toContain('p1 has a code already');
    expect(await refusal(replace('p9', 'x', '--territory', 'XX'))).toContain('Nobody votes in XX');
    await workshop.does(replace('p9', 'x', '--territory', 'PS-2', '--name', 'Rosa', '--language', 'es'));
    expect(formIn('x')).toMatchObject({
      kind: 'added',
      pairs: [{ uuid: 'CaLLeCedro1231' }, { uuid: 'CaLLeCedro1233' }],
    });
    expect(workshop.read('x/PRIVATE-letter.html')).toContain('<bdi>Rosa</bdi>');
    expect(await refusal(replace('p9', 'y', '--territory', 'PS-2'))).toContain('p9 has a code already');
  });
});

describe('the check of a consultation', () => {
  const check = (...more: readonly string[]): readonly string[] => [
    ...['registrar', 'check', 'codes', '--lang', 'en'],
    ...more,
  ];
  const change = async (name: string, from: string | RegExp, to: string): Promise<void> => {
    const before = workshop.read(`codes/${name}`);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    await workshop.write(`codes/${name}`, after);
  };
  // The least of all, so that the list still ascends.
  const other = `${'01'.repeat(31)}00`;
  beforeEach(() => make('--sheets', 'none'), 600_000);

  it('says that private list and public files agree, and that the order is the one of today', async () => {
    const said = await workshop.does(check('--order', 'order.json'));
    expect(said).toContain('They agree');
    expect(said).toContain('4 people and 6 spares');
    expect(said).toContain('The order of the site is the one');
  });

  it.each([
    [
      'a credential that was exchanged',
      'upload.jsonl',
      /"credentials":\["[0-9a-f]{64}"/u,
      `"credentials":["${other}"`,
      'paper 1 (Obra 1)',
    ],
    ['a spare that is not marked', 'upload.jsonl', /"spares":\[\d+,/u, '"spares":[', 'needs'],
    ['another count than was published', 'PUBLISH-credentials.json', '"people":4', '"people":5', 'PUBLISH-credentials'],
    [
      'a line that is missing from the private list',
      'PRIVATE-codes.csv',
      /voter,p4.*\r\n/u,
      '',
      '0 people, the order has 1',
    ],
    ['a person listed in another place', 'PRIVATE-codes.csv', ',PS-2,', ',PS-9,', 'the territory does not belong'],
    ['a private list of another form', 'PRIVATE-codes.csv', 'kind,', 'what,', 'line 1'],
    [
      'a person that stands there twice',
      'PRIVATE-codes.csv',
      'voter,p2',
      'voter,p1',
      'line 5: the id stands on line 4',
    ],
  ])('finds %s', async (_, name, from, to, told) => {
    const secrets = codes().map(({ code }) => code);
    await change(name, from, to);
    const ran = await workshop.run(check());
    expect(ran).toMatchObject({ stdout: '' });
    expect(ran.code).toBeGreaterThan(0);
    expect(ran.stderr).toContain(told === 'needs' ? 'wrong_spares' : told);
    for (const code of secrets) expect(ran.stderr).not.toContain(code);
  });

  it('finds two codes that changed places between people of different papers', async () => {
    const [a, b] = [codes().find(({ id }) => id === 'p1'), codes().find(({ id }) => id === 'p4')];
    invariant(a !== undefined && b !== undefined, 'both are on the list');
    await change('PRIVATE-codes.csv', a.code, '#');
    await change('PRIVATE-codes.csv', b.code, a.code);
    await change('PRIVATE-codes.csv', '#', b.code);
    expect(await refusal(check(), 1)).toContain('paper 2 (Obra 2): 1 missing, 1 too many');
  });

  it('finds an order that the site has changed since, and what is no archive', async () => {
    await workshop.write('today.json', writeOrder({ ...order, closes_at: order.closes_at + 3600 }));
    expect(await refusal(check('--order', 'today.json'), 1)).toContain('today.json is another order');
    expect(await refusal(check('--archive', 'order.json'))).toContain('is no archive');
  });

  it('compares with what elections were set up with, by themselves or in the archive of the consultation', async () => {
    const [{ credentials } = { credentials: [] }, second] = uploaded();
    const board = async (uuid: string | undefined, list: readonly string[] | undefined): Promise<Uint8Array> => {
      const group = (await loadMachineSuite()).group('Ed25519');
      const question = { question: '¿Qué obra?', answers: ['Pozo', 'Techo'], min: 0, max: 1 };
      const election = makeElection(group, {
        ...{ uuid: branded<string, 'ElectionId'>(uuid ?? ''), name: 'Obra', description: 'Obra' },
        ...{ key: publicCredential(group, 5n), questions: [question] },
      });
      invariant(election.ok && list !== undefined, 'the order has this contest');
      const { bytes, head } = startArchive(order.opens_at);
      const setup = appendEvent(
        head,
        {
          type: 'Setup',
          election: Buffer.from(election.value),
          trustees: Buffer.from('[]'),
          credentials: Buffer.from(JSON.stringify(list)),
        },
        nodeSha256.sha256,
      );
      invariant(setup.ok, 'a setup comes first');
      return Buffer.concat([bytes, setup.value.bytes]);
    };
    const one = await board(order.contests[0]?.uuid, credentials);
    writeFileSync(workshop.at('one.bel'), one);
    expect(await workshop.does(check('--archive', 'one.bel'))).toContain('1 of 3, were set up with exactly these');
    const short = await board(order.contests[1]?.uuid, second?.credentials.slice(1));
    const foreign = await board('AnotherTown1234', ['ab'.repeat(32)]);
    const contents = await Promise.all(
      [one, short, foreign].map(async (bytes, i) => {
        const source = bytesSource(bytes);
        const { crc32 } = await measure(source, nodeSha256);
        return { path: `contests/${i}/archive.bel`, size: bytes.length, source, crc32 };
      }),
    );
    const pieces: Uint8Array[] = [];
    for await (const piece of writeZip(contents)) pieces.push(piece);
    writeFileSync(workshop.at('whole.zip'), Buffer.concat(pieces));
    const said = await refusal(check('--archive', 'whole.zip'), 1);
    expect(said).toContain('paper 2 (Obra 2): the site has set it up with other credentials.');
    expect(said).toContain('AnotherTown1234');
    expect(said).not.toContain('paper 1');
    writeFileSync(workshop.at('cut.bel'), one.subarray(0, -1));
    expect(await refusal(check('--archive', 'cut.bel'))).toContain('damaged');
  });
});
