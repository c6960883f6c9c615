import type { BoardIndex, TrusteesWire } from '@convite/crypto';
import type { InspectedArchive } from '../inspect/inspected-archive.ts';
import type { Words } from '../words/words.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';

/** Who holds the key, how many of them are needed, and what each has done so far. */
export function trusteesSection(
  { trustees, reading: { index } }: InspectedArchive,
  words: Words,
  width: number,
): readonly PageLine[] {
  const { inspect } = words;
  const shuffled = ownersOf(index, 'Shuffle');
  const decrypted = ownersOf(index, 'PartialDecryption');
  let owner = 0;
  const lineOf = (name: string | undefined, indent: string, must?: string): readonly string[] => {
    owner += 1;
    const said = [
      ...(must === undefined ? [] : [must]),
      ...(shuffled.has(owner) ? [inspect.hasShuffled] : []),
      ...(decrypted.has(owner) ? [inspect.hasDecrypted] : []),
    ];
    const who = name === undefined ? inspect.unnamed : printable(name);
    return wrapped(`${owner}. ${who}${said.length === 0 ? '' : `: ${said.join(', ')}`}`, width, indent);
  };
  return [
    ...heading(inspect.headings.trustees),
    ...wrapped(inspect.allMust(countOf(trustees), trustees.length), width),
    ...trustees.flatMap((entry) => {
      if (entry[0] === 'Single') return lineOf(entry[1].name, '  ', inspect.mandatory);
      const { threshold, verification_keys: keys } = entry[1];
      return [
        ...wrapped(`${inspect.threshold(threshold, keys.length)}:`, width, '  '),
        ...keys.flatMap(({ name }) => lineOf(name, '    ')),
      ];
    }),
  ];
}

const countOf = (trustees: TrusteesWire): number =>
  trustees.reduce((sum, entry) => sum + (entry[0] === 'Single' ? 1 : entry[1].verification_keys.length), 0);

/** The trustees that made an event of a type, by their numbers. */
function ownersOf(index: BoardIndex, type: 'Shuffle' | 'PartialDecryption'): ReadonlySet<number> {
  const owners = new Set<number>();
  for (let height = 0; height < index.length; height++) {
    if (index.typeAt(height) !== type) continue;
    const event = index.event(height);
    if ('owner' in event) owners.add(event.owner);
  }
  return owners;
}
