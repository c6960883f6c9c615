import {
  belenios2048,
  ed25519Group,
  finiteFieldGroup,
  type FiniteFieldParameters,
  type Group,
  type GroupName,
  rfc3526Group14,
  type Suite,
} from '@convite/crypto';
import { nativePower } from './native-power.ts';
import { nodeSha256 } from './node-sha256.ts';

const { sha256 } = nodeSha256;

const finiteField = (parameters: FiniteFieldParameters): Group =>
  finiteFieldGroup(parameters, { power: nativePower(parameters.p), hash: sha256 });

const makers: Readonly<Record<GroupName, () => Group>> = {
  Ed25519: () => ed25519Group(sha256),
  'BELENIOS-2048': () => finiteField(belenios2048),
  'RFC-3526-2048': () => finiteField(rfc3526Group14),
};

/**
 * The groups with the fastest arithmetic of this machine: the one place where it is chosen.
 *
 * Each group is made when it is first asked for: its tables take time and memory.
 */
export function machineSuite(): Suite {
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
