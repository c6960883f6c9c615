import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** From the end of a vote to opened contests: source texts. */
export const tally = (f: Format) => {
  const n = (count: number): string => f.count(count);
  const papers = (count: number): string =>
    plural(count, { one: `${n(count)} papeleta`, many: `${n(count)} de papeletas`, other: `${n(count)} papeletas` });
  const each = (count: number, one: string, other: string): string =>
    `${n(count)} ${plural(count, { one, many: `de ${other}`, other })}`;
  return {
    title: 'Abrir los resultados',
    notYet: (moment: string) => `La votación todavía no terminó. Se cierra sola el ${moment}.`,
    someRefused: (count: number) =>
      plural(count, {
        one: 'El tablero de una papeleta no pasa una comprobación.',
        many: `Los tableros de ${papers(count)} no pasan una comprobación.`,
        other: `Los tableros de ${papers(count)} no pasan una comprobación.`,
      }),
    somePrepared: (count: number) => `El servidor suma los votos cifrados de ${papers(count)}.`,
    someWait: (count: number) =>
      plural(count, {
        one: 'Una papeleta espera a los custodios.',
        many: `${papers(count)} esperan a los custodios.`,
        other: `${papers(count)} esperan a los custodios.`,
      }),
    allOpened: (count: number) =>
      count === 0 ? 'No hay nada que abrir.' : `Todo lo que se abre está abierto: ${papers(count)}.`,
    now: 'Qué falta ahora',
    awaited: (names: string, needed: number, all: number) =>
      needed < all
        ? `Pueden hacerlo ahora: ${names}. Bastan ${n(needed)} de los ${n(all)} custodios.`
        : `Se espera a: ${names}.`,
    refusedSay:
      'Lo que no pasa una comprobación se mira antes que nada: el tablero no es el que la gente vio. Las demás papeletas siguen su camino.',
    again: 'Revisar otra vez',
    notATrustee: 'Esta cuenta no tiene lugar entre los custodios de esta consulta.',
    nothingForYou: 'Usted ya hizo todo lo que se puede hacer ahora. Si hace falta algo más, aparecerá aquí.',
    forYou: (count: number) => `Hay ${papers(count)} para usted.`,
    download: 'Descargue el archivo de trabajo: todas las urnas cifradas que le esperan.',
    downloadButton: 'Descargar el archivo de trabajo',
    whichTrustee: 'Custodio',
    whichTrusteeHint: 'El número que tiene en la lista de custodios.',
    work: 'Llévelo adonde está su clave: cada urna se comprueba antes de usarla.',
    trusteePage: 'Abrir la página de custodios',
    orCommand: 'o usar la orden:',
    bring: 'Traiga el archivo de respuesta que el programa escribió.',
    bringButton: 'Subir la respuesta',
    file: 'Archivo de respuesta',
    fileHint: 'Termina en .zip. La clave nunca se sube.',
    fileMissing: 'Elija un archivo.',
    fileBroken: 'El archivo no llegó entero. Súbalo otra vez.',
    fileTooLarge: (most: string) => `El archivo pasa de ${most}.`,
    nothingToDo: 'Para este custodio no hay nada que hacer ahora.',
    refusals: {
      malformed: (place: string) =>
        `El archivo no tiene la forma de una respuesta${place === '' ? '' : ` (${place})`}. Suba el que escribió el programa.`,
      entry_too_large: 'Lo que el archivo trae para una papeleta es demasiado grande.',
      other_work: 'La respuesta es para otro archivo de trabajo. Descargue el de esta página.',
      other_trustee: (owner: number) => `La respuesta es del custodio ${n(owner)}, y esta cuenta tiene otro lugar.`,
      not_now: 'Ahora no se abren resultados en esta consulta.',
    },
    contests: 'Papeletas',
    contestsSay: 'Primero lo que alguien tiene que mirar.',
    allContests: 'Todas',
    columns: {
      contest: 'Papeleta',
      stage: 'Estado',
      counted: 'Votos que cuentan',
      shuffles: 'Mezclas',
      signed: 'Descifrados',
      trustee: 'Custodio',
      decryptions: 'Descifrados',
      waiting: 'Puede hacer ahora',
    },
    stages: {
      fault: 'No pasa una comprobación',
      preparing: 'Se suma',
      shuffle: 'Espera mezclas',
      decrypt: 'Espera descifrados',
      voting: 'Todavía se vota',
      opened: 'Abierta',
      withheld: 'Sin abrir: muy pocos votos',
      annulled: 'Anulada',
    },
    failure: (check: string, place: string) => `Falla ${check}, en ${place}.`,
    none: '–',
    signed: (done: number, needed: number) => `${n(done)} de ${n(needed)}`,
    trustees: 'Custodios',
    trusteesSay: (needed: number, all: number) =>
      `Abren ${n(needed)} de ${n(all)}. Las mezclas las hacen dos por lo menos.`,
    unnamed: (owner: number) => `Custodio ${n(owner)}`,
    you: 'Usted',
    nothingWaits: 'Nada',
    waits: (count: number) => papers(count),
    answers: 'Respuestas recibidas',
    answersSay: 'Lo que trajeron los custodios, lo último primero.',
    answerOf: (owner: number) => `Respuesta del custodio ${n(owner)}`,
    checking: 'Comprobando',
    checkingSay: 'Se comprueba cada papeleta como lo hará cualquiera, y lo que pasa se publica en su tablero.',
    checked: 'Se comprobó todo. Lo que pasó está publicado en los tableros.',
    progress: (done: number, all: number) => `${n(done)} de ${n(all)}`,
    emptyAnswer: 'Sin papeletas',
    outcomes: {
      taken: (count: number) => each(count, 'recibida', 'recibidas'),
      known: (count: number) => each(count, 'ya estaba', 'ya estaban'),
      stale: (count: number) => `${n(count)} para un tablero anterior`,
      not_needed: (count: number) => each(count, 'ya no hacía falta', 'ya no hacían falta'),
      unknown: (count: number) => each(count, 'desconocida', 'desconocidas'),
      refused: (count: number) => each(count, 'rechazada', 'rechazadas'),
    },
    left: 'Lo que no se recibió',
    leftSay: 'Las demás papeletas siguieron su camino.',
    kinds: { shuffle: 'La mezcla', decryption: 'El descifrado' },
    why: {
      taken: (what: string) => `${what} se recibió.`,
      known: (what: string) => `${what} ya estaba.`,
      not_needed: (what: string) => `${what} ya no hacía falta.`,
      stale: (what: string) =>
        `${what} se hizo para el tablero como estaba antes: otro custodio llegó primero. Descargue el archivo de trabajo otra vez.`,
      unknown: (what: string) => `${what} es de una papeleta que esta consulta no tiene.`,
      refused: (what: string) => `${what} no pasa las comprobaciones.`,
    },
    back: 'Volver a la apertura de los resultados',
  };
};

export type TallyMessages = ReturnType<typeof tally>;
