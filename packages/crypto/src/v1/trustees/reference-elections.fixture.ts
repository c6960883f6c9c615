import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { recordsOf } from '../../board/archive.fixture.ts';
import { readReference, referenceArchives, referenceVariants } from '../../board/reference-archives.fixture.ts';
import { ed25519Group } from '../../primitives/ed25519-group.ts';
import { finiteFieldGroup } from '../../primitives/finite-field-group.ts';
import { belenios2048, rfc3526Group14 } from '../../primitives/finite-field-parameters.ts';
import { type Group, type GroupName, groupNames } from '../../primitives/group.ts';
import type { ProtocolCheck } from '../protocol-checks.ts';

const groups: Readonly<Record<GroupName, Group>> = {
  Ed25519: ed25519Group(),
  'BELENIOS-2048': finiteFieldGroup(belenios2048),
  'RFC-3526-2048': finiteFieldGroup(rfc3526Group14),
};

export const groupOf = (name: GroupName): Group => groups[name];

export const hasReference = referenceArchives.length > 0;
export const whyNot = hasReference ? '' : ' (skipped: CONVITE_REFERENCE does not say where the reference archives are)';

/** What an election publishes first, as stored. */
export interface Setup {
  readonly group: Group;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: Uint8Array;
}

function setupOf(archive: Uint8Array): Setup {
  const [election, trustees, credentials] = recordsOf(archive);
  invariant(election && trustees && credentials, 'an archive begins with its setup');
  const text = Buffer.from(election.content).toString();
  const name = groupNames.find((known) => known === fieldOf(JSON.parse(text), 'group'));
  invariant(name !== undefined, 'the group is known');
  return {
    group: groupOf(name),
    election: text,
    trustees: Buffer.from(trustees.content).toString(),
    credentials: credentials.content,
  };
}

/** A field of a parsed JSON object; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textIn(value: unknown, name: string): string {
  const text = fieldOf(value, name);
  invariant(typeof text === 'string', `${name} is a text`);
  return text;
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  invariant(Array.isArray(list), `${name} is a list`);
  return list;
}

/** An honest archive with the secrets that it was made with. */
export interface ReferenceElection extends Setup {
  readonly name: string;
  readonly uuid: string;
  readonly secrets: unknown;
}

export const referenceElections: readonly ReferenceElection[] = referenceArchives.map((archive) => {
  const setup = setupOf(readReference(archive));
  const file = archive.file.replace(/[^/]*$/, 'private.json');
  const path = join(process.env['CONVITE_REFERENCE'] ?? '', 'data', 'belenios', file);
  const secrets: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return { ...setup, name: archive.name, uuid: textIn(JSON.parse(setup.election), 'uuid'), secrets };
});

/** The setups of the altered archives with a mutation of this name. */
export const variantsOf = (mutation: string): readonly (Setup & { readonly name: string })[] =>
  referenceVariants
    .filter((variant) => variant.mutation === mutation)
    .map((variant) => ({ name: variant.name, ...setupOf(readReference(variant)) }));

/** A log that keeps what it is told. */
export function testLog() {
  const made = new Map<string, number>();
  const failures: { readonly check: string; readonly place: string; readonly message: string }[] = [];
  return {
    made: (check: ProtocolCheck, times = 1) => void made.set(check, (made.get(check) ?? 0) + times),
    failed: (check: ProtocolCheck, place: string, message: string) => void failures.push({ check, place, message }),
    /** How often each check was made. */
    counts: () => Object.fromEntries(made),
    /** What failed, as `check at place`. */
    failures: () => failures.map(({ check, place }) => `${check} at ${place}`),
    messages: () => failures.map(({ message }) => message),
  };
}
