import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { BoardWords, Lines } from './task-words.ts';

const { count: n } = figuresOf('en');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

const steps = {
  close: (archive: string, hasMixed: boolean): Lines => [
    { type: 'answer', text: 'The vote is closed, and the encrypted tally is published.' },
    hasMixed ? 'Now the trustees shuffle, one after the other:' : 'Now the trustees decrypt:',
    run(`trustee ${hasMixed ? 'shuffle' : 'decrypt'} --archive ${shellWord(archive)} --key NAME.key.json`),
    ...(hasMixed
      ? ['After the last shuffle:', run(`board end-shuffles ${shellWord(archive)}`)]
      : ['When enough have:', run(`board result ${shellWord(archive)}`)]),
  ],
  end_shuffles: (archive: string): Lines => [
    { type: 'answer', text: 'The shuffles have ended.' },
    'Now the trustees decrypt:',
    run(`trustee decrypt --archive ${shellWord(archive)} --key NAME.key.json`),
    'When enough have:',
    run(`board result ${shellWord(archive)}`),
  ],
  result: (archive: string): Lines => [
    { type: 'answer', text: 'The result is published: the election is complete.' },
    run(`inspect ${shellWord(archive)}`),
  ],
} as const;

const checkIt = (archive: string, isStrict: boolean, side: string | undefined): Lines => [
  'Anybody checks it with:',
  run(
    `verify ${shellWord(archive)}${isStrict ? ' --strict' : ''}${side === undefined ? '' : ` --side ${shellWord(side)}`}`,
  ),
];

/** What `convite board` says, in English. */
export const englishBoard: BoardWords = {
  electionMade: ({ out, uuid, fingerprint, shown }) => [
    { type: 'answer', text: 'The election is written.' },
    `  ${out}   for the registrar, and then for everybody`,
    `  identifier    ${uuid}`,
    `  fingerprint   ${shown}`,
    `                ${fingerprint}`,
    'Whoever changes a letter of it changes the fingerprint. Next, the registrar:',
    run(`registrar credentials --roll ROLL.csv --election ${shellWord(out)} --out credentials`),
  ],
  opened: ({ out, name }) => [
    { type: 'answer', text: `The board is open: ${name}` },
    `  ${out}   for everybody`,
    'Ballots are added with:',
    run(`board add ${shellWord(out)} BALLOT.json`),
    'And when the vote ends:',
    run(`board close ${shellWord(out)}`),
  ],
  settled: (side) => `${side} was not yet in its place when the work on the archive was interrupted; now it is.`,
  added: ({ archive, files, side }) => [
    {
      type: 'answer',
      text: `Added: ${files.length === 1 ? '1 file' : `${n(files.length)} files`}. Every check holds.`,
    },
    `  ${archive}`,
    ...(side === undefined ? [] : [`  ${side}   goes with it`]),
  ],
  stepped: ({ step, archive, hasMixed, isStrict }) => [
    ...steps[step](archive, hasMixed),
    ...checkIt(
      archive,
      isStrict,
      step === 'result' && isStrict ? `${archive.replace(/\.bel$/u, '')}.side.json` : undefined,
    ),
  ],
};
