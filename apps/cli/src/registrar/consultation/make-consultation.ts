import { newPrivateCredential } from '@convite/crypto';
import {
  compareCredentials,
  credentialsOfLine,
  type CredentialOrder,
  orderHashInput,
  readOrder,
  uploadHead,
  uploadLine,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { inputFault } from '../../count/read-input.ts';
import { type OutFolder, openOutFolder } from '../../simulate/out-folder.ts';
import { readTextFile, warnWhereOpen } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { codeFiles, givenHeading, type ListedCode, listHeading, listLines } from './code-list.ts';
import type { CodeJob } from './code-jobs.ts';
import { onThreads } from './code-threads.ts';
import { type Addressee, letterFacts } from './letter-facts.ts';
import { letterLanguage, type Sheet } from './letters.ts';
import type { MadeConsultation } from './made-consultation.ts';
import { type People, readPeople } from './read-people.ts';

/** People of one page to print, and of one job of a thread. */
const peopleOfPage = 300;

/** Reads an order, and its hash. */
export async function orderOf(
  context: TaskContext,
  path: string,
): Promise<Result<{ readonly order: CredentialOrder; readonly hash: string; readonly text: string }, TaskRefusal>> {
  const text = await readTextFile(context, path, 'order');
  if (!text.ok) return text;
  const order = readOrder(text.value);
  if (!order.ok) {
    const place = order.error.type === 'wrong_form' ? order.error.place : '';
    return err({ type: 'malformed', path, kind: 'order', place });
  }
  const hash = createHash('sha256').update(orderHashInput(text.value)).digest('hex');
  return ok({ order: order.value, hash, text: text.value });
}

/** Does `convite registrar consultation`: one code for each person of the roll, for all contests of that person. */
export async function makeConsultation(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const given = await orderOf(context, context.value('order'));
  if (!given.ok) return given;
  const people = await peopleOf(context, given.value.order);
  if (!people.ok) return people;
  const out = context.value('out');
  const folder = await openOutFolder(context.path(out));
  if (!folder.ok) return err({ type: 'out_folder', path: out, fault: folder.error });
  const stop = (signal: NodeJS.Signals): void => {
    folder.value.abandon();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const made = await write(context, folder.value, given.value, people.value);
    context.say(context.words.registrar.consultationMade({ out, made, files: codeFiles }));
    return ok(0);
  } catch (fault) {
    folder.value.abandon();
    throw fault;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function peopleOf(context: TaskContext, order: CredentialOrder): Promise<Result<People, TaskRefusal>> {
  const [path, saltPath] = [context.value('roll'), context.value('salt')];
  const saltText = await readTextFile(context, saltPath, 'salt');
  if (!saltText.ok) return saltText;
  await warnWhereOpen(context, saltPath);
  const digits = saltText.value.trim();
  if (!/^[0-9a-f]{64}$/u.test(digits)) return err({ type: 'malformed', path: saltPath, kind: 'salt', place: '' });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(context.path(path));
  } catch (thrown) {
    return err({ type: 'input', path, fault: inputFault(thrown) });
  }
  const people = readPeople(bytes, Buffer.from(digits, 'hex'), order);
  return people.ok ? people : err({ type: 'people', path, refusal: people.error });
}

/** Whose codes are made, slice by slice, the spares of each behind its people. */
interface PlannedSlice {
  readonly number: number;
  readonly contests: readonly number[];
  readonly people: People;
  readonly spares: number;
  /** The territory that stands on the letters of spares. */
  readonly territory: string;
}

function plan({ slices }: CredentialOrder, people: People): readonly PlannedSlice[] {
  const sliceOf = new Map(slices.flatMap(({ codes }, i) => codes.map((code) => [code, i] as const)));
  const cut: People[number][][] = slices.map(() => []);
  for (const person of people) cut[sliceOf.get(person.territory) ?? -1]?.push(person);
  return slices.map(({ contests, spares, codes: [territory = ''], people: expected }, number) => {
    const own = cut[number] ?? [];
    // Both come from the roll that the commitment stands for; only a server that counts wrongly gets here.
    invariant(
      own.length === expected,
      `slice ${number}: the order counts ${expected} people, the roll has ${own.length}`,
    );
    return { number, contests, spares, territory, people: own };
  });
}

/** The jobs of all slices: each gives codes to people as it is drawn, so that few codes are in memory at a time. */
function* jobsOf(
  { random }: TaskContext,
  slices: readonly PlannedSlice[],
  begun: (job: CodeJob & { readonly slice: PlannedSlice }) => void,
): Generator<CodeJob> {
  let number = 0;
  for (const slice of slices) {
    const all = [
      ...slice.people.map((person) => ({ kind: 'voter' as const, ...person })),
      ...Array.from({ length: slice.spares }, (_, i) => ({
        ...{ kind: 'spare' as const, id: String(i + 1), name: '', territory: slice.territory, language: null },
      })),
    ];
    for (let at = 0; at < all.length; at += peopleOfPage) {
      const people: readonly Addressee[] = all.slice(at, at + peopleOfPage).map((one) => ({
        ...one,
        contests: slice.contests,
        code: newPrivateCredential('long', random).text,
      }));
      const job = { number, people };
      begun({ ...job, slice });
      number += 1;
      yield job;
    }
  }
}

const sheetsOf = (asked: string | undefined): readonly Sheet[] =>
  asked === 'letters' || asked === 'slips' ? [asked] : asked === 'none' ? [] : ['letters', 'slips'];

async function write(
  context: TaskContext,
  folder: OutFolder,
  { order, hash, text }: { readonly order: CredentialOrder; readonly hash: string; readonly text: string },
  people: People,
): Promise<MadeConsultation> {
  const slices = plan(order, people);
  const sheets = sheetsOf(context.given.values.get('sheets'));
  const threads = Number(context.given.values.get('threads') ?? availableParallelism());
  const names: string[] = [];
  const begin = (name: string, isPrivate: boolean): ReturnType<OutFolder['begin']> => {
    names.push(name);
    return folder.begin(isPrivate);
  };
  const list = await begin(codeFiles.list, true);
  await list.write(Buffer.from(listHeading));
  const given = await begin(codeFiles.given, true);
  await given.write(Buffer.from(givenHeading));
  const open = new Map<number, CodeJob & { readonly slice: PlannedSlice }>();
  const listed: (readonly string[])[][] = order.contests.map(() => []);
  const spares: Set<string>[] = order.contests.map(() => new Set());
  const settings = {
    elections: order.contests.map(({ uuid, group }) => ({ uuid, group })),
    facts: letterFacts(order),
    sheets,
  };
  let pages = 0;
  const jobs = jobsOf(context, slices, (job) => void open.set(job.number, job));
  for await (const { number, credentials, pages: printed } of onThreads(settings, jobs, Math.max(1, threads))) {
    const job = open.get(number);
    invariant(job !== undefined, 'what comes of a job comes once');
    open.delete(number);
    const { slice, people: addressed } = job;
    await list.write(Buffer.from(listLines(addressed.map((person) => listedCode(person, slice, order)))));
    for (const [j, at] of slice.contests.entries()) {
      const own = (credentials[j] ?? '').split(' ');
      listed[at]?.push(own);
      for (const [i, { kind }] of addressed.entries()) if (kind === 'spare') spares[at]?.add(own[i] ?? '');
    }
    pages += 1;
    for (const [i, page] of printed.entries()) {
      const file = await begin(`PRIVATE-${sheets[i] ?? ''}-${String(pages).padStart(5, '0')}.html`, true);
      await file.write(Buffer.from(page));
      await file.end();
    }
  }
  const upload = await begin(codeFiles.upload, false);
  const sha256 = createHash('sha256');
  const line = async (written: string): Promise<void> => {
    const bytes = Buffer.from(`${written}\n`);
    sha256.update(bytes);
    await upload.write(bytes);
  };
  await line(uploadHead(order.consultation, hash));
  let count = 0;
  for (const [at, { group }] of order.contests.entries()) {
    const own = (listed[at] ?? []).flat().toSorted((a, b) => compareCredentials(group, a, b));
    listed[at] = [];
    count += own.length;
    for (let from = 0; from < own.length; from += credentialsOfLine) {
      const piece = own.slice(from, from + credentialsOfLine);
      await line(
        uploadLine(
          at,
          piece,
          piece.flatMap((one, i) => (spares[at]?.has(one) === true ? [i] : [])),
        ),
      );
    }
  }
  const orderFile = await begin(codeFiles.order, false);
  await orderFile.write(Buffer.from(text));
  const inSlices = slices.reduce((sum, slice) => sum + slice.people.length, 0);
  const made: MadeConsultation = {
    ...{ people: inSlices, spares: slices.reduce((sum, slice) => sum + slice.spares, 0) },
    ...{ without: people.length - inSlices, contests: order.contests.length, credentials: count },
    ...{ order: hash, sha256: sha256.digest('hex'), pages },
  };
  const summary = await begin(codeFiles.summary, false);
  await summary.write(Buffer.from(`${JSON.stringify(summaryOf(order, made))}\n`));
  await folder.finish(names);
  return made;
}

const listedCode = (person: Addressee, slice: PlannedSlice, { languages }: CredentialOrder): ListedCode => ({
  kind: person.kind,
  id: person.id,
  name: person.name,
  territory: person.territory,
  language: letterLanguage(person.language, languages),
  slice: slice.number,
  code: person.code,
});

const summaryOf = (order: CredentialOrder, { people, spares, credentials, sha256, order: hash }: MadeConsultation) => ({
  convite_consultation_credentials: 1,
  consultation: order.consultation,
  order: hash,
  people,
  spares,
  credentials,
  sha256,
});
