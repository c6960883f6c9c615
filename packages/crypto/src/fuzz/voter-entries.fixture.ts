import { invariant } from '@convite/kernel';
import { keyWords, readKeyWords } from '../backup/key-words.ts';
import { type WordLanguage, wordLanguages, wordLists } from '../backup/word-lists.ts';
import { declaredPolicy } from '../strict/policy.ts';
import { entriesOf, readCredentialList, writeCredentialList } from '../v1/credentials/credential-list.ts';
import { newPrivateCredential, readPrivateCredential } from '../v1/credentials/private-credential.ts';
import { answersOf, layoutExtra, readLayout } from '../v1/layout/layout-extra.ts';
import { packChoices, unpackInts } from '../v1/layout/pack-choices.ts';
import type { PackedLayout } from '../v1/layout/packed-layout.ts';
import { newCeremonySeed, readCeremonySeed } from '../v1/trustees/ceremony-seed.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { jsonMutator, type Mutate, textMutator } from './mutations.fixture.ts';
import { published, random } from './wire-samples.fixture.ts';

const group = testSuite.group('Ed25519');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const [first, second] = [3n, 5n].map((secret) => group.power(group.g, secret));
invariant(first !== undefined && second !== undefined, 'both are made');
const lists = [
  published.credentials,
  writeCredentialList(group, [{ credential: first, weight: 12n }]),
  writeCredentialList(group, [
    { credential: first, weight: 1n },
    { credential: second, weight: 2n ** 64n - 1n },
  ]),
  '[]',
];

/** The entries of a list, written again with the weights that were read; undefined where there is a complaint. */
function rewrittenList(text: string): string | undefined {
  const bytes = bytesOf(text);
  let isSound = true;
  const log = { made: () => undefined, failed: () => void (isSound = false) };
  const list = readCredentialList(group, bytes, { mixed: false }, log);
  if (!isSound || list === undefined) return undefined;
  const entries = [...entriesOf(bytes)].map((entry) => {
    const [credential = '', weight] = (entry.text ?? '').split(',');
    const index = list.indexOf(credential);
    invariant(index !== undefined, 'what was read is in the list');
    return `"${credential}${weight === undefined ? '' : `,${list.weightAt(index)}`}"`;
  });
  invariant(entries.length === list.size, 'the list has every entry');
  return `[${entries.join(',')}]`;
}

const layouts: Readonly<Record<string, PackedLayout>> = {
  approvals: { kind: 'approvals', options: 13 },
  ranking: { kind: 'ranking', options: 9, ranks: 4 },
  'points by halves': { kind: 'points', options: 5, most: 15 },
  'points by bytes': { kind: 'points', options: 3, most: 200 },
};
const packed = ['\u0000\u0000', '\u00ff\u001f', '\u0003\u0001\u0000\u0000', '\u00f1\u001f\u0005', '\u00c8\u0000\u0001'];

const layoutTexts = [
  layoutExtra.write({ layout: { kind: 'approvals', options: 2 }, options: ['Pozo', 'Techo'] }),
  layoutExtra.write({ layout: { kind: 'ranking', options: 2, ranks: 1 }, options: ['Pozo', 'Techo'] }),
  layoutExtra.write({ layout: { kind: 'points', options: 2, most: 15 }, options: ['Pozo', 'Techo'] }),
];

/** Words of a row exchanged, left out, doubled, replaced; one in sixteen mistyped, for that is looked up long. */
function wordsMutator(language: WordLanguage, samples: readonly string[]): Mutate {
  const mistyped = textMutator(samples);
  return (dice) => {
    if (dice.below(16) === 0) return mistyped(dice);
    const words = dice.pick(samples).split(' ');
    const at = dice.below(words.length);
    const other = [dice.pick(wordLists[language]), dice.pick(words), (words[at] ?? '').toUpperCase()];
    const put = dice.pick([[], [], [words[at] ?? ''], other.slice(0, 1), other.slice(1, 2), other.slice(2), other]);
    words.splice(at, dice.below(8) === 0 ? 0 : 1, ...put);
    return words.join(dice.pick([' ', ' ', '\n', ', ', '1.']));
  };
}

/** The layout of a question whose `extra` is this text; undefined where it is none of ours, or cannot be used. */
function rewrittenLayout(text: string): string | undefined {
  let extra: unknown;
  try {
    extra = JSON.parse(text);
  } catch {
    return undefined;
  }
  const named = layoutExtra.read(extra);
  const isSmall = 'layout' in named && (named.layout.kind !== 'ranking' || named.layout.ranks < 20);
  const read = readLayout({ value: { answers: isSmall ? answersOf(named) : ['Pozo + Techo'] }, extra }, group);
  return read.ok && read.value !== undefined ? layoutExtra.write(read.value) : undefined;
}

export const voterEntries: readonly Fuzzed[] = [
  {
    name: 'v1/credentials/credential-list.ts#readCredentialList',
    mutate: textMutator(lists, 'bytes'),
    rewrite: rewrittenList,
    law: 'same',
  },
  {
    name: 'v1/credentials/credential-list.ts#entriesOf',
    mutate: textMutator(lists, 'bytes'),
    rewrite: (text) => {
      const texts = [...entriesOf(bytesOf(text))].map((entry) => entry.text);
      return texts.includes(undefined) ? undefined : `[${texts.map((entry) => `"${entry}"`).join(',')}]`;
    },
    law: 'same',
  },
  {
    name: 'v1/credentials/private-credential.ts#readPrivateCredential',
    mutate: textMutator([newPrivateCredential('checked', random).text, newPrivateCredential('long', random).text]),
    rewrite: (text) => {
      const read = readPrivateCredential(text);
      return read.ok ? read.value.text : undefined;
    },
    law: 'settled',
  },
  {
    name: 'v1/trustees/ceremony-seed.ts#readCeremonySeed',
    mutate: textMutator([newCeremonySeed(random), newCeremonySeed(random)]),
    rewrite: readCeremonySeed,
    law: 'same',
  },
  ...wordLanguages.map((language): Fuzzed => {
    const lines = (secret: bigint): string =>
      keyWords(secret, group.q, language)
        .map((row) => row.join(' '))
        .join('\n');
    return {
      name: `backup/key-words.ts#readKeyWords: ${language}`,
      mutate: wordsMutator(language, [lines(0n), lines(group.q - 1n), lines(group.q / 3n)]),
      rewrite: (text) => {
        const read = readKeyWords(text, group.q, language);
        return read.ok ? lines(read.value) : undefined;
      },
      law: 'settled',
    };
  }),
  {
    name: 'strict/policy.ts#declaredPolicy',
    mutate: textMutator(['Farolas [convite policy=1]', `[convite policy=1 rules=${'ab'.repeat(32)}]`]),
    rewrite: (text) => {
      const policy = declaredPolicy(text);
      if (policy === undefined) return undefined;
      const rules = policy.rules === undefined ? '' : ` rules=${policy.rules}`;
      return `${text.slice(0, text.lastIndexOf('[convite '))}[convite policy=${policy.version}${rules}]`;
    },
    law: 'same',
  },
  {
    name: 'v1/layout/layout-extra.ts#readLayout',
    mutate: jsonMutator(layoutTexts),
    rewrite: rewrittenLayout,
    law: 'settled',
  },
  ...Object.entries(layouts).map(([name, layout]): Fuzzed => ({
    name: `v1/layout/pack-choices.ts#unpackInts: ${name}`,
    mutate: textMutator(packed, 'bytes'),
    rewrite: (text) => {
      const ints = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
      const choices = unpackInts(layout, ints);
      if (!choices.ok) return undefined;
      const again = packChoices(layout, choices.value);
      return again.ok ? String.fromCharCode(...again.value) : '';
    },
    law: 'same',
  })),
];
