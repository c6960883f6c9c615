import { ballotsHere, type VerifierMachine } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';

let loading: Promise<VerifierMachine> | undefined;

/** The verifier of this process: all on the one processor that it has. */
export const verifyingMachine = (): Promise<VerifierMachine> => (loading ??= load());

async function load(): Promise<VerifierMachine> {
  const suite = await loadMachineSuite();
  return {
    suite,
    sha256: nodeSha256,
    ballotWorkers: (electionText) => ballotsHere(suite, electionText),
    progress: () => undefined,
  };
}
