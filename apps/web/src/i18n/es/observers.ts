import type { Format } from '../format.ts';

/** The page of a consultation for whoever believes nobody: source texts. */
export const observers = (f: Format) => ({
  title: 'Para quien observa',
  see: 'Comprobarlo todo',
  seeConsultation: 'Comprobar toda la consulta, paso por paso',
  lead: [
    'Todo lo que se puede comprobar de esta consulta, en el orden en que ocurre.',
    'No hace falta creerle a nadie: ni a quien organiza, ni a este servidor, ni a esta página.',
  ],
  tools: 'Con qué se comprueba',
  toolsSay: ['En su propia computadora. Después de descargar, sin conexión.'],
  toolsHow:
    'Las órdenes que empiezan con npm se escriben en la carpeta del código fuente de Convite, después de npm ci. Las demás vienen con el sistema, o tienen otras iguales en el suyo.',
  everythingSay:
    'La regla, quienes guardan la clave, el registro público y cada urna, tal como están ahora, en un solo archivo.',
  everything: 'Descargar todo lo público hasta ahora (ZIP)',

  published: 'Ya se puede comprobar',
  publishedAt: (moment: string) => `Publicado el ${moment}`,
  awaitedAt: (moment: string) => `Se espera para el ${moment}`,
  notNeeded: 'No hizo falta',
  never: 'La consulta se anuló antes',
  part: (done: number, all: number) => `${f.count(done)} de ${f.count(all)}`,
  sha256Of: (file: string, of: string | null) => `SHA-256 · ${file}${of === null ? '' : `: ${of}`}`,

  steps: {
    rules: {
      title: 'La regla',
      proves: [
        'Prueba que la manera de contar se fijó antes de votar.',
        'La misma huella está dentro de cada urna y del archivo del resultado.',
      ],
      awaited: 'Se publica cuando dos personas congelan la regla',
      how: ['La orden debe mostrar, de cada texto exacto, la huella que lleva por nombre.'],
    },
    roll: {
      title: 'El padrón',
      proves: [
        'El compromiso fija la lista de quienes pueden votar, sin mostrar quién está en ella.',
        'Lo que se agrega después queda en el registro público, con su razón.',
      ],
      awaited: 'Se publica cuando dos personas congelan el padrón, antes de abrir',
      how: [
        'Nadie puede rehacer el compromiso sin la lista y la sal. La sal la guarda el registro electoral: pida estar presente cuando lo rehaga.',
      ],
    },
    trustees: {
      title: 'Quienes custodian la clave',
      proves: [
        'Muestra cuántas personas guardan la clave y cuántas hacen falta para abrir: ninguna puede sola.',
        'La lista está, igual, dentro de cada urna.',
      ],
      awaited: 'Se publica cuando terminan la ceremonia, antes de abrir',
      how: [
        'Cada mensaje de la ceremonia está en el registro público con su huella. La comprobación de una urna comprueba también esta lista.',
      ],
    },
    credentials: {
      title: 'Los códigos para votar',
      proves: [
        'Muestra que hay tantos códigos como personas con derecho en cada papeleta, más los de repuesto.',
        'Que cada código llegó a su persona no lo muestra ningún archivo: obsérvelo donde se reparten las cartas.',
      ],
      awaited: 'Se publica cuando el registro electoral trae las partes públicas, antes de abrir',
      how: [
        'La orden dice cuántos códigos hay en una urna. Réstele los de repuesto y compare con las personas del padrón en ese territorio.',
      ],
    },
    rehearsals: {
      title: 'Los ensayos',
      proves: ['Muestran que cada custodio puede usar su parte de la clave tal como la guardó.'],
      awaited: 'Se publica con el primer ensayo; sin el de todos no se abre la votación',
      how: [],
    },
    programs: {
      title: 'Los programas que reciben los aparatos',
      proves: [
        'Quien vota y quien custodia la clave usan un programa que este servidor les entrega.',
        'Su huella queda en el registro público; si cambia, también.',
      ],
      awaited: 'Se publica cuando el servidor empieza',
      how: [
        'La orden hace los programas otra vez desde el código fuente y muestra sus huellas: deben ser estas.',
        'Descárguelos también desde otra red y otro aparato. Un servidor que engaña a una sola persona se descubre así.',
      ],
    },
    boards: {
      title: 'Las urnas públicas',
      proves: [
        'Prueban que ningún voto se quita ni se cambia: la copia de hoy es el comienzo de la de mañana.',
        'El estado de cada urna está firmado.',
      ],
      awaited: 'Se publican cuando se abre la votación',
      how: [
        'La primera orden copia todas las urnas y sus estados firmados. Hágalo cada día, en una carpeta nueva.',
        'La segunda comprueba una urna con todos sus votos. La tercera, que empieza con la copia de ayer, byte por byte.',
        'Compare la tabla con la de quien guarda otra copia. Con el mismo número de eventos, la huella debe ser la misma. Una copia más corta debe ser el comienzo de la otra.',
        'Dos estados firmados de una misma urna que no se siguen prueban el engaño, firmado por quien engaña: guárdelos.',
      ],
    },
    trail: {
      title: 'El registro público',
      proves: ['Dice quién hizo cada acto que toca el resultado, cuándo y por qué.'],
      awaited: 'Se publica desde el primer acto',
      how: ['Guarde la tabla cada día: la de ayer debe ser el comienzo de la de hoy.'],
    },
    closing: {
      title: 'El cierre',
      proves: ['Prueba que después del cierre no entró ningún voto: detrás de EndBallots no hay ninguno.'],
      awaited: 'Se espera a la hora del calendario',
      how: [],
    },
    opening: {
      title: 'Las mezclas y el descifrado',
      proves: [
        'Prueban que lo que se abrió son los votos de la urna, y que cada custodio descifró lo que debía.',
        'Las pruebas están en la urna; no hay que creerles.',
      ],
      awaited: 'Empieza después del cierre, cuando los custodios traen sus partes',
      how: [],
    },
    lots: {
      title: 'El sorteo público',
      proves: ['Prueba que un empate lo decidió algo que nadie podía elegir, anunciado antes.'],
      awaited: 'Solo si un empate cambia quién gana',
      how: [
        'El orden de cada papeleta sale de la semilla: la comprobación del archivo del resultado lo saca otra vez.',
      ],
    },
    result: {
      title: 'El archivo del resultado',
      proves: [
        'Prueba que el resultado se sigue de los votos y de la regla: su computadora lo cuenta todo otra vez.',
        'La misma huella la firmaron dos personas en el registro público.',
      ],
      awaited: 'Se publica cuando dos personas publican el resultado',
      how: ['Compare la huella con la de otras personas: así sabe que todas tienen el mismo archivo.'],
    },
  },

  facts: {
    people: 'Personas en el padrón congelado',
    version: 'Versión',
    commitment: 'Compromiso',
    additions: 'Personas agregadas después',
    trustees: 'Personas que guardan la clave',
    threshold: 'Cuántas hacen falta para abrir',
    messages: 'Mensajes de la ceremonia',
    waiver: 'Por qué son menos de los debidos',
    rehearsed: 'Custodios que ensayaron',
    openedOn: 'El voto de prueba se abrió el',
    credentials: 'Códigos en todas las papeletas',
    spares: 'De ellos, de repuesto',
    orderHash: 'Huella del pedido',
    uploadHash: 'SHA-256 de las partes públicas',
    boards: 'Urnas',
    votes: 'Votos en ellas',
    boardKey: 'Clave con que se firma su estado',
    closesAt: 'Cierra el',
    ended: 'Urnas cerradas',
    opened: 'Papeletas abiertas',
    withheld: 'Sin abrir, por tener muy pocos votos',
    annulled: 'Anuladas',
    waitingForLots: 'Papeletas que esperan el sorteo',
    seed: 'Lo que salió',
    sha256: 'SHA-256',
    manifest: 'Huella del índice',
    size: 'Tamaño',
  },

  files: {
    rulesPage: 'La regla en palabras, y lo que cambió después',
    ruleFile: 'El texto exacto',
    trusteesPage: 'Quiénes custodian la clave, y sus ensayos',
    trusteesFile: 'trustees.json',
    boardsPage: 'Las urnas, una por una',
    boardsTable: 'Tabla de todas las urnas (boards.csv)',
    boardsAddresses: 'Direcciones para copiarlas todas (boards.txt)',
    trailPage: 'El registro, línea por línea',
    trailFile: 'Tabla de todo el registro (trail.csv)',
    lotsPage: 'Anuncios y sorteo',
    resultPage: 'El resultado, página por página',
    archive: 'El archivo de toda la consulta',
  },

  programs: {
    booth: 'La página para votar',
    booth_worker: 'El sellado de los votos',
    trustee_page: 'La página de custodia',
    registrar_page: 'La página del registro',
  },
  programSince: (moment: string) => `Se entrega desde el ${moment}.`,
  programUnknown: 'El registro público no conoce esta huella: avise.',
  programChanged: 'Cambió mientras se votaba',
  programBefore: (moment: string) => `Antes, desde el ${moment}:`,

  differs: 'Si algo no coincide',
  differsSay: ['Un error se aclara pronto. Un engaño deja dos copias que no concuerdan.'],
  differsSteps: [
    'Guarde los dos archivos, el que esperaba y el que salió, sin tocarlos.',
    'Anote la dirección, el día y la hora, la orden y lo que respondió.',
    'Pida a otra persona, en otra red, que descargue lo mismo y compare.',
    'Avise a la comisión y a las demás personas que observan, con las huellas.',
  ],
  complaints: (moment: string) => `Las quejas sobre el resultado se reciben hasta el ${moment}.`,
  account: 'Quien observa con una cuenta',
  accountSay: [
    'Ve además cómo se prepara: la sala de control, los actos antes de acordarse y los mensajes sellados de la ceremonia.',
    'Nada de eso hace falta para comprobar, y nadie que observa puede cambiar nada.',
  ],
  accountGo: 'Entrar con una cuenta',
});
export type ObserversMessages = ReturnType<typeof observers>;
