import {
  archiveText,
  type ConsultationCheck,
  type Manifest,
  type ManifestContest,
  readZip,
  writeZip,
} from '@convite/archive';
import { bytesSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A download of a consultation, taken apart: its list, and what stands under each path. */
export interface OpenDownload {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Buffer>;
}

export async function openDownload(bytes: Uint8Array): Promise<OpenDownload> {
  const entries = await readZip(bytesSource(bytes));
  invariant(entries.ok, 'a download is a container');
  const files = new Map<string, Buffer>();
  for (const { path, size, source } of entries.value) files.set(path, Buffer.from(await source.read(0, size)));
  const manifest: Manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
  files.delete('manifest.json');
  return { manifest, files };
}

/** Puts a download together again, its list as it is said to be. */
async function closed({ manifest, files }: OpenDownload): Promise<Buffer> {
  const all = [['manifest.json', Buffer.from(archiveText(manifest))] as const, ...files];
  const contents = all.map(([path, content]) => {
    const own = Uint8Array.from(content);
    return { path, size: own.length, crc32: crc32(own), source: bytesSource(own) };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same, by somebody who makes every hash of the list anew. */
const hashedAnew = ({ manifest, files }: OpenDownload): Promise<Buffer> => {
  const measured = <T extends { readonly bytes: number; readonly sha256: string } | null>(was: T, path: string): T => {
    const file = files.get(path);
    if (was === null || file === undefined) return was;
    return { ...was, bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') };
  };
  const contests = manifest.contests.map((contest) => ({
    ...contest,
    archive: measured(contest.archive, `contests/${contest.id}/archive.bel`),
    side: measured(contest.side, `contests/${contest.id}/side.json`),
    outcome: measured(contest.outcome, `contests/${contest.id}/outcome.json`),
  }));
  return closed({ manifest: { ...manifest, contests }, files });
};

/** What somebody does to a download, and the check that finds it. */
interface Tampering {
  readonly what: string;
  readonly check: ConsultationCheck;
  readonly make: (download: OpenDownload, whole: Buffer) => Promise<Buffer> | Buffer;
}

const contestIn = ({ manifest }: OpenDownload, territory: string): ManifestContest => {
  const found = manifest.contests.find((contest) => contest.territory === territory);
  invariant(found !== undefined, `the download has a contest in ${territory}`);
  return found;
};

const withContest = (
  download: OpenDownload,
  territory: string,
  change: (contest: ManifestContest) => ManifestContest,
): Promise<Buffer> => {
  const { id } = contestIn(download, territory);
  const contests = download.manifest.contests.map((contest) => (contest.id === id ? change(contest) : contest));
  return hashedAnew({ ...download, manifest: { ...download.manifest, contests } });
};

const withRule = (download: OpenDownload, territory: string, rule: string): OpenDownload => {
  const { id } = contestIn(download, territory);
  const contests = download.manifest.contests.map((contest) => (contest.id === id ? { ...contest, rule } : contest));
  return { ...download, manifest: { ...download.manifest, contests } };
};

function withFile(
  download: OpenDownload,
  [territory, name]: readonly [string, string],
  change: (text: string) => string,
): Promise<Buffer> {
  const path = `contests/${contestIn(download, territory).id}/${name}`;
  const before = download.files.get(path)?.toString() ?? '';
  const after = change(before);
  invariant(after !== before, `${path} is changed`);
  return hashedAnew({ ...download, files: new Map(download.files).set(path, Buffer.from(after)) });
}

/** The paper on which money is divided, and the one on which a place is chosen. */
const [works, market] = ['PS-EN', 'PS'];

export const tamperings: readonly Tampering[] = [
  {
    what: 'a byte of a sealed ballot is another',
    check: 'files.hashes',
    make: (_, whole) => {
      const bytes = Buffer.from(whole);
      const at = bytes.indexOf('"credential":"') + 20;
      bytes[at] = bytes[at] === 0x61 ? 0x62 : 0x61;
      // The container itself holds: its sums are those of the changed bytes.
      return openDownload(bytes).then(closed);
    },
  },
  {
    what: 'the winners are others',
    check: 'count.outcome',
    make: (download) =>
      withFile(download, [market, 'outcome.json'], (text) =>
        text.replace(/"winners":\[(\d)\]/u, (_, won: string) => `"winners":[${won === '1' ? 2 : 1}]`),
      ),
  },
  {
    what: 'the votes are others',
    check: 'count.outcome',
    make: (download) =>
      withFile(download, [works, 'outcome.json'], (text) => text.replace(/"votes":(\d+)/u, '"votes":1$1')),
  },
  {
    what: 'each rule is another than the one frozen before the vote',
    check: 'election.identity',
    make: (download) => {
      const rule = contestIn(download, works).rule;
      const exchanged = withRule(download, market, rule);
      return withContest(exchanged, works, (contest) => ({ ...contest, rule: contestIn(download, market).rule }));
    },
  },
  {
    what: 'an option costs less than it did',
    check: 'count.outcome',
    make: (download) =>
      withContest(download, works, (contest) => ({
        ...contest,
        options: contest.options.map((option) => (option.number === 6 ? { ...option, cost: '100' } : option)),
      })),
  },
  {
    what: 'an option is said to have been withdrawn',
    check: 'count.outcome',
    make: (download) =>
      withContest(download, works, (contest) => ({
        ...contest,
        options: contest.options.map((option) => (option.number === 2 ? { ...option, withdrawn: true } : option)),
      })),
  },
  {
    what: 'two options have changed their names',
    check: 'election.paper',
    make: (download) =>
      withContest(download, market, (contest) => {
        const titles = contest.options.map(({ title }) => title);
        const swapped = [titles[1] ?? '', titles[0] ?? '', ...titles.slice(2)];
        return { ...contest, options: contest.options.map((option, i) => ({ ...option, title: swapped[i] ?? '' })) };
      }),
  },
  {
    what: 'the proofs of decryption are left out',
    check: 'election.archive',
    make: (download) => {
      const { id } = contestIn(download, works);
      const files = new Map(download.files);
      files.delete(`contests/${id}/side.json`);
      return withContest({ ...download, files }, works, (contest) => ({ ...contest, side: null }));
    },
  },
  {
    what: 'the archives of two contests are exchanged',
    check: 'election.identity',
    make: (download) => {
      const [one, other] = [contestIn(download, works).id, contestIn(download, market).id];
      const files = new Map(download.files);
      for (const name of ['archive.bel', 'side.json']) {
        const [here, there] = [`contests/${one}/${name}`, `contests/${other}/${name}`];
        const [a, b] = [download.files.get(here), download.files.get(there)];
        invariant(a !== undefined && b !== undefined, 'both contests were opened');
        files.set(here, b).set(there, a);
      }
      return hashedAnew({ ...download, files });
    },
  },
  {
    what: 'a contest is taken out of the container',
    check: 'container.entries',
    make: (download) => {
      const { id } = contestIn(download, market);
      return closed({ ...download, files: new Map([...download.files].filter(([path]) => !path.includes(id))) });
    },
  },
  {
    what: 'something is slipped in that nothing names',
    check: 'container.entries',
    make: (download) =>
      closed({ ...download, files: new Map(download.files).set('leame.txt', Buffer.from('El resultado es otro.')) }),
  },
  {
    what: 'something stands behind the end of the container',
    check: 'container.form',
    make: (_, whole) => Buffer.concat([whole, Buffer.from('x')]),
  },
];
