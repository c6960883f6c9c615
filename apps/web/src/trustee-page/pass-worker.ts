import { ballotsHere, portableSha256, type VerifierMachine } from '@convite/crypto';
import { writeZip } from '@convite/archive';
import {
  makeAnswer,
  ownerInWork,
  type PackFault,
  type PassEnd,
  passSize,
  type PassSize,
  readOwnKey,
  readWork,
  runPass,
  secondsOfPass,
} from '@convite/trustee';
import { browserRandomness, loadBrowserSuite } from '../offline-page/browser-suite.ts';
import { type LentFile, lentSource } from '../offline-page/lent-file.ts';
import { memoryOfKey, openMemory, passingMemory } from './key-memory.ts';

/** What the page asks the worker for: to look at a work file, or to do what it asks. */
export interface PassRequest {
  readonly key: string;
  readonly work: LentFile;
  readonly isToBegin: boolean;
}

export type PassRefusal =
  | { readonly type: 'key_damaged' | 'not_a_trustee' | 'no_contests' | 'nothing_kept' }
  | { readonly type: 'work_refused'; readonly fault: PackFault };

/** What the page is told. */
export type PassNews =
  | {
      readonly type: 'seen';
      readonly title: Readonly<Record<string, string>>;
      readonly size: PassSize;
      readonly owner: number;
      readonly seconds: number;
      readonly remembers: boolean;
    }
  | { readonly type: 'progress'; readonly behind: PassSize }
  | {
      readonly type: 'ended';
      readonly answer: Blob | undefined;
      readonly shuffles: number;
      readonly decryptions: number;
      readonly again: number;
      readonly few: readonly string[];
      readonly doneBefore: number;
      readonly refused: PassEnd<never>['refused'];
    }
  | { readonly type: 'refused'; readonly refusal: PassRefusal };

/** Serves the page: everything of a pass that takes time happens in this worker. */
export function servePasses(): void {
  addEventListener('message', (event: MessageEvent<PassRequest>) => {
    // A fault as an error of the worker, which the page hears.
    pass(event.data, (news) => postMessage(news)).catch((fault: unknown) => reportError(fault));
  });
}

async function pass({ key, work: lent, isToBegin }: PassRequest, tell: (news: PassNews) => void): Promise<void> {
  const refuse = (refusal: PassRefusal): void => tell({ type: 'refused', refusal });
  const suite = await loadBrowserSuite();
  const sha256 = portableSha256;
  const machine: VerifierMachine = {
    suite,
    sha256,
    ballotWorkers: (electionText) => ballotsHere(suite, electionText),
    progress: () => undefined,
  };
  const own = readOwnKey(suite, key);
  if (!own.ok) return refuse({ type: 'key_damaged' });
  const work = await readWork(lentSource(lent), sha256);
  if (!work.ok) return refuse({ type: 'work_refused', fault: work.error });
  const owner = await ownerInWork({ machine, own: own.value }, work.value);
  if (!owner.ok) return refuse(owner.error);
  const lasting = await openMemory();
  if (!isToBegin) {
    const size = passSize(work.value);
    const seconds = secondsOfPass(own.value.group, size, () => performance.now());
    const { title } = work.value.list.consultation;
    return tell({ type: 'seen', title, size, owner: owner.value, seconds, remembers: lasting !== undefined });
  }
  const memory = memoryOfKey(lasting ?? passingMemory(), own.value.file.public_key, sha256);
  const tools = { machine, own: own.value, memory, random: browserRandomness };
  const end = await runPass(tools, work.value, (behind) => tell({ type: 'progress', behind }));
  if (end.stopped !== undefined) return refuse({ type: end.stopped });
  const { made, doneBefore, refused } = end;
  const nameOf = new Map(work.value.list.contests.map(({ id, name }) => [id, name]));
  tell({
    type: 'ended',
    answer: made.length === 0 ? undefined : await answerOf(work.value.sha256, owner.value, made),
    shuffles: made.filter(({ kind }) => kind === 'shuffle').length,
    decryptions: made.filter(({ kind }) => kind === 'decryption').length,
    again: made.filter(({ isAgain }) => isAgain).length,
    few: made.flatMap((one) => (one.few === undefined ? [] : [nameOf.get(one.id) ?? one.id])),
    doneBefore,
    refused,
  });
}

async function answerOf(work: string, owner: number, contests: PassEnd<never>['made']): Promise<Blob> {
  const { contents } = await makeAnswer({ work, owner, contests }, portableSha256);
  const pieces: BlobPart[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece.slice());
  return new Blob(pieces, { type: 'application/zip' });
}
