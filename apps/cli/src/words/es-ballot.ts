import type { PackedLayout } from '@convite/crypto';
import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { BallotWords } from './task-words.ts';

const { count: n } = figuresOf('es');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

const layoutQuestion = (layout: PackedLayout): string => {
  switch (layout.kind) {
    case 'approvals':
      return 'Los números de todo lo que aprueba, con espacios; una línea vacía si nada:';
    case 'ranking':
      return `Los números en su orden, primero el mejor, a lo sumo ${n(layout.ranks)}, con espacios:`;
    case 'points':
      return `Puntos para cada uno por turno, de 0 a ${n(layout.most)}, con espacios:`;
  }
};

/** What `convite ballot` says, in Spanish. */
export const spanishBallot: BallotWords = {
  askCredential: 'Su código: ',
  askTotals: (min, max, hasBlank) =>
    `${min === max ? n(min) : `De ${n(min)} a ${n(max)}`} de estos números, con espacios${hasBlank ? '; 0 para votar en blanco' : ''}:`,
  askNumbers: (count) => `${n(count)} números de 0 a 255, con espacios:`,
  askLayout: layoutQuestion,
  askAgain: 'Eso no responde a esta pregunta. Otra vez:',
  sealed: ({ out, tracker, shown }) => [
    { type: 'answer', text: 'Su boleta está sellada. Cuenta cuando está en la cartelera: entréguela.' },
    `  ${out}`,
    '',
    'Su código de seguimiento, con el que la encuentra allí; no dice nada de lo que eligió:',
    `  ${shown}`,
    `  ${tracker}`,
    'Después de entregarla, compruébelo:',
    run(`ballot check --archive ARCHIVO.bel --tracker ${shellWord(shown)}`),
  ],
  tracker: ({ tracker, shown, election }) => [
    { type: 'answer', text: shown },
    `  ${tracker}`,
    `  boleta de la elección ${election}`,
  ],
  found: ({ tracker, shown, position, ballots, height, head, laterTracker, isOpen }) => [
    laterTracker === undefined
      ? { type: 'answer', text: isOpen ? 'ESTÁ, y por ahora es la que cuenta.' : 'ESTÁ, y es la que cuenta.' }
      : { type: 'refusal', text: 'ESTÁ, pero la reemplaza una boleta posterior del mismo código.' },
    `  ${shown}`,
    `  ${tracker}`,
    `  boleta ${n(position)} de ${n(ballots)}, evento ${n(height)}`,
    `  último evento del archivo: ${head}`,
    ...(laterTracker === undefined
      ? []
      : [
          'La que cuenta:',
          `  ${laterTracker}`,
          'Si usted no votó de nuevo, avise a quienes llevan la votación: alguien tiene su código.',
        ]),
  ],
};
