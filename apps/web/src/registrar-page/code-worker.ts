import { portableSha256 } from '@convite/crypto';
import type { CredentialOrder } from '@convite/domain';
import { invariant, type Result } from '@convite/kernel';
import {
  type Addressee,
  type CodeJob,
  type CodeSettings,
  type CodeWork,
  type LetterFacts,
  lettersPage,
  makeCodeJobs,
  type People,
  type PeopleRefusal,
  readPeople,
  type Sheet,
} from '@convite/registrar';
import { loadBrowserSuite } from '../offline-page/browser-suite.ts';

/** What the page asks a worker for. */
export type CodeRequest =
  | {
      readonly type: 'read';
      readonly roll: Uint8Array<ArrayBuffer>;
      readonly salt: Uint8Array;
      readonly order: Pick<CredentialOrder, 'consultation' | 'roll'>;
    }
  | { readonly type: 'settings'; readonly settings: CodeSettings }
  | { readonly type: 'job'; readonly job: CodeJob }
  | {
      readonly type: 'sheet';
      readonly sheet: Sheet;
      readonly facts: LetterFacts;
      readonly people: readonly Addressee[];
    };

/** What the page is told. */
export type CodeNews =
  | { readonly type: 'people'; readonly people: Result<People, PeopleRefusal> }
  | { readonly type: 'work'; readonly work: CodeWork }
  | { readonly type: 'sheet'; readonly html: string };

/** Serves the page: reading the roll, the arithmetic of codes and the drawing of letters happen in workers. */
export function serveCodes(): void {
  const suite = loadBrowserSuite();
  let work: ((job: CodeJob) => CodeWork) | undefined;
  const answer = async (request: CodeRequest): Promise<CodeNews | undefined> => {
    switch (request.type) {
      case 'read':
        return { type: 'people', people: readPeople(request.roll, request.salt, request.order, portableSha256) };
      case 'settings':
        work = makeCodeJobs(await suite, request.settings);
        return undefined;
      case 'job':
        await suite;
        invariant(work !== undefined, 'a worker is told the settings before its first job');
        return { type: 'work', work: work(request.job) };
      case 'sheet':
        return { type: 'sheet', html: lettersPage(request.sheet, request.facts, request.people) };
    }
  };
  // One request after the other, as they come.
  let last: Promise<void> = Promise.resolve();
  addEventListener('message', ({ data }: MessageEvent<CodeRequest>) => {
    last = last.then(async () => {
      const news = await answer(data);
      if (news !== undefined) postMessage(news);
    });
    // As an error of the worker, which the page hears.
    last.catch((fault: unknown) => reportError(fault));
  });
}
