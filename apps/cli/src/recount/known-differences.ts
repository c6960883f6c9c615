import type { Language } from '../arguments/choices.ts';

/** A published file whose official result the rule that it declares does not give, and why. */
export interface KnownDifference {
  /** SHA-256 of the file: another edition of it is looked at afresh. */
  readonly inputSha256: string;
  readonly onlyCounted: readonly string[];
  readonly onlyOfficial: readonly string[];
  readonly reason: Readonly<Record<Language, string>>;
}

/** Only what was looked into; a difference of other projects in the same file is not known. */
export const knownDifferences: readonly KnownDifference[] = [];
