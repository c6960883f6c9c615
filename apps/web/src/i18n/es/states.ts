import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** What is not a result: waiting, refusals and errors. Source texts. */
export const states = (f: Format) => ({
  queued: 'Su recuento espera su turno',
  reading: 'Leyendo las boletas',
  counting: 'Contando los votos',
  pendingRefreshes: 'Esta página se actualiza sola.',
  pendingLook: 'Suele tardar unos segundos.',
  pendingClose: 'Puede cerrarla y volver: la dirección es la misma.',
  ahead: (n: number) =>
    n === 0
      ? 'Es el siguiente.'
      : plural(n, { one: 'Hay uno antes.', many: `Hay ${f.count(n)} antes.`, other: `Hay ${f.count(n)} antes.` }),
  progress: (done: number, of: number) => `${f.count(done)} de ${f.count(of)} boletas leídas`,
  reload: 'Actualizar ahora',
  progressTitle: 'Por dónde va',
  steps: ['En la fila', 'Leer las boletas', 'Contar'],
  now: 'Ahora.',
  done: 'Listo.',

  uploadTitle: 'No pudimos leer el archivo',
  fileMissing: 'Falta elegir un archivo',
  ruleMissing: 'Falta elegir la regla',
  countStopped: 'La cuenta se detuvo',
  uploadsFull: 'Por ahora no hay lugar para más votaciones',
  uploadNothing: 'No se guardó nada.',
  uploadMend: 'Arregle el archivo y súbalo otra vez.',
  uploadRefusals: {
    no_file: 'Elija un archivo .pb o una de las votaciones de muestra.',
    too_large: (size: string) =>
      `El archivo es demasiado grande. El límite es de ${size}. Quite las columnas que no hacen falta y súbalo otra vez.`,
    not_text:
      'El archivo no es un texto .pb. Quizá es un PDF, un archivo comprimido o una hoja de cálculo. Suba el .pb.',
    empty: 'El archivo está vacío. Guárdelo otra vez desde el programa que lo hizo y súbalo de nuevo.',
    no_declared_rule: 'El archivo no dice con qué regla se cuenta. Elija una regla y súbalo otra vez.',
    unknown_sample: 'Esa votación de muestra no existe.',
    uploads_full:
      'Cada votación que se sube se borra a los 30 días: pruebe otro día. Con la herramienta “convite” puede contarla en su máquina.',
    timeout: 'La cuenta tardó demasiado y se detuvo. Con la herramienta “convite” puede contarlo en su máquina.',
  },
  line: (n: number) => `Línea ${f.count(n)}`,
  wholeFile: 'Todo el archivo',
  problemsTitle: (n: number) =>
    plural(n, { one: 'Un problema', many: `${f.count(n)} de problemas`, other: `${f.count(n)} problemas` }),
  problemsFound: (n: number) =>
    plural(n, {
      one: 'Encontramos un problema.',
      many: `Encontramos ${f.count(n)} de problemas.`,
      other: `Encontramos ${f.count(n)} problemas.`,
    }),
  problemsSee: 'Ver qué pasa en cada línea',
  problemWhere: 'Dónde',
  problemWhat: 'Qué pasa',
  problemsMore: (n: number) =>
    plural(n, { one: 'Y uno más.', many: `Y ${f.count(n)} más.`, other: `Y ${f.count(n)} más.` }),
  again: 'Elegir el archivo otra vez',
  chooseRule: 'Elegir una regla',

  refusedTitle: 'Esta regla no sirve para estas boletas',
  refused: {
    utility_needs_points: 'Esa forma de contar necesita puntos, y estas boletas no los tienen.',
    rule_needs_scores: 'Esa regla necesita notas, y estas boletas no las tienen.',
    unsupported: 'Este archivo pide una regla que no conocemos.',
    unknown_project: (id: string) => `La regla nombra el proyecto ${id}, que no está en el archivo.`,
  },
  refusedNow: 'No se contó nada. Elija otra regla y suba el archivo otra vez.',

  notFoundTitle: 'No hay nada en esta dirección',
  notFound: 'Revise si la dirección está completa. Si la copió de un papel, mire las letras y los números.',
  goneTitle: 'Este recuento ya no está',
  gone: 'Lo quitó quien lo subió, o pasaron 30 días. Si tiene el archivo, puede contarlo otra vez.',
  removedTitle: 'El recuento se quitó',
  removed: 'Se borraron el archivo y la cuenta. La dirección ya no abre nada.',
  busyTitle: 'Demasiados recuentos seguidos',
  busy: (minutes: number) =>
    plural(minutes, {
      one: 'Espere un minuto y pruebe otra vez.',
      many: `Espere ${f.count(minutes)} de minutos y pruebe otra vez.`,
      other: `Espere ${f.count(minutes)} minutos y pruebe otra vez.`,
    }),
  busyWhy: 'Cada visitante puede pedir algunos recuentos por hora. Así alcanza para todos.',
  foreignFormTitle: 'Este formulario llegó desde otro sitio',
  foreignForm: 'No se hizo nada. Abra la página en la dirección de este sitio y envíe el formulario desde ahí.',
  foreignFormServer:
    'Si no ayuda, avise a quien administra el sitio: PUBLIC_ORIGIN debe ser la dirección de su navegador.',
  badRequestTitle: 'No entendimos el pedido',
  badRequest: 'Algún dato no es válido. Vuelva y revise lo que escribió.',
  faultTitle: 'Algo falló de nuestro lado',
  fault: 'No es culpa suya. No se perdió ningún resultado guardado. Pruebe otra vez en unos minutos.',
  incident: (number: string) => `Si nos escribe, dé este número: ${number}`,
  goHome: 'Ir al inicio',
});
export type StatesMessages = ReturnType<typeof states>;
