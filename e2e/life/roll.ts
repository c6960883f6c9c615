import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { communes, type Consultation, title } from './preparing.ts';

const t = translationOf('es');
const words = t.rolls;

/** How many people stand on the roll in each commune, and how many of them vote. */
export const people = { roll: [31, 21], voters: [30, 20] } as const;

/** From a table of people to a roll that two people froze. @returns the salt of its commitment, as its page shows it once */
export async function freezeRoll({ crew }: Consultation): Promise<string> {
  const [registrar, second] = crew.registrars;
  await registrar.arrivesAt(title, t.controlRoom.step.roll, words.ruleGo);
  await registrar.sends(words.save, {
    [words.minimumAge]: '15',
    [words.ageDay]: '2026-11-22',
    [words.proofs.two_neighbours]: true,
  });
  await registrar.follow(words.bringGo);
  const lines = communes.flatMap((code, place) =>
    Array.from({ length: people.roll[place] ?? 0 }, (_, i) => `Persona ${place}-${i};03/04/1980;${code};dos vecinos`),
  );
  const content = ['nombre;nacimiento;territorio;prueba', ...lines].join('\n');
  await registrar.sends(words.check, { [words.file]: { name: 'padrón.csv', content }, [words.dateOrders.dmy]: true });
  await registrar.waits();
  await registrar.sends(words.apply);
  await registrar.waits();
  await registrar.follow(words.backToRoll, words.freezeGo);
  await registrar.sends(words.freezeBegin, { [words.freezeReason]: 'Termina la inscripción.' });
  await registrar.waits();
  const salt = await registrar.page.getByText(/^(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u).innerText();
  await registrar.sends(words.saltKept);
  await second.agreesTo(words.freezeAct(lines.length));
  return salt;
}
