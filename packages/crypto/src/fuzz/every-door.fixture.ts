import { arithmeticEntries } from './arithmetic-entries.fixture.ts';
import { boardEntries } from './board-entries.fixture.ts';
import { doorsOfThePackage } from './doors.fixture.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { trusteeEntries } from './trustee-entries.fixture.ts';
import { voterEntries } from './voter-entries.fixture.ts';
import { samplesWithout, wireEntries } from './wire-entries.fixture.ts';

const { codecs, readers } = await doorsOfThePackage();

/** Everything that is fuzzed, by what it is of. */
export const entries: Readonly<Record<'forms' | 'board' | 'voters' | 'trustees' | 'arithmetic', readonly Fuzzed[]>> = {
  forms: wireEntries(codecs),
  board: boardEntries,
  voters: voterEntries,
  trustees: trusteeEntries,
  arithmetic: arithmeticEntries,
};

/** Functions named like readers that read nothing by themselves, and why. */
const noReaders: Readonly<Record<string, string>> = {
  'board/archive-reader.ts#readPayload': 'bytes at a place, with a hash',
  'board/archive-source.ts#readExactly': 'bytes at a place',
  'board/event-contents.ts#readEventContents': 'what readArchive found, put together',
  'booth/seal-ballot.ts#openBooth': 'opens a booth',
  'primitives/portable-proofs.ts#openOneByOne': 'judges proofs; their texts go through Group.parse',
  'v1/credentials/credential-entries.ts#createEntryReader': 'by entriesOf',
  'v1/credentials/credential-list.ts#createCredentialReader': 'by readCredentialList',
  'v1/shuffle/verify-shuffle.ts#openShuffle': 'judges equations; the text goes through readShuffle',
  'v1/wire/codec.ts#readText': 'by every codec',
  'v1/wire/codec.ts#readAnyLayout': 'by every codec',
  'v1/wire/codec.ts#readCanonical': 'by every codec',
};

const doorOf = ({ name }: Fuzzed): string => name.replace(/: .*$/, '');

/** Doors of the package that nobody fuzzes, and what is fuzzed or excused but is there no more. */
export function openDoors(): { readonly unfuzzed: readonly string[]; readonly gone: readonly string[] } {
  const fuzzed = new Set(Object.values(entries).flat().map(doorOf));
  const known = [...codecs.keys(), ...readers];
  const named = [...fuzzed, ...Object.keys(noReaders)].filter((door) => !door.includes('#Group.'));
  return {
    unfuzzed: known.filter((door) => !fuzzed.has(door) && !Object.hasOwn(noReaders, door)),
    gone: [...named.filter((door) => !known.includes(door)), ...samplesWithout(codecs)],
  };
}
