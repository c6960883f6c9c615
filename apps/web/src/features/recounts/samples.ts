import { setTimeout as pause } from 'node:timers/promises';
import { type Sample as ShippedSample, SAMPLES } from '@convite/counting';
import { openRecountStates } from '@convite/domain';
import { invariant, ok } from '@convite/kernel';
import { performTask } from './counting/perform-task.ts';
import { sha256 } from './counting/open-file.ts';
import { findFile, findRecount } from './store.ts';
import { unchanged } from './counting/tasks.ts';
import { recountHash as hashOfRecount } from './usecases/request-recount.ts';
import { type Locale, locales } from '../../i18n/locale.ts';
import type { Sample } from './pages/views.ts';
import type { CountingProcesses, RecountsContext } from './recounts-context.ts';
import { bringFile, type Brought } from './usecases/bring-file.ts';

/** The votes that come with the project, stored, in one language. */
export interface StoredSamples {
  readonly list: readonly Sample[];
  /** The recounts of the votes, by id. */
  readonly recounts: ReadonlyMap<string, string>;
  /** The recount that the site shows first. */
  readonly demo: string;
}

/** Stores the votes that come with the project, in each language, and asks for their recounts. */
export async function seedSamples(context: RecountsContext): Promise<ReadonlyMap<Locale, StoredSamples>> {
  const seeded = await Promise.all(locales.map(async (locale) => [locale, await seedIn(context, locale)] as const));
  return new Map(seeded);
}

type Seeded = Pick<Brought, 'facts' | 'recountHash'>;

async function seedIn(context: RecountsContext, locale: Locale): Promise<StoredSamples> {
  const stored = [];
  // One after the other, so that the demo is also the first to be counted.
  for (const [i, sample] of SAMPLES.entries()) stored.push(await seed(context, sample, locale, i === 0));
  const [demo] = stored;
  invariant(demo !== undefined, 'the project comes with a vote to show');
  return {
    list: stored.map(({ sample }) => sample),
    recounts: new Map(stored.map(({ sample, recountHash }) => [sample.id, recountHash])),
    demo: demo.recountHash,
  };
}

async function seed(
  context: RecountsContext,
  { id, title, lesson, text }: ShippedSample,
  locale: Locale,
  isDemo: boolean,
): Promise<{ readonly sample: Sample; readonly recountHash: string }> {
  const bytes = new TextEncoder().encode(text(locale));
  const { facts, recountHash } =
    (await seededBefore(context, bytes)) ?? (await bring(context, bytes, `${id}-${locale}.pb`, isDemo));
  const { ballots, projects } = facts;
  return { sample: { id, name: title[locale], lesson: lesson[locale], ballots, projects }, recountHash };
}

/** Our own votes are small and harmless: they are read here, for a process for each would only delay the start. */
const here: CountingProcesses = {
  run: async (task) => ok(performTask(task, () => undefined)),
  waiting: () => 0,
};

async function bring(context: RecountsContext, bytes: Uint8Array, name: string, isDemo: boolean): Promise<Seeded> {
  const brought = await bringFile(
    { ...context, readers: here },
    { content: bytes, name, origin: isDemo ? 'demo' : 'sample', rule: undefined },
    { visitor: undefined, removalHash: () => undefined },
  );
  invariant(brought.ok, 'a vote that comes with the project can be read and says its rule');
  return brought.value;
}

/** What an earlier start stored of the same vote. */
async function seededBefore({ database }: RecountsContext, bytes: Uint8Array): Promise<Seeded | undefined> {
  const file = await findFile(database, sha256(bytes));
  if (file?.facts.declared == null || file.origin === 'upload') return undefined;
  const hash = hashOfRecount({ fileHash: file.hash, ruleSet: file.facts.declared, changes: unchanged });
  return (await findRecount(database, hash)) === undefined ? undefined : { facts: file.facts, recountHash: hash };
}

const demoPatience = 2500;

/** Waits a little for the demo, so that the first visitor already finds it; it may also come later. */
export async function demoCounted({ database }: RecountsContext, hash: string): Promise<void> {
  for (let waited = 0; waited < demoPatience; waited += 50) {
    const recount = await findRecount(database, hash);
    if (recount !== undefined && !openRecountStates.includes(recount.status)) return;
    await pause(50);
  }
}
