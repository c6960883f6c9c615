import { type ArchiveSource, type Codec, Misread, readText, type Sha256Maker, utf8Text } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { decryptionFile, type DecryptionFile, shuffleFile, type ShuffleFile } from '../files/election-files.ts';
import {
  type AnswerContest,
  answerEntries,
  answerEntryPath,
  answerList,
  type AnswerList,
  answerPath,
} from './answer-form.ts';
import { entryBytes, type PackFault, readPack } from './pack.ts';

/** What a trustee made for one contest, in its form; whether it holds is for the archive to say. */
export type ContestAnswer =
  | { readonly kind: 'shuffle'; readonly file: ShuffleFile }
  | { readonly kind: 'decryption'; readonly file: DecryptionFile };

/** An answer file whose container and list hold. */
export interface AnswerFile {
  readonly list: AnswerList;
  /** What was made for a contest of the list: its bytes are the listed ones, its form is right, its owner that of the list. */
  readonly answer: (contest: AnswerContest) => Promise<Result<ContestAnswer, PackFault>>;
}

/** Reads what a trustee hands in: docs/spec/tally.md, C. */
export async function readAnswer(source: ArchiveSource, sha256: Sha256Maker): Promise<Result<AnswerFile, PackFault>> {
  const pack = await readPack(source, answerPath, answerList, answerEntries, sha256);
  if (!pack.ok) return pack;
  const { list, entries } = pack.value;
  const answer = async (contest: AnswerContest): Promise<Result<ContestAnswer, PackFault>> => {
    const path = answerEntryPath(contest);
    const bytes = await entryBytes(entries.get(path), { path, ...contest }, sha256);
    if (!bytes.ok) return bytes;
    const text = utf8Text(bytes.value) ?? '';
    if (contest.kind === 'shuffle') {
      const file = ownedFile(shuffleFile, text, path, list.owner);
      return file.ok ? ok({ kind: 'shuffle', file: file.value }) : file;
    }
    const file = ownedFile(decryptionFile, text, path, list.owner);
    return file.ok ? ok({ kind: 'decryption', file: file.value }) : file;
  };
  return ok({ list, answer });
}

function ownedFile<T extends { readonly owner: number }>(
  form: Codec<T>,
  text: string,
  path: string,
  owner: number,
): Result<T, PackFault> {
  const read = readText(form, text);
  if (read instanceof Misread) return err({ type: 'malformed', place: path + read.place, message: read.message });
  return read.owner === owner
    ? ok(read)
    : err({ type: 'malformed', place: `${path}.owner`, message: 'all of an answer is of one trustee' });
}
