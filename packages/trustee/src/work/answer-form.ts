import { codec } from '@convite/crypto';
import { contestId, oneOf, positive, sha256Text, version } from '../files/form-parts.ts';
import type { ListedEntry } from './pack.ts';

const { array, count, object } = codec;

export const answerPath = 'answer.json';

const answerContest = object({
  id: contestId,
  kind: oneOf('shuffle', 'decryption'),
  bytes: count,
  sha256: sha256Text,
});

/** The list of an answer file: docs/spec/tally.md, C. */
export const answerList = object({
  convite_answer: version,
  work: sha256Text,
  owner: positive,
  contests: array(answerContest),
});
export type AnswerList = codec.Coded<typeof answerList>;
export type AnswerContest = AnswerList['contests'][number];

export const answerEntryPath = ({ id, kind }: Pick<AnswerContest, 'id' | 'kind'>): string =>
  `contests/${id}/${kind}.json`;

/** The entries that a list demands behind itself, in their order. */
export const answerEntries = ({ contests }: AnswerList): readonly ListedEntry[] =>
  contests.map(({ bytes, sha256, ...contest }) => ({ path: answerEntryPath(contest), bytes, sha256 }));
