type Language = 'es' | 'en';
const language = (code: Language): Language => code;

const n = (count: number): string => count.toLocaleString('es', { useGrouping: 'always' });
const list = (texts: readonly (string | number)[]): string => texts.join(', ');
const ballots = (count: number): string => (count === 1 ? 'una votación' : `${n(count)} votaciones`);

/** Everything that the page says: source texts, in Spanish. */
export const spanish = {
  language: language('es'),
  languageName: 'Español',
  direction: 'ltr',
  pageTitle: (title: string) => `${title} · Custodia de la clave · Convite`,
  skip: 'Ir al contenido',
  languages: 'Idioma',
  home: 'Volver al inicio',
  next: 'Seguir',
  problemTitle: 'Hay un problema',
  stays:
    'Esta página trabaja en su equipo. No envía nada a nadie: su clave solo sale de aquí en los archivos que usted guarde.',
  toSite: 'Ir al inicio del sitio',
  faultTitle: 'Algo falló en esta página',
  fault:
    'Sus archivos están como estaban. Vuelva al inicio y repita el paso. Si falla otra vez, cierre la página y ábrala de nuevo.',
  leaveUnsaved: 'Todavía no guardó su archivo. Si sale de esta pantalla sin guardarlo, se pierde.',

  homeTitle: 'Su parte de la clave',
  homeLead: 'Usted custodia una parte de la clave que abre el resultado de una votación. ¿Qué va a hacer ahora?',
  tasks: {
    begin: { title: 'Empezar la ceremonia', says: 'El primer paso: hacer su secreto y su certificado.' },
    go: { title: 'Seguir la ceremonia', says: 'Ya tiene su archivo secreto y los archivos de las demás personas.' },
    backup: { title: 'Guardar copias de su clave', says: 'En dos memorias y en papel. Hágalo el mismo día.' },
    rehearse: { title: 'Ensayar con su clave', says: 'Comprueba, antes de la votación, que su clave abre.' },
    pass: { title: 'Trabajar después del cierre', says: 'La votación terminó: mezclar y descifrar con su clave.' },
    restore: { title: 'Recuperar su clave', says: 'Perdió el archivo y tiene las palabras en papel.' },
  },
  saveTitle: 'Sin internet',
  savePage: 'Guardar esta página en su equipo',
  savePageSays: 'Guardada, funciona igual sin internet. Puede desconectarse antes de usar su clave.',

  saved: (name: string) => `Guardado como ${name}, casi siempre en la carpeta Descargas.`,
  save: (name: string) => `Guardar ${name}`,
  fileNames: 'Los nombres de los archivos dan igual: la página mira lo que hay dentro.',

  beginTitle: 'Empezar la ceremonia',
  beginLead: 'Escriba lo que acordaron. Tiene que ser lo mismo para todas las personas.',
  sizeLabel: 'Cuántas personas custodian la clave',
  thresholdLabel: 'Cuántas hacen falta para abrir',
  thresholdHint: 'Menos que todas, para que una clave perdida no pierda nada.',
  memberLabel: 'Qué número es usted',
  memberHint: 'Cada persona tiene uno, desde el 1.',
  nameLabel: 'Su nombre',
  nameHint: 'Tal como está en la página de la consulta. Quedará en la lista pública.',
  beginSubmit: 'Hacer mi secreto',
  wholeNumber: 'Escriba un número entero, desde 1.',
  nameMissing: 'Escriba su nombre, de hasta 200 letras.',
  badNumbers: (threshold: number, size: number, member: number) =>
    threshold > size
      ? `No pueden hacer falta ${n(threshold)} si son ${n(size)}.`
      : `Su número es ${n(member)}, y son ${n(size)}.`,

  begunTitle: 'Guarde sus dos archivos',
  begunSecret:
    'El primero es secreto. Guárdelo en su equipo y no lo entregue a nadie. Sin él no puede seguir la ceremonia.',
  begunPublic:
    'El segundo es su certificado. Es público: entréguelo en la página de la consulta, o a quien reúne los archivos.',
  oddOne: 'Acordaron que basta una persona: cada una podrá abrirlo todo a solas. Es mejor que hagan falta varias.',
  oddAll:
    'Acordaron que hacen falta todas: si se pierde una sola clave, nadie podrá abrir el resultado. Es mejor que basten menos.',
  begunNext: 'Cuando estén los certificados de todas las personas, vuelva a esta página y elija «Seguir la ceremonia».',

  goTitle: 'Seguir la ceremonia',
  goLead:
    'Elija a la vez su archivo secreto y los archivos de todas las personas. Puede ser el archivo comprimido que descargó de la consulta.',
  goLabel: 'Su secreto y los archivos de todas las personas',
  goSubmit: 'Revisar y dar el paso',
  dealtTitle: 'Su reparto está hecho',
  dealtSays:
    'Es público: cada parte está cerrada para una sola persona. Entréguelo en la página de la consulta, o a quien reúne los archivos.',
  dealtAgain: 'Es el mismo reparto que hizo antes en este navegador.',
  dealtOnce:
    'Reparta una sola vez. Si ya repartió en otro equipo o en otro navegador, entregue aquel archivo y no este.',
  hashTitle: 'Léanlo en voz alta',
  hashSays: 'Estas letras y números deben ser los mismos para todas las personas. Anótenlos en el acta.',
  dealtNext: 'Cuando estén los repartos de todas las personas, elija otra vez «Seguir la ceremonia».',
  sharedTitle: 'Su clave está hecha',
  sharedKey: 'El primero es su clave. Es secreta: guárdela ya y no la entregue a nadie.',
  sharedPublic: 'El segundo es la parte pública. Entréguela en la página de la consulta, o a quien reúne los archivos.',
  sharedOld:
    'Su archivo secreto de la ceremonia ya no hace falta cuando la lista de custodios esté publicada: bórrelo entonces.',
  sharedNext: 'Guardar copias ahora',

  noSecret: 'Falta su archivo secreto (termina en .secret.json). Elíjalo junto con los demás.',
  manySecrets: 'Hay más de un archivo secreto. Elija solo el suyo.',
  filesMissing: (what: 'certificate' | 'deal' | 'key', members: readonly number[]) =>
    `Falta ${{ certificate: 'el certificado', deal: 'el reparto', key: 'la parte pública' }[what]} de la persona número ${list(members)}. Espere a que lo entregue, y elija de nuevo todos los archivos.`,
  fileTwice: (member: number, names: readonly string[]) =>
    `De la persona número ${n(member)} hay dos archivos distintos: ${list(names)}. Pregúntele cuál vale.`,
  otherCeremony: (name: string) => `${name} es de otra ceremonia. Quítelo y elija de nuevo.`,
  memberFaults: (names: readonly string[]) =>
    `No pasa las comprobaciones lo que entregó: ${list(names)}. Pídaselo otra vez. Si sigue igual, no sigan: empiecen una ceremonia nueva.`,
  ownMissing:
    'Entre los certificados no está el suyo, o alguien puso otro en su lugar. No siga y avise a las demás personas.',
  ownWrong: 'Su reparto no es el que usted hizo. No siga y avise a las demás personas.',
  wrongNumber: 'No hay un archivo de cada persona. Descargue otra vez los archivos de todas.',
  transcriptsDiffer: (names: readonly string[]) =>
    `Trabajó con otros archivos que estos: ${list(names)}. Descargue otra vez los archivos de todas las personas y comparen las letras en voz alta.`,
  dealtOtherwise:
    'Usted ya repartió, con otros certificados que estos. No se reparte dos veces: averigüen qué certificado cambió, o empiecen una ceremonia nueva.',
  unknownFiles: (names: readonly string[]) => `La página no conoce estos archivos, o están dañados: ${list(names)}.`,
  noFiles: 'Elija los archivos.',

  keyLabel: 'Su clave',
  keyHint: 'El archivo que termina en .key.json, de la memoria donde lo guardó.',
  keyMissing: 'Elija el archivo de su clave (termina en .key.json).',
  keyDamaged:
    'Ese archivo de clave está dañado. Tome la copia de la otra memoria, o recupere la clave con las palabras.',
  listLabel: 'La lista de custodios',
  listHint: 'El archivo trustees.json de la página de la consulta.',
  listMissing: 'Elija la lista de custodios (trustees.json), descargada de la consulta.',

  rehearseTitle: 'Ensayar con su clave',
  rehearseLead:
    'La página descifra una boleta de prueba con su clave, tal como está guardada. Use la copia y el equipo que usará después del cierre.',
  rehearseSubmit: 'Ensayar',
  rehearsedTitle: 'Su clave abre',
  rehearsedSays: (owner: number, day: string) =>
    `Como persona número ${n(owner)} descifró usted la boleta de prueba del día ${day}. Guarde este archivo público y entréguelo hoy en la página de la consulta.`,
  notInList:
    'Esa clave no es de ninguna persona de esta lista. ¿Es la lista de otra consulta, o la clave de otra ceremonia?',
  rehearsalFailed: 'La prueba no salió. Repita con la otra copia de su clave.',

  backupTitle: 'Guardar copias de su clave',
  backupLead:
    'Su clave debe estar en dos memorias y en papel, en tres lugares distintos. Si la pierde, nadie puede dársela otra vez.',
  backupSubmit: 'Preparar las copias',
  copyTitle: (number: number) => `Copia ${n(number)} de 2`,
  copyStep:
    'Conecte la memoria y guarde en ella este archivo. Si el navegador lo dejó en Descargas, muévalo a la memoria.',
  checkTitle: 'Compruebe la copia',
  checkSays: 'Saque la memoria, conéctela otra vez y elija el archivo que guardó en ella.',
  checkLabel: 'El archivo de la memoria',
  checkRight: 'La copia es buena.',
  checkWrong: 'Ese archivo no es igual a su clave. Guarde la copia otra vez.',
  paperTitle: 'Las palabras, en papel',
  paperSays:
    'Imprímalas o cópielas a mano, en orden. Quien las lea tiene su clave: guárdelas en un sobre cerrado. No les tome foto.',
  paperPrint: 'Imprimir las palabras',
  paperShow: 'Mostrar las palabras',
  paperSheet: 'PRIVADO: la clave de un custodio, en palabras',
  paperName: (name: string) => `Custodio: ${name}`,
  paperKey: (key: string) => `Clave pública: ${key}`,
  backupDone: 'Terminar',
  paperRow: (row: number) => `Línea ${n(row)}`,
  paperLanguage: 'Las palabras están en español.',

  restoreTitle: 'Recuperar su clave',
  restoreLead: 'Escriba las palabras de su papel, en orden. Las mayúsculas y los acentos dan igual.',
  wordsLabel: 'Las palabras',
  wordsLanguage: 'En qué idioma están',
  wordLanguages: { es: 'Español', en: 'Inglés' },
  restoreSubmit: 'Recuperar',
  restoredTitle: 'Aquí está su clave',
  restoredSays: (name: string) => `Es la clave de ${name}. Guárdela ahora, y haga copias nuevas.`,
  wordsCount: (expected: number, found: number) => `Hacen falta ${n(expected)} palabras, y hay ${n(found)}.`,
  wordUnknown: (word: number, near: readonly string[]) =>
    `La palabra ${n(word)} no es de la lista.${near.length === 0 ? '' : ` ¿Será ${list(near)}?`}`,
  wordsWrong: 'Alguna palabra no es la correcta, o dos cambiaron de lugar. Mire el papel otra vez.',
  wordsOfNobody: (word: number | undefined) =>
    word === undefined
      ? 'Las palabras están bien, pero no son de nadie de esta lista. ¿Es la lista de otra consulta?'
      : `Es probable que la palabra ${n(word)} no sea la correcta. Mire el papel otra vez.`,

  passTitle: 'Trabajar después del cierre',
  passLead:
    'Descargue de la página de la consulta el archivo de trabajo. Aquí se comprueba todo, y solo después se usa su clave.',
  workLabel: 'El archivo de trabajo',
  workHint: 'El archivo .zip que descargó de la consulta. No lo abra ni lo descomprima.',
  workMissing: 'Elija el archivo de trabajo (.zip).',
  passSubmit: 'Mirar qué hay que hacer',
  looking: 'Mirando el archivo…',
  seenSays: (contests: number, megabytes: string, owner: number) =>
    `En este archivo: ${ballots(contests)}, ${megabytes} MB. Usted es la persona número ${n(owner)}.`,
  seenTime: (minutes: number) =>
    minutes <= 1 ? 'Tardará alrededor de un minuto, o menos.' : `Tardará unos ${n(minutes)} minutos en este equipo.`,
  seenStay: 'Deje esta página abierta y el equipo enchufado. Si se corta, empiece otra vez: lo hecho queda hecho.',
  remembers:
    'Este navegador recuerda qué abrió su clave, para no abrir nunca dos cosas de una misma votación. Use siempre el mismo navegador, y nunca una ventana privada: al cerrarla se olvida todo.',
  forgets:
    'Este navegador no guarda nada, así que no podrá recordar qué abrió su clave. Use otro navegador, o no cierre esta página hasta entregar la respuesta, y no trabaje dos veces.',
  passBegin: 'Empezar',
  working: 'Trabajando',
  progress: (done: number, of: number) => `Hechas ${n(done)} de ${n(of)} votaciones.`,
  endedTitle: 'Terminó: guarde su respuesta',
  endedNothing: 'No quedaba nada por hacer',
  endedSays: (shuffles: number, decryptions: number) =>
    [
      ...(shuffles === 0 ? [] : [`Mezcló los votos de ${ballots(shuffles)}.`]),
      ...(decryptions === 0 ? [] : [`Descifró su parte de ${ballots(decryptions)}.`]),
    ].join(' '),
  endedHandIn: 'Guarde la respuesta y súbala donde descargó el trabajo. No contiene su clave.',
  endedAgain: (count: number) => `De ${ballots(count)} es lo mismo que hizo antes.`,
  endedDone: (count: number) => `Su parte ya estaba en ${ballots(count)}.`,
  endedFew: (ids: readonly string[]) =>
    `Con tan pocos votos, el resultado puede decir cómo votó alguien: ${list(ids)}. Pregunte antes de entregar.`,
  refusedTitle: (count: number) => `No se hizo nada con ${ballots(count)}`,
  refusedSays: 'Muestre esta lista a quien organiza, y a los demás custodios. No insista.',
  refusedContest: (name: string, why: string) => `${name}: ${why}`,
  notYours: 'Esa clave no es de ninguna persona que custodie estas votaciones. ¿Es la clave de otra consulta?',
  noContests:
    'En este archivo no hay ninguna votación con los custodios que nombra. Descárguelo de nuevo; si sigue igual, avise a los demás custodios.',
  nothingKept:
    'Este navegador no pudo anotar lo hecho, y sin esa nota no se entrega nada. Libere espacio en el disco, o use otro navegador, y empiece otra vez.',
  workRefused: (why: string) => `El archivo de trabajo no sirve: ${why}.`,
  packFaults: {
    not_a_zip: 'no es el archivo .zip de la consulta',
    other_form: 'alguien lo empaquetó de nuevo, o se dañó; descárguelo otra vez y no lo abra',
    malformed: 'su lista no tiene la forma debida',
    wrong_entry: 'le falta una parte, o le sobra',
    entry_differs: 'una parte no es la que nombra la lista',
  },
  contestRefusals: {
    not_an_archive: 'su archivo no es el de una votación.',
    archive_refused: (checks: readonly number[]) => `no pasa las comprobaciones (${list(checks)}).`,
    other_election: 'su archivo es de otra votación que la de la lista.',
    other_head: 'su archivo termina en otro punto que el de la lista.',
    other_trustees: 'tiene otros custodios que las de la lista.',
    not_a_trustee: 'su clave no es de esta votación.',
    wrong_state: 'no está en el momento de este trabajo.',
    nothing_mixed: 'en esta votación no se mezcla nada.',
    already_done: 'ya está hecho.',
    shuffles_missing: 'no han mezclado bastantes personas.',
    shuffle_not_own:
      'dice que usted la mezcló, y este navegador no lo sabe. Si mezcló en otro equipo, trabaje en aquel; si no mezcló, avise a todas.',
    decrypted_otherwise:
      'su clave ya descifró otra cosa de esta votación. Dos cosas abrirían votos sueltos: no siga y avise a todas.',
  },
};

export type PageWords = typeof spanish;
