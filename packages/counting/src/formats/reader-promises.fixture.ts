import { expect } from 'vitest';
import { problemMessage, warningMessage } from './messages.ts';
import { parsePabulib } from './parse-pabulib.ts';
import { mustRead } from './small-file.fixture.ts';
import { withoutVoters } from './without-voters.ts';
import { writePabulib } from './write-pabulib.ts';

/** What the reader promises of any bytes whatever. */
export function expectReaderPromises(bytes: Uint8Array): void {
  const file = parsePabulib(bytes);
  const lines = bytes.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  const notes = file.ok ? file.value.warnings : file.error;
  for (const { line } of notes) {
    expect(Number.isInteger(line) && line >= 1 && line <= lines).toBe(true);
  }
  if (!file.ok) {
    expect(file.error.length).toBeGreaterThan(0);
    for (const problem of file.error) expect(problemMessage(problem, 'es')).not.toContain('undefined');
    return;
  }
  for (const warning of file.value.warnings) expect(warningMessage(warning, 'es')).not.toContain('undefined');
  expect(writePabulib(file.value)).toEqual(bytes);
  const { instance, profile, officialSelected } = file.value;
  expect(officialSelected).toHaveLength(instance.projects.length);
  expect(profile.choice.every((choice) => choice < instance.projects.length)).toBe(true);
  expect(profile.votes.reduce((sum, votes) => sum + votes, profile.blank)).toBe(profile.ballots);
  const derived = mustRead(withoutVoters(file.value));
  expect(derived.instance).toEqual(instance);
  expect(derived.profile).toEqual(profile);
}
