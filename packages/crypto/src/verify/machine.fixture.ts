import { nativePower } from '@convite/machine';
import { loadCurveCore } from '../curve/load-curve.ts';
import { curveGroup } from '../primitives/curve-group.ts';
import { ed25519Group } from '../primitives/ed25519-group.ts';
import { finiteFieldGroup } from '../primitives/finite-field-group.ts';
import { belenios2048, rfc3526Group14 } from '../primitives/finite-field-parameters.ts';
import { portableSha256 } from '../primitives/sha256.ts';
import type { Suite } from '../v1/election/election.ts';
import { ballotsHere } from './ballots-pass.ts';
import type { VerifierMachine } from './verifier-machine.ts';

const core = await loadCurveCore();
/** `CONVITE_ARITHMETIC=portable` runs the same tests without the arithmetic core. */
const isPortable = process.env['CONVITE_ARITHMETIC'] === 'portable';

const groups = {
  Ed25519: core.ok && !isPortable ? curveGroup(core.value) : ed25519Group(),
  'BELENIOS-2048': finiteFieldGroup(belenios2048, { power: nativePower(belenios2048.p) }),
  'RFC-3526-2048': finiteFieldGroup(rfc3526Group14, { power: nativePower(rfc3526Group14.p) }),
} as const;

/** The arithmetic of the tests: native powers where the portable ones would take minutes. */
export const testSuite: Suite = { group: (name) => groups[name], sha256: portableSha256.sha256 };

export const testMachine: VerifierMachine = {
  suite: testSuite,
  sha256: portableSha256,
  ballotWorkers: (electionText) => ballotsHere(testSuite, electionText),
  progress: () => undefined,
};
