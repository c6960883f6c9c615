import { setTimeout as pause } from 'node:timers/promises';
import { slug } from '../consultations/import-tables.ts';
import { awake, ledTo, type Member, shownText, together } from '../consultations/staff-browser.ts';
import type { Crew } from './crew.ts';
import type { Stopwatch } from './stopwatch.ts';
import { typedMoment } from './voting-hours.ts';

const [result, lots] = [`/org/c/${slug}/result`, `/org/c/${slug}/lots`];

/** What the page of the result says of the contests. */
export interface Counted {
  readonly counted: number;
  readonly withheld: number;
  /** Contests that waited for the public lot. */
  readonly lots: number;
}

/** From opened boxes to a published result: the count, the lot where it is needed, the archive, two guarantors. */
export async function publishResult({ guarantors }: Crew, seed: string, { timed }: Stopwatch): Promise<Counted> {
  const [guarantor] = guarantors;
  const waitsForLots = await timed('count', () => allCounted(guarantor));
  if (waitsForLots > 0) {
    const drawsAt = (Math.floor(Date.now() / 60_000) + 2) * 60_000;
    const how = { how: 'Los dados de cinco personas, en la plaza.', draws_at: typedMoment(drawsAt) };
    await ledTo(await (await awake(guarantor)).post(`${lots}/announce`, how), 'the lot is announced');
    await pause(Math.max(0, drawsAt - Date.now()));
    await timed('count with lots', async () => {
      const drawn = { seed, drawn_at: typedMoment(drawsAt), reason: 'Lo vimos.' };
      await together(guarantors, `${lots}/draw`, drawn);
      while ((await states(guarantor)).waitingLots > 0) await pause(200);
    });
  }
  const { counted, withheld } = await timed('archive made and verified', async () => {
    while (!(await room(guarantor)).includes('id="propose"')) await pause(200);
    return await states(guarantor);
  });
  await timed('result published', () =>
    together(guarantors, `${result}/publish`, { reason: 'Publicamos lo que dio el conteo.' }),
  );
  return { counted, withheld, lots: waitsForLots };
}

/** Waits until no contest waits to be counted. @returns how many wait for lots. */
async function allCounted(guarantor: Member): Promise<number> {
  for (;;) {
    const { elsewhere, waitingCount, waitingLots } = await states(guarantor);
    if (elsewhere + waitingCount === 0) return waitingLots;
    await pause(200);
  }
}

/** The page; what it says is in the way where anything is. */
async function room(guarantor: Member): Promise<string> {
  const text = await (await (await awake(guarantor)).get(result)).text();
  if (text.includes('id="troubles"')) throw new Error(`the result: ${shownText(text)}`);
  const archive = text.slice(text.indexOf('id="archive"'));
  if (archive.includes('<code') && archive.includes('class="say"'))
    throw new Error(`the archive: ${shownText(archive)}`);
  return text;
}

async function states(guarantor: Member) {
  const text = await room(guarantor);
  const table = text.slice(text.indexOf('id="progress"'));
  const [, elsewhere = 0, waitingCount = 0, waitingLots = 0, counted = 0, withheld = 0] = [
    ...table.matchAll(/<td class="n">(?:<a [^>]*>)?([^<]*)</gu),
  ].map(([, number = '']) => readCount(number));
  return { elsewhere, waitingCount, waitingLots, counted, withheld };
}

/** A number as the page shows it, which may be a link to its rows. @throws Error where there is none */
function readCount(shown: string): number {
  const digits = shown.replaceAll(/\D/gu, '');
  if (digits === '') throw new Error(`the result: “${shown}” is no number`);
  return Number(digits);
}
