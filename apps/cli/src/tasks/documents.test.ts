import { bytesSource, hashOfText, readArchive, sha256Hex } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderText, rollCsv, salt } from '../registrar/consultation/small-consultation.fixture.ts';
import { workFile } from '../trustee/work-file.fixture.ts';
import { openWorkshop, privateCodes, type Workshop } from '../workshop.fixture.ts';

const pageOf = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

/** The commands in the fences of a page, each as its arguments. */
const commandsIn = (page: string): readonly (readonly string[])[] =>
  [...page.matchAll(/^npm run -s convite -- (.+)$/gmu)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, word]) => quoted ?? word ?? ''),
  );

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  for (const folder of ['shared', 'stick-1', 'stick-2']) mkdirSync(workshop.at(folder));
  await workshop.write('roll.csv', 'id,name\n1,Ana\n2,Beto\n');
  await workshop.write('order.json', orderText());
  await workshop.write('frozen.csv', rollCsv());
  await workshop.write('salt.txt', salt);
  const questions = [
    { question: '¿Qué obra?', answers: ['Farolas', 'Bancos', 'Árboles'], min: 0, max: 2 },
    { question: '¿Qué aprueba?', approvals: ['Pozo', 'Techo', 'Cancha'] },
  ];
  await workshop.write('questions.json', JSON.stringify({ name: 'Calle Cedro', questions }));
});
afterAll(() => workshop.remove());

/** The work file of a consultation with this one vote, whose ballots are to be shuffled. */
async function workWith(path: string): Promise<Buffer> {
  const bytes = readFileSync(path);
  const { index, ...reading } = await readArchive(bytesSource(bytes), { sha256: nodeSha256 });
  const setup = index.event(0);
  if (!reading.ok || setup.type !== 'Setup') throw new Error('the archive of the pages holds');
  const textOf = ({ offset, length }: { readonly offset: number; readonly length: number }): Buffer =>
    bytes.subarray(offset, offset + length);
  const election = textOf(setup.election);
  return workFile([
    {
      ...{ id: 'calle-cedro', name: 'Calle Cedro', to_do: 'shuffle', archive: bytesSource(bytes), side: undefined },
      uuid: /"uuid":"(\w+)"/u.exec(election.toString())?.[1] ?? '',
      fingerprint: hashOfText(nodeSha256.sha256, election.toString()),
      head: reading.head.parent ?? '',
      trustees: sha256Hex(nodeSha256.sha256(textOf(setup.trustees))),
    },
  ]);
}

/** Puts what a person would have at hand where a command of the pages asks for it. */
async function prepare(args: readonly string[]): Promise<void> {
  if (args.includes('words.txt')) {
    const rows = workshop.read('ana/paper.txt').match(/^ *\d+ .*$/gmu) ?? [];
    await workshop.write('words.txt', rows.join('\n'));
  }
  if (args.includes('work.zip')) writeFileSync(workshop.at('work.zip'), await workWith(workshop.at('street.bel')));
  if (args.includes('code.txt')) {
    await workshop.write('code.txt', privateCodes(workshop)[0] ?? '');
    chmodSync(workshop.at('code.txt'), 0o600);
  }
}

/** A name with a star stands for all that fit, as in a shell. */
const expanded = (arg: string): readonly string[] => {
  const [, folder, start, end] = /^(.+)\/(.*)\*(.*)$/u.exec(arg) ?? [];
  if (folder === undefined || start === undefined || end === undefined) return [arg];
  const names = readdirSync(workshop.at(folder)).filter((name) => name.startsWith(start) && name.endsWith(end));
  return names.toSorted().map((name) => `${folder}/${name}`);
};

describe('every command of the pages for registrars and trustees', () => {
  it('does what the page says, in the order in which people come to it', async () => {
    const trustees = commandsIn(pageOf('trustees.md'));
    const after = trustees.findIndex((args) => args.includes('pass'));
    const commands = [...trustees.slice(0, after), ...commandsIn(pageOf('registrar.md')), ...trustees.slice(after)];
    expect(commands.length).toBeGreaterThan(30);
    for (const command of commands) {
      await prepare(command);
      await workshop.does(command.flatMap(expanded));
    }
    expect(workshop.said.join('')).toContain('ACCEPTED');
  });
});
