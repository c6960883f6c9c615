import type { SimulationPlan } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { fileText, keyFile, listContest, type ListedContest, simulateClosed, writeWork } from '@convite/trustee';

const tools = { suite: await loadMachineSuite(), sha256: nodeSha256 };

/** A contest that waits for trustees, and their keys: those of all elections made here. */
export interface WaitingContest extends ListedContest {
  /** Texts of the key files. */
  readonly keys: readonly string[];
}

/** An election after closing; `seed` decides everything but the trustees. */
export async function waitingContest(
  id: string,
  seed: string,
  change: Partial<SimulationPlan> = {},
): Promise<WaitingContest> {
  const closed = simulateClosed(tools, seed, change);
  const keys = closed.keys.map((key) => fileText(keyFile, key));
  return { ...(await listContest(nodeSha256, id, closed)), keys };
}

/** The bytes of a work file. */
export const workFile = (contests: readonly ListedContest[]): Promise<Uint8Array> => writeWork(nodeSha256, contests);
