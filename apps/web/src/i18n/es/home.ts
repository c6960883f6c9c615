import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** The first page and the form that starts a recount: source texts. */
export const home = (f: Format) => ({
  title: 'Cuente usted los votos',
  what: [
    'Convite ayuda a una comunidad a decidir en qué gasta un dinero común.',
    'La gente elige proyectos. Una regla conocida antes de votar reparte el dinero.',
    'Aquí la cuenta se hace con fracciones exactas, sin redondear nunca.',
    'A cada proyecto que no ganó, la página le dice por qué y qué lo habría cambiado.',
    'Cualquiera puede repetir la cuenta en su propia máquina.',
  ],
  ring: 'Sillas distintas en círculo alrededor de un cuaderno abierto. Una está libre.',
  go: 'Recontar una votación',

  demo: 'Un resultado para mirar',
  demoRail: 'Una comuna inventada. Los votos son de mentira, la cuenta es de verdad.',
  demoState: 'Contado',
  demoText: (voters: number, projects: number, money: string) =>
    `${plural(voters, { one: 'Una persona votó', many: `${f.count(voters)} de personas votaron`, other: `${f.count(voters)} personas votaron` })} sobre ${f.count(projects)} proyectos, con un sobre de ${money}.`,
  demoWinners: (n: number) =>
    plural(n, {
      one: 'Ganó un proyecto.',
      many: `Ganaron ${f.count(n)} de proyectos.`,
      other: `Ganaron ${f.count(n)} proyectos.`,
    }),
  demoGo: 'Ver el resultado',

  recount: 'Recontar una votación',
  recountRail: 'Con un archivo Pabulib (.pb): boletas, costos y regla en un solo texto.',
  recountPrivate: 'Su archivo no aparece en ninguna lista. Se borra a los 30 días. Usted puede quitarlo antes.',
  file: 'Archivo .pb',
  fileHint: (size: string) => `Hasta ${size}. No ponga nombres de votantes en el archivo.`,
  rule: 'Regla',
  ruleHint: 'Si no cambia nada, se usa la regla que declara el archivo.',
  ruleDeclared: 'La que declara el archivo',
  count: 'Contar',

  samples: 'O pruebe con una de estas',
  samplesRail: 'Vienen con el programa.',
  sampleFacts: (ballots: number, projects: number) => `${f.count(ballots)} boletas, ${f.count(projects)} proyectos`,
  sampleGo: 'Contar',
  sampleGoName: (name: string) => `Contar ${name}`,
});
export type HomeMessages = ReturnType<typeof home>;
