import { invariant } from '@convite/kernel';
import { z } from 'zod';
import { consultationOf, proposeOpening, roomView } from '../../consultations/index.ts';
import {
  bringCredentials,
  makeOrder,
  orderText,
  preparationView,
  preparedConsultation,
} from '../../preparation/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { ask } from './ask-people.ts';
import { accountOf, must, together, until } from './together.ts';

const language = 'es';

async function prepared({ preparation }: DemoContext, { slug }: PlannedConsultation) {
  const found = await preparedConsultation(preparation, slug);
  invariant(found !== undefined, 'the consultation was written before');
  return found;
}

const handedCodes = z.array(z.object({ name: z.string(), territory: z.string(), code: z.string() }));

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
  await roomView(
    consultations,
    consultation,
    { state: 'any', template: '', below: '', words: '', page: 1 },
    'whole',
    language,
  );
  await together(context, { act: 'vote.open', subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeOpening(consultations, id, { by, reason: 'Todo está listo.' }),
  );
}
