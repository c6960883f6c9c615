import { nodeSha256 } from '@convite/machine';
import { listContest, writeWork } from '@convite/trustee';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderText, rollCsv, salt } from '../registrar/consultation/small-consultation.fixture.ts';
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
async function workWith(path: string): Promise<Uint8Array> {
  const archive = readFileSync(path);
  const uuid = /"uuid":"(\w+)"/u.exec(archive.toString())?.[1] ?? '';
  const contest = await listContest(nodeSha256, 'calle-cedro', { archive, uuid });
  return writeWork(nodeSha256, [{ ...contest, name: 'Calle Cedro' }]);
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
