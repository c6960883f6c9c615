import { credentialSecret, type Group, publicCredential, readPrivateCredential, type Suite } from '@convite/crypto';
import type { CredentialOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Addressee, LetterFacts } from '../letters/letter-facts.ts';
import type { Sheet } from '../letters/letter-style.ts';
import { lettersPage, qrSvg } from '../letters/letters.ts';

/** What a thread must know before its first job. */
export interface CodeSettings {
  readonly elections: readonly Pick<CredentialOrder['contests'][number], 'uuid' | 'group'>[];
  readonly facts: LetterFacts;
  readonly sheets: readonly Sheet[];
}

/** People of one slice, each with a new code. */
export interface CodeJob {
  readonly number: number;
  readonly people: readonly Addressee[];
}

/** What comes of a job. */
export interface CodeWork {
  readonly number: number;
  /** For each contest of the slice, in its turn: the public credentials of the people, in theirs, with spaces between. */
  readonly credentials: readonly string[];
  /** The page of each kind of sheet, in the turn of the settings. */
  readonly pages: readonly string[];
}

/**
 * Does the jobs of one thread: public credentials, and pages to print.
 *
 * Hazards: it is given codes. Nothing of them is in what it returns but in the pages, which are private.
 */
export function makeCodeJobs(suite: Suite, { elections, facts, sheets }: CodeSettings): (job: CodeJob) => CodeWork {
  const groupOf = (name: CodeSettings['elections'][number]['group']): Group => suite.group(name);
  return ({ number, people }) => {
    const [first] = people;
    invariant(first !== undefined, 'a job has people');
    const codes = people.map(({ code }) => {
      const read = readPrivateCredential(code);
      invariant(read.ok, 'codes are made by us');
      return read.value;
    });
    const credentials = first.contests.map((at) => {
      const election = elections[at];
      invariant(election !== undefined, 'a slice names contests of its order');
      const group = groupOf(election.group);
      return codes
        .map((code) => group.write(publicCredential(group, credentialSecret(group, code, election.uuid))))
        .join(' ');
    });
    if (sheets.length === 0) return { number, credentials, pages: [] };
    const drawings = new Map(people.map((person) => [person.code, qrSvg(facts, person)]));
    const pages = sheets.map((sheet) => lettersPage(sheet, facts, people, ({ code }) => drawings.get(code) ?? ''));
    return { number, credentials, pages };
  };
}
