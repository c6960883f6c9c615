import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** The first page of a demo: source texts. */
export const demo = (f: Format) => ({
  go: 'Probar la demostración',
  title: 'Pruébelo entero, en cinco minutos',
  rail: [
    'La Enramada es una comuna inventada, y usted puede ser cualquiera de su gente.',
    'Vote, cierre, abra los sobres con las claves y compruebe el resultado.',
  ],
  making: 'Se prepara la demostración',
  makingSays:
    'Gente inventada reparte cartas, guarda claves y vota. Tarda menos de un minuto. La página se renueva sola.',
  makingStep: (done: number, steps: number) => `Van ${f.count(done)} de ${f.count(steps)} pasos.`,
  makingMore: (done: number, steps: number) =>
    `Otra consulta, ya terminada, todavía se está preparando: van ${f.count(done)} de ${f.count(steps)} pasos.`,
  makingNext: (done: number, steps: number) =>
    `Se prepara otra votación para quien venga después: van ${f.count(done)} de ${f.count(steps)} pasos.`,
  failed: 'La demostración no se pudo terminar de preparar',
  failedSays: (done: number, steps: number) =>
    `Se intentó tres veces. Están hechos ${f.count(done)} de ${f.count(steps)} pasos, y lo hecho sigue ahí.`,
  failedFault: 'Lo que falló:',
  failedDo:
    'Inténtelo de nuevo: sigue donde se quedó. Si vuelve a fallar, arranque el servidor con otra carpeta en CONVITE_DATA; en esta no hay nada que perder.',
  again: 'Intentarlo de nuevo',
  now: 'Ahora',
  finished: 'Hecho',
  before: (title: string) => `Ya hay resultado de “${title}”, que cerró quien vino antes.`,
  vote: 'Vote',
  voteSays: 'Cada código es la carta de una persona inventada. Elija uno y vote por ella.',
  voteAgain:
    'Un código sirve más de una vez y cuenta el último voto. Esta lista no marca los usados: la página no mira con qué código votó nadie.',
  visitors: (n: number) =>
    plural(n, {
      one: 'En la urna ya hay un voto de quien prueba la demostración.',
      many: `En la urna ya hay ${f.count(n)} de votos de quienes prueban la demostración.`,
      other: `En la urna ya hay ${f.count(n)} votos de quienes prueban la demostración.`,
    }),
  voteAs: (name: string) => `Vote como ${name}`,
  papers: (n: number) =>
    plural(n, { one: 'Una papeleta', many: `${f.count(n)} de papeletas`, other: `${f.count(n)} papeletas` }),
  moreCodes: 'Más códigos',
  voteOver: 'La votación ya cerró.',
  find: 'Busque su voto',
  findSays: 'Con el comprobante lo encuentra en la urna pública. El servidor no sabe cuál mira usted.',
  findGo: 'Buscar mi voto',
  close: 'Cierre la votación',
  closeSays:
    'Hacen falta dos garantes: una persona propone y otra acepta. Solo en una demostración se puede cerrar antes de la hora.',
  propose: (name: string) => `Proponer, como ${name}`,
  proposed: (name: string) => `Ya está propuesto. Falta que lo acepte otra persona: ${name}.`,
  agree: (name: string) => `Aceptar, como ${name}`,
  adding: 'La votación cerró. Se suman los votos sin abrir ninguno; la página se renueva sola.',
  open: 'Abra con las claves',
  openSays: 'La clave que abre el resultado está partida entre tres custodios, y dos bastan. Con cada uno de los dos:',
  openHow: [
    'Baje su clave.',
    'Entre como ese custodio y baje su trabajo.',
    'En la página de custodios elija “Trabajar después del cierre”, dele los dos archivos y guarde lo que sale.',
    'Entre otra vez como ese custodio y suba ese archivo.',
  ],
  opened: (done: number, needed: number) => `Ya hicieron su parte ${f.count(done)} de ${f.count(needed)} custodios.`,
  key: (name: string) => `Clave de ${name}`,
  openAs: (name: string) => `Entrar como ${name}`,
  keyPage: 'Página de custodios',
  counting: 'Se cuenta solo; la página se renueva sola.',
  tied: (name: string) => `Hay un empate que decide el resultado: lo decide un sorteo público. Entre como ${name}.`,
  tiedGo: (name: string) => `Ir al sorteo, como ${name}`,
  publish: 'Publique el resultado',
  publishSays: 'Cuando está contado, un garante propone publicarlo y otro acepta.',
  check: 'Compruebe',
  checkSays: 'El resultado sale del archivo que todo el mundo puede bajar y volver a contar.',
  checkGo: 'Ver el resultado',
  parts: 'Quién más hay',
  partsRail: 'Entre como cualquiera de estas personas. No hay contraseñas. Cada papel puede unas cosas y no otras.',
});
export type DemoMessages = ReturnType<typeof demo>;
