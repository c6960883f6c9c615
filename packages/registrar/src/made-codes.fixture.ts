import { curveGroup, ed25519Group, loadCurveCore, portableSha256, seededRandomness, type Suite } from '@convite/crypto';
import { byHands } from './codes/by-hands.ts';
import { type CodeJob, type CodeSettings, makeCodeJobs } from './codes/code-jobs.ts';
import { readList } from './codes/code-list.ts';
import { makeCodes } from './codes/make-codes.ts';
import { letterFacts } from './letters/letter-facts.ts';
import type { Sheet } from './letters/letter-style.ts';
import { calendar, openedOrder, people } from './two-streets.fixture.ts';

const core = await loadCurveCore();
const group = core.ok ? curveGroup(core.value) : ed25519Group();
export const suite: Suite = { sha256: portableSha256.sha256, group: () => group };

export const opened = openedOrder();
export const settingsOf = (sheets: readonly Sheet[]): CodeSettings => ({
  elections: opened.order.contests.map(({ uuid, group }) => ({ uuid, group })),
  ...{ facts: letterFacts(opened.order, calendar), sheets },
});

/** Makes all codes of the two streets, by so many hands that are not equally fast; sheets are drawn of the last page alone, for it is slow. */
export async function makeStreets(hands: number, sheets: readonly Sheet[] = []) {
  const making = makeCodes(opened, people, {
    random: seededRandomness('two streets', portableSha256.sha256),
    createSha256: portableSha256.createSha256,
  });
  const [work, draw] = [makeCodeJobs(suite, settingsOf([])), makeCodeJobs(suite, settingsOf(sheets))];
  const list = [making.headings.list];
  const pages: string[] = [];
  const all = Array.from({ length: hands }, (_, hand) => async (job: CodeJob) => {
    for (let i = 0; i < (hands - hand) * 3; i++) await Promise.resolve();
    return (job.number === making.count - 1 ? draw : work)(job);
  });
  for await (const one of byHands(making.jobs, all)) {
    list.push(making.take(one));
    pages.push(...one.pages);
  }
  const upload = [...making.upload()].join('');
  return { list: list.join(''), upload, pages, count: making.count, ...making.finish() };
}

export const codesOf = (text: string) => {
  const list = readList(text);
  if (!list.ok) throw new Error(`line ${list.error}`);
  return list.value;
};
