import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop, openWeightedElection, type Workshop } from '../workshop.fixture.ts';

const tool = 'belenios-tool';
const isThere = spawnSync(tool, ['--version']).error === undefined;
const why = isThere ? '' : ' (the program belenios-tool is not installed)';

describe.skipIf(!isThere)(`an election held by these commands, and Debian’s tool${why}`, () => {
  let workshop: Workshop;
  beforeAll(async () => void (workshop = await openWorkshop()));
  afterAll(() => workshop.remove());

  /** A folder as the stock tool wants it: with the one archive, named by its election. */
  function folderFor(name: string, uuid: string): string {
    mkdirSync(workshop.at(name));
    copyFileSync(workshop.at('street.bel'), workshop.at(name, `${uuid}.bel`));
    return workshop.at(name);
  }

  it('takes a ballot that the tool made with one of our codes, and is verified by it whole', async () => {
    const { does, write } = workshop;
    const group = ['--group', 'BELENIOS-2048'] as const;
    await does(['trustee', 'key', ...group, '--name', 'Sola', '--out', 'own']);
    const ceremony = ['trustee', 'ceremony'] as const;
    const folder = ['--folder', 'shared'] as const;
    for (const member of ['1', '2', '3']) {
      await does([
        ...[...ceremony, 'certificate', ...group, '--trustees', '2of3', '--member', member],
        ...['--name', `m${member}`, ...folder, '--key', `own/m${member}.secret.json`],
      ]);
    }
    for (const step of ['deal', 'share']) {
      for (const member of ['1', '2', '3']) {
        await does([...ceremony, step, '--key', `own/m${member}.secret.json`, ...folder]);
      }
    }
    await does(['trustee', 'assemble', ...folder, '--single', 'own/trustee-sola.json', '--out', 'trustees.json']);
    const questions = [{ question: '¿Fiesta?', answers: ['Sí', 'No'], min: 0, max: 1, blank: true }];
    const [ours = '', theirs = ''] = await openWeightedElection(workshop, { questions });
    const cast = ['ballot', 'cast', '--archive', 'street.bel', '--choices', '[[0,1,0]]', '--out', 'ours.json'];
    await does(cast, { stdin: ours });

    const uuid = /"uuid":"(\w+)"/u.exec(workshop.read('election.json'))?.[1] ?? '';
    const open = folderFor('open', uuid);
    writeFileSync(join(open, 'code'), theirs);
    writeFileSync(join(open, 'choices.json'), '[[1,0,0]]');
    const generate = ['election', 'generate-ballot', '--privcred', 'code', '--ballot', 'choices.json'];
    const made = spawnSync(tool, generate, { cwd: open, encoding: 'utf8' });
    expect({ status: made.status, stderr: made.stderr.replaceAll(/^I: .*\n/gmu, '') }).toEqual({
      status: 0,
      stderr: '',
    });
    await write('theirs.json', made.stdout);

    await does(['board', 'add', 'street.bel', 'ours.json', 'theirs.json']);
    await does(['board', 'close', 'street.bel']);
    // Single trustees are put before those of a ceremony.
    for (const [owner, name] of [
      [1, 'sola'],
      [3, 'm2'],
      [4, 'm3'],
    ] as const) {
      await does(['trustee', 'decrypt', '--archive', 'street.bel', '--key', `own/${name}.key.json`]);
      await does(['board', 'add', 'street.bel', `decryption-${owner}-${name}.json`]);
    }
    await does(['board', 'result', 'street.bel']);
    await does(['verify', 'street.bel', '--strict', '--side', 'street.side.json']);
    const verified = spawnSync(tool, ['election', 'verify', '--dir', folderFor('finished', uuid)], {
      encoding: 'utf8',
    });
    expect(verified).toMatchObject({ status: 0 });
    expect(verified.stderr).toContain('all checks passed');
  }, 120_000);
});
