import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';
import { boothMail } from './booth-mail.ts';

const plural = pluralOf('es');

/** What is chosen on a paper: projects where they cost money, options elsewhere. */
export type Noun = 'projects' | 'options';

const nouns = { projects: ['proyecto', 'proyectos'], options: ['opción', 'opciones'] } as const;
const groupNames = ['primer', 'segundo', 'tercer', 'cuarto', 'quinto'] as const;

/** The booth: source texts. */
export const booth = (f: Format) => {
  const things = (n: number, noun: Noun): string => {
    const [one, many] = nouns[noun];
    return plural(n, { one: `${f.count(n)} ${one}`, many: `${f.count(n)} de ${many}`, other: `${f.count(n)} ${many}` });
  };
  const upTo = (most: number, noun: Noun): string =>
    most === 1 ? (noun === 'projects' ? 'un proyecto' : 'una opción') : `hasta ${things(most, noun)}`;
  return {
    step: (n: number) => `Paso ${n} de 4`,
    back: 'Volver',

    startTitle: 'Vote desde este teléfono',
    startLead: (consultation: string, territory: string) => `${consultation}, ${territory}.`,
    startMost: (most: number, noun: Noun, of: number) =>
      `Puede elegir ${upTo(most, noun)} de ${f.count(of)}.${most === 1 ? '' : ' Elegir menos también vale.'}`,
    factsTitle: 'Antes de empezar',
    facts: { until: 'Hasta cuándo', time: 'Cuánto tarda', need: 'Qué necesita', secret: 'Qué tan secreto es' },
    until: (moment: string) => `Hasta el ${moment}.`,
    time: 'Unos cuatro minutos.',
    need: 'La carta con su código para votar. Nadie más debe usarlo.',
    secret: 'Su teléfono cierra el voto en un sobre antes de enviarlo. Nadie por sí solo puede abrirlo.',
    demo: 'Esta es una votación de muestra. No decide nada.',
    serverKey: 'La única clave de esta votación está en el servidor. Quien lo maneja podría abrir los votos.',
    begin: 'Empezar a votar',
    limitsTitle: 'Lo que no podemos prometer',
    limits: [
      {
        title: 'No vemos quién está a su lado.',
        says: 'Puede votar de nuevo hasta el cierre y solo cuenta el último voto. Eso reduce la presión. No la elimina.',
      },
      {
        title: 'Un teléfono infectado puede engañar.',
        says: 'Puede mostrar una cosa y enviar otra. Mire su código en otro teléfono o vote en una mesa.',
      },
      {
        title: 'El secreto puede no durar siempre.',
        says: 'Los votos cerrados quedan públicos. Una computadora del futuro podría abrirlos.',
      },
      {
        title: 'Se sabe quién votó.',
        says: 'La comisión sabe a quién dio un código y puede llegar a saber que se usó. No sabe qué eligió.',
      },
      {
        title: 'La página puede caerse.',
        says: 'La lista pública muestra si se perdió un voto. No impide la caída: para eso están las mesas.',
      },
    ],
    moreSecrecy: 'Quién tendría que ser honrado para que se cumpla',

    noScriptTitle: 'Este navegador no puede cerrar el sobre',
    noScript: 'Para votar aquí hace falta un navegador con JavaScript. Sin él su voto llegaría abierto al servidor.',
    insecureTitle: 'Esta conexión no es segura',
    insecure:
      'La página no llegó por una dirección que empiece con https. Alguien en el camino pudo cambiarla. Aquí no se puede votar.',
    prepare: 'Preparar mi lista sin votar todavía',

    codeTitle: 'Escriba su código para votar',
    codeHint: 'Está en su carta, en grupos. Con guiones, con espacios o todo junto. Las mayúsculas importan.',
    codeLabel: 'Código para votar',
    codeHide: 'Ocultar lo que escribo',
    codePrivate: 'El código no sale de este teléfono ni se guarda en él.',
    codeGo: 'Seguir',
    scan: 'Leer la carta con la cámara',
    camera: 'Lo que ve la cámara',
    codeHelpTitle: 'No tengo mi carta o no funciona',
    codeHelp:
      'La comisión puede anular esa carta y darle otra, si su código no se ha usado. No dé su código a nadie: tampoco a quien le ayude.',
    codeMissing: 'Escriba el código de su carta.',
    codeGroups: groupNames.map((name) => `Revise el ${name} grupo.`),
    codeMistakable: (sign: string) => `Ningún código lleva “${sign}”, porque se confunde con otra letra.`,
    codeForeign: 'Hay un signo que ningún código lleva.',
    codeGroupLength: 'A un grupo le faltan o le sobran letras.',
    codeLength: (found: string) => `El código tiene 15 o 22 letras y números, según la carta. Usted escribió ${found}.`,
    codeCheck: 'Alguna letra no coincide con las demás. Compare cada grupo con su carta, también las mayúsculas.',
    codeAgain: 'Por seguridad el código no se guarda. Escríbalo otra vez: su selección sigue aquí.',
    cameraRefused: 'La cámara no está disponible. Escriba el código.',
    cameraNothing: 'No encontramos un código en la imagen. Acerque la carta o escriba el código.',

    chooseTitle: (most: number, noun: Noun) => `Elija ${upTo(most, noun)}`,
    chooseHow: (single: boolean): string =>
      single
        ? 'Marque el círculo. Para cambiar, marque otro.'
        : 'Marque lo que quiere. Para cambiar, quite la marca. Elegir menos también vale.',
    numbers: (single: boolean, noun: Noun) =>
      single
        ? `Escriba el número ${noun === 'projects' ? 'de su proyecto' : 'de su opción'}`
        : `Escriba los números de sus ${nouns[noun][1]}`,
    numbersHint: (example: string) => `Por ejemplo: ${example}. Están en la boleta de papel y en la radio.`,
    numbersGo: 'Marcar',
    numbersMarked: (numbers: string) => `Marcado: ${numbers}.`,
    numbersUnknown: (numbers: string) => `En esta boleta no está el ${numbers}.`,
    numbersNone: 'Escriba un número de la lista.',
    search: 'Buscar en la lista',
    searchHint: 'Con o sin acentos.',
    matches: (count: string) => `Coinciden: ${count}`,
    order: (n: number, noun: Noun, isDrawn: boolean) =>
      `${things(n, noun)}, en el mismo orden para todas las personas${isDrawn ? ', sacado en sorteo público' : ''}.`,
    read: 'Leer',
    readElsewhere: 'Aquí están solo los títulos, porque son muchos. Lo demás está en la página de la consulta.',
    readMore: (title: string) => ` más sobre ${title}`,
    withdrawn: (number: number) => `El número ${number} fue retirado. Ya no se puede elegir.`,
    counts: (chosen: number, most: number) => {
      if (chosen > most) return `Eligió ${f.count(chosen)}. Quite ${f.count(chosen - most)} para continuar.`;
      if (chosen === most) return most === 1 ? 'Eligió 1.' : `Eligió ${f.count(chosen)}. Llegó al máximo.`;
      if (chosen === 0) return `No ha elegido. Puede elegir ${f.count(most)}.`;
      return `Eligió ${f.count(chosen)}. Puede elegir ${f.count(most - chosen)} más.`;
    },
    countsBeyond: (chosen: string, over: string) => `Eligió ${chosen}. Quite ${over} para continuar.`,
    review: 'Revisar',
    leftAlone: 'Nadie tocó esta página en media hora. Borramos de este teléfono el código y lo que estaba marcado.',
    restored: 'Recuperamos lo que había marcado en este teléfono.',
    whoSees: 'Nadie por sí solo puede abrir su voto. Sí se publica cuántas personas votaron.',

    whoSeesServer: 'Quien maneja el servidor podría abrir su voto. Se publica cuántas personas votaron.',

    reviewTitle: 'Revise su voto y deposítelo',
    reviewWarn: 'Su voto todavía no está en la urna.',
    chosen: (n: number, most: number, noun: Noun) =>
      n === 0 ? 'No marcó nada' : most === 1 ? 'Eligió' : `Eligió ${f.count(n)} de ${things(most, noun)}`,
    chosenBlank: 'Deja esta boleta en blanco',
    nothingChosen: 'Marque lo que quiere o deje la boleta en blanco.',
    nothingChosenStrict: 'Marque lo que quiere.',
    change: 'Cambiar',
    changeAll: 'Cambiar mi selección',
    happensTitle: 'Qué pasa al depositar',
    happens: {
      seal: 'Este teléfono cierra su voto en un sobre que nadie abre por sí solo.',
      sealServer: 'Este teléfono cierra su voto en un sobre. La única clave está en el servidor.',
      enter: 'El sobre entra en la urna y usted recibe un código.',
      totals: 'Al cierre se suman los votos sin abrir ninguno. Solo se abre la suma.',
      whole: 'Al cierre los sobres se mezclan, para que nadie sepa de quién es cada uno, y se abren juntos.',
    },
    cast: 'Depositar mi voto',
    again: (moment: string) => `Puede votar de nuevo hasta el ${moment}. Solo cuenta el último voto.`,
    blankAsk: 'Prefiero dejar la boleta en blanco',
    blankSays: 'Una boleta en blanco es válida y se cuenta aparte. Sus marcas se borran.',
    blank: 'Dejo esta boleta en blanco',

    sealingTitle: 'Estamos depositando su voto',
    sealing: 'Este teléfono está cerrando el sobre. Tarda unos segundos.',
    sending: 'El sobre está cerrado y va camino a la urna.',
    unsent:
      'No hubo respuesta. Su sobre está cerrado en este teléfono y quizá no llegó. Enviarlo otra vez no cuenta dos veces.',
    waiting: (position: string) =>
      `Llegan muchos votos a la vez. Su sobre está cerrado y espera: su lugar es el ${position}. Esta página lo envía sola.`,
    offline: 'No hay conexión. Su voto todavía no está en la urna. Su selección sigue aquí.',
    sendAgain: 'Intentar de nuevo',
    tryOtherCode: 'Escribir otro código',
    notCast: 'Su voto no está en la urna',
    refusals: {
      code_unreadable: 'No pudimos leer el código. Escríbalo de nuevo.',
      not_allowed: 'Esta selección no se puede depositar. Revise cuántas marcas tiene.',
      election_differs:
        'Los datos de esta votación no son los que anuncia la página. No envíe nada y avise a la comisión.',
      other_tracker: 'La urna respondió con otro código que el de su sobre. Avise a la comisión.',
      worker_failed: 'Este navegador no pudo cerrar el sobre. Pruebe con otro o vote en una mesa.',
      unknown_credential:
        'Ese código no vale para esta boleta. Compare con su carta: quizá es de otra comunidad o de otra votación.',
      void_credential: 'Esa carta fue anulada y reemplazada por otra. Use el código de la carta nueva.',
      not_open: 'Esta votación todavía no está abierta. Su selección sigue aquí.',
      too_many_ballots: 'Con este código ya se votó demasiadas veces. Cuenta el último voto que entró.',
      closed: 'Esta votación ya cerró. Su voto no entró.',
      invalid_ballot: 'La urna no pudo aceptar este sobre. Intente otra vez o vote en una mesa.',
    },
    refusalOther: 'La urna no aceptó el sobre. Intente de nuevo o vote en una mesa.',

    receiptTitle: 'Su voto está en la urna',
    entered: (day: string, from: string, to: string) => `Entró el ${day}, entre las ${from} y las ${to}.`,
    yourCode: 'Su código',
    qr: 'Código QR con la dirección de su voto en la lista pública',
    slip: 'Este papel no dice qué eligió.',
    jobTitle: 'Su tarea: buscar su código',
    job: {
      open: (moment: string) =>
        `Después del ${moment}, abra la lista pública de códigos. Mejor en otro teléfono o en la cartelera de su comunidad.`,
      look: 'Busque',
      missing: 'Si falta, avise a la comisión.',
      until: (moment: string) => `Puede reclamar hasta el ${moment}.`,
    },
    list: 'Lista pública de códigos',
    save: 'Guardar el comprobante',
    print: 'Imprimir',
    fileName: 'comprobante-de-voto.txt',
    file: (tracker: string, code: string, address: string) => [
      'Su voto está en la urna. Este comprobante no dice qué eligió.',
      `Su código: ${code}`,
      `Completo: ${tracker}`,
      `Búsquelo aquí: ${address}`,
      'Si falta, avise a la comisión y lleve este archivo.',
      'La prueba firmada de que entró:',
    ],
    againTitle: '¿Quiere cambiar su voto?',
    voteAgain: 'Votar de nuevo',
    nextTitle: 'Le queda otra boleta',
    nextSays: 'Su código puede servir también para esta. Tendrá otro comprobante.',
    next: (title: string) => `Seguir con: ${title}`,
    finish: 'Terminar y limpiar este teléfono',
    finishSays: 'Borra de este teléfono el código, la selección y el comprobante. Guárdelo antes.',
    finishedTitle: 'Este teléfono quedó limpio',
    finishedSays: 'Ya puede prestarlo o cerrarlo. Si votó, su voto sigue en la urna.',
    finishedHistory: 'La dirección de esta página puede quedar en el historial del navegador. No dice nada de su voto.',
    toConsultation: 'Ir a la consulta',

    beforeTitle: 'La votación todavía no está abierta',
    before: (moment: string) => `Abre el ${moment}.`,
    annulledTitle: 'Esta votación fue anulada',
    annulled: 'No se cuenta ningún voto. La página de la consulta dice por qué y quién lo firmó.',
    afterTitle: 'La votación ya cerró',
    after: (moment: string) => `Cerró el ${moment}. Ya no entran más votos.`,
    findMine: 'Buscar mi voto en la lista',

    listTitle: 'Prepare su lista',
    listWarnTitle: 'Así no se vota en secreto',
    listWarn:
      'Sin JavaScript lo que marca llega al servidor, que se lo muestra y no lo guarda. No escriba aquí su código. Para votar, lleve sus números a una mesa.',
    listPage: (n: number, of: number) => `Página ${f.count(n)} de ${f.count(of)}`,
    listNext: 'Guardar y ver los siguientes',
    listPrevious: 'Guardar y ver los anteriores',
    listSearchGo: 'Buscar',
    listAll: 'Ver toda la lista',
    listReviewTitle: 'Su lista está lista',
    listReviewWarn: 'Esto no es un voto. Su voto no está en la urna.',
    listTake: 'Anote estos números y llévelos a una mesa:',
    listBlank: 'Sin marcas, la boleta queda en blanco.',
    listPrint: 'También puede imprimir esta página.',
    listDamaged: 'No pudimos leer las marcas que traía la página. Márquelas de nuevo.',

    secrecyTitle: 'Quién protege su voto',
    secrecyLead: 'Cada promesa se cumple si al menos esta parte es honrada.',
    secrecyHead: { promise: 'Promesa', holds: 'Se cumple si' },
    secrecyRows: {
      secret: 'Nadie sabe qué eligió',
      secretThreshold: (threshold: number, trustees: number) =>
        `al menos ${f.count(trustees - threshold + 1)} de las ${f.count(trustees)} personas con clave son honradas, y también su teléfono`,
      secretServer: 'quien maneja el servidor es honrado: tiene la única clave',
      unlinked: 'Nadie une un voto abierto con una persona',
      unlinkedWhole: (trustees: number) =>
        `al menos una de las personas que mezclan los sobres es honrada (${f.count(trustees)} tienen clave)`,
      unlinkedTotals: 'siempre: ningún voto se abre, solo la suma de todos',
      counted: 'Su voto se cuenta como lo mandó',
      countedHolds: 'usted u otra persona busca los códigos en la lista y rehace la cuenta, que cualquiera puede hacer',
      stuffing: 'Nadie agrega votos de quien no votó',
      stuffingHolds: 'quien hizo las cartas es honrado y no guardó los códigos',
      kept: 'Ningún voto se pierde sin que se note',
      keptHolds: 'usted guardó su comprobante y alguien más guarda copia de la lista',
    },
    secrecyKind: {
      homomorphic: 'En esta votación los votos se suman cerrados. Se abre solo la suma.',
      mixed: 'En esta votación la regla necesita boletas completas. Los sobres se mezclan antes de abrirlos.',
    },
    secrecyProgramTitle: 'El programa que cierra el sobre',
    secrecyProgram: 'Es el mismo para todas las personas. Quien quiera puede rehacerlo y comparar estas huellas.',
    secrecyFiles: { booth: 'Cabina', worker: 'Sellado' },
    mail: boothMail,
    secrecyElection: 'Huella de esta votación',
  };
};
export type BoothMessages = ReturnType<typeof booth>;
