import { createHash } from 'node:crypto';
import { actRules, type Day, personKey } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import { burntEntitlements } from '../store-admissions.ts';
import {
  type NamedPerson,
  openPapers,
  peopleNamed,
  type TableConsultation,
  tableConsultation,
} from '../store-table.ts';
import { makeAdmission } from './admission-text.ts';
import { personMark } from './people-marks.ts';
import { burnOne, codeHash } from './second-factor.ts';

/** A person at a table, as their document says. */
export interface PersonAtTable {
  readonly name: string;
  readonly birthDate: Day;
  readonly document: string;
  readonly toldApart: string;
}

export interface GivenAdmission {
  readonly contest: string;
  readonly place: string;
  readonly admission: string;
}

/** The consultation of an address, where passes are given; undefined where the letter is enough. */
export async function findTable({ database }: BallotsContext, slug: string): Promise<TableConsultation | undefined> {
  const consultation = await tableConsultation(database, slug);
  return consultation?.asksMailCode === true ? consultation : undefined;
}

export type NotGiven = 'not_found' | 'several' | 'had_them' | 'nothing_open';

/**
 * Gives somebody whom a member of staff has seen their admissions, one for each paper that they have not had one for: as a
 * code by e-mail does, in a transaction that knows no ballot, and with nothing in it that names the person. Who gives them
 * in a part of the consultation finds nobody of another.
 *
 * @param number 144 random bits that the form carries: the same form sent again gets the same admissions.
 */
export const giveAdmissions = (
  { database, now, secondFactor }: BallotsContext,
  { id: consultation }: TableConsultation,
  person: PersonAtTable,
  number: string,
  by: string,
): Promise<Result<readonly GivenAdmission[], NotGiven>> =>
  inRefusableTransaction<readonly GivenAdmission[], NotGiven>(database, async (tx) => {
    const key = personKey(person);
    const giver = { account: by, roles: actRules['admission.give'].roles };
    const named = await peopleNamed(tx, consultation, key, giver);
    const fitting = named.filter((one) => fits(one, key));
    const [found] = fitting;
    if (found === undefined) return err('not_found');
    if (fitting.length > 1) return err('several');
    const papers = await openPapers(tx, consultation, found.territory, now());
    if (papers.length === 0) return err('nothing_open');
    const given: GivenAdmission[] = [];
    for (const { contest, place } of papers) {
      const mark = personMark(secondFactor, contest, found.id);
      const own = numberFor(contest, number);
      const exchange = codeHash(secondFactor.codeKey, contest, found.id, `table ${own}`);
      const [burnt] = await burntEntitlements(tx, contest, [mark]);
      if (burnt !== undefined && burnt.exchange !== exchange) continue;
      if (burnt === undefined) await burnOne(tx, contest, mark, exchange, now(), by);
      given.push({ contest, place, admission: makeAdmission(secondFactor, contest, own) });
    }
    return given.length === 0 ? err('had_them') : ok(given);
  });

/** A document is asked for where the roll has one; what tells people apart, where it was typed. */
const fits = (
  { document, toldApart }: NamedPerson,
  key: { readonly normalDocument: string | null; readonly toldApart: string },
): boolean =>
  (document === null || document === key.normalDocument) && (key.toldApart === '' || toldApart === key.toldApart);

/** Another one in each contest, so that admissions of one person are as strange to one another as any. */
const numberFor = (contest: string, number: string): string =>
  createHash('sha256').update(`convite/table/1 ${contest} ${number}`).digest('base64url').slice(0, 24);
