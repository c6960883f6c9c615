import { invariant } from '@convite/kernel';
import { z } from 'zod';
import { bringFile, keptConsultation, listText, planCeremony } from '../../trustees/index.ts';
import type { DemoContext } from '../demo-context.ts';
import type { HeldKey } from '../people/tasks.ts';
import type { PlannedConsultation } from '../plan/planned-consultation.ts';
import { ask } from './ask-people.ts';
import { accountOf, dayOf, must } from './together.ts';

/** Who of the staff keep the keys, and how many of them open. */
const keepers = { names: ['Custodio 1', 'Custodio 2', 'Custodio 3'], threshold: 2 } as const;

const heldKeys = z.array(z.object({ name: z.string(), file: z.string() }));
const heldCeremony = z.object({ rounds: z.array(z.array(z.string())), keys: heldKeys });

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
