import type { ZipContent } from '@convite/archive';
import { bytesSource, type Sha256Maker, utf8 } from '@convite/crypto';
import { compareCodePoints } from '@convite/kernel';
import { type AnswerContest, answerEntryPath, type AnswerList, answerPath } from './answer-form.ts';
import { type MeasuredContent, measuredContent, withList } from './pack.ts';

/** What a trustee made for one contest: the text of a `ShuffleFile` or `DecryptionFile`. */
export interface AnswerMaterial extends Pick<AnswerContest, 'id' | 'kind'> {
  readonly text: string;
}

/** An answer file, ready to be written: `writeZip(contents)`. */
export interface MadeAnswer {
  readonly list: AnswerList;
  readonly contents: readonly ZipContent[];
}

/** Makes what a trustee hands in: docs/spec/tally.md, C. Requires: each contest once. */
export async function makeAnswer(
  answer: Pick<AnswerList, 'work' | 'owner'> & { readonly contests: Iterable<AnswerMaterial> },
  sha256: Sha256Maker,
): Promise<MadeAnswer> {
  const made: { readonly contest: AnswerContest; readonly content: MeasuredContent }[] = [];
  for (const { id, kind, text } of answer.contests) {
    const content = await measuredContent(answerEntryPath({ id, kind }), bytesSource(utf8(text)), sha256);
    made.push({ contest: { id, kind, bytes: content.bytes, sha256: content.sha256 }, content });
  }
  const inOrder = made.toSorted((a, b) => compareCodePoints(a.contest.id, b.contest.id));
  const { work, owner } = answer;
  const list: AnswerList = { convite_answer: 1, work, owner, contests: inOrder.map(({ contest }) => contest) };
  const contents = inOrder.map(({ content }) => content);
  return { list, contents: await withList(answerPath, list, contents, sha256) };
}
