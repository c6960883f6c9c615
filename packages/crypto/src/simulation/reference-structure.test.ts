import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { recordsOf, textOf } from '../board/archive.fixture.ts';
import { readReference, referenceArchives } from '../board/reference-archives.fixture.ts';
import { Misread, readText } from '../v1/wire/codec.ts';
import { electionWire } from '../v1/wire/election-wire.ts';
import { simulated, smallPlan } from './simulated.fixture.ts';

/** Texts that differ from election to election, by their form; any other text stands for itself. */
const forms: readonly (readonly [string, RegExp])[] = [
  ['an Ed25519 element or a SHA-256 value', /^[0-9a-f]{64}$/u],
  ['a scalar', /^(?:0|[1-9][0-9]{9,77})$/u],
  ['a hash', /^[A-Za-z0-9+/]{43}$/u],
  ['an election identifier', /^[1-9A-HJ-NP-Za-km-z]{14}$/u],
];

/** A value with every text and number replaced by what it is; keys keep their order. */
function skeleton(value: unknown): unknown {
  if (typeof value === 'string') return forms.find(([, form]) => form.test(value))?.[0] ?? value;
  if (typeof value === 'number') return 'a number';
  if (Array.isArray(value)) return value.map(skeleton);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, member]) => [key, skeleton(member)]);
}

/** Every record of an archive: its header without name, size and sum, and the skeleton of its JSON. */
const shapeOf = (archive: Uint8Array) =>
  recordsOf(archive).map((record) => ({ kind: record.kind, content: skeleton(JSON.parse(textOf(record))) }));

/** The fixed parts of the header of every record: neither name nor size, time and sum. */
function headersOf(archive: Uint8Array): readonly string[] {
  const headers: string[] = [];
  const bytes = Buffer.from(archive);
  for (let at = 0; at < bytes.length;) {
    const text = bytes.toString('latin1', at, at + 512);
    headers.push(text.slice(64, 124) + text.slice(135, 136) + text.slice(147, 148) + text.slice(154));
    at += 512 + Math.ceil(Number.parseInt(text.slice(124, 135), 8) / 512) * 512;
  }
  return headers;
}

const reference = referenceArchives.find(({ name }) => name.startsWith('s5'));
const why =
  reference === undefined ? ' (skipped: CONVITE_REFERENCE does not say where the reference archives are)' : '';

describe.skipIf(reference === undefined)(`an Ed25519 election of ours${why}`, () => {
  if (reference === undefined) return;
  const theirs = readReference(reference);
  const election = readText(electionWire, textOf(recordsOf(theirs)[0]));
  invariant(!(election instanceof Misread), 'the reference election can be read');
  const { name, description, questions } = election;
  const trustees = [{ kind: 'single' }, { kind: 'single' }] as const;
  // Six of its seven voters vote; all of ours do, one of them not again.
  const plan = { ...smallPlan, name, description, questions, trustees, voters: 6, revotes: 0, shuffles: 2 };
  const ours = simulated(plan, 'structure').archive;

  it('has, record by record, the keys of the reference archive in the same order, with the same kinds of values', () => {
    const [expected, made] = [shapeOf(theirs), shapeOf(ours)];
    const credentials = expected[2]?.content;
    invariant(Array.isArray(credentials), 'the third record lists the credentials');
    expect(made[2]?.content).toEqual(credentials.slice(0, plan.voters));
    const others = (shape: typeof made) => shape.filter((_, i) => i !== 2);
    expect(others(made)).toEqual(others(expected));
  });

  it('has headers with the same bytes wherever they do not hang on the content', () => {
    expect(headersOf(ours)).toEqual(headersOf(theirs));
  });
});
