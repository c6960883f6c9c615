import { invariant, ok } from '@convite/kernel';
import { z } from 'zod';
import { waitingAct } from '../../accounts/index.ts';
import { consultationOf, proposeOpening, roomView } from '../../consultations/index.ts';
import {
  bringCredentials,
  makeOrder,
  orderText,
  preparationView,
  preparedConsultation,
} from '../../preparation/index.ts';
import {
  bringRoll,
  proposeFreeze,
  requestApply,
  rolledConsultation,
  showRoll,
  writeEligibility,
} from '../../rolls/index.ts';
import { bringFile, keptConsultation, listText, planCeremony } from '../../trustees/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { HeldKey, PeopleAnswer, PeopleTask } from '../people/tasks.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { accountOf, must, together, until } from './together.ts';

const language = 'es';
const minute = 60_000;

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
      must(await requestApply(rolls, id, newest.id));
    }
    return newest.status === 'applied';
  }, signal);
}

/** Two officers freeze the roll. The salt of its commitment is for registrars, and nobody of the demo asks for it. */
export async function freezeRoll(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { rolls } = context;
  const consultation = await rolledConsultation(rolls, plan.slug, language);
  invariant(consultation !== undefined, 'the consultation was written before');
  if ((await showRoll(rolls, consultation.id)).roll?.status === 'frozen') return;
  const people = { first: 'Registradora 1', second: 'Registrador 2' };
  await together(context, { act: 'roll.freeze', subject: consultation.id, ...people }, async (by) => {
    const proposed = await proposeFreeze(rolls, consultation, 'El padrón está completo.', by);
    if (!proposed.ok) return proposed;
    const waiting = await waitingAct(context.accounts, 'roll.freeze', consultation.id);
    invariant(waiting !== undefined, 'it was just proposed');
    return ok(waiting);
  });
}

async function prepared({ preparation }: DemoContext, { slug }: PlannedConsultation) {
  const found = await preparedConsultation(preparation, slug);
  invariant(found !== undefined, 'the consultation was written before');
  return found;
}

/** Who of the staff keep the keys, and how many of them open. */
const keepers = { names: ['Custodia 1', 'Custodia 2', 'Custodia 3'], threshold: 2 } as const;

const heldKeys = z.array(z.object({ name: z.string(), file: z.string() }));
const heldCeremony = z.object({ rounds: z.array(z.array(z.string())), keys: heldKeys });
const handedCodes = z.array(z.object({ name: z.string(), territory: z.string(), code: z.string() }));

async function ceremonyOf({ folder }: Pick<DemoContext, 'folder'>, slug: string) {
  const kept = await folder.read(`${slug}-ceremony.json`);
  return kept === undefined ? undefined : heldCeremony.parse(JSON.parse(kept));
}

/** The keys of the trustees of a consultation, as its pages offer them; none before the ceremony. */
export const keptKeys = async (context: Pick<DemoContext, 'folder'>, slug: string): Promise<readonly HeldKey[]> =>
  (await ceremonyOf(context, slug))?.keys ?? [];

async function keptConsultationOf({ trustees }: DemoContext, { slug }: PlannedConsultation) {
  const found = await keptConsultation(trustees, slug);
  invariant(found !== undefined, 'the consultation was written before');
  return found;
}

/** Trustees make a key together, round by round. What was handed in once is handed in again, and changes nothing. */
export async function makeKeys(context: DemoContext, plan: PlannedConsultation, signal: AbortSignal): Promise<void> {
  const { folder, trustees } = context;
  const { slug } = plan;
  const consultation = await keptConsultationOf(context, plan);
  const accounts = await Promise.all(keepers.names.map((name) => accountOf(context, name)));
  if ((await ceremonyOf(context, slug)) === undefined) {
    const made = await ask(context, { type: 'ceremony', ...keepers }, signal);
    invariant(made.type === 'ceremony', 'people do what they were asked');
    await folder.put(`${slug}-ceremony.json`, JSON.stringify({ rounds: made.rounds, keys: made.keys }));
  }
  const by = await accountOf(context, 'Organizadora');
  const planned = await planCeremony(trustees, consultation, {
    accounts,
    threshold: keepers.threshold,
    waiver: '',
    by,
  });
  if (!planned.ok && planned.error.type !== 'under_way') must(planned);
  for (const round of (await ceremonyOf(context, slug))?.rounds ?? []) {
    for (const [i, text] of round.entries()) {
      must(await bringFile(trustees, consultation, { text, by: accounts[i] ?? '' }));
    }
  }
}

/** Each trustee shows that the key as it is kept decrypts; no vote is opened before. */
export async function rehearseKeys(
  context: DemoContext,
  plan: PlannedConsultation,
  signal: AbortSignal,
): Promise<void> {
  const { trustees, now } = context;
  const consultation = await keptConsultationOf(context, plan);
  const list = await listText(trustees, consultation.id);
  invariant(list !== undefined, 'the key was made before');
  const keys = (await keptKeys(context, plan.slug)).map(({ file }) => file);
  const made = await ask(context, { type: 'rehearsal', list, keys, date: dayOf(now()) }, signal);
  invariant(made.type === 'rehearsal', 'people do what they were asked');
  for (const [i, text] of made.files.entries()) {
    const by = await accountOf(context, keepers.names[i] ?? '');
    must(await bringFile(trustees, consultation, { text, by }));
  }
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The codes of a consultation, by the turn of its plan; none before they are made. */
export async function keptCodes({ folder }: Pick<DemoContext, 'folder'>, slug: string) {
  return handedCodes.parse(JSON.parse((await folder.read(`${slug}-codes.json`)) ?? '[]'));
}

/** The site orders codes, the registrar makes them, and every election is set up with their public parts. */
export async function makeElections(
  context: DemoContext,
  plan: PlannedConsultation,
  signal: AbortSignal,
): Promise<void> {
  const { folder, preparation, site, work } = context;
  const consultation = await prepared(context, plan);
  const state = await preparationView(preparation, consultation, language);
  if (state.upload === null) {
    const spares = { percent: 2, minimum: 4 };
    must(await makeOrder(preparation, consultation, { spares, site, by: await accountOf(context, 'Organizadora') }));
    const order = await orderText(preparation, consultation.id);
    invariant(order !== undefined, 'the order was just made');
    const people = plan.voters.map(({ name, territory }) => ({ name, territory }));
    const made = await ask(context, { type: 'codes', order, people }, signal);
    invariant(made.type === 'codes', 'people do what they were asked');
    await folder.put(`${plan.slug}-codes.json`, JSON.stringify(made.codes));
    await work.use(async (place) => {
      await place.append('upload', new TextEncoder().encode(made.upload));
      const by = await accountOf(context, 'Registradora 1');
      must(await bringCredentials(preparation, consultation, { path: place.path('upload'), by }));
    });
  }
  await until(async () => {
    const { upload } = await preparationView(preparation, consultation, language);
    invariant(upload?.status !== 'refused', 'what the registrar of the demo brings is right');
    return upload?.status === 'set_up';
  }, signal);
}

/** Two guarantors look at the control room, which counts the voters of each contest, and open the vote. */
export async function openVote(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations } = context;
  const consultation = await consultationOf(consultations, plan.slug);
  invariant(consultation !== undefined, 'the consultation was written before');
  const { id, status } = consultation;
  if (status !== 'frozen') return;
  await roomView(consultations, consultation, { state: 'any', below: '', words: '', page: 1 }, 'whole', language);
  await together(context, { act: 'vote.open', subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeOpening(consultations, id, { by, reason: 'Todo está listo.' }),
  );
}

/** Has the people of the demo do something on their own machines. */
export async function ask({ people }: DemoContext, task: PeopleTask, signal: AbortSignal): Promise<PeopleAnswer> {
  const answer = await people.run(task, { milliseconds: 10 * minute, signal });
  invariant(answer.ok, `the people of the demo did not answer: ${answer.ok ? '' : answer.error}`);
  return answer.value;
}
