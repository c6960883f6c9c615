import { invariant } from '@convite/kernel';
import {
  askToFreeze,
  bringRoll,
  proposeFreeze,
  requestApply,
  rolledConsultation,
  showFreezing,
  showRoll,
  writeEligibility,
} from '../../rolls/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { accountOf, dayOf, must, together, until } from './together.ts';

const language = 'es';

/** A registrar brings the roll, looks at it, and has it applied. */
export async function bringPeople(context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> {
  const { rolls, work } = context;
  const consultation = await rolledConsultation(rolls, plan.slug, language);
  invariant(consultation !== undefined, 'the consultation was written before');
  const { id } = consultation;
  const by = await accountOf(context, 'Registradora 1');
  const before = await showRoll(rolls, id);
  if (before.people > 0) return;
  const ageOn = dayOf(context.now());
  must(await writeEligibility(rolls, consultation, { minimumAge: 15, ageOn, proofs: ['two_neighbours'] }, by));
  if (before.newest === undefined || before.newest.status === 'withdrawn') {
    const lines = plan.voters.map(({ name, birthDate, territory }) => `${name};${birthDate};${territory};dos vecinos`);
    await work.use(async (place) => {
      const content = `nombre;fecha_de_nacimiento;territorio;prueba\n${lines.join('\n')}\n`;
      await place.append('roll', new TextEncoder().encode(content));
      const declared = { encoding: null, separator: null, dates: 'ymd' } as const;
      const file = { path: place.path('roll'), name: 'padron.csv', declared, part: '', by };
      must(await bringRoll(rolls, consultation, file));
    });
  }
  let asked = false;
  await until(async () => {
    const { newest } = await showRoll(rolls, id);
    invariant(newest !== undefined && newest.status !== 'refused', 'the roll of the demo has no errors');
    if (newest.status === 'ready' && !asked) {
      asked = true;
      must(await requestApply(rolls, id, newest.id, by));
    }
    return newest.status === 'applied';
  }, signal);
}

/** Two officers freeze the roll. The salt of its commitment is for registrars, and nobody of the demo asks for it. */
export async function freezeRoll(context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> {
  const { rolls } = context;
  const consultation = await rolledConsultation(rolls, plan.slug, language);
  invariant(consultation !== undefined, 'the consultation was written before');
  if ((await showRoll(rolls, consultation.id)).roll?.status === 'frozen') return;
  const people = { first: 'Registradora 1', second: 'Registrador 2' };
  await together(context, { act: 'roll.freeze', subject: consultation.id, ...people }, async (by) => {
    let commitment = '';
    await until(async () => {
      const last = await showFreezing(rolls, consultation.id);
      invariant(last?.status !== 'failed', 'the commitment of the demo is made');
      if (last?.status === 'ready') {
        commitment = last.commitment ?? '';
        return true;
      }
      if (last?.status !== 'committing') must(await askToFreeze(rolls, consultation, 'El padrón está completo.', by));
      return false;
    }, signal);
    return await proposeFreeze(rolls, consultation, commitment, by);
  });
}
