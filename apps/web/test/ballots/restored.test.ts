import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cast, checkReceipts, prepareVote } from './killed-while-casting.ts';
import { makeServerProcess } from './server-process.ts';
import { until } from '../until.ts';

/** The drill of a lost disk, as docs/operations.md has it under "After a loss", with a server as people run it. */
test('a vote whose disk was lost goes on from an older backup with every ballot that an observer kept', async () => {
  const server = await makeServerProcess('web-restored');
  const backup = `${server.data}-backup`;
  const begin = async (settings: Readonly<Record<string, string>> = {}): Promise<string> => {
    const address = await server.start(settings);
    await until(() => server.said().includes('Stop with Ctrl-C') || undefined);
    return address;
  };
  try {
    await begin();
    const vote = await prepareVote(server, 9);
    const receipts: string[] = [];
    const castSome = async (address: string, from: number, to: number): Promise<void> => {
      for (const text of vote.ballots.slice(from, to)) {
        const receipt = await cast(address, vote.path, text);
        expect(receipt).toBeDefined();
        if (receipt !== undefined) receipts.push(receipt);
      }
    };
    await server.halt();
    await castSome(await begin(), 0, 3);
    await server.halt();
    // With the owners of the files, as tar keeps them.
    execFileSync('cp', ['--archive', server.data, backup]);
    const address = await begin();
    expect(server.said()).not.toContain('CONVITE_RESTORED');
    await castSome(address, 3, 7);
    const board = async (name: string): Promise<Uint8Array> =>
      new Uint8Array(await (await fetch(`${address}${vote.path}/board/${name}`)).arrayBuffer());
    const [archive, head] = [await board('archive.bel'), await board('head')];
    await server.halt();
    // The disk is gone, and the backup takes its place.
    rmSync(server.data, { recursive: true });
    renameSync(backup, server.data);
    const restored = await begin();
    const [, code = ''] = /CONVITE_RESTORED=([0-9a-f]{8})/u.exec(server.said()) ?? [];
    expect(server.said()).toContain('is a copy');
    for (const text of vote.ballots) expect(await cast(restored, vote.path, text)).toBeUndefined();
    expect((await fetch(`${restored}${vote.path}/board/head`)).status).toBe(200);
    await server.halt();
    writeFileSync(join(server.data, 'board', 'mirrors', 'archive-of-an-observer.bel'), archive);
    writeFileSync(join(server.data, 'board', 'mirrors', 'head'), head);
    const again = await begin({ CONVITE_RESTORED: code });
    expect(server.said()).toContain('Lost events of 1 boards were put back, with 4 ballots.');
    await castSome(again, 7, 9);
    expect(await checkReceipts(again, vote, receipts)).toEqual({ lost: [], ballots: 9 });
    await server.halt();
    await begin();
    expect(server.said()).not.toMatch(/CONVITE_RESTORED|stopped|put back/u);
  } finally {
    await server.stop();
    rmSync(backup, { recursive: true, force: true });
  }
}, 1_800_000);
