import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** The first page of a demo: source texts. */
export const demo = (f: Format) => ({
  go: 'Probar la demostración',
  title: 'Pruébelo entero, en cinco minutos',
  rail: [
    'La Enramada es una comuna inventada. Su votación está abierta.',
    'Vote, cierre, abra los sobres con las llaves y compruebe el resultado.',
  ],
  making: 'Se prepara la demostración',
  makingSays:
    'Gente inventada reparte cartas, guarda llaves y vota. Tarda menos de un minuto. La página se renueva sola.',
  makingStep: (done: number, steps: number) => `Van ${f.count(done)} de ${f.count(steps)} pasos.`,
  makingMore: (done: number, steps: number) =>
    `Otra consulta todavía se está preparando: van ${f.count(done)} de ${f.count(steps)} pasos.`,
  now: 'Ahora',
  vote: 'Vote',
  voteSays: 'Cada código es la carta de alguien que no ha votado. Elija uno y vote por esa persona.',
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
  closePropose: (name: string) => `Hacer de ${name}: proponer`,
  closeAgree: (name: string) => `Hacer de ${name}: aceptar`,
  open: 'Abra con las llaves',
  openSays:
    'Tres personas guardan llaves y dos bastan. Baje una llave, haga de esa persona y baje su trabajo. En la página de custodia elija “Trabajar después del cierre” y dele los dos archivos. Vuelva, haga otra vez de esa persona y suba lo que salió. Repítalo con otra llave.',
  key: (name: string) => `Llave de ${name}`,
  openAs: (name: string) => `Hacer de ${name}`,
  keyPage: 'Página de custodia',
  publish: 'Publique el resultado',
  publishSays: 'Se cuenta solo. Después, una garante propone publicar y otra acepta.',
  check: 'Compruebe',
  checkSays: 'El resultado sale del archivo que todo el mundo puede bajar y volver a contar.',
  checkGo: 'Ver el resultado',
  parts: 'Quién más hay',
  partsRail: 'Entre como cualquiera de estas personas. No hay contraseñas.',
});
export type DemoMessages = ReturnType<typeof demo>;
