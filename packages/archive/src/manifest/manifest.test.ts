import { describe, expect, it } from 'vitest';
import { archiveText, type Manifest, readManifest } from './manifest.ts';
import { manifestProblems } from './manifest-problems.ts';

const hash = 'ab'.repeat(32);
const file = { bytes: 10, sha256: hash };
const contest: Manifest['contests'][number] = {
  id: 'obras',
  name: 'Obras',
  territory: 'A1',
  state: 'certified',
  annulled: null,
  waiver: false,
  most: 1,
  may_be_blank: true,
  envelope: '1000',
  rule: hash,
  options: [
    { number: 1, title: 'Pozo', place: '', theme: '', cost: '10', withdrawn: false },
    { number: 7, title: 'Techo', place: '', theme: '', cost: '20', withdrawn: false },
  ],
  slice: { people: 90, spares: 10, added: 1 },
  election: { uuid: 'abc', fingerprint: 'q'.repeat(43) },
  archive: file,
  side: file,
  outcome: file,
  lots: null,
};
const sound: Manifest = {
  convite_archive: 1,
  consultation: {
    slug: 'obras-2026',
    title: { es: 'Obras' },
    zone: 'America/Caracas',
    opens_at: 1,
    closes_at: 2,
    currency: 'VES',
    decimals: 2,
    roll: { version: 3, entries: 120, commitment: hash },
  },
  lots: { seed: 'dados 1 2 3', round: 1, how: 'Tres personas', drawn_at: 2 },
  order: { seed: 'dados 4 5 6', how: 'Tres personas', drawn_at: 1 },
  part: null,
  rules: [hash],
  territories: [
    { code: 'A', name: 'Sector A', parent: 'C' },
    { code: 'A1', name: 'Calle', parent: 'A' },
    { code: 'B', name: 'Sector B', parent: 'C' },
    { code: 'C', name: 'Comuna', parent: null },
  ],
  contests: [contest],
};
/** The same in a consultation of two languages: version 2. One title was written in the other one, one was not. */
const told: Manifest = {
  ...sound,
  convite_archive: 2,
  consultation: { ...sound.consultation, languages: ['es', 'en'] },
  contests: [
    {
      ...contest,
      names: { en: 'Works' },
      options: contest.options.map((option, i) => ({ ...option, titles: i === 0 ? { en: 'Well' } : {} })),
    },
  ],
};
const toldIn = (languages: readonly string[]): Manifest => ({
  ...told,
  consultation: { ...told.consultation, languages: [...languages] },
});
const withContest = (change: Partial<Manifest['contests'][number]>): Manifest => ({
  ...sound,
  contests: [{ ...contest, ...change }],
});
/** A chain of so many territories. */
const deep = (levels: number): Manifest['territories'] =>
  Array.from({ length: levels }, (_, i) => ({
    code: `T${String(i).padStart(3, '0')}`,
    name: 'Sector',
    parent: i === 0 ? null : `T${String(i - 1).padStart(3, '0')}`,
  }));
const partOf = (roots: readonly string[], territories = sound.territories): Manifest => ({
  ...sound,
  territories,
  part: { whole: hash, roots: [...roots] },
});

describe('a manifest', () => {
  it.each([
    [1, sound],
    [2, told],
  ])('of version %i that is sound is read back as it was written', (_, manifest) => {
    expect(readManifest(archiveText(manifest))).toEqual({ ok: true, value: manifest });
    expect(manifestProblems(manifest)).toEqual([]);
  });

  it.each([
    ['is no JSON', '{'],
    ['has no line end', archiveText(sound).trimEnd()],
    ['has a space', archiveText(sound).replace(':', ': ')],
    ['has a name twice', archiveText(sound).replace('{', '{"convite_archive":1,')],
    ['lacks a member', archiveText(sound).replace('"lots":null,', '')],
    ['has an unknown member', archiveText({ ...sound, more: 1 })],
    ['is of another version', archiveText({ ...sound, convite_archive: 2 })],
    ['is of a version to come', archiveText({ ...told, convite_archive: 3 })],
    ['is of version 1 and has languages', archiveText({ ...told, convite_archive: 1 })],
    ['is of version 1 and has a further title', archiveText(withContest({ options: told.contests[0]?.options ?? [] }))],
    ['is of version 2 and lacks the titles of one option', archiveText(told).replace(',"titles":{}', '')],
    ['is of version 2 and lacks the names of one contest', archiveText(told).replace('"names":{"en":"Works"},', '')],
    ['is of version 2 and has one language', archiveText(toldIn(['es']))],
    ['has an empty title', archiveText(told).replace('"Well"', '""')],
    ['has a title in no language', archiveText(told).replace('{"en":"Well"}', '{"":"Well"}')],
    ['has a fraction', archiveText(sound).replace('"decimals":2', '"decimals":1.5')],
    ['has a name that is not in NFC', archiveText(withContest({ name: 'Plaza Bolu\u0301var' }))],
    ['has half a sign', archiveText(sound).replace('Sector A', '\\ud800')],
    ['has a path for an id', archiveText(withContest({ id: '../obras' }))],
    ['has a number beyond three digits', archiveText(sound).replace('"number":7', '"number":1000')],
    ['has an address of megabytes', archiveText(sound).replace('obras-2026', `obras${'-ab'.repeat(8_000_000)}`)],
    ['is in a language of megabytes', archiveText(sound).replace('"es"', `"es${'-abcd'.repeat(5_000_000)}"`)],
    ['has money with a sign', archiveText(withContest({ envelope: '-5' }))],
  ])('that %s is refused', (_, text) => {
    expect(readManifest(text).ok).toBe(false);
  });

  it.each<readonly [string, string, Manifest]>([
    ['manifest.form', 'not_ascending', { ...sound, territories: sound.territories.toReversed() }],
    ['manifest.form', 'not_ascending', { ...sound, contests: [contest, contest] }],
    ['manifest.form', 'not_ascending', withContest({ options: contest.options.toReversed() })],
    ['manifest.form', 'no_times', { ...sound, consultation: { ...sound.consultation, opens_at: 2 } }],
    ['manifest.form', 'no_times', { ...sound, lots: sound.lots && { ...sound.lots, drawn_at: 1 } }],
    ['manifest.form', 'no_times', { ...sound, order: sound.order && { ...sound.order, drawn_at: 2 } }],
    ['manifest.form', 'unknown_rule', withContest({ rule: 'cd'.repeat(32) })],
    ['manifest.form', 'unused_rule', { ...sound, rules: [hash, 'cd'.repeat(32)] }],
    ['manifest.form', 'files_unlike_state', withContest({ outcome: null })],
    ['manifest.form', 'files_unlike_state', withContest({ archive: null, side: null, outcome: null })],
    ['manifest.form', 'files_unlike_state', withContest({ state: 'withheld' })],
    ['manifest.form', 'files_unlike_state', withContest({ state: 'lots_required', lots: file })],
    ['manifest.form', 'files_unlike_state', withContest({ election: null })],
    ['manifest.form', 'unlike_annulled', withContest({ state: 'annulled', outcome: null })],
    ['manifest.form', 'unlike_annulled', withContest({ annulled: { reason: 'Porque sí', at: 1 } })],
    ['manifest.form', 'repeated_election', { ...sound, contests: [contest, { ...contest, id: 'otras' }] }],
    ['manifest.form', 'no_seed', { ...withContest({ lots: file }), lots: null }],
    [
      'manifest.form',
      'no_standing_option',
      withContest({ options: contest.options.map((o) => ({ ...o, withdrawn: true })) }),
    ],
    ['manifest.form', 'cost_unlike_envelope', withContest({ envelope: null })],
    ['manifest.form', 'slice_unlike_election', withContest({ slice: null })],
    ['manifest.form', 'slice_unlike_election', withContest({ state: 'annulled', election: null, archive: null })],
    ['manifest.form', 'slice_beyond_roll', withContest({ slice: { people: 121, spares: 10, added: 0 } })],
    ['manifest.form', 'slice_beyond_roll', withContest({ slice: { people: 90, spares: 10, added: 11 } })],
    ['manifest.form', 'repeated_language', toldIn(['es', 'en', 'en'])],
    ['manifest.form', 'other_language', toldIn(['es', 'pt'])],
    ['manifest.form', 'other_language', toldIn(['en', 'es'])],
    ['manifest.tree', 'broken_tree', { ...sound, territories: sound.territories.slice(0, 3) }],
    [
      'manifest.tree',
      'broken_tree',
      { ...sound, territories: sound.territories.map((t) => (t.code === 'C' ? { ...t, parent: 'A1' } : t)) },
    ],
    ['manifest.tree', 'broken_tree', { ...sound, territories: deep(65) }],
    ['manifest.tree', 'unknown_territory', withContest({ territory: 'Z' })],
    ['manifest.tree', 'unknown_territory', partOf(['Z'])],
    ['manifest.tree', 'outside_part', partOf(['B'])],
    ['manifest.tree', 'outside_part', partOf(['A'])],
    ['manifest.tree', 'not_ascending', partOf(['B', 'A'])],
    ['manifest.tree', 'root_below_root', partOf(['A', 'A1', 'B'])],
  ])('does not hold: %s, %s (%#)', (check, type, manifest) => {
    expect(manifestProblems(manifest)).toContainEqual(expect.objectContaining({ check, type }));
  });

  it('of a part shows what is above its roots, and nothing beside them', () => {
    const shown = sound.territories.filter(({ code }) => code !== 'B');
    expect(manifestProblems(partOf(['A'], shown))).toEqual([]);
  });
});
