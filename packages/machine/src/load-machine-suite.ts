import {
  belenios2048,
  curveGroup,
  ed25519Group,
  finiteFieldGroup,
  type FiniteFieldParameters,
  type Group,
  type GroupName,
  loadCurveCore,
  rfc3526Group14,
  type Suite,
} from '@convite/crypto';
import { env } from 'node:process';
import { nativePower } from './native-power.ts';
import { nodeSha256 } from './node-sha256.ts';

const { sha256 } = nodeSha256;

/**
 * The groups with the fastest arithmetic of this machine: the one place where it is chosen, for the command, the server
 * and the threads of both.
 *
 * Ed25519 on the arithmetic core where the engine takes it and it gives the known answers, else, or when the variable
 * `CONVITE_ARITHMETIC` is `portable`, on the portable library; finite fields by native powers. Each group is made when
 * it is first asked for: its tables take time and memory. A suite of its own for each thread.
 */
export async function loadMachineSuite(): Promise<Suite> {
  const core = env['CONVITE_ARITHMETIC'] === 'portable' ? undefined : await loadCurveCore();
  const makers: Readonly<Record<GroupName, () => Group>> = {
    Ed25519: () => (core?.ok === true ? curveGroup(core.value, sha256) : ed25519Group(sha256)),
    'BELENIOS-2048': () => finiteField(belenios2048),
    'RFC-3526-2048': () => finiteField(rfc3526Group14),
  };
  const made = new Map<GroupName, Group>();
  return {
    sha256,
    group: (name) => {
      const group = made.get(name) ?? makers[name]();
      made.set(name, group);
      return group;
    },
  };
}

const finiteField = (parameters: FiniteFieldParameters): Group =>
  finiteFieldGroup(parameters, { power: nativePower(parameters.p), hash: sha256 });
