import { appendFile, truncate } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { MachineOptions } from '../machine/machine.ts';
import { makeFolder } from '../run-command.fixture.ts';
import { mixedQuestion, smallArchive, withForgedSignatures, worksQuestion } from '../small-election.fixture.ts';
import { referenceArchive, referenceNames } from './reference-archives.fixture.ts';
import { verifyFile } from './verify-file.ts';
import { makeVerifyReport } from './verify-report.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const reference = referenceNames((name) => /^s4-|^variants\/s4-.*(ballot|flip)/u.test(name));
const why = reference.length > 0 ? '' : ' (CONVITE_REFERENCE does not say where the reference archives are)';

function verify(path: string, threads: number, change: Partial<MachineOptions> = {}) {
  const files = { path, earlier: undefined, side: undefined, isStrict: false };
  return verifyFile(files, { threads, patience: 0, now: () => 0, progress: () => undefined, ...change });
}

async function reportOf(path: string, threads: number, change: Partial<MachineOptions> = {}) {
  const verified = await verify(path, threads, change);
  return verified.ok ? makeVerifyReport(verified.value.verification, 0) : verified.error;
}

describe('ballots on threads', () => {
  it('give the same report on none, one and two, failures of many ballots included', async () => {
    const plan = { questions: [worksQuestion, mixedQuestion], voters: 45, shuffles: 2 };
    const forged = await withForgedSignatures(smallArchive({ ...plan, until: 'ballots' }));
    for (const [name, archive] of [
      ['sound.bel', smallArchive(plan)],
      ['forged.bel', forged],
    ] as const) {
      const path = await folder.write(name, archive);
      const none = await reportOf(path, 0);
      expect(none).toMatchObject({ accepted: name === 'sound.bel' });
      expect(await reportOf(path, 1)).toEqual(none);
      expect(await reportOf(path, 2)).toEqual(none);
    }
  });

  it('give the same report when some were done here before', async () => {
    const path = await folder.write(
      'later.bel',
      await withForgedSignatures(smallArchive({ voters: 40, until: 'ballots' })),
    );
    let time = 0;
    const now = (): number => {
      time += 1;
      return time;
    };
    expect(await reportOf(path, 1, { patience: 12, now })).toEqual(await reportOf(path, 0));
  });

  it('are not started for what is done sooner here', async () => {
    const path = await folder.write('few.bel', smallArchive());
    const few = await verify(path, 2, { patience: 1 });
    const atOnce = await verify(path, 2);
    expect([few, atOnce].map((verified) => verified.ok && verified.value.threads)).toEqual([0, 2]);
  });

  it.skipIf(why !== '').each(reference)(`give the same report of the reference archive %s${why}`, async (name) => {
    const path = referenceArchive(name);
    expect(await reportOf(path, 2)).toEqual(await reportOf(path, 0));
  });
});

describe('a file that changes while it is read', () => {
  it.each([
    ['becomes shorter', (path: string) => truncate(path, 9000)],
    ['grows', (path: string) => appendFile(path, 'more')],
  ])('gives no answer when it %s', async (what, change) => {
    const path = await folder.write(`${what}.bel`, smallArchive());
    let changed: Promise<void> | undefined;
    const verified = await verify(path, 0, {
      progress: () => {
        changed ??= change(path);
      },
    });
    await changed;
    expect(verified).toEqual({ ok: false, error: { type: 'changed', path } });
  });
});
