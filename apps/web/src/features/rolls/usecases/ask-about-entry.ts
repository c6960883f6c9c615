import { createHmac } from 'node:crypto';
import { parseDay, personKey, type ProofType } from '@convite/domain';
import { inTransaction } from '../../../persistence/database.ts';
import type { RollsContext } from '../rolls-context.ts';
import type { RolledConsultation } from '../store.ts';
import { contestsOf, entryByDocument, noteQuestion } from '../store-people.ts';

/** What a person says of themselves to learn why they can or cannot vote. */
export interface AskedPerson {
  readonly name: string;
  readonly birthDate: string;
  readonly document: string;
}

export type EntryAnswer =
  /** Nobody of this name, birth date and document: told in the same words whichever of the three is different. */
  | { readonly type: 'not_confirmed' }
  | {
      readonly type: 'on_roll';
      readonly proof: ProofType;
      readonly contests: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly type: 'taken_off'; readonly version: number }
  | { readonly type: 'too_many' };

const hour = 60 * 60 * 1000;
/**
 * A school, a table with help, and whoever shares an address of a telephone company ask through one connection. What keeps
 * documents from being tried is the number of questions about one person.
 */
const [mostOfVisitor, mostAboutPerson] = [1000, 5];

/**
 * Tells a person, and nobody else, whether and where they vote: to whoever knows name, birth date and the document on the
 * roll together.
 *
 * Whoever does not, learns nothing: wrong document, wrong date and nobody of that name give one answer by way of the same
 * questions to the database, and the questions about one person are limited, from wherever they come.
 */
export async function askAboutEntry(
  { database, now, key }: Pick<RollsContext, 'database' | 'now' | 'key'>,
  { id: consultation }: Pick<RolledConsultation, 'id'>,
  { name, birthDate, document }: AskedPerson,
  visitor: string,
): Promise<EntryAnswer> {
  const day = parseDay(birthDate, 'ymd');
  const asked = personKey({ name, birthDate: day.ok ? day.value : '0001-01-01', toldApart: '', document });
  const at = now();
  const placed = (...parts: readonly string[]): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['roll question', consultation, ...parts]))
      .digest('base64url');
  const places = [
    { place: placed('visitor', visitor), most: mostOfVisitor },
    { place: placed('person', asked.normalName, asked.birthDate), most: mostAboutPerson },
  ];
  const since = new Date(at.getTime() - hour);
  if (!(await inTransaction(database, (tx) => noteQuestion(tx, places, since, at)))) return { type: 'too_many' };
  const entry = await entryByDocument(database, consultation, asked);
  // Asked even when nobody was found, so that both ways are as long.
  const contests = await contestsOf(database, consultation, entry?.territory ?? null);
  if (entry === undefined) return { type: 'not_confirmed' };
  if (entry.untilVersion !== null) return { type: 'taken_off', version: entry.untilVersion };
  return { type: 'on_roll', proof: entry.proof, contests };
}
