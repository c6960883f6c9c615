import { newPrivateCredential, type Randomness, type Sha256Maker, sha256Hex, utf8 } from '@convite/crypto';
import { compareCredentials, credentialsOfLine, uploadHead, uploadLine } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Addressee } from '../letters/letter-facts.ts';
import { letterLanguage } from '../letters/letter-languages.ts';
import type { OpenedOrder } from '../order/open-order.ts';
import type { People } from '../roll/read-people.ts';
import { givenHeading, listHeading, type ListedCode, listLines } from './code-list.ts';
import type { CodeJob, CodeWork } from './code-jobs.ts';
import { type MadeConsultation, summaryText } from './made-consultation.ts';
import { peopleOfPage, planCodes, type PlannedSlice } from './plan-codes.ts';

/** The codes of a consultation while they are made: jobs go out, to threads or workers, and their works come back. */
export interface CodeMaking {
  /** Codes are drawn as jobs are taken, so that few are in memory at a time. */
  readonly jobs: Iterable<CodeJob>;
  /** How many jobs there are. */
  readonly count: number;
  /** The heading of the private list, and of the list of spares that were given out. */
  readonly headings: { readonly list: string; readonly given: string };
  /** Takes what came of a job, in the turn of the jobs; gives its lines of the private list. */
  readonly take: (work: CodeWork) => string;
  /** The file for the site, line by line with line ends; once, when all works are taken. */
  readonly upload: () => Generator<string, void>;
  /** What was made, and the text of what is published; when the file for the site is written. */
  readonly finish: () => { readonly made: MadeConsultation; readonly summary: string };
}

type BegunJob = CodeJob & { readonly slice: PlannedSlice };

/** What making codes needs of its machine. */
export interface CodeTools {
  readonly random: Randomness;
  readonly createSha256: Sha256Maker['createSha256'];
}

/**
 * Makes one code for each person of a roll and for each spare, for all contests of the slice.
 *
 * Requires: the roll was compared with the order (`readPeople`).
 * Hazards: codes are in the jobs and in the lines of the private list, and nowhere else.
 * Cost: the public credentials of all contests are in memory until the file for the site is written.
 */
export function makeCodes({ order, hash }: OpenedOrder, people: People, tools: CodeTools): CodeMaking {
  const slices = planCodes(order, people);
  const open = new Map<number, BegunJob>();
  const listed: (readonly string[])[][] = order.contests.map(() => []);
  const spares: Set<string>[] = order.contests.map(() => new Set());
  const sha256 = tools.createSha256();
  let credentials = 0;

  function take({ number, credentials: made }: CodeWork): string {
    const job = open.get(number);
    invariant(job !== undefined, 'what comes of a job comes once');
    open.delete(number);
    for (const [j, at] of job.slice.contests.entries()) {
      const own = (made[j] ?? '').split(' ');
      listed[at]?.push(own);
      for (const [i, { kind }] of job.people.entries()) if (kind === 'spare') spares[at]?.add(own[i] ?? '');
    }
    return listLines(job.people.map((person) => listedCode(person, job.slice, order.languages)));
  }

  function* upload(): Generator<string, void> {
    const hashed = (line: string): string => {
      const written = `${line}\n`;
      sha256.update(utf8(written));
      return written;
    };
    yield hashed(uploadHead(order.consultation, hash));
    for (const [at, { group }] of order.contests.entries()) {
      const own = (listed[at] ?? []).flat().toSorted((a, b) => compareCredentials(group, a, b));
      listed[at] = [];
      credentials += own.length;
      for (let from = 0; from < own.length; from += credentialsOfLine) {
        const piece = own.slice(from, from + credentialsOfLine);
        const places = piece.flatMap((one, i) => (spares[at]?.has(one) === true ? [i] : []));
        yield hashed(uploadLine(at, piece, places));
      }
    }
  }

  function finish(): ReturnType<CodeMaking['finish']> {
    const inSlices = slices.reduce((sum, slice) => sum + slice.people.length, 0);
    const made = {
      ...{ people: inSlices, spares: slices.reduce((sum, slice) => sum + slice.spares, 0) },
      ...{ without: people.length - inSlices, contests: order.contests.length, credentials },
      ...{ order: hash, sha256: sha256Hex(sha256.digest()) },
    };
    return { made, summary: summaryText(made, order.consultation) };
  }

  return {
    jobs: jobsOf(slices, tools.random, (job) => void open.set(job.number, job)),
    count: slices.reduce((sum, slice) => sum + Math.ceil((slice.people.length + slice.spares) / peopleOfPage), 0),
    headings: { list: listHeading, given: givenHeading },
    ...{ take, upload, finish },
  };
}

/** The jobs of all slices, the people of each in the order of the roll. */
function* jobsOf(
  slices: readonly PlannedSlice[],
  random: Randomness,
  begun: (job: BegunJob) => void,
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
      begun({ number, people, slice });
      yield { number, people };
      number += 1;
    }
  }
}

const listedCode = (person: Addressee, slice: PlannedSlice, languages: readonly string[]): ListedCode => ({
  kind: person.kind,
  id: person.id,
  name: person.name,
  territory: person.territory,
  language: letterLanguage(person.language, languages),
  slice: slice.number,
  code: person.code,
});
