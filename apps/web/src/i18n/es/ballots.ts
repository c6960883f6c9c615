import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Casting, the public board, and finding one's own ballot: source texts. */
export const ballots = (f: Format) => {
  const votes = (n: number): string =>
    plural(n, { one: `${f.count(n)} voto`, many: `${f.count(n)} de votos`, other: `${f.count(n)} votos` });
  return {
    problems: {
      wrong_type: 'El voto se envía como application/json.',
      too_large: 'El voto es demasiado grande: el límite es 1 MB.',
      too_slow: 'El voto tardó demasiado en llegar. Envíelo otra vez.',
      broken_off: 'El envío se cortó antes de terminar. Envíelo otra vez.',
      not_utf8: 'El voto no es un texto en UTF-8.',
      too_deep: 'El voto tiene más de 32 niveles de JSON.',
      not_found: 'No hay una papeleta en esta dirección.',
      not_open: 'Esta votación todavía no está abierta.',
      closed: 'Esta votación está cerrada. El voto no entró.',
      unknown_credential: 'El código con que se selló el voto no es de esta papeleta.',
      void_credential: 'El código con que se selló el voto fue anulado y reemplazado.',
      admission_needed: 'Falta la admisión de un solo uso que se recibe con el código del correo.',
      admission_used: 'Esa admisión ya se usó con otra carta.',
      bad_address: 'Escriba una dirección de correo.',
      wrong_code: 'El código no es válido, o ya pasó su tiempo. Pida otro.',
      expired_code: 'El código era ese, pero ya pasaron sus 15 minutos. Pida otro.',
      too_many_tries: 'El código era ese, pero antes se escribió mal tres veces y ya no vale. Pida otro.',
      too_many_questions: 'Desde esta red se pregunta demasiado. Pruebe dentro de diez minutos.',
      mailer_away: 'El correo de esta instalación no responde. No se envió ningún código.',
      too_many_ballots: 'Con este código ya se votó demasiadas veces. Cuenta el último voto que entró.',
      invalid_ballot: 'Las pruebas del voto no se cumplen. No se guardó nada.',
      waiting: 'Llegan muchos votos a la vez. El suyo todavía no entró: envíelo otra vez después del tiempo indicado.',
      board_stopped:
        'El tablero está detenido: lo que hay en la base de datos no es lo que se había firmado. No se da ningún comprobante.',
      unavailable: 'No se pudo guardar ahora. Envíelo otra vez: nada cuenta dos veces.',
    },

    codeMail: {
      subject: 'Su código para votar',
      says: (code: string) => `Su código es ${code}. Vale 15 minutos y una sola vez.`,
      notYou: 'Si usted no pidió este código, no haga nada.',
    },

    boardTitle: 'La urna pública',
    boardOf: (place: string, paper: string) => `La urna pública: ${place}, ${paper}`,
    boardLead: (n: number) =>
      `${n === 0 ? 'Todavía no hay votos en esta urna' : `Hay ${votes(n)} en esta urna`}. Están sellados: nadie ve qué eligieron.`,
    boardMore: 'Cuántos votos hay se sabe en cada momento. Cuántos tiene cada opción, solo al final.',
    downloadsTitle: 'Descargar',
    downloadsSay: [
      'El archivo tiene todo lo que hace falta para comprobar la votación.',
      'Solo crece: lo que usted guarda hoy sigue dentro mañana.',
    ],
    archive: 'Archivo de la votación',
    head: 'Estado firmado de la urna',
    key: 'Clave con que se firma',
    list: 'Lista de todos los códigos',
    electionData: 'Datos de la votación',
    checkTitle: 'Comprobarlo',
    checkSay: ['Con el programa de Convite, en su propia computadora y sin conexión.'],
    findTitle: 'Buscar su código',
    findSay: [
      'Busque en la lista el código de su comprobante.',
      'Nadie sabe cuál mira usted: en cada página hay muchos.',
      'Si falta, avise a la comisión y muestre el comprobante.',
    ],
    findPageTitle: 'Buscar mi voto',
    findPageLead: 'Elija la papeleta en que votó. Después busque en la lista el código de su comprobante.',
    boardsTitle: 'Papeletas',
    noBoards: 'En esta consulta todavía no hay una urna abierta.',
    noBoardFound: (words: string) =>
      `Ninguna urna abierta es de un territorio con “${words}” en el nombre, ni con un código que empiece así.`,
    moreBoards: (n: number) => `Se muestran las primeras ${f.count(n)}. Escriba el nombre de su territorio.`,
    territory: 'Nombre o código del territorio',
    searchBoards: 'Buscar',
    startsWith: 'Su código empieza con',
    groupSays: 'Toque el comienzo de su código. La página que se abre tiene todos los que empiezan así.',
    allOn: 'Ver los códigos',
    codesTitle: (prefix: string) => (prefix === '' ? 'Todos los códigos' : `Códigos que empiezan con ${prefix}`),
    codesLead: (n: number) =>
      n === 0 ? 'Ningún código empieza así.' : `${votes(n)}. Use la búsqueda del navegador si la lista es larga.`,
    codeColumn: 'Código',
    numberColumn: 'Número en la urna',
    counts: 'Cuenta',
    replaced: 'Reemplazado por otro voto de la misma carta',
    emptyUrn: 'La urna está vacía.',
    backToBoard: 'Volver a la urna',
  };
};
export type BallotsMessages = ReturnType<typeof ballots>;
