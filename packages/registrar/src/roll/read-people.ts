import { type Sha256Maker, utf8, utf8Text } from '@convite/crypto';
import {
  type CredentialOrder,
  hasName,
  type HeadingProblem,
  makeRollCommitter,
  neededRollColumns,
  proofTypes,
  readHeading,
  readRollRow,
  type RollColumn,
  rollColumns,
  type RollRules,
} from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { readCsv } from '../csv/csv.ts';

/** A person of the frozen roll, as far as letters need to know. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly territory: string;
  readonly language: string | null;
}

/** Why a roll is not the one that was frozen, or cannot be read at all. */
export type PeopleRefusal =
  | { readonly type: 'not_csv'; readonly line: number }
  | { readonly type: 'not_utf8' }
  | { readonly type: 'headings'; readonly problems: readonly HeadingProblem[] }
  /** Lines that the site does not write so, or with the id of another line. */
  | { readonly type: 'rows'; readonly lines: readonly number[] }
  | { readonly type: 'another_count'; readonly expected: number; readonly found: number }
  /** Another roll, or another salt: nobody can tell which. */
  | { readonly type: 'another_roll' };

/** The people of a roll, all of them, and in their order. */
export type People = readonly Person[];

const columns = { ...rollColumns, id: { also: ['identificador'] } } as const;

/** Problems that are told; more would only be scrolled away. */
const most = 20;

/** Whom the rule lets vote was decided before the freezing; the commitment tells whether these are the same people. */
const rules: RollRules = {
  dates: 'ymd',
  eligibility: { minimumAge: null, ageOn: '9999-12-31', proofs: [...proofTypes] },
  knows: () => true,
};

/**
 * Reads the CSV of a frozen roll, as the site hands it out, and checks that it is the roll of the order: every entry goes
 * into the commitment. Requires: the salt that the registrar was shown when the freezing was proposed.
 */
export function readPeople(
  bytes: Uint8Array,
  salt: Uint8Array,
  { consultation, roll }: Pick<CredentialOrder, 'consultation' | 'roll'>,
  { sha256 }: Pick<Sha256Maker, 'sha256'>,
): Result<People, PeopleRefusal> {
  const text = utf8Text(bytes);
  if (text === undefined) return err({ type: 'not_utf8' });
  const people: Person[] = [];
  const ids = new Set<string>();
  const wrong: number[] = [];
  const committer = makeRollCommitter(salt, { ofText: (entry) => sha256(utf8(entry)), ofBytes: sha256 });
  let heading: ReturnType<typeof readHeading<RollColumn | 'id'>> | undefined;
  const { brokenLine } = readCsv(text.replace(/^\ufeff/u, ''), (cells, line) => {
    if (heading === undefined) {
      heading = readHeading(cells, columns, [...neededRollColumns, 'id']);
      return heading.ok;
    }
    if (!heading.ok) return false;
    const read = readRollRow(cells, heading.value, rules);
    const id = (cells[heading.value.places.id ?? -1] ?? '').trim();
    if (!read.ok || id === '' || ids.has(id)) {
      wrong.push(line);
      return wrong.length < most;
    }
    ids.add(id);
    committer.add(read.value);
    const { name, territory, language } = read.value;
    people.push({ id, name, territory, language });
    return true;
  });
  if (brokenLine !== undefined) return err({ type: 'not_csv', line: brokenLine });
  if (heading === undefined) return err({ type: 'headings', problems: [{ type: 'no_rows' }] });
  if (!heading.ok) return err({ type: 'headings', problems: heading.error });
  if (!hasName(heading.value)) {
    return err({ type: 'headings', problems: [{ type: 'missing_column', column: 'name', found: [] }] });
  }
  if (wrong.length > 0) return err({ type: 'rows', lines: wrong });
  if (people.length !== roll.entries) {
    return err({ type: 'another_count', expected: roll.entries, found: people.length });
  }
  return committer.finish(consultation).commitment === roll.commitment ? ok(people) : err({ type: 'another_roll' });
}
