import { plainWords } from '../tables/plain-words.ts';
import type { Day } from './birth-date.ts';
import type { ProofType } from './eligibility.ts';

/** A line of a roll: one person who may vote, and where. */
export interface RollEntry {
  readonly name: string;
  readonly birthDate: Day;
  /** National code of the territory. */
  readonly territory: string;
  /** As written; never required. */
  readonly document: string | null;
  readonly proof: ProofType;
  readonly email: string | null;
  /** Language in which letters are written to the person. */
  readonly language: string | null;
  /** What tells this person from another of the same name and birth date; empty for nearly everybody. */
  readonly toldApart: string;
}

/** By what two entries are the same person. */
export interface PersonKey {
  readonly normalName: string;
  readonly birthDate: Day;
  readonly toldApart: string;
  /** Documents are compared in this form. */
  readonly normalDocument: string | null;
}

/** Source: docs/spec/roll.md, A.2 and A.3. */
export const personKey = (entry: Pick<RollEntry, 'name' | 'birthDate' | 'toldApart' | 'document'>): PersonKey => ({
  normalName: plainWords(entry.name),
  birthDate: entry.birthDate,
  toldApart: plainWords(entry.toldApart),
  normalDocument: entry.document === null ? null : normalDocument(entry.document),
});

/** The letters and digits of a document's number: V-12.345.678 and v12345678 are one. */
export const normalDocument = (document: string): string =>
  document
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The largest roll that is taken. */
export const rollLimits = { people: 5_000_000 } as const;
