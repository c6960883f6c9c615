import { expect } from 'vitest';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { convite, makeFolder, type Ran, type RunOptions } from './run-command.fixture.ts';

/** A folder in which commands are run one after the other, with everything that they have said. */
export interface Workshop {
  readonly path: string;
  readonly at: (...names: readonly string[]) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, content: string) => Promise<string>;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** Runs a command that must succeed, and gives what it said. */
  readonly does: (args: readonly string[], options?: RunOptions) => Promise<string>;
  readonly said: readonly string[];
  readonly remove: () => Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const { path, write, remove } = await makeFolder();
  const said: string[] = [];
  const run = async (args: readonly string[], options: RunOptions = {}): Promise<Ran> => {
    const ran = await convite(args, { folder: path, ...options });
    said.push(ran.stdout, ran.stderr);
    return ran;
  };
  return {
    path,
    at: (...names) => join(path, ...names),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    write,
    run,
    does: async (args, options) => {
      const { code, stdout, stderr } = await run(args, options);
      expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
      return stdout;
    },
    said,
    remove,
  };
}

export const members = ['ana', 'beto', 'carla'] as const;

const each = async (work: (member: string, number: number) => Promise<unknown>): Promise<void> => {
  for (const [i, member] of members.entries()) await work(member, i + 1);
};

/** Steps of a ceremony of Ana, Beto and Carla, of whom any two decrypt, up to this one. */
export async function holdCeremony(
  workshop: Workshop,
  until: 'certificate' | 'deal' | 'share' | 'assemble' = 'assemble',
): Promise<void> {
  const { does } = workshop;
  await mkdir(workshop.at('shared'), { recursive: true });
  const ceremony = ['trustee', 'ceremony'] as const;
  const folder = ['--folder', 'shared'] as const;
  await each((member, number) =>
    does([
      ...[...ceremony, 'certificate', '--group', 'Ed25519', '--trustees', '2of3', '--member', String(number)],
      ...['--name', member, ...folder, '--key', `${member}/${member}.secret.json`],
    ]),
  );
  if (until === 'certificate') return;
  await each((member) => does([...ceremony, 'deal', '--key', `${member}/${member}.secret.json`, ...folder]));
  if (until === 'deal') return;
  await each((member) => does([...ceremony, 'share', '--key', `${member}/${member}.secret.json`, ...folder]));
  if (until === 'share') return;
  await does(['trustee', 'assemble', ...folder, '--out', 'trustees.json']);
}

/** A question that is added up, and one whose ballots are shuffled. */
const bothQuestions = [
  { question: '¿Qué obras?', answers: ['Farolas', 'Bancos', 'Árboles'], min: 0, max: 2, blank: true },
  { question: '¿Qué proyectos aprueba?', approvals: ['Pozo', 'Techo', 'Cancha'] },
] as const;

/** Opens the board of an election of four voters; needs `trustees.json`. Gives the voters' codes. */
export async function openElection(
  workshop: Workshop,
  questions: readonly object[] = bothQuestions,
): Promise<readonly string[]> {
  const { does, write } = workshop;
  await write('questions.json', JSON.stringify({ name: 'Calle Cedro', description: 'Asamblea', questions }));
  await does([
    'board',
    'election',
    '--questions',
    'questions.json',
    '--trustees',
    'trustees.json',
    '--out',
    'election.json',
  ]);
  await write('roll.csv', 'id,name\n7,Ana Pérez\n8,علي حسن\n9,Beto <b>\n10,=1+1\n');
  await does([
    'registrar',
    'credentials',
    '--roll',
    'roll.csv',
    '--election',
    'election.json',
    '--out',
    'codes',
    '--spares',
    '1',
  ]);
  await does([
    ...['board', 'open', '--election', 'election.json', '--trustees', 'trustees.json'],
    ...['--credentials', 'codes/public_creds.json', '--out', 'street.bel'],
  ]);
  return privateCodes(workshop);
}

/** Opens the board of an election of two voters who weigh 3 and 5; needs `trustees.json`. Gives the voters' codes. */
export async function openWeightedElection(workshop: Workshop, election: object): Promise<readonly string[]> {
  const { does, write } = workshop;
  await write('questions.json', JSON.stringify({ name: 'Cooperativa', ...election }));
  await does([
    ...['board', 'election', '--questions', 'questions.json', '--trustees', 'trustees.json'],
    ...['--out', 'election.json'],
  ]);
  await write('roll.csv', 'id,cuotas\n1,3\n2,5\n');
  await does([
    ...['registrar', 'credentials', '--roll', 'roll.csv', '--election', 'election.json', '--weights', 'cuotas'],
    ...['--form', 'checked', '--out', 'codes'],
  ]);
  await does([
    ...['board', 'open', '--election', 'election.json', '--trustees', 'trustees.json'],
    ...['--credentials', 'codes/public_creds.json', '--out', 'street.bel'],
  ]);
  return privateCodes(workshop);
}

export const privateCodes = ({ read }: Workshop): readonly string[] =>
  read('codes/PRIVATE-credentials.csv')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').at(-1) ?? '');

/** Casts ballots and adds them; the code goes in at standard input, as when it is typed. */
export async function castBallots(
  { does }: Workshop,
  ballots: readonly (readonly [code: string, choices: string])[],
): Promise<void> {
  const files = ballots.map((_, i) => `ballot-${i + 1}.json`);
  for (const [i, [code, choices]] of ballots.entries()) {
    const out = files[i] ?? '';
    await does(['ballot', 'cast', '--archive', 'street.bel', '--choices', choices, '--out', out], {
      stdin: `${code}\n`,
    });
  }
  await does(['board', 'add', 'street.bel', ...files]);
}

export const keyOf = (member: string): string => `${member}/${member}.key.json`;

/** Shuffles by these members, one after the other, and the end of the shuffles. */
export async function shuffleBy({ does }: Workshop, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await does(['trustee', 'shuffle', '--archive', 'street.bel', '--key', keyOf(name), '--out', 'shared']);
    const number = members.findIndex((member) => member === name) + 1;
    await does(['board', 'add', 'street.bel', `shared/shuffle-${number}-${name}.json`]);
  }
  await does(['board', 'end-shuffles', 'street.bel']);
}
