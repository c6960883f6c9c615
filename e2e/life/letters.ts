import { type ListedCode, readList } from '@convite/registrar';
import { invariant } from '@convite/kernel';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { press } from '../offline-desk.ts';
import { save } from '../offline-site.ts';
import { beginReplacing, makeCodes } from '../registrar-page/making.ts';
import { carryAway, type OwnMachine } from './own-machine.ts';
import { communes, type Consultation, title } from './preparing.ts';

const t = translationOf('es');
const words = t.preparation;
const steps = t.controlRoom.step.preparation;

/** The letters of everybody on the roll, and what the registrar keeps on a machine apart from the server. */
export interface Letters {
  readonly machine: OwnMachine;
  readonly files: { readonly order: string; readonly list: string; readonly given: string };
  /** By commune, in the order of the registrar's own list. */
  readonly of: readonly (readonly ListedCode[])[];
}

/** The order goes to a machine that is apart; the public parts of the codes come back, and elections are set up with them. */
export async function makeLetters({ browser, crew }: Consultation, salt: string): Promise<Letters> {
  const { organiser } = crew;
  const [registrar] = crew.registrars;
  await organiser.arrivesAt(title, steps, words.order);
  await organiser.sends(words.makeOrder, { [words.percent]: '3', [words.minimum]: '5' });
  await registrar.arrivesAt(title, t.controlRoom.step.roll);
  const roll = await registrar.saves(t.rolls.exportGo);
  await registrar.arrivesAt(title, steps, words.order);
  const order = await registrar.saves(words.downloadOrder);
  const machine = await carryAway(browser, registrar, words.registrarPage);
  const page = await machine.open();
  const desk = { page, folder: registrar.folder };
  const made = await makeCodes(desk, { order, roll, salt });
  await press(page, 'Ver e imprimir las cartas');
  const printed = page.frameLocator('iframe').locator('section');
  await printed.first().waitFor();
  await page.close();

  await registrar.arrivesAt(t.accounts.taskSays.no_election(3), words.credentials);
  await registrar.sends(words.bring, { [words.credentialsFile]: { path: made['upload.jsonl'].path } });
  await registrar.waits();
  await registrar.follow(words.back);
  await registrar.waits();
  const listed = readList(made['PRIVATE-codes.csv'].bytes.toString());
  invariant(listed.ok, 'the private list is written in its form');
  const voters = listed.value.filter(({ kind }) => kind === 'voter');
  return {
    machine,
    files: { order, list: made['PRIVATE-codes.csv'].path, given: made['PRIVATE-given.csv'].path },
    of: communes.map((code) => voters.filter(({ territory }) => territory === code)),
  };
}

/** Somebody lost a letter: a registrar proposes a spare in its place, another agrees. @returns the code of the new letter */
export async function replaceLetter({ crew }: Consultation, letters: Letters, lost: ListedCode): Promise<string> {
  const [registrar, second] = crew.registrars;
  const page = await letters.machine.open();
  await beginReplacing(page, letters.files, lost.name, lost.name);
  await save(page, 'Guardar PRIVATE-given.csv', registrar.folder);
  const code = await page.frameLocator('iframe').locator('.code bdi').first().innerText();
  const { path } = await save(page, 'Guardar replacement.json', registrar.folder);
  await page.close();
  await registrar.arrivesAt(title, steps, words.replacements);
  await registrar.sends(words.propose, { [words.replacementFile]: { path }, [words.reason]: 'Perdió la carta.' });
  await second.agreesTo(words.replaceAct.lost);
  return code;
}
