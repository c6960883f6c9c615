import {
  type ContestMaterial,
  createFindingRecord,
  type MadeArchive,
  makeArchive,
  makePart,
  readConsultation,
  writeZip,
} from '@convite/archive';
import { type ArchiveSource, sha256Hex } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { open, readFile, stat } from 'node:fs/promises';
import { frozenRule } from './count-contests.ts';
import { withFileSource } from '../../../reading/file-source.ts';
import type { ContestFiles, MakeTask, PartTask, WrittenFile } from './tasks.ts';

/** Makes the archive of a whole consultation, and writes it piece by piece. */
export async function makeFile({
  rules,
  contests,
  out,
  consultation,
  lots,
  order,
  territories,
}: MakeTask): Promise<WrittenFile> {
  const material = {
    ...{ consultation, lots, order, territories },
    rules: rules.map(frozenRule),
    contests: materialOf(contests),
  };
  return await written(await makeArchive(material, nodeSha256), out);
}

/** Makes the archive of a part of the territory tree out of that of the whole. */
export async function makePartFile({ path, root, out }: PartTask): Promise<WrittenFile> {
  return await withFileSource(path, async (source) => {
    const { file } = await readConsultation(source, createFindingRecord());
    invariant(file !== undefined, 'an archive that was verified can be read');
    const contents = [...file.entries.values()].slice(1);
    return await written(await makePart({ manifest: file.manifest, contents }, [root], nodeSha256), out);
  });
}

/** A file that is opened for each read: of very many few are read at a time. */
const closedFileSource = (path: string, size: number): ArchiveSource => ({
  size,
  read: (offset, length) => withFileSource(path, (source) => source.read(offset, length)),
});

async function* materialOf(contests: readonly ContestFiles[]): AsyncGenerator<ContestMaterial, void> {
  const text = async (path: string | undefined): Promise<string | undefined> =>
    path === undefined ? undefined : await readFile(path, 'utf8');
  for (const { contest, archive, side, outcome, lots } of contests) {
    yield {
      contest,
      archive: archive === undefined ? undefined : closedFileSource(archive, (await stat(archive)).size),
      side: await text(side),
      outcome: await text(outcome),
      lots: await text(lots),
    };
  }
}

/** Writes a file that is whole, and on the disk, before anybody hears of it. */
async function written({ contents }: MadeArchive, out: string): Promise<WrittenFile> {
  const handle = await open(out, 'wx', 0o644);
  const running = nodeSha256.createSha256();
  let bytes = 0;
  try {
    for await (const piece of writeZip(contents)) {
      for (let done = 0; done < piece.length;) done += (await handle.write(piece, done)).bytesWritten;
      running.update(piece);
      bytes += piece.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: sha256Hex(running.digest()) };
}
