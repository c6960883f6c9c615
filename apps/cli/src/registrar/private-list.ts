import { type PrivateCredential, readPrivateCredential } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { TaskRefusal } from '../tasks/refusal.ts';

/** The names of the files of a set of credentials. */
export const credentialFiles = {
  published: 'public_creds.json',
  summary: 'PUBLISH-credentials.json',
  list: 'PRIVATE-credentials.csv',
  slips: 'PRIVATE-slips.html',
} as const;

/** A line of the private list: whose credential it is. */
export interface PrivateEntry {
  /** `spare`: nobody's yet. */
  readonly kind: 'voter' | 'spare';
  /** Of the roll; of a spare its number. */
  readonly id: string;
  readonly name: string;
  readonly weight: bigint;
  readonly credential: PrivateCredential;
}

const columns = ['kind', 'id', 'name', 'weight', 'credential'] as const;

export const privateListHeading = `${columns.join(',')}\r\n`;

/** Lines of the list; what a spreadsheet would take for a formula is marked as text. */
export const privateLines = (entries: readonly PrivateEntry[]): string =>
  stringify(
    entries.map(({ kind, id, name, weight, credential }) => [kind, id, name, String(weight), credential.text]),
    { escape_formulas: true, record_delimiter: 'windows' },
  );

/** What `check` needs of a line: the list may have been sorted, or cut into parts. */
export interface ListedCredential {
  readonly kind: 'voter' | 'spare';
  readonly weight: bigint;
  readonly credential: PrivateCredential;
}

/** Reads a private list again. Nothing of what it holds is part of a refusal. */
export function readPrivateList(text: string, path: string): Result<readonly ListedCredential[], TaskRefusal> {
  const malformed = (place: string): Result<never, TaskRefusal> =>
    err({ type: 'malformed', path, kind: 'private_list', place });
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return malformed('');
  }
  const [heading, ...body] = rows;
  if (heading?.join() !== columns.join()) return malformed('line 1');
  const entries: ListedCredential[] = [];
  for (const [i, [kind = '', , , weight = '', typed = '']] of body.entries()) {
    const line = i + 2;
    if ((kind !== 'voter' && kind !== 'spare') || !/^[1-9]\d{0,11}$/u.test(weight)) return malformed(`line ${line}`);
    const credential = readPrivateCredential(typed);
    if (!credential.ok) return err({ type: 'credential_line', line, refusal: credential.error });
    entries.push({ kind, weight: BigInt(weight), credential: credential.value });
  }
  return ok(entries);
}
