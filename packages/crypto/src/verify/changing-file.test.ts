import { expect, it } from 'vitest';
import type { ArchiveSource } from '../board/archive-source.ts';
import { completeElections } from './complete-election.fixture.ts';
import { testMachine } from './machine.fixture.ts';
import { archiveOfEvents } from './tampered-archive.fixture.ts';
import { verifyArchive } from './verify-archive.ts';

/** An archive of which one read, counted from 0, gives other bytes than those that stood there before. */
function changingSource(archive: Uint8Array, changedRead: number) {
  let reads = 0;
  const source: ArchiveSource = {
    size: archive.length,
    read: async (offset, length) => {
      const bytes = archive.slice(offset, offset + length);
      if (reads === changedRead) bytes[length >> 1] = (bytes[length >> 1] ?? 0) ^ 1;
      reads += 1;
      return bytes;
    },
  };
  return { source, reads: () => reads };
}

it.each([completeElections.totals, completeElections.threshold])(
  'an archive that changes while it is verified is refused, whichever content it is: $title',
  async ({ events }) => {
    const archive = archiveOfEvents(events);
    const sound = changingSource(archive, -1);
    expect((await verifyArchive(testMachine, sound.source)).answer).toBe('accepted');
    // The first two reads are the look at the name and the pass over container and chain.
    const contents = events.filter(({ type }) => type !== 'EndBallots' && type !== 'EndShuffles').length + 2;
    expect(sound.reads()).toBeGreaterThanOrEqual(contents + 2);
    for (let read = 2; read < sound.reads(); read++) {
      const { answer, checks } = await verifyArchive(testMachine, changingSource(archive, read).source);
      expect(answer, `read ${read}`).toBe('refused');
      expect(checks.failures.map(({ check }) => check)).toContain('container.hashes');
    }
  },
);
