import { invariant, ok } from '@convite/kernel';
import {
  addTemplate,
  changeStations,
  consultationOf,
  createConsultation,
  envelopesView,
  importOptions,
  makeContests,
  mayDrawOrder,
  proposeFreezing,
  proposeOrder,
  readStations,
  roomView,
  templateLines,
  workOn,
  writeCalendar,
  writeTemplate,
} from '../../consultations/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { PlannedConsultation, PlannedPaper } from '../plan/planned-consultation.ts';
import { placeOf } from './settle-ground.ts';
import { accountOf, must, together } from './together.ts';

const second = 1000;
const day = 24 * 60 * 60 * second;
/** From the freezing on nothing of a calendar moves earlier, so the vote is announced for a moment after it. */
const soon = 5 * second;
const openDays = 30;

const calendarFrom = (now: number) => ({
  voting: { opensAt: now + soon, closesAt: now + openDays * day },
  complaintsUntil: null,
});
const zone = 'America/Caracas';
const language = 'es';

async function consultationOfPlan({ consultations }: DemoContext, { slug }: PlannedConsultation) {
  const found = await consultationOf(consultations, slug);
  invariant(found !== undefined, `${slug} was written before`);
  return found;
}

/** An organiser begins the consultation and writes its papers. */
export async function writeConsultation(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations, now } = context;
  const by = await accountOf(context, 'Organizadora');
  const amounts = plan.papers.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const begun = await createConsultation(
    consultations,
    {
      territory: await placeOf(context, plan.territory),
      slug: plan.slug,
      title: plan.title,
      languages: ['es', 'en'],
      zone,
      calendar: calendarFrom(now().getTime()),
      currency: 'XTS',
      decimals: 0,
      whole: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0n),
    },
    by,
  );
  if (!begun.ok && begun.error.type !== 'slug_taken') must(begun);
  for (const paper of plan.papers) await writePaper(context, plan, paper, by);
  await writeStations(context, plan, by);
}

/** Where whoever cannot vote on a phone would go; once, however often this is begun. */
async function writeStations(context: DemoContext, plan: PlannedConsultation, by: string): Promise<void> {
  const { consultations } = context;
  const { id } = await consultationOfPlan(context, plan);
  if ((await readStations(consultations.database, id, language)).length > 0) return;
  for (const station of plan.stations) must(await changeStations(consultations, id, { type: 'add', station }, by));
}

async function writePaper(
  context: DemoContext,
  plan: PlannedConsultation,
  { name, territory, template, amount, options }: PlannedPaper,
  by: string,
): Promise<void> {
  const { consultations, work } = context;
  const { id, decimals, languages } = await consultationOfPlan(context, plan);
  const known = (await templateLines(consultations, id, language)).find((line) => line.name === name.es);
  const written = known === undefined ? await addTemplate(consultations, id, name, by) : ok(known.id);
  const paper = must(written);
  must(await writeTemplate(consultations, id, paper, template, by));
  const parent = await wholeOf(context, plan);
  const each = amount === null || parent === undefined ? null : { parent, amount, byCode: new Map() };
  must(
    await makeContests(
      consultations,
      { id, decimals },
      { template: paper, choice: { by: 'codes', codes: [territory] }, each },
      by,
    ),
  );
  const table = options.map((option) =>
    [territory, option.number, option.title, option.summary, option.cost ?? '', option.place, option.theme].join(';'),
  );
  await work.use(async (place) => {
    const content = `código;número;título;resumen;costo;lugar;tema\n${table.join('\n')}\n`;
    await place.append('options', new TextEncoder().encode(content));
    const file = { path: place.path('options'), declared: { encoding: null, separator: null } };
    must(await importOptions(consultations, { id, decimals, languages }, paper, file, by));
  });
}

/** The envelope of the whole; undefined where no money is divided. */
async function wholeOf(context: DemoContext, plan: PlannedConsultation): Promise<string | undefined> {
  const consultation = await consultationOfPlan(context, plan);
  return (await envelopesView(context.consultations, consultation, language)).envelopes[0]?.id;
}

/** A reviewer approves every option. */
export async function reviewOptions(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations } = context;
  const consultation = await consultationOfPlan(context, plan);
  const by = await accountOf(context, 'Revisor');
  const all = { state: 'any', template: '', below: '', words: '', page: 1 };
  for (const { id } of (await roomView(consultations, consultation, all, 'whole', language)).lines) {
    must(await workOn(consultations, consultation.id, id, 'approve_options', by));
  }
}

/** Two guarantors freeze the rules, the vote being announced for the next moment. */
export async function freezeRules(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations, now } = context;
  const { id, status } = await consultationOfPlan(context, plan);
  if (status !== 'draft') return;
  const calendar = calendarFrom(now().getTime());
  must(await writeCalendar(consultations, id, { calendar, zone }, await accountOf(context, 'Organizadora')));
  await together(context, { act: 'rule.freeze', subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeFreezing(consultations, id, 'Todo está revisado.', by),
  );
}

/** Two guarantors record what five dice showed in the square: by it options stand on the papers. */
export async function drawOrder(context: DemoContext, plan: PlannedConsultation): Promise<void> {
  const { consultations } = context;
  const consultation = await consultationOfPlan(context, plan);
  if (!(await mayDrawOrder(consultations.database, consultation))) return;
  const drawn = { seed: 'dados 2 6 4 1 5', how: 'Cinco dados, tirados por cinco vecinas en la plaza.' };
  const { id } = consultation;
  await together(context, { act: 'order.draw', subject: id, first: 'Garante 1', second: 'Garante 2' }, (by) =>
    proposeOrder(consultations, id, drawn, { by, reason: 'Se tiraron a la vista de todas.' }),
  );
}
