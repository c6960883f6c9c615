import { shellWord } from '../output/shell-word.ts';
import { inGroups } from '../tasks/groups-of-signs.ts';
import { figuresOf } from './figures.ts';
import type { Lines, TrusteeWords } from './task-words.ts';
import { englishArchive } from './en-verify.ts';

const { count: n } = figuresOf('en');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

/** A hash in two lines of eight groups, to be read aloud. */
const spoken = (hash: string): Lines => [`  ${inGroups(hash.slice(0, 32))}`, `  ${inGroups(hash.slice(32))}`];

const aloud = 'Read this aloud together: it must be the same for everybody. Write it into the minutes.';

const kinds = { single: 'a key by itself', member: 'a share of a common key' } as const;

/** What `convite trustee` says, in English. */
export const englishTrustee: TrusteeWords = {
  keyMade: ({ own, published, fingerprint }) => [
    { type: 'answer', text: 'Your key is made.' },
    `  ${own}   PRIVATE: yours alone`,
    `  ${published}   public: hand it in`,
    '',
    'Without this key nothing can be decrypted, ever. Back it up now:',
    run(`trustee backup --key ${shellWord(own)} --to FOLDER --to FOLDER`),
    '',
    'Your public key begins:',
    `  ${inGroups(fingerprint.slice(0, 16))}`,
  ],
  oddThreshold: (threshold, size) =>
    threshold === 1
      ? 'Careful: with 1 needed, each member alone can open everything.'
      : `Careful: all ${n(size)} are needed. If one key is lost, nothing can be decrypted. Fewer than all is safer.`,
  certified: ({ path, secret, folder, size }) => [
    { type: 'answer', text: 'Step 1 of 3 is done.' },
    `  ${path}   public: for all members`,
    `  ${secret}   PRIVATE: yours alone, needed until step 3`,
    '',
    `When the certificates of all ${n(size)} members lie in ${folder}:`,
    run(`trustee ceremony deal --key ${shellWord(secret)} --folder ${shellWord(folder)}`),
  ],
  dealt: ({ path, folder, key, hash, names }) => [
    { type: 'answer', text: 'Step 2 of 3 is done.' },
    `  ${path}   for all members; each part in it only its receiver can open`,
    '',
    `Certificates of ${names.join(', ')}, all checked. Their hash:`,
    ...spoken(hash),
    aloud,
    '',
    `When the deals of all ${n(names.length)} members lie in ${folder}:`,
    run(`trustee ceremony share --key ${shellWord(key)} --folder ${shellWord(folder)}`),
  ],
  shared: ({ path, key, secret, folder, transcript, names }) => [
    { type: 'answer', text: 'Step 3 of 3 is done. Nobody cheated: every deal was checked.' },
    `  ${key}   PRIVATE: your share of the key`,
    `  ${path}   public: for all members`,
    '',
    'The hash of the whole ceremony:',
    ...spoken(transcript),
    aloud,
    '',
    'Back your key up now, on two media and on paper:',
    run(`trustee backup --key ${shellWord(key)} --to FOLDER --to FOLDER`),
    `When all ${n(names.length)} members are here, anybody makes the list:`,
    run(`trustee assemble --folder ${shellWord(folder)} --out trustees.json`),
    'Then rehearse with the key as it is stored:',
    run(`trustee rehearse --trustees trustees.json --key ${shellWord(key)}`),
    `After that ${secret} is not needed any more: delete it.`,
  ],
  assembled: ({ out, group, members, sha256, transcript }) => [
    {
      type: 'answer',
      text: `The list of trustees is made: ${members.length === 1 ? '1 trustee' : `${n(members.length)} trustees`}, group ${group}.`,
    },
    ...members.map(({ owner, name }) => `  ${owner}. ${name}`),
    `  ${out}   public`,
    'SHA-256 of the list:',
    ...spoken(sha256),
    ...(transcript === undefined ? [] : ['The hash of the ceremony:', ...spoken(transcript)]),
    '',
    'Before the vote opens everybody rehearses with the stored key:',
    run(`trustee rehearse --trustees ${shellWord(out)} --key NAME.key.json`),
  ],
  rehearsed: ({ owner, path, trustees }) => [
    { type: 'answer', text: `It works: as trustee ${owner} you decrypted a test ballot with the key as it is stored.` },
    `  ${path}   public: hand it in`,
    '',
    'Whoever opens the vote sees who has rehearsed with:',
    run(`trustee rehearse --trustees ${shellWord(trustees)} rehearsal-*.json`),
    'Do it again two days before the vote ends.',
  ],
  rehearsals: ({ members, isComplete, canDecrypt }) => [
    isComplete
      ? { type: 'answer', text: 'Everybody has rehearsed. The vote may open.' }
      : { type: 'refusal', text: 'NOT YET: the vote must not open before everybody has rehearsed.' },
    ...members.map(({ owner, name, date }) => `  ${owner}. ${name}: ${date ?? 'not yet'}`),
    canDecrypt
      ? 'Those who rehearsed on one day could read the test ballot together.'
      : 'Those who rehearsed are not enough, on one day, to read the test ballot together.',
  ],
  paper: ({ name, key, rows }) =>
    [
      'PRIVATE: A TRUSTEE’S KEY ON PAPER',
      '',
      `Trustee:      ${name}`,
      `Public key:   ${inGroups(key.slice(0, 16))} …`,
      '',
      'Whoever reads these words has the key. Print this page, delete the file, put the',
      'paper into an envelope, seal and sign it, and lock it away in another place than',
      'the copies.',
      ...rows.flatMap((row, r) => [
        '',
        ...(rows.length === 1 ? [] : [`Row ${r + 1}`]),
        ...columnsOf(row, r * row.length),
      ]),
      '',
      'To get the key back: npm run -s convite -- trustee restore --trustees trustees.json --out NAME.key.json',
      'Then type the words in this order. Capitals and accents do not matter.',
      '',
    ].join('\n'),
  oneMedium:
    'Careful: two of these folders lie on the same medium. If it breaks, both copies are gone. Use two sticks.',
  backedUp: ({ copies, paper, language }) => [
    { type: 'answer', text: `Backed up: ${n(copies.length)} copies, read again and equal to the key.` },
    ...copies.map((path) => `  ${path}   PRIVATE`),
    `  ${paper}   PRIVATE: the key in ${language === 'es' ? 'Spanish' : 'English'} words, to print and then delete`,
    '',
    'Keep the copies and the paper in different places. Try each copy once: take the medium out, put it back, and',
    run(`trustee status --key ${shellWord(copies[0] ?? '')}`),
    'A copy does not know what this key has shuffled and decrypted. Go on with this machine, or take the files NAME.shuffled-… and NAME.decrypted-… along.',
  ],
  typeWords: 'Type the words as they stand on the paper, then an empty line and Ctrl-D:',
  restored: ({ out, name }) => [
    { type: 'answer', text: `The key of ${name} is back: it fits the public key.` },
    `  ${out}   PRIVATE: yours alone`,
    'If this key has decrypted before, put the file NAME.decrypted-… beside it, so that it does not decrypt twice.',
  ],
  status: ({ path, name, kind, group, publicKey, inList, election }) => [
    { type: 'answer', text: `${path} is sound: ${kinds[kind]}, of ${name}.` },
    `  group        ${group}`,
    `  public key   ${inGroups(publicKey.slice(0, 16))} …`,
    ...(inList === undefined
      ? []
      : [
          inList === 'absent'
            ? 'It is in none of the places of that list of trustees.'
            : `It is trustee ${inList} of that list.`,
        ]),
    ...(election === undefined ? [] : electionStatus(path, election)),
  ],
  shuffling: (ciphertexts, duration) =>
    `Shuffling ${ciphertexts === 1 ? '1 sealed ballot' : `${n(ciphertexts)} sealed ballots`}: about ${duration}.`,
  shuffled: ({ path, archive, ciphertexts }) => [
    {
      type: 'answer',
      text: `Shuffled: ${ciphertexts === 1 ? '1 sealed ballot' : `${n(ciphertexts)} sealed ballots`}.`,
    },
    `  ${path}   public: hand it in`,
    'In which order you laid them nobody knows, you neither: it is forgotten.',
    'Whoever keeps the archive adds it:',
    run(`board add ${shellWord(archive)} ${shellWord(path)}`),
  ],
  fewBallots: (ballots, areWhole) =>
    `Careful: only ${ballots === 1 ? '1 ballot counts' : `${n(ballots)} ballots count`}. ${areWhole ? 'Under 50, whole ballots' : 'Under 10, totals'} may show how somebody voted; such a result is not published without a waiver signed beforehand.`,
  decrypting: (ciphertexts, duration) =>
    `Decrypting your part of ${ciphertexts === 1 ? '1 ciphertext' : `${n(ciphertexts)} ciphertexts`}: about ${duration}.`,
  decrypted: ({ path, archive, record, isAgain }) => [
    {
      type: 'answer',
      text: isAgain ? 'The same as before: this is what you decrypted already.' : 'Your part is decrypted.',
    },
    `  ${path}   public: hand it in; it holds the decryption and its strong proof`,
    `  ${record}   keep it beside your key: so it decrypts nothing else of this election`,
    'Whoever keeps the archive adds it:',
    run(`board add ${shellWord(archive)} ${shellWord(path)}`),
  ],
};

/** Words in columns of four, numbered so that none is left out. */
const columnsOf = (words: readonly string[], before: number): readonly string[] =>
  Array.from({ length: Math.ceil(words.length / 4) }, (_, line) =>
    words
      .slice(line * 4, line * 4 + 4)
      .map((word, i) => `${String(before + line * 4 + i + 1).padStart(3)} ${word}`.padEnd(19))
      .join('')
      .trimEnd(),
  );

type Election = NonNullable<Parameters<TrusteeWords['status']>[0]['election']>;

function electionStatus(key: string, { archive, name, state, owner, awaited, record }: Election): Lines {
  const task = (what: string): string => run(`trustee ${what} --archive ${shellWord(archive)} --key ${shellWord(key)}`);
  const next: Readonly<Record<Election['awaited'], Lines>> = {
    none: ['Nothing is left for you to do.'],
    wait: ['Wait: your turn comes after the vote.'],
    shuffle: ['You may shuffle now:', task('shuffle')],
    shuffled: ['You have shuffled. Your next turn comes when all have.'],
    decrypt: ['It is your turn to decrypt:', task('decrypt')],
    decrypted: ['You have decrypted. Nothing is left for you to do.'],
  };
  return [
    '',
    { type: 'title', text: name },
    englishArchive.stands[state],
    ...(owner === undefined
      ? ['This key is none of this election’s.']
      : [`You are its trustee ${owner}.`, ...next[awaited]]),
    ...(record === undefined ? [] : [`What it has decrypted of this election stands in ${record}.`]),
  ];
}
