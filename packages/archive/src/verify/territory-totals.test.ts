import { describe, expect, it } from 'vitest';
import type { OutcomeFile } from '../counting/outcome-text.ts';
import type { Manifest, ManifestContest } from '../manifest/manifest.ts';
import { territoryTotals } from './territory-totals.ts';

const hash = 'ab'.repeat(32);
const contest = (id: string, territory: string, slice: ManifestContest['slice']): ManifestContest => ({
  ...{ id, name: 'Obras', territory, state: 'provisional', annulled: null, waiver: false, most: 1 },
  ...{ may_be_blank: true, envelope: '1000', rule: hash, options: [], slice, election: null },
  ...{ archive: null, side: null, outcome: null, lots: null },
});
const outcome = (counted: number): OutcomeFile => ({
  ...{ convite_outcome: 1, contest: 'x', fingerprint: 'q'.repeat(43), rule: hash, votes: [], status: 'complete' },
  ...{ ballots: { counted, blank: 2, spoilt: 1 }, winners: [1], cost: '400', possible: [[1]], ties: [] },
  ...{ all_branches_followed: true, not_funded: [] },
});
const territories: Manifest['territories'] = [
  { code: 'A', name: 'Sector A', parent: 'C' },
  { code: 'B', name: 'Sector B', parent: 'C' },
  { code: 'C', name: 'Comuna', parent: null },
];

describe('the sums of a territory', () => {
  const few = { ...contest('few', 'B', { people: 30, spares: 3, added: 2 }), state: 'withheld' } as const;
  const gone = { ...contest('gone', 'B', { people: 70, spares: 7, added: 0 }), state: 'annulled' } as const;
  const checked = [
    { contest: contest('one', 'A', { people: 100, spares: 10, added: 3 }), ballots: 61, outcome: outcome(61) },
    { contest: contest('two', 'B', { people: 200, spares: 10, added: 0 }), ballots: 90, outcome: outcome(90) },
    { contest: few, ballots: 4, outcome: undefined },
    { contest: gone, ballots: 40, outcome: outcome(40) },
  ];
  const manifest: Manifest = {
    ...{ convite_archive: 1, lots: null, order: null, part: null, rules: [hash], territories },
    consultation: {
      ...{ slug: 'obras', title: { es: 'Obras' }, zone: 'America/Caracas', opens_at: 1, closes_at: 2 },
      ...{ currency: 'VES', decimals: 2, roll: null },
    },
    contests: checked.map((one) => one.contest),
  };

  it('have who could vote beside who did, of the contests with a result and of no other', () => {
    const totals = territoryTotals(manifest, checked);
    expect(totals.map(({ code, contests, eligible, ballots }) => ({ code, contests, eligible, ballots }))).toEqual([
      { code: 'A', contests: 1, eligible: 103, ballots: 61 },
      { code: 'B', contests: 3, eligible: 200, ballots: 90 },
      { code: 'C', contests: 4, eligible: 303, ballots: 151 },
    ]);
  });
});
