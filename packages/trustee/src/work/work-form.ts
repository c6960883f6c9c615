import { codec } from '@convite/crypto';
import type { ListedEntry } from './pack.ts';
import {
  contestId,
  lineText,
  oneOf,
  orNull,
  sha256Text,
  storedFile,
  textByLanguage,
  version,
} from '../files/form-parts.ts';

const { array, object, stringLike } = codec;

export const workPath = 'work.json';

const workContest = object({
  id: contestId,
  name: lineText,
  uuid: stringLike(/^[A-Za-z0-9]{1,100}$/u, 'the identifier of an election'),
  fingerprint: stringLike(/^[A-Za-z0-9+/]{43}$/u, 'a fingerprint of 43 signs'),
  head: sha256Text,
  to_do: oneOf('shuffle', 'decrypt'),
  archive: storedFile,
  side: orNull(storedFile),
});

/** The list of a work file: docs/spec/tally.md, B. */
export const workList = object({
  convite_work: version,
  consultation: object({
    slug: stringLike(/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'a slug'),
    title: textByLanguage,
  }),
  trustees: sha256Text,
  contests: array(workContest),
});
export type WorkList = codec.Coded<typeof workList>;
export type WorkContest = WorkList['contests'][number];

/** What a contest waits for. */
export type TrusteeTask = WorkContest['to_do'];

export const archivePath = (id: string): string => `contests/${id}/archive.bel`;
export const sidePath = (id: string): string => `contests/${id}/side.json`;

/** The entries that a list demands behind itself, in their order. */
export const workEntries = ({ contests }: WorkList): readonly ListedEntry[] =>
  contests.flatMap(({ id, archive, side }) => [
    { path: archivePath(id), ...archive },
    ...(side === null ? [] : [{ path: sidePath(id), ...side }]),
  ]);
