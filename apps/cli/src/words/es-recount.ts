import { figuresOf } from './figures.ts';
import type { RecountWords } from './words.ts';

const { count: n } = figuresOf('es');
const files = (count: number): string => (count === 1 ? '1 archivo' : `${n(count)} archivos`);

/** The recount of many files, in Spanish. */
export const spanishRecount: RecountWords = {
  nothingFound: (path) => `No hay ningún archivo .pb en ${path}.`,
  started: (count, workers) =>
    `Recontando ${files(count)} con ${workers === 1 ? 'un núcleo' : `${n(workers)} núcleos`}.`,
  verdict: {
    reproduced: 'reproducido',
    known: 'difiere, por una razón conocida',
    unknown: 'DIFIERE, sin razón conocida',
    lots_required: 'pide un sorteo, y lo oficial no es nada que el sorteo pueda dar',
    no_rule: 'no declara una regla con la que se pueda contar',
    no_official: 'no trae resultado oficial con que comparar',
    unusable: 'no se puede usar',
    failed: 'el programa falló con él; por favor avise',
  },
  summary: (compared, reproduced) =>
    compared === 0
      ? 'Ningún archivo se pudo comparar con un resultado oficial.'
      : `De ${files(compared)} con regla y resultado oficial, ${reproduced === 1 ? '1 se reproduce' : `${n(reproduced)} se reproducen`}.`,
  headings: {
    byRule: 'Por regla declarada',
    differences: 'Diferencias',
    notCompared: 'No comparados',
    unusable: 'No se pueden usar',
  },
  columns: {
    rule: 'Regla declarada',
    files: 'Archivos',
    reproduced: 'Reproducidos',
    known: 'Conocidos',
    unknown: 'Desconocidos',
    notCompared: 'No comparados',
    unusable: 'Inservibles',
  },
  all: 'Todas',
  noRule: '(ninguna)',
  byLots: (count) =>
    `En ${files(count)} la regla deja un empate al sorteo, y lo oficial es uno de los resultados que el sorteo puede dar.`,
  official: (ours, theirs) => [
    ...(ours.length === 0 ? [] : [`Solo en la cuenta: ${ours.join(', ')}`]),
    ...(theirs.length === 0 ? [] : [`Solo oficial: ${theirs.join(', ')}`]),
  ],
  firstDifference: (round, project, ours) =>
    `Primera diferencia: ${round === null ? 'después de la última ronda' : `ronda ${n(round)}`}, ${project}, ${ours ? 'financiado por la cuenta y no oficialmente' : 'financiado oficialmente y no por la cuenta'}`,
  knownBecause: (reason) => `Por qué: ${reason}`,
  duration: (seconds, workers) => `${seconds} s con ${workers === 1 ? 'un núcleo' : `${n(workers)} núcleos`}.`,
};
