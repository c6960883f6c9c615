import { bytesSource } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import {
  type ClosedElection,
  type ContestAnswer,
  fileText,
  keyFile,
  listContest,
  type ListedContest,
  readAnswer,
  simulateClosed,
  simulatedMixed,
  writeWork,
} from '@convite/trustee';

const tools = { suite: await loadMachineSuite(), sha256: nodeSha256 };

/** A contest that waits for trustees, and their keys: those of all elections made here. */
export interface WaitingContest extends ListedContest {
  readonly bytes: Uint8Array;
  /** Texts of the key files. */
  readonly keys: readonly string[];
}

/** An election after closing; `seed` decides everything but the trustees. */
export async function waitingContest(
  id: string,
  seed: string,
  kind: 'totals' | 'mixed',
  voters: number,
): Promise<WaitingContest> {
  const change = kind === 'mixed' ? { questions: [simulatedMixed], voters } : { voters };
  const closed: ClosedElection = simulateClosed(tools, seed, change);
  const keys = closed.keys.map((key) => fileText(keyFile, key));
  return { ...(await listContest(nodeSha256, id, closed)), bytes: closed.archive, keys };
}

/** The bytes of a work file, as a browser is handed it. */
export const workFile = async (contests: readonly ListedContest[]): Promise<Buffer> =>
  Buffer.from(await writeWork(nodeSha256, contests));

/** What an answer holds, read as the site reads it. */
export async function answersIn(bytes: Uint8Array): Promise<readonly ContestAnswer[]> {
  const read = await readAnswer(bytesSource(bytes), nodeSha256);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const answers = await Promise.all(read.value.list.contests.map(read.value.answer));
  return answers.map((answer) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  });
}
