import { expect, it } from 'vitest';
import { bytesSource } from '../board/archive-source.ts';
import { completeElections } from './complete-election.fixture.ts';
import { testMachine, testSuite } from './machine.fixture.ts';
import { archiveOfEvents } from './tampered-archive.fixture.ts';
import { verifyArchive } from './verify-archive.ts';

const isPortable = process.env['CONVITE_ARITHMETIC'] === 'portable';
const { backend } = testSuite.group('Ed25519');

// The name of this test says in every report of a run which arithmetic the run was made with.
it(`these tests ran on the arithmetic “${backend}”, and the verifier says so of an archive`, async () => {
  const { election, answer } = await verifyArchive(
    testMachine,
    bytesSource(archiveOfEvents(completeElections.mixed.events)),
  );
  expect({ answer, backend: election?.backend }).toEqual({ answer: 'accepted', backend });
  expect(backend).toMatch(isPortable ? /^noble$/u : /^wasm-(?:fused|scalar)$/u);
});
