import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');
const words = ['', 'Un', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve', 'Diez', 'Once', 'Doce'];

/** The page of a result: source texts. */
export const result = (f: Format) => ({
  heading: (n: number, money: string) =>
    n === 0
      ? 'Ningún proyecto ganó'
      : `${words[n] ?? f.count(n)} ${plural(n, { one: 'proyecto', many: 'de proyectos', other: 'proyectos' })} por ${money}`,
  headingLots: 'Hay un empate: falta un sorteo',
  crumb: 'Resultado',
  voted: (n: number) =>
    plural(n, {
      one: 'Votó una persona.',
      many: `Votaron ${f.count(n)} de personas.`,
      other: `Votaron ${f.count(n)} personas.`,
    }),
  served: (served: number, marked: number) =>
    marked === 0
      ? 'Nadie marcó ningún proyecto.'
      : `De las ${f.count(marked)} que marcaron algo, ${f.count(served)} tienen al menos un proyecto suyo.`,
  checkLink: 'Compruébelo usted',

  aboutTitle: 'Qué es esta página',
  aboutDemo: 'Una comuna inventada, para mostrar cómo se cuenta. Los números son exactos.',
  aboutSample: 'Una muestra que viene con el programa. El lugar es inventado, los números son exactos.',
  aboutUpload: 'Un recuento, no el resultado oficial. Lo pidió quien subió el archivo.',
  aboutExpires: (day: string) => `Se borra solo el ${day}.`,
  aboutRule: (rule: string) => `Regla: ${rule}`,
  officialSame: 'Coincide con la lista oficial que trae el archivo.',
  officialDiffers: (added: number, missing: number) =>
    `No coincide con la lista oficial que trae el archivo: ${f.count(added)} solo aquí, ${f.count(missing)} solo allí.`,

  changedTitle: 'Esto no pasó: es una prueba',
  changedBudget: (money: string) => `Con un sobre de ${money}.`,
  changedRule: (rule: string) => `Con la regla “${rule}”.`,
  changedWithout: (names: string) => `Sin ${names}.`,
  changedBack: 'Ver la votación como fue',

  decided: 'Qué se decidió',
  decidedOrder: 'En el orden en que ganaron.',
  decidedLeft: (money: string) => `Quedan ${money} sin gastar.`,
  decidedNothingLeft: 'No queda nada sin gastar.',
  decidedNone: 'Ningún proyecto reunió lo necesario. El dinero queda entero en el sobre.',
  decidedSure: 'Estos ganan sea cual sea el sorteo.',
  decidedNoneSure: 'Ningún proyecto gana con seguridad antes del sorteo.',
  winners: 'Proyectos que ganaron',
  project: 'Proyecto',
  projectAndPlace: 'Proyecto y lugar',
  votes: 'Votos',
  points: 'Puntos',
  cost: (unit: string) => f.withUnit('Costo', unit),
  sum: 'Suma',
  envelope: 'El sobre',
  left: 'Queda',
  sealedTitle: 'En los votos sellados:',
  unnamed: (id: string) => `Proyecto ${id}`,

  lots: 'Falta un sorteo',
  lotsWhy: 'Hay proyectos empatados y no caben todos. La regla no puede elegir por sí sola.',
  lotsPossible: (n: number) =>
    plural(n, {
      one: 'Según el sorteo hay un resultado posible:',
      many: `Según el sorteo hay ${f.count(n)} de resultados posibles:`,
      other: `Según el sorteo hay ${f.count(n)} resultados posibles:`,
    }),
  lotsMore: 'Hay más resultados posibles; aquí se muestran los que se siguieron.',
  lotsGo: 'Escribir el orden sorteado',
  lotsCase: (n: number) => `Resultado ${f.count(n)}`,

  twoRules: 'El mismo sobre, dos reglas',
  twoRulesScale: (money: string) => `Las dos cintas miden ${money}.`,
  twoRulesLots: (rule: string) => `Con “${rule}” hay un empate: haría falta un sorteo.`,
  twoRulesSame: 'Las dos reglas eligen los mismos proyectos.',
  twoRulesEnter: (rule: string, n: number) =>
    plural(n, {
      one: `Con “${rule}” entraría un proyecto más, rayado.`,
      many: `Con “${rule}” entrarían ${f.count(n)} de proyectos, rayados.`,
      other: `Con “${rule}” entrarían ${f.count(n)} proyectos, rayados.`,
    }),
  twoRulesLeave: (n: number) =>
    plural(n, {
      one: 'Saldría uno de los que ganaron.',
      many: `Saldrían ${f.count(n)} de los que ganaron.`,
      other: `Saldrían ${f.count(n)} de los que ganaron.`,
    }),
  thisRule: 'la regla de este recuento',
  otherRule: 'para comparar',
  tapeOf: (rule: string, n: number, money: string, left: string) =>
    `${rule}: ${f.count(n)} ${plural(n, { one: 'proyecto', many: 'de proyectos', other: 'proyectos' })}, ${money}; quedan ${left}.`,
  tapeLeft: 'quedan',
  tapeSmall: (n: number) =>
    plural(n, { one: 'un proyecto', many: `${f.count(n)} de proyectos`, other: `${f.count(n)} proyectos` }),
  tapeScale: (unit: string) => `La escala va en ${unit}.`,
  tapeBrief: (unit: string) => `Los números van en ${unit}.`,
  tapeThousand: (unit: string) => `miles de ${unit}`,
  tapeMillion: (unit: string) => `millones de ${unit}`,
  inNumbers: 'Las dos reglas en números',
  measure: 'Medida',
  projects: 'Proyectos',
  spent: (unit: string) => f.withUnit('Gastado', unit),
  unserved: (marked: number) => `Personas sin ningún proyecto suyo, de ${f.count(marked)}`,
  prefer: 'Personas con más proyectos suyos que con la otra regla',
  preferEqual: (n: number) => `A ${f.count(n)} les da igual`,
  onlyWith: (rule: string) => `Solo con “${rule}”`,
  differences: 'Ver qué proyectos cambian',

  ballots: 'Quiénes votaron',
  ballotsSentence: (total: number, marked: number, blank: number) =>
    `Se contaron ${f.count(total)} boletas: ${f.count(marked)} con proyectos y ${f.count(blank)} en blanco.`,
  ballotsMean: (mean: string) => `Cada boleta con proyectos marcó ${mean}, en promedio.`,
  withProjects: (n: number) => `${f.count(n)} con proyectos`,
  blank: (n: number) => `${f.count(n)} en blanco`,
  byChannel: 'Cómo votaron',
  channelBallots: 'Boletas',
  part: 'Parte',
  channels: {
    internet: 'Por internet',
    phone: 'Con su teléfono',
    kiosk: 'En la tableta de la mesa',
    paper: 'En papel',
    mail: 'Por correo',
  },

  allVotes: 'Todos los votos',
  allVotesOrder: (n: number) =>
    plural(n, {
      one: 'Un proyecto.',
      many: `${f.count(n)} de proyectos, de más a menos votos.`,
      other: `${f.count(n)} proyectos, de más a menos votos.`,
    }),
  allVotesPoints: (n: number) => `${f.count(n)} proyectos, de más a menos puntos.`,
  allVotesShares: 'Tener más votos no basta. También cuenta a quién le quedaba parte para pagar.',
  allVotesCaption: 'Votos de todos los proyectos',

  places: 'Cada barrio y su parte',
  placesPost: 'El poste es la parte de los votantes. La bola es la parte del dinero. Cuanto más cerca, más parejo.',
  placesShare: 'Donde la regla no reparte pagos, cada costo se divide entre quienes eligieron el proyecto.',
  placesCaption: 'Parte de los votantes y parte del dinero, por barrio y regla',
  ofVoters: (percent: string) => `${percent} de los votantes`,
  noPlace: 'Sin barrio',

  reach: '¿A cuántas personas les toca algo?',
  reachDots: 'Cada punto lleno es una de cada cien personas con al menos un proyecto suyo.',
  everyone: 'Todas las personas',
  ofHundred: (rule: string) => `de 100 con ${rule.toLowerCase()}`,

  how: 'Cómo se contó',
  howOpen: 'Así va la cuenta con uno de los órdenes posibles del sorteo.',
  rounds: (n: number) =>
    plural(n, { one: 'La única ronda', many: `Las ${f.count(n)} de rondas`, other: `Las ${f.count(n)} rondas` }),
  roundTitle: (n: number, name: string) => `${f.count(n)}. ${name}`,
  effective: (supporters: number) => `votos efectivos de ${f.count(supporters)}`,
  paysAll: (cost: string, each: string) => `Cuesta ${cost}. Cada persona paga ${each}. Todas pueden.`,
  paysSome: (cost: string, payers: number, each: string) =>
    `Cuesta ${cost}. ${f.count(payers)} ${plural(payers, { one: 'paga', many: 'pagan', other: 'pagan' })} ${each}. Las demás, lo que les queda.`,
  paysNone: (cost: string) => `Cuesta ${cost}. Cada persona pone todo lo que le queda.`,
  paysUneven: (cost: string) => `Cuesta ${cost}. Cada persona paga según cuánto lo prefirió.`,
  paysParts: (full: string, rest: string) => `${full} de quienes pagan entero, ${rest} de quienes vacían su parte`,
  exactly: (value: string) => `Exacto: ${value}`,
  load: (supporters: number) => `carga por persona, ${f.count(supporters)} votos`,
  costs: (cost: string) => `Cuesta ${cost}.`,
  loadNone: 'Entró sin votos, porque aún cabía.',
  considered: 'Los proyectos, en el orden en que se miraron',
  consideredCompletion: 'Después, con lo que quedó',
  moneyLeft: (unit: string) => f.withUnit('Queda', unit),
  entered: 'Entra',
  enteredReserve: 'Entra con la reserva',

  ties: 'Empates',
  tied: (names: string) => `Empataron ${names}.`,
  settled: {
    same_winners: 'No importa cuál va primero: ganan los mismos.',
    lower_cost: (chosen: string) => `Fue primero el de menor costo: ${chosen}.`,
    project_id: (chosen: string) => `Fue primero el de menor código: ${chosen}.`,
    lots: (chosen: string) => `El sorteo puso primero a ${chosen}.`,
    open: 'Falta el sorteo.',
  },

  properties: 'Lo que se comprobó',
  propertiesRail: 'La máquina revisa cada resultado. Si algo no se cumple, lo dice igual.',
  holds: 'Se cumple',
  fails: 'No se cumple',
  unknown: 'No se puede saber',
  notAsked: 'No corresponde',
  withinBudget: 'El gasto cabe en el sobre',
  exhaustive: 'Se usó todo lo posible',
  exhaustiveYes: 'Con lo que queda no alcanza para ningún otro proyecto que podía entrar.',
  exhaustiveNo: (n: number, names: string) =>
    plural(n, {
      one: `Todavía cabría un proyecto: ${names}.`,
      many: `Todavía cabría cualquiera de ${f.count(n)} de proyectos: ${names}.`,
      other: `Todavía cabría cualquiera de ${f.count(n)} proyectos: ${names}.`,
    }),
  prices: 'Las cuentas de los pagos cuadran',
  pricesYes: 'Nadie pagó más que su parte, ni por algo que no eligió.',
  pricesNo: 'Los pagos de las rondas no explican el resultado.',
  pricesOutside: (n: number) =>
    plural(n, {
      one: 'Un proyecto entró después, sin pagos.',
      many: `${f.count(n)} de proyectos entraron después, sin pagos.`,
      other: `${f.count(n)} proyectos entraron después, sin pagos.`,
    }),
  pricesNone: 'Esta regla no reparte pagos.',
  groups: 'Ningún grupo quedó sin su parte',
  groupsYes: 'Cada grupo que compartía un proyecto recibió lo que su tamaño merece, salvo un proyecto.',
  groupsNo: 'A estos grupos les tocaba más. Su parte del dinero alcanzaba para el proyecto que compartían:',
  groupsOne: (group: number, name: string) => `${f.count(group)} personas que querían ${name}`,
  groupsUnknown: 'Los puntos de un mismo proyecto difieren entre personas. Esta prueba no se aplica.',
  andMore: (n: number) => `y ${f.count(n)} más`,
  shareOut: 'En qué se gasta',
  byCategory: 'Por tema',
  byNeighbourhood: 'Por barrio',
  name: 'Nombre',
  none: 'Sin nombre',

  check: 'Compruébelo usted',
  checkRail: 'No hace falta creernos. Con estos archivos cualquiera repite la cuenta en su máquina.',
  checkGet: 'Baje las boletas y la regla. Las boletas no llevan nombres.',
  checkRun: 'Ponga los dos archivos en la carpeta del programa Convite y repita la cuenta:',
  checkCompare: 'La orden termina con dos huellas (SHA-256). Deben ser estas:',
  fingerprintFile: 'Boletas que se bajan aquí',
  fingerprintCounted: 'Archivo que se contó',
  fingerprintOriginal:
    'Otra huella, solo para quien tiene el archivo original. Ese archivo no se publica: trae columnas sobre votantes.',
  fingerprintRule: 'Regla',
  files: 'Archivos',
  fileAndPrint: 'Archivo y huella SHA-256',
  size: 'Tamaño',
  downloads: {
    ballots: 'Boletas y costos',
    rule: 'La regla, como datos',
    table: 'Los proyectos, en una tabla',
    'data-package': 'Todas las tablas, con su descripción',
    report: 'El resultado entero, para programas',
    transcript: 'La cuenta paso a paso, en texto',
    share: 'Un texto corto para compartir',
  },
  warnings: (n: number) =>
    plural(n, {
      one: 'Un aviso sobre el archivo',
      many: `${f.count(n)} de avisos sobre el archivo`,
      other: `${f.count(n)} avisos sobre el archivo`,
    }),
  warningsWhy: 'El archivo se pudo leer. Estas líneas no eran como manda el formato:',
  line: (n: number) => `Línea ${f.count(n)}`,

  whatIf: '¿Y si…?',
  whatIfRail: 'Cambie una cosa y se cuenta de nuevo. Cada prueba tiene su propia dirección. La votación no cambia.',
  whatIfBudget: (unit: string) => `¿Y si el sobre fuera otro? (en ${unit})`,
  whatIfRule: '¿Y si la regla fuera otra?',
  whatIfWithout: '¿Y si un proyecto se retirara?',
  whatIfGo: 'Contar así',

  remove: 'Quitar este recuento',
  removeWhy: 'Usted subió este archivo. Puede quitarlo ahora: se borran el archivo y la cuenta.',
  removeGo: 'Quitar para siempre',
});
export type ResultMessages = ReturnType<typeof result>;
