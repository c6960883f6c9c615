import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from './decode-text.ts';
import { irregularFile } from './irregular-file.fixture.ts';
import { parsePabulib } from './parse-pabulib.ts';
import { RecordScanner } from './record-scanner.ts';
import { mustRead } from './small-file.fixture.ts';
import { withoutVoters } from './without-voters.ts';
import { writePabulib, writeRecord } from './write-pabulib.ts';

test('writing what was read gives the same bytes, however irregular the file', () => {
  fc.assert(
    fc.property(irregularFile, ({ text }) => {
      const bytes = encodeText(text);
      const file = parsePabulib(bytes);
      expect(file.ok && writePabulib(file.value)).toEqual(bytes);
    }),
  );
});

test('an irregular file means what its regular twin means', () => {
  fc.assert(
    fc.property(irregularFile, (expected) => {
      const { instance, profile } = mustRead(expected.text);
      expect(instance.budget).toBe(expected.budget);
      expect(instance.decimals).toBe(expected.decimals);
      expect(new Map(instance.projects.map(({ id, cost }) => [`${id}`, cost]))).toEqual(expected.costs);
      for (const { id, name } of instance.projects) expect(name).toBe(expected.names.get(id));
      expect(profile.ballots).toBe(expected.ballots.length);
      expect(profile.blank).toBe(expected.ballots.filter((ballot) => ballot.length === 0).length);
      const votes = new Map<string, number>();
      for (const id of expected.ballots.flat()) votes.set(id, (votes.get(id) ?? 0) + 1);
      for (const [p, { id }] of instance.projects.entries()) {
        let found = 0;
        for (let g = 0; g < profile.groups; g++) {
          const row = profile.choice.subarray(profile.start[g], profile.start[g + 1]);
          if (row.includes(p)) found += profile.votes[g] ?? 0;
        }
        expect(found).toBe(votes.get(id) ?? 0);
      }
    }),
  );
});

test('leaving the voters out keeps the instance and the profile', () => {
  fc.assert(
    fc.property(irregularFile, ({ text }) => {
      const file = mustRead(text);
      const derived = mustRead(withoutVoters(file));
      expect(derived.instance).toEqual(file.instance);
      expect(derived.profile).toEqual(file.profile);
    }),
  );
});

test('a record reads back as the cells it was written from', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[";\r\n a]{0,8}$/u)).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
      const oddities: string[] = [];
      const scanner = new RecordScanner(`${writeRecord(cells)}\r\n`, (oddity) => oddities.push(oddity));
      expect(scanner.next()).toBe(true);
      expect(scanner.row()).toEqual(cells);
      expect(scanner.next()).toBe(false);
      expect(oddities.filter((oddity) => oddity !== 'record_spans_lines')).toEqual([]);
    }),
  );
});
