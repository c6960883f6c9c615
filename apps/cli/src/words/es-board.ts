import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { BoardWords, Lines } from './task-words.ts';

const { count: n } = figuresOf('es');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

const steps = {
  close: (archive: string, hasMixed: boolean): Lines => [
    { type: 'answer', text: 'La votación está cerrada, y el escrutinio cifrado, publicado.' },
    hasMixed ? 'Ahora mezclan los custodios, uno después de otro:' : 'Ahora descifran los custodios:',
    run(`trustee ${hasMixed ? 'shuffle' : 'decrypt'} --archive ${shellWord(archive)} --key NOMBRE.key.json`),
    ...(hasMixed
      ? ['Después de la última mezcla:', run(`board end-shuffles ${shellWord(archive)}`)]
      : ['Cuando basten:', run(`board result ${shellWord(archive)}`)]),
  ],
  end_shuffles: (archive: string): Lines => [
    { type: 'answer', text: 'Las mezclas terminaron.' },
    'Ahora descifran los custodios:',
    run(`trustee decrypt --archive ${shellWord(archive)} --key NOMBRE.key.json`),
    'Cuando basten:',
    run(`board result ${shellWord(archive)}`),
  ],
  result: (archive: string): Lines => [
    { type: 'answer', text: 'El resultado está publicado: la elección está completa.' },
    run(`inspect ${shellWord(archive)}`),
  ],
} as const;

const checkIt = (archive: string, isStrict: boolean, side: string | undefined): Lines => [
  'Cualquiera lo comprueba con:',
  run(
    `verify ${shellWord(archive)}${isStrict ? ' --strict' : ''}${side === undefined ? '' : ` --side ${shellWord(side)}`}`,
  ),
];

/** What `convite board` says, in Spanish. */
export const spanishBoard: BoardWords = {
  electionMade: ({ out, uuid, fingerprint, shown }) => [
    { type: 'answer', text: 'La elección está escrita.' },
    `  ${out}   para el registro, y después para todo el mundo`,
    `  identificador   ${uuid}`,
    `  huella          ${shown}`,
    `                  ${fingerprint}`,
    'Quien le cambia una letra le cambia la huella. Sigue el registro:',
    run(`registrar credentials --roll PADRON.csv --election ${shellWord(out)} --out credentials`),
  ],
  opened: ({ out, name }) => [
    { type: 'answer', text: `La cartelera está abierta: ${name}` },
    `  ${out}   para todo el mundo`,
    'Las boletas se añaden con:',
    run(`board add ${shellWord(out)} BOLETA.json`),
    'Y cuando termine la votación:',
    run(`board close ${shellWord(out)}`),
  ],
  settled: (side) =>
    `${side} aún no estaba en su lugar cuando se interrumpió el trabajo con el archivo; ahora lo está.`,
  added: ({ archive, files, side }) => [
    {
      type: 'answer',
      text: `Añadido: ${files.length === 1 ? '1 archivo' : `${n(files.length)} archivos`}. Todas las comprobaciones pasan.`,
    },
    `  ${archive}`,
    ...(side === undefined ? [] : [`  ${side}   va con él`]),
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
