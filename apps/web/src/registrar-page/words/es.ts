type Language = 'es' | 'en';
const language = (code: Language): Language => code;

const n = (count: number): string => count.toLocaleString('es', { useGrouping: 'always' });
const list = (texts: readonly (string | number)[]): string => texts.join(', ');
const peopleOf = (count: number): string => (count === 1 ? 'una persona' : `${n(count)} personas`);
const papersOf = (count: number): string => (count === 1 ? 'una papeleta' : `${n(count)} papeletas`);

/** Everything that the page says: source texts, in Spanish. */
export const spanish = {
  language: language('es'),
  languageName: 'Español',
  direction: 'ltr',
  pageTitle: (title: string) => `${title} · Registro de códigos · Convite`,
  skip: 'Ir al contenido',
  languages: 'Idioma',
  home: 'Volver al inicio',
  problemTitle: 'Hay un problema',
  stays:
    'Esta página trabaja en su equipo. No envía nada a nadie: los códigos solo salen de aquí en los archivos que usted guarde y en el papel que imprima.',
  toSite: 'Ir al inicio del sitio',
  faultTitle: 'Algo falló en esta página',
  fault:
    'Sus archivos están como estaban. Vuelva al inicio y repita el paso. Si falla otra vez, cierre la página y ábrala de nuevo.',
  leaveUnsaved: 'Todavía no guardó todos sus archivos. Si sale de esta pantalla sin guardarlos, se pierden.',
  saved: (name: string) => `Guardado como ${name}, casi siempre en la carpeta Descargas.`,
  save: (name: string) => `Guardar ${name}`,
  saveTitle: 'Sin internet',
  savePage: 'Guardar esta página en su equipo',
  savePageSays:
    'Guardada, funciona igual sin internet. Guárdela, desconecte el equipo y ábrala con doble clic antes de hacer los códigos.',

  homeTitle: 'Los códigos para votar',
  homeLead: 'Usted hace los códigos con que se vota, fuera del sitio, y los entrega en papel. ¿Qué va a hacer ahora?',
  tasks: {
    make: { title: 'Hacer los códigos', says: 'Con el pedido del sitio, el padrón congelado y la sal.' },
    letters: { title: 'Imprimir cartas', says: 'Ya hizo los códigos y tiene la lista privada.' },
    check: { title: 'Comprobar', says: 'Que la lista privada y lo que tiene el sitio son lo mismo.' },
    replace: { title: 'Reponer una carta', says: 'Alguien perdió la suya, o se agregó al padrón después.' },
  },
  limit:
    'Esta página sirve para padrones de hasta 100.000 personas. Con más, use el programa convite, que hace lo mismo con los mismos archivos.',

  orderLabel: 'El pedido de códigos',
  orderHint: 'El archivo order.json del sitio, en «Preparar las votaciones».',
  orderMissing: 'Elija el pedido de códigos (order.json).',
  orderNone: 'Ese archivo no es un pedido de códigos. Descargue order.json del sitio.',
  orderWrong: (place: string) =>
    `El pedido no tiene la forma debida${place === '' ? '' : `, en ${place}`}. Descárguelo otra vez del sitio.`,
  orderChanged: 'El pedido se cambió o se guardó con otro programa. Descárguelo otra vez del sitio y no lo abra antes.',
  tooMany: (found: number, most: number) =>
    `El padrón tiene ${n(found)} personas. Esta página sirve hasta ${n(most)}: con más, use el programa convite (convite registrar consultation), en un equipo con memoria bastante.`,
  rollLabel: 'El padrón congelado',
  rollHint: 'El archivo CSV de la página del padrón. No lo abra ni lo guarde con una hoja de cálculo.',
  rollMissing: 'Elija el padrón congelado.',
  saltLabel: 'La sal del padrón',
  saltHint: 'Las 64 cifras y letras que se mostraron una vez, al congelar. Los espacios dan igual.',
  saltWrong: (found: number) =>
    found === 0
      ? 'Escriba la sal del padrón.'
      : `La sal tiene 64 signos, cifras de 0 a 9 y letras de a a f. Aquí hay ${n(found)} signos, o alguno que no es de esos.`,

  makeTitle: 'Hacer los códigos',
  makeLead:
    'La página comprueba primero que los tres van juntos. Si algo no coincide, lo dice y no hace nada. Nadie más debe ver la pantalla.',
  makeReview: 'Revisar',
  reading: 'Leyendo el padrón…',
  notUtf8: 'El padrón no está guardado en UTF-8. Use el archivo tal como lo da el sitio.',
  notCsv: (line: number) =>
    `La línea ${n(line)} del padrón no está escrita como CSV. Use el archivo tal como lo da el sitio.`,
  headings:
    'La primera línea no nombra las columnas de un padrón con identificadores. ¿Es el padrón congelado, tal como lo da el sitio?',
  rows: (lines: readonly number[], isAll: boolean) =>
    `Hay líneas del padrón que no están como las escribe el sitio: ${list(lines.map(n))}${isAll ? '' : ' y quizá más'}. Descárguelo otra vez.`,
  anotherCount: (found: number, expected: number) =>
    `Este padrón tiene ${peopleOf(found)}, y el del pedido ${n(expected)}. ¿Es el de otra versión o el de otra consulta?`,
  anotherRoll:
    'El padrón no es el del pedido, o la sal es otra: no se puede saber cuál de los dos. Compare la sal signo por signo, y mire si el padrón y el pedido son de la misma consulta.',

  seenLead: (people: number, spares: number, papers: number) =>
    `El padrón es el que se congeló. Va a hacer códigos para ${peopleOf(people)} y ${n(spares)} de reserva, en ${papersOf(papers)}.`,
  seenWithout: (count: number) => `En el lugar de ${peopleOf(count)} del padrón no se vota: no llevan carta.`,
  seenAgain:
    'Hágalos una sola vez. Si ya repartió cartas de este pedido, no siga: los códigos nuevos no son los de esas cartas.',
  seenStay: 'No cierre la página mientras trabaja.',
  makeBegin: 'Hacer los códigos',
  making: 'Haciendo los códigos',
  progress: (done: number, all: number) => `${n(done)} de ${n(all)} hojas de hasta 300 códigos`,
  sorting: 'Ordenando lo que es para el sitio…',

  madeTitle: 'Hechos: guarde sus cuatro archivos',
  madeLead: (people: number, spares: number, credentials: number) =>
    `Códigos para ${peopleOf(people)} y ${n(spares)} de reserva; ${n(credentials)} credenciales públicas.`,
  madeList:
    '1. PRIVADO. De quién es cada código. Con este archivo se imprimen las cartas y se reponen. Guárdelo en una memoria que no deje en el equipo.',
  madeGiven: '2. PRIVADO. Qué reservas se dieron; al principio, ninguna. Va siempre junto al anterior.',
  madeUpload:
    '3. Para el sitio. Solo tiene partes públicas: entréguelo a quien organiza, que lo sube en «Credenciales del registro».',
  madeSummary: '4. Para publicar. Cuántos son, y la huella del archivo para el sitio.',
  hashTitle: 'La huella del archivo para el sitio',
  hashSays: 'Léala en voz alta ante testigos o anótela en el acta. El sitio muestra la misma cuando lo recibe.',
  toLetters: 'Ver e imprimir las cartas',
  toFiles: 'Volver a los archivos',
  destroyTitle: 'Qué hay que destruir, y cuándo',
  destroy: [
    'Las cartas guardadas como archivo: en cuanto estén impresas.',
    'Las cartas de reserva que nadie recibió: cuando termine la votación.',
    'La lista privada: cuando termine la votación y pase el plazo de reclamos.',
  ],

  listLabel: 'La lista privada',
  listHint: 'El archivo PRIVATE-codes.csv que guardó al hacer los códigos.',
  listMissing: 'Elija la lista privada (PRIVATE-codes.csv).',
  listNone: (line: number) =>
    line === 1
      ? 'Ese archivo no es una lista privada de códigos. Elija PRIVATE-codes.csv tal como se guardó.'
      : `La línea ${n(line)} de la lista privada no está como se escribió. ¿Se guardó con una hoja de cálculo? Use otra copia.`,
  listProblems: {
    strange: (line: number) =>
      `La línea ${n(line)} de la lista privada no es de este pedido. ¿Es el pedido de otra consulta?`,
    badCode: (line: number) => `El código de la línea ${n(line)} de la lista privada está mal copiado.`,
    codeTwice: (line: number, first: number) => `El código de la línea ${n(line)} ya está en la línea ${n(first)}.`,
    idTwice: (line: number, first: number) => `La persona de la línea ${n(line)} ya está en la línea ${n(first)}.`,
    wrongPeople: (found: number, expected: number) =>
      `En una parte del padrón la lista privada tiene ${n(found)} personas y el pedido ${n(expected)}.`,
    wrongSpares: (found: number, expected: number) =>
      `En una parte del padrón la lista privada tiene ${n(found)} reservas y el pedido ${n(expected)}.`,
  },

  lettersTitle: 'Imprimir cartas',
  lettersLead:
    'Las cartas salen de la lista privada, en el idioma de cada persona: puede imprimirlas hoy o más adelante.',
  lettersOpen: 'Ver las cartas',
  sheetTitle: (title: string) => `Cartas: ${title}`,
  sheetKind: 'Qué imprime',
  sheets: { letters: 'Cartas: una hoja por persona', slips: 'Cartas pequeñas: cuatro por hoja, para recortar' },
  sheetNumber: (number: number, all: number) => `Grupo ${n(number)} de ${n(all)}`,
  sheetPeople: (voters: number, spares: number, papers: string) =>
    `En este grupo: ${voters === 0 ? '' : peopleOf(voters)}${voters > 0 && spares > 0 ? ' y ' : ''}${spares === 0 ? '' : `${n(spares)} de reserva`}. Papeletas: ${papers}.`,
  sheetOrder: (first: string, last: string) => `Por orden del padrón, de ${first} a ${last}.`,
  sheetChoose: 'Ir al grupo',
  sheetPrevious: 'Grupo anterior',
  sheetNext: 'Grupo siguiente',
  sheetPrint: 'Imprimir este grupo',
  sheetPrintNote:
    'Cada carta va en un sobre. En la ventana de imprimir elija A4, tamaño real, y quite encabezados y pies de página.',
  sheetSave: 'Si su navegador no lo imprime desde aquí, guárdelo, ábralo, imprímalo y destrúyalo.',
  sheetFrame: 'Cartas de este grupo',
  drawing: 'Preparando las cartas…',

  checkTitle: 'Comprobar',
  checkLead:
    'La página hace otra vez todas las partes públicas a partir de la lista privada y las compara. Hágalo antes de abrir la votación.',
  uploadLabel: 'El archivo para el sitio',
  uploadHint: 'upload.jsonl, tal como lo guardó o como lo tiene el sitio.',
  uploadMissing: 'Elija el archivo para el sitio (upload.jsonl).',
  publishedLabel: 'Lo que publicó el sitio (si ya está)',
  publishedHint: 'El archivo de una urna (.bel) o el de toda la consulta (.zip). Puede dejarlo vacío.',
  publishedNone: 'Ese archivo no es el de una urna ni el de una consulta.',
  publishedDamaged: 'El archivo del sitio está dañado. Descárguelo otra vez.',
  checkSubmit: 'Comprobar',
  checking: 'Comprobando',
  agreesTitle: 'Coinciden',
  agreesLead: (people: number, spares: number, credentials: number, papers: number) =>
    `La lista privada da exactamente lo que es para el sitio: ${peopleOf(people)} y ${n(spares)} de reserva, ${n(credentials)} credenciales en ${papersOf(papers)}.`,
  agreesPublished: (compared: number, papers: number) =>
    compared === 0
      ? 'No trajo nada publicado por el sitio: compare al menos la huella con la que muestra el sitio.'
      : `Con exactamente esas credenciales preparó el sitio ${papersOf(compared)} de ${n(papers)}.`,
  differsTitle: 'No coinciden',
  differsLead: 'No abra la votación, ni entregue más cartas, hasta saber por qué. Avise a quien organiza.',
  moreDifferences: (more: number) => `Y ${n(more)} diferencias más.`,
  differences: {
    otherOrder: 'El archivo para el sitio se hizo para otro pedido que este.',
    otherConsultation: 'El archivo para el sitio es de otra consulta.',
    upload: (line: number | null) =>
      line === null
        ? 'El archivo para el sitio no está entero.'
        : `La línea ${n(line)} del archivo para el sitio no está como se escribió.`,
    contest: (name: string, missing: number, surplus: number, spares: number) =>
      `${name}: faltan ${n(missing)}, sobran ${n(surplus)}, y ${n(spares)} mal señaladas como reserva o sin señalar.`,
    published: (name: string) => `${name}: el sitio la preparó con otras credenciales.`,
    foreign: 'El archivo del sitio tiene una votación que el pedido no tiene. ¿Es de otra consulta?',
  },

  replaceTitle: 'Reponer una carta',
  replaceLead:
    'La persona recibe la reserva siguiente. El código perdido deja de servir cuando dos personas lo aprueben en el sitio, si con él no se votó.',
  givenLabel: 'La lista de reservas dadas',
  givenHint: 'El archivo PRIVATE-given.csv más reciente. Con uno viejo se daría dos veces la misma reserva.',
  givenMissing: 'Elija la lista de reservas dadas (PRIVATE-given.csv).',
  givenNone: (line: number) =>
    `Ese archivo no es la lista de reservas dadas, o su línea ${n(line)} no está como se escribió.`,
  givenForeign: 'La lista de reservas dadas nombra una reserva que no está en la lista privada. ¿Es de otra consulta?',
  replaceOpen: 'Seguir',
  whoTitle: 'Para quién es la carta',
  whoLabel: 'Nombre o identificador',
  whoHint: 'Basta una parte del nombre. El identificador es el de la página del padrón.',
  whoSearch: 'Buscar',
  whoNone: 'Nadie en la lista privada se llama así ni tiene ese identificador.',
  whoMany: (found: number) => `Coinciden ${n(found)} personas. Escriba algo más del nombre.`,
  whoFound: 'Elija a la persona:',
  whoPerson: (name: string, territory: string, id: string) => `${name} · ${territory} · ${id}`,
  addedLink: 'La persona se agregó al padrón después de congelarlo',
  addedTitle: 'Alguien que se agregó al padrón',
  addedLead: 'Escríbalo como está en la página del padrón.',
  addedId: 'Identificador',
  addedName: 'Nombre',
  addedTerritory: 'Código del territorio',
  addedLanguage: 'Idioma de la carta',
  languageNames: { es: 'Español', en: 'Inglés', pt: 'Portugués', ca: 'Catalán', uk: 'Ucraniano', ar: 'Árabe' },
  addedSubmit: 'Dar una reserva',
  addedEmpty: 'Escriba el identificador y el código del territorio.',
  noSpare: (spares: number) => `Las ${n(spares)} reservas de estas papeletas ya se dieron: no hay más.`,
  hasCode: 'Esa persona ya tiene un código: búsquela por su nombre.',
  unlisted: 'Esa persona no está en la lista privada.',
  noContest: (territory: string) => `En ${territory} no se vota: el pedido no tiene papeleta para ese código.`,
  badCode: 'Un código de la lista privada está mal copiado. Use otra copia de la lista.',
  confirmTitle: (name: string) => `Carta nueva para ${name}`,
  confirmSays: 'Anote primero que esta reserva está dada. Solo después aparecen la carta y el archivo para el sitio.',
  confirmGiven: 'Guarde esta lista en lugar de la anterior, junto a la lista privada.',
  givenAway: (spare: string, left: number) => `Es la reserva ${spare}. Quedan ${n(left)}.`,
  replacementSays: 'Para el sitio. No lleva nombre ni código: entréguelo a quien organiza.',
  handOverLost: 'Entregue la carta solo cuando el sitio diga que la perdida quedó anulada.',
  handOverAdded: 'Entregue la carta solo cuando el sitio diga que la reserva quedó activa.',
  letterFrame: 'La carta nueva',
  letterPrint: 'Imprimir la carta',
};

export type PageWords = typeof spanish;
