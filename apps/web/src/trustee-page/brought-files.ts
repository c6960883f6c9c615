import { readZip } from '@convite/archive';
import { type Codec, Misread, readText, type Suite, utf8Text } from '@convite/crypto';
import {
  ceremonySecretFile,
  type CeremonySecretFile,
  certificateFile,
  type CertificateFile,
  dealFile,
  type DealFile,
  type HandedIn,
  type OwnKey,
  readOwnKey,
  readTrusteeList,
  type TrusteeList,
} from '@convite/trustee';
import { fileSource } from '../offline-page/file-source.ts';

/** What a file may be that a person chose; what it holds says so, not its name. */
export interface BroughtFiles {
  readonly secrets: readonly CeremonySecretFile[];
  readonly certificates: readonly HandedIn<CertificateFile>[];
  readonly deals: readonly HandedIn<DealFile>[];
  readonly keys: readonly { readonly own: OwnKey; readonly text: string }[];
  readonly lists: readonly TrusteeList[];
  /** Names of files that are nothing of it, or damaged. */
  readonly unknown: readonly string[];
  readonly damagedKeys: readonly string[];
}

/** More than any of these files has. */
const mostBytes = 2 ** 26;

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The texts of chosen files; of a container of the site those of its entries. */
async function textsOf(files: readonly File[]): Promise<readonly NamedText[]> {
  const texts: NamedText[] = [];
  for (const file of files) {
    if (file.size > mostBytes) {
      texts.push({ name: file.name, text: '' });
      continue;
    }
    const source = fileSource(file);
    const container = await readZip(source);
    if (container.ok) {
      for (const { path, source: entry } of container.value) {
        texts.push({ name: path, text: utf8Text(await entry.read(0, entry.size)) ?? '' });
      }
    } else texts.push({ name: file.name, text: utf8Text(await source.read(0, file.size)) ?? '' });
  }
  return texts;
}

/** Reads chosen files, whatever they are. */
export async function readBrought(suite: Suite, files: readonly File[]): Promise<BroughtFiles> {
  const secrets: CeremonySecretFile[] = [];
  const certificates: HandedIn<CertificateFile>[] = [];
  const deals: HandedIn<DealFile>[] = [];
  const keys: { readonly own: OwnKey; readonly text: string }[] = [];
  const lists: TrusteeList[] = [];
  const unknown: string[] = [];
  const damagedKeys: string[] = [];
  const seen = new Set<string>();
  for (const { name: path, text } of await textsOf(files)) {
    // The same file chosen twice, by itself and in a container, is one.
    if (seen.has(text)) continue;
    seen.add(text);
    const read = <T>(form: Codec<T>, take: (file: T) => void): boolean => {
      const file = readText(form, text);
      if (file instanceof Misread) return false;
      take(file);
      return true;
    };
    if (text.startsWith('[')) {
      const list = readTrusteeList(suite, text);
      if (list.ok) lists.push(list.value);
      else unknown.push(path);
      continue;
    }
    const own = text.startsWith('{"convite_key"') ? readOwnKey(suite, text) : undefined;
    if (own !== undefined) {
      if (own.ok) keys.push({ own: own.value, text });
      else damagedKeys.push(path);
      continue;
    }
    // The third files of a ceremony come along in what the site hands out, and nobody needs them here.
    const isKnown =
      read(ceremonySecretFile, (file) => secrets.push(file)) ||
      read(certificateFile, (file) => certificates.push({ path, file })) ||
      read(dealFile, (file) => deals.push({ path, file })) ||
      /^\{"convite_ceremony":1,.*"step":"key"/u.test(text);
    if (!isKnown) unknown.push(path);
  }
  return { secrets, certificates, deals, keys, lists, unknown, damagedKeys };
}
