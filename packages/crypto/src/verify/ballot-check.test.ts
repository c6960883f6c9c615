import { describe, expect, it } from 'vitest';
import { readArchive, readPayload } from '../board/archive-reader.ts';
import { bytesSource } from '../board/archive-source.ts';
import { portableSha256 } from '../primitives/sha256.ts';
import { simulated, smallPlan } from '../simulation/simulated.fixture.ts';
import { hashOfText } from '../v1/election/fingerprint.ts';
import { createBallotCheck } from './ballot-check.ts';
import { testSuite } from './machine.fixture.ts';

async function textsOf(
  archive: Uint8Array,
): Promise<{ readonly election: string; readonly ballots: readonly string[] }> {
  const source = bytesSource(archive);
  const { index } = await readArchive(source, { sha256: portableSha256 });
  const setup = index.event(0);
  if (setup.type !== 'Setup') throw new Error('an archive begins with its setup');
  const text = async (content: typeof setup.election): Promise<string> => {
    const read = await readPayload(source, content, portableSha256);
    return read.ok ? Buffer.from(read.value).toString() : '';
  };
  const ballots: string[] = [];
  for (let height = 1; height < index.length; height++) {
    const event = index.event(height);
    if (event.type === 'Ballot') ballots.push(await text(event.payload));
  }
  return { election: await text(setup.election), ballots };
}

const { election, ballots } = await textsOf(simulated({ ...smallPlan, until: 'ballots' }, 'checked').archive);
const others = await textsOf(simulated({ ...smallPlan, until: 'ballots' }, 'others').archive);
const [ballot = ''] = ballots;

describe('a ballot before it enters the board', () => {
  it('is known by its credential and its tracker when all its proofs hold', () => {
    const checked = createBallotCheck(testSuite, election)(ballot);
    const { credential } = JSON.parse(ballot);
    expect(checked).toEqual({ ok: true, value: { credential, tracker: hashOfText(testSuite.sha256, ballot) } });
  });

  it('is refused with the checks that fail, one ballot at a time', () => {
    const check = createBallotCheck(testSuite, election);
    const checksOf = (text: string): readonly string[] => {
      const checked = check(text);
      return checked.ok ? [] : checked.error.map(({ check: name }) => name);
    };
    expect(checksOf('{}')).toEqual(['ballot.form']);
    expect(checksOf(`${ballot} `)).toEqual(['ballot.canonical']);
    expect(checksOf(others.ballots[0] ?? '')).toContain('ballot.election');
    expect(checksOf(ballot)).toEqual([]);
  });
});
