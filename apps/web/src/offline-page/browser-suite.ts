import {
  belenios2048,
  curveGroup,
  ed25519Group,
  finiteFieldGroup,
  type Group,
  type GroupName,
  loadCurveCore,
  portableSha256,
  type Randomness,
  rfc3526Group14,
  type Suite,
} from '@convite/crypto';

/** The groups with the arithmetic of this browser: the core as WebAssembly where it runs, else the portable library. */
export async function loadBrowserSuite(): Promise<Suite> {
  const core = await loadCurveCore();
  const makers: Readonly<Record<GroupName, () => Group>> = {
    Ed25519: () => (core.ok ? curveGroup(core.value) : ed25519Group()),
    'BELENIOS-2048': () => finiteFieldGroup(belenios2048),
    'RFC-3526-2048': () => finiteFieldGroup(rfc3526Group14),
  };
  const made = new Map<GroupName, Group>();
  return {
    sha256: portableSha256.sha256,
    group: (name) => {
      const group = made.get(name) ?? makers[name]();
      made.set(name, group);
      return group;
    },
  };
}

export const browserRandomness: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));
