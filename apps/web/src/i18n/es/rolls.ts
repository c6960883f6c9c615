import type { DateOrder, ProofType, RollColumn, RollProblem } from '@convite/domain';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

const columns: Readonly<Record<RollColumn, string>> = {
  name: 'Nombre completo',
  given_name: 'Nombres',
  family_name: 'Apellidos',
  birth_date: 'Fecha de nacimiento',
  territory: 'Código del territorio',
  document: 'Número de documento',
  proof: 'Prueba',
  email: 'Correo electrónico',
  language: 'Idioma',
  told_apart: 'Qué la distingue de otra persona igual',
  deceased: 'Fallecido',
};
const words: Readonly<Record<string, string>> = columns;
const column = (name: string): string => words[name] ?? name;

const proofs: Readonly<Record<ProofType, string>> = {
  identity_document: 'Documento de identidad',
  utility_bill: 'Recibo de servicios',
  school_or_clinic_card: 'Carnet escolar o de salud',
  two_neighbours: 'Testimonio de dos vecinos',
  communal_register: 'Registro comunal',
  membership: 'Libro de asociados',
};

/** What is wrong, and how to go on. */
function problem(p: RollProblem['problem'], f: Format): string {
  switch (p.type) {
    case 'no_rows':
      return 'No hay ninguna fila con datos. Revise que sea el archivo correcto.';
    case 'missing_column':
      return `Falta la columna “${column(p.column)}”. El archivo tiene: ${f.list(p.found.map((name) => `“${name}”`))}. Póngale ese título a la columna que la contiene.`;
    case 'repeated_column':
      return `La columna “${column(p.column)}” está dos veces. Deje una sola.`;
    case 'broken_quotes':
      return 'Las comillas de esta fila no se cierran, o algo sigue detrás de ellas. Lo que viene después no se leyó. Corrija la fila y vuelva a traer el archivo.';
    case 'not_text':
      return 'Esto no es una tabla de texto. Guárdela como “CSV UTF-8”.';
    case 'spreadsheet':
      return 'Esto es un libro de hoja de cálculo. Ábralo y guárdelo como “CSV UTF-8”.';
    case 'took_too_long':
      return 'Leer el archivo tomó demasiado tiempo. Tráigalo por partes, una por municipio por ejemplo.';
    case 'too_many':
      return `Hay más de ${f.count(p.most)} personas. Traiga el padrón por partes.`;
    case 'row_width':
      return `La fila tiene ${f.count(p.found)} celdas y los títulos son ${f.count(p.expected)}. Suele sobrar o faltar un separador: ponga entre comillas el texto que lo lleva.`;
    case 'strange_sign':
      return `“${column(p.column)}” tiene un signo invisible (${p.sign}). Vuelva a escribir la celda a mano.`;
    case 'lost_sign':
      return `“${column(p.column)}” perdió letras: la codificación no es la que se leyó. Guarde el archivo como “CSV UTF-8” o elija la codificación.`;
    case 'too_long':
      return `“${column(p.column)}” pasa de ${f.count(p.most)} signos.`;
    case 'no_name':
      return 'Falta el nombre.';
    case 'no_birth_date':
      return 'Falta la fecha de nacimiento.';
    case 'bad_date':
      return 'La fecha de nacimiento no es un día en el orden declarado. El año lleva cuatro cifras.';
    case 'date_too_early':
      return 'La fecha de nacimiento es anterior a 1880. Revise el año.';
    case 'born_later':
      return 'Nació después del día en que se cuenta la edad. Revise el año.';
    case 'too_young':
      return `Tiene ${plural(p.age, { one: '1 año', many: `${f.count(p.age)} de años`, other: `${f.count(p.age)} años` })} y la regla pide ${f.count(p.minimum)}. Quite la fila.`;
    case 'no_territory':
      return 'Falta el código del territorio.';
    case 'unknown_territory':
      return `El código “${p.code}” no es de ningún territorio de aquí. Corríjalo, o revise para qué parte es el archivo.`;
    case 'no_proof':
      return 'Falta la prueba de que pertenece al lugar.';
    case 'unknown_proof':
      return `La prueba “${p.found}” no se conoce. Escriba una de estas: ${f.list(Object.values(proofs))}.`;
    case 'proof_not_accepted':
      return `La regla no acepta la prueba “${proofs[p.proof]}”.`;
    case 'empty_document':
      return 'El número de documento no tiene letras ni cifras. Déjelo vacío si no hay.';
    case 'bad_email':
      return 'La dirección de correo no está bien escrita. Ponga una sola, o ninguna.';
    case 'bad_language':
      return 'El idioma va con su código, como es, wuu o pt-BR.';
    case 'bad_mark':
      return 'La columna “Fallecido” se responde con sí o no.';
    case 'deceased':
      return 'Consta como persona fallecida. Quite la fila.';
    case 'repeated_person':
      return `Es la misma persona de la línea ${f.count(p.first)}: igual nombre y fecha de nacimiento. Quite una; si son dos personas, escriba en “${columns.told_apart}” algo que las distinga.`;
    case 'repeated_document':
      return `Tiene el mismo documento que la línea ${f.count(p.first)}. Corrija uno, o quite la fila repetida.`;
    case 'elsewhere':
      return p.territory === null
        ? 'La persona, o su documento, ya está en el padrón de otro territorio. Quite la fila; si vive aquí, avise al registro de toda la consulta.'
        : `Ya está en el padrón de “${p.territory}”, que este archivo no reemplaza. Quítela de aquí, o de allá primero.`;
  }
}

/** The roll: who may vote, bringing it, freezing it, asking about oneself. Source texts. */
export const rolls = (f: Format) => ({
  columns,
  proofs,
  problem: (p: RollProblem['problem']) => problem(p, f),

  title: 'Padrón',
  people: 'Personas',
  version: 'Versión',
  state: 'Estado',
  states: { open: 'Abierto', frozen: 'Congelado' },
  commitment: 'Compromiso',
  territory: 'Territorio',
  countOf: (n: number) =>
    plural(n, { one: '1 persona', many: `${f.count(n)} de personas`, other: `${f.count(n)} personas` }),
  leadOpen: (n: number) =>
    n === 0
      ? 'Todavía no hay nadie en el padrón.'
      : plural(n, {
          one: 'Hay 1 persona en el padrón. Todavía se puede cambiar.',
          many: `Hay ${f.count(n)} de personas en el padrón. Todavía se puede cambiar.`,
          other: `Hay ${f.count(n)} personas en el padrón. Todavía se puede cambiar.`,
        }),
  leadFrozen: (count: number, day: string, added: number) =>
    `Se congeló el ${day} con ${f.count(count)} personas. ${
      added === 0
        ? 'Nadie se agregó después.'
        : plural(added, {
            one: 'Después se agregó 1.',
            many: `Después se agregaron ${f.count(added)}.`,
            other: `Después se agregaron ${f.count(added)}.`,
          })
    }`,
  leadNoRule: 'Empiece por decir quién puede votar. Con esa regla se revisa cada línea del padrón.',
  commitmentRail:
    'Este número fija quiénes están en el padrón congelado sin decir nada de nadie. Quien guarda la sal puede demostrarlo después.',
  bringGo: 'Traer el padrón',
  ruleGo: 'Decir quién puede votar',
  ruleChange: 'Cambiar la regla',
  freezeGo: 'Proponer que se congele',
  addGo: 'Proponer a una persona',
  exportGo: 'Llevarse el padrón (CSV)',
  exportRail: 'Son datos personales: guárdelos donde nadie más los lea y bórrelos cuando no hagan falta.',

  ruleTitle: 'Quién puede votar',
  ruleLead:
    'Dónde vota cada persona lo dice el territorio de su línea en el padrón. Nadie necesita un número de documento.',
  minimumAge: 'Edad mínima, en años cumplidos',
  minimumAgeHint: 'Déjela vacía si puede votar gente de cualquier edad.',
  minimumAgeWrong: 'Escriba un número entero de 0 a 120, o nada.',
  ageDay: 'Día en que se cuenta la edad',
  ageDayWrong: 'Escriba el día.',
  proofsLabel: 'Pruebas que se aceptan',
  proofsHint: 'Para mostrar que una persona pertenece al lugar.',
  proofsWrong: 'Elija al menos una prueba.',
  save: 'Guardar',
  ruleText: (age: number | null, day: string) =>
    age === null ? 'Personas de cualquier edad.' : `Personas de ${f.count(age)} años cumplidos el ${day}, o más.`,
  ruleExcludes: (n: number) =>
    plural(n, {
      one: 'Con esta regla no podría votar una persona que ya está en el padrón. Traiga antes un padrón sin ella.',
      many: `Con esta regla no podrían votar ${f.count(n)} de personas que ya están en el padrón. Traiga antes un padrón sin ellas.`,
      other: `Con esta regla no podrían votar ${f.count(n)} personas que ya están en el padrón. Traiga antes un padrón sin ellas.`,
    }),
  ruleFrozen: 'El padrón ya está congelado y su regla no cambia.',

  bringTitle: 'Traer el padrón',
  bringLead:
    'Se revisa cada línea y se muestra qué cambiaría. Nada cambia hasta que usted lo aplique; con un solo error no se toma nada.',
  file: 'Archivo CSV',
  fileHint: (size: string) =>
    `Hasta ${size}. Columnas: nombre (o nombres y apellidos), fecha de nacimiento, código del territorio y prueba. Si las hay: documento, correo, idioma, fallecido.`,
  fileMissing: 'Elija un archivo.',
  fileTooLarge: (size: string) => `El archivo pasa de ${size}. Tráigalo por partes.`,
  fileBroken: 'El archivo no llegó completo. Tráigalo otra vez.',
  dates: 'Cómo están escritas las fechas',
  datesHint: '03/04/1980 puede ser marzo o abril: por eso se pregunta.',
  datesMissing: 'Elija cómo están escritas las fechas.',
  dateOrders: {
    dmy: 'Día, mes, año: 31/12/1980',
    ymd: 'Año, mes, día: 1980-12-31',
    mdy: 'Mes, día, año: 12/31/1980',
  } satisfies Record<DateOrder, string>,
  part: 'Código del territorio',
  partHint: (name: string) =>
    `Vacío: el archivo es el padrón entero de ${name}. Con un código, reemplaza solo a la gente de ese territorio y lo que tiene dentro.`,
  partUnknown: 'No hay un territorio con ese código en esta consulta.',
  partElsewhere: (name: string) =>
    `No hay un territorio con ese código dentro de ${name}. Déjelo vacío si el archivo es de todo.`,
  check: 'Revisar el archivo',
  bringRefusals: {
    no_rule: 'Antes hay que decir quién puede votar.',
    frozen: 'El padrón está congelado. A una persona que falta se la propone por separado.',
    another_waits: 'Ya hay otro archivo de ese territorio en camino. Aplíquelo o retírelo primero.',
  },

  bringPartRefusals: {
    no_rule: 'Todavía no se dijo quién puede votar. Lo dice el registro de toda la consulta.',
    frozen: 'El padrón está congelado. A una persona que falta la propone el registro de toda la consulta.',
    another_waits: 'Ya hay otro archivo de ese territorio en camino. Aplíquelo o retírelo primero.',
  },

  importTitles: {
    queued: 'El archivo espera su turno',
    reading: 'Leyendo el archivo',
    ready: 'Qué cambiaría',
    applying: 'Aplicando',
    applied: 'El padrón tiene una versión nueva',
    refused: 'Hay que corregir el archivo',
    withdrawn: 'El archivo se retiró',
  },
  importSays: {
    queued: 'Puede cerrar esta página y volver: el trabajo sigue.',
    reading: 'Un millón de líneas toma alrededor de un minuto. Puede cerrar esta página y volver.',
    applying: 'Se hace todo de una vez, o nada. Puede cerrar esta página y volver.',
    withdrawn: 'Nada cambió. Puede traer otro.',
  },
  importFrom: (name: string, part: string) => `“${name}”, padrón de ${part}`,
  progress: 'Avance',
  reload: 'Mirar otra vez',
  importCounts: (added: number, removed: number, changed: number) =>
    added + removed + changed === 0
      ? 'El archivo no cambia nada.'
      : `Entran ${f.count(added)}, salen ${f.count(removed)} y cambian ${f.count(changed)}.`,
  importSame: (same: number) => `Quedan igual ${f.count(same)}.`,
  importIgnored: (names: readonly string[]) => `No se usan estas columnas: ${f.list(names)}.`,
  apply: 'Aplicar',
  withdraw: 'Retirar el archivo',
  backToRoll: 'Volver al padrón',
  problemsLead: (n: number) =>
    plural(n, {
      one: 'Hay un problema. No se tomó nada del archivo.',
      many: `Hay ${f.count(n)} de problemas. No se tomó nada del archivo.`,
      other: `Hay ${f.count(n)} problemas. No se tomó nada del archivo.`,
    }),
  line: (n: number) => `Línea ${f.count(n)}`,
  waiting: (n: number) =>
    plural(n, {
      one: 'Hay un archivo en camino:',
      many: `Hay ${f.count(n)} de archivos en camino. El que espera desde antes va primero:`,
      other: `Hay ${f.count(n)} archivos en camino. El que espera desde antes va primero:`,
    }),

  partTitle: (name: string) => `Padrón de ${name}`,
  partNoRule: [
    'Todavía no se dijo quién puede votar.',
    'Lo dice el registro de toda la consulta. Después podrá traer aquí su padrón.',
  ],
  partPeople: (n: number) =>
    n === 0
      ? 'Todavía no hay nadie de este territorio en el padrón.'
      : plural(n, {
          one: 'Hay 1 persona de este territorio en el padrón.',
          many: `Hay ${f.count(n)} de personas de este territorio en el padrón.`,
          other: `Hay ${f.count(n)} personas de este territorio en el padrón.`,
        }),
  partOpen: 'El padrón se puede cambiar hasta que el registro de toda la consulta lo congele.',
  partFrozen: (day: string, n: number) =>
    plural(n, {
      one: `El padrón se congeló el ${day}. De este territorio hay 1 persona.`,
      many: `El padrón se congeló el ${day}. De este territorio hay ${f.count(n)} de personas.`,
      other: `El padrón se congeló el ${day}. De este territorio hay ${f.count(n)} personas.`,
    }),
  partMissing: 'A quien falte lo propone el registro de toda la consulta.',
  ruleOfWhole: 'La regla es una sola. La escribe el registro de toda la consulta.',
  bringPart: 'Traer este padrón',
  bringPartTitle: (name: string) => `Traer el padrón de ${name}`,
  partVersionsRail: 'Aquí están los archivos de este territorio y de lo que tiene dentro.',
  exportPart: 'Llevarse este padrón (CSV)',
  partsTitle: 'El padrón por territorio',
  partsLead: (peopled: number, all: number) =>
    all === 0
      ? 'Ningún territorio trae su propio padrón.'
      : `Hay gente de ${f.count(peopled)} de ${plural(all, { one: '1 territorio', many: `${f.count(all)} de territorios`, other: `${f.count(all)} territorios` })}.`,
  partsSay: 'Están los territorios que tienen su propio registro, o de los que se trajo un archivo aparte.',
  partsGo: 'Ver cuáles están y cuáles faltan',
  partsList: 'Territorios',
  partNewest: 'Último archivo',
  partNever: 'Ninguno aparte',
  partStates: { missing: 'No hay nadie', waiting: 'Archivo en camino', in: 'Hay gente' },

  versions: 'Versiones',
  versionsRail: 'Cada archivo aplicado y cada persona agregada es una versión. La anterior se conserva.',
  versionsListed: (shown: number, all: number) => `Se muestran las ${f.count(shown)} más nuevas de ${f.count(all)}.`,
  versionTitle: (n: number) => `Versión ${f.count(n)}`,
  kinds: { import: 'Archivo', addition: 'Persona agregada' },
  added: 'Entran',
  removed: 'Salen',
  changed: 'Cambian',
  total: 'Total',
  by: (name: string, day: string) => `${name}, ${day}`,
  byTwo: (a: string, b: string, day: string) => `${a} y ${b}, ${day}`,
  reason: 'Motivo',
  changeKinds: { added: 'Entra', removed: 'Sale', changed: 'Cambia' },
  changeOf: 'Cambio',
  from: (before: string, after: string) => `${before} → ${after}`,
  listed: (n: number) => `Se muestran las primeras ${f.count(n)}.`,
  fingerprint: 'Huella del archivo (SHA-256)',

  freezeTitle: 'Proponer que se congele el padrón',
  freezeLead: [
    'Congelado, el padrón no cambia más. A quien falte se la agrega una por una, con motivo y dos firmas, y de las claves de reserva.',
    'Primero se calcula el compromiso del padrón, en una página con su avance. Después usted guarda la sal y propone.',
    'Otra persona con derecho a congelar tiene que estar de acuerdo.',
  ],
  freezeBegin: 'Calcular el compromiso',
  freezeReason: 'Por qué ahora',
  freezeReasonHint: 'Lo lee quien tiene que estar de acuerdo, y después todo el mundo.',
  reasonMissing: 'Escriba el motivo.',
  freezingTitles: { committing: 'Calculando el compromiso del padrón', ready: 'El compromiso espera a quien lo pidió' },
  freezingSays: [
    'El compromiso es un número que fija quiénes están en el padrón. Con un millón de personas toma unos minutos.',
    'Puede cerrar esta página y volver: el trabajo sigue.',
  ],
  freezingBecame: {
    outdated: 'El padrón cambió mientras se calculaba su compromiso. Pídalo otra vez.',
    failed:
      'El compromiso no se pudo calcular y nada cambió. Pídalo otra vez; si se repite, avise a quien administra el servidor.',
  },
  freezingAskedBy: 'Lo pidió',
  freezingWithdraw: 'No seguir',
  propose: 'Proponer',
  freezeAct: (n: number) =>
    plural(n, {
      one: 'Congelar el padrón con 1 persona',
      many: `Congelar el padrón con ${f.count(n)} de personas`,
      other: `Congelar el padrón con ${f.count(n)} personas`,
    }),
  freezeFollows: [
    'Desde entonces nadie entra ni sale del padrón, salvo personas agregadas una por una entre dos, con motivo público.',
    'Se publican cuántas personas hay y un compromiso que no dice nada de nadie.',
  ],
  freezeRefusals: {
    no_rule: 'Antes hay que decir quién puede votar.',
    frozen: 'El padrón ya está congelado.',
    nobody: 'En el padrón no hay nadie.',
    import_waits: 'Hay un archivo en camino. Aplíquelo o retírelo primero.',
    changed_since: 'El padrón cambió desde que se calculó su compromiso. No siga con este, y empiece otra vez.',
    already_proposed: 'Ya está propuesto y espera a otra persona.',
    not_allowed: 'Su cuenta ya no tiene el papel que hace falta.',
    not_ready: 'Ese compromiso ya no está en camino. Mire aquí cómo va.',
    reason_missing: 'Escriba el motivo, de hasta 2000 signos.',
  },
  unfreezing: {
    go: '¿Se perdió la sal? Deshacer la congelación',
    title: 'Deshacer la congelación del padrón',
    lead: [
      'Sin la sal no se hacen códigos, y nadie tiene otra copia. El camino es deshacer la congelación y congelar otra vez, con otra sal.',
      'Se puede mientras no haya códigos en el sitio ni se haya abierto la votación.',
      'El motivo, el compromiso viejo y la versión del padrón quedan en el registro público.',
      'Otra persona con derecho a congelar tiene que estar de acuerdo.',
    ],
    reason: 'Qué pasó',
    reasonHint: 'Lo lee todo el mundo. No escriba la sal.',
    propose: 'Proponer que se deshaga',
    act: (n: number) =>
      plural(n, {
        one: 'Deshacer la congelación del padrón con 1 persona',
        many: `Deshacer la congelación del padrón con ${f.count(n)} de personas`,
        other: `Deshacer la congelación del padrón con ${f.count(n)} personas`,
      }),
    follows: [
      'El padrón queda abierto otra vez y hay que congelarlo de nuevo, con otro compromiso.',
      'El pedido de códigos que había deja de valer. El registro público guarda el compromiso viejo.',
    ],
    refusals: {
      not_frozen: 'El padrón no está congelado. Mire en su página cómo va.',
      codes_there: 'El sitio ya tiene códigos. Primero retírelos en la preparación.',
      vote_was_open: 'La votación ya se abrió, o la consulta terminó: el padrón queda como está.',
      changed_since: 'El padrón se congeló otra vez desde que se propuso. Rechace esta propuesta.',
      already_proposed: 'Ya está propuesto y espera a otra persona.',
      not_allowed: 'Su cuenta ya no tiene el papel que hace falta.',
      reason_missing: 'Escriba el motivo, de hasta 2000 signos.',
    },
  },
  saltTitle: 'Guarde esta sal, y proponga',
  saltLead: [
    'El compromiso está hecho. Congelar el padrón todavía no está propuesto.',
    'La sal la ve solo usted, y hasta que proponga. Al proponer, el servidor la olvida y nadie la ve más.',
    'Con ella y el padrón se puede demostrar después que nadie lo cambió; sin ella, no. Para hacer los códigos también hace falta.',
    'Imprímala o cópiela a mano, y guárdela en un sobre cerrado. No la envíe por correo.',
  ],
  saltOfOther: (name: string) =>
    `La sal la ve solo ${name}, que la guarda y propone. Si no puede, no siga con este, y empiece otra vez.`,
  salt: 'Sal',
  saltKept: 'Ya guardé la sal: proponer',

  addTitle: 'Proponer a una persona',
  addLead: [
    'El padrón está congelado. Una persona que falta se agrega con motivo y con el acuerdo de otra persona del registro. Usa una clave de reserva de cada papeleta en que vota.',
  ],
  addReason: 'Motivo',
  addReasonHint: 'Lo leerá todo el mundo: no nombre a nadie.',
  birthHint: 'Como 1980-12-31.',
  optional: 'Si la hay.',
  addAct: 'Agregar a una persona al padrón congelado',
  addFollows: [
    'La persona podrá votar con una clave de reserva.',
    'El motivo y el número de personas agregadas son públicos; su nombre, no.',
  ],
  additionRefusal: (
    refusal:
      | { readonly type: 'not_frozen' | 'on_roll_already' | 'already_proposed' | 'not_allowed' | 'reason_missing' }
      | { readonly type: 'wrong'; readonly problems: readonly RollProblem['problem'][] }
      | { readonly type: 'no_spares'; readonly territories: readonly string[] },
  ): string => {
    switch (refusal.type) {
      case 'not_frozen':
        return 'El padrón todavía está abierto: agregue a la persona al archivo.';
      case 'on_roll_already':
        return 'Esta persona, o su documento, ya está en el padrón.';
      case 'already_proposed':
        return 'Ya está propuesto y espera a otra persona.';
      case 'not_allowed':
        return 'Su cuenta ya no tiene el papel que hace falta.';
      case 'reason_missing':
        return 'Escriba el motivo.';
      case 'wrong':
        return refusal.problems.map((p) => problem(p, f)).join(' ');
      case 'no_spares':
        return `No queda ninguna clave de reserva para: ${f.list(refusal.territories)}. Sin ella no se puede agregar a nadie.`;
    }
  },

  askTitle: '¿Puedo votar aquí?',
  askLead: [
    'Diga su nombre, su fecha de nacimiento y el documento con que está en el padrón. Solo con los tres se responde.',
    'A nadie más se le dice si usted está en el padrón.',
  ],
  askName: 'Su nombre completo',
  askBirth: 'Su fecha de nacimiento',
  askDocument: 'Número de su documento',
  askMissing: {
    name: 'Escriba su nombre.',
    birth_date: 'Escriba la fecha, como 1980-12-31.',
    document: 'Escriba el número.',
  },
  ask: 'Preguntar',
  answerOnTitle: 'Sí, usted puede votar',
  answerOn: (proof: string) => `Está en el padrón con esta prueba: ${proof}.`,
  answerContests: 'Vota en',
  answerNoContests: 'Todavía no hay papeletas para su territorio.',
  answerUnknownTitle: 'No lo podemos confirmar',
  answerUnknown: [
    'Con estos tres datos no encontramos a nadie. Puede ser que no esté en el padrón, o que un dato esté escrito de otro modo.',
    'Si está en el padrón sin documento, la respuesta se da en persona.',
    'Vaya con cualquier prueba de que vive o participa aquí a la mesa del registro: le dicen por qué, y si falta, proponen agregarle.',
  ],
  answerOffTitle: 'Usted estuvo en el padrón, y ya no',
  answerOff: (version: number) =>
    `Salió con la versión ${f.count(version)}. Si cree que es un error, vaya a la mesa del registro. Lleve cualquier prueba de que vive o participa aquí.`,
  askAgain: 'Preguntar con otros datos',
});
export type RollsMessages = ReturnType<typeof rolls>;
