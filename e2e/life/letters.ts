import { invariant } from '@convite/kernel';
import { bring, pageOf } from '../../apps/web/test/consultations/prepared.ts';
import { openMachine, type RegistrarMachine, stepAddress } from '../../apps/web/test/preparation/prepared-city.ts';
import { pageAtRest } from '../../apps/web/test/until.ts';
import { type Consultation, slug } from './preparing.ts';

/** A letter, as the registrar's own list has it. */
export interface Letter {
  readonly id: string;
  readonly code: string;
}

/** The letters of everybody on the roll, and the machine apart from the server that they were made on. */
export interface Letters {
  readonly machine: RegistrarMachine;
  readonly ofRoll: readonly Letter[];
}

const step = (name: string): string => stepAddress({ slug }, name);

/** The order goes to a machine that is apart; the public parts of the codes come back, and elections are set up with them. */
export async function makeLetters({ site, crew }: Consultation, salt: string): Promise<Letters> {
  const [{ staff: registrar }] = crew.registrars;
  const ordered = await crew.organiser.staff.post(step('order'), { percent: '3', minimum: '5' });
  invariant(ordered.status === 303, `codes are ordered: ${ordered.status}`);
  const machine = openMachine();
  machine.write('order.json', await (await registrar.get(step('order.json'))).text());
  machine.write('roll.csv', await (await registrar.get(`/org/c/${slug}/roll/files/roll.csv`)).text());
  machine.write('salt.txt', salt);
  await machine.does(
    ...['consultation', '--order', 'order.json', '--roll', 'roll.csv', '--salt', 'salt.txt'],
    ...['--out', 'codes', '--threads', '1', '--sheets', 'letters'],
  );
  const file = { content: machine.read('codes/upload.jsonl'), name: 'upload.jsonl' };
  const brought = await bring(site, registrar, step('credentials'), file);
  invariant(brought.status === 303, `the codes are taken: ${brought.status}`);
  await pageAtRest(() => registrar.get(`/org/c/${slug}/preparation`));
  const lines = machine.read('codes/PRIVATE-codes.csv').trim().split('\r\n').slice(1);
  const ofRoll = lines
    .map((line) => line.split(','))
    .filter(([kind]) => kind === 'voter')
    .map((cells) => ({ id: cells[1] ?? '', code: cells[6] ?? '' }));
  return { machine, ofRoll };
}

/** Somebody lost a letter: a registrar proposes a spare in its place, another agrees. @returns the code of the new letter */
export async function replaceLetter({ site, crew }: Consultation, { machine }: Letters, lost: Letter): Promise<string> {
  const [registrar, second] = crew.registrars;
  await machine.does('replace', 'codes', '--id', lost.id, '--out', 'new');
  const file = { content: machine.read('new/replacement.json'), name: 'replacement.json' };
  const reason = 'Perdió la carta.';
  const proposed = await bring(site, registrar.staff, step('replacement'), file, { reason });
  await second.agree(pageOf(proposed));
  const code = /<bdi dir="ltr">([\w-]{25})<\/bdi>/u.exec(machine.read('new/PRIVATE-letter.html'))?.[1];
  invariant(code !== undefined, 'the new letter holds a code');
  return code;
}
