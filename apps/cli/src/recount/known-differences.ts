import type { Language } from '../arguments/choices.ts';

/** A published file whose official result the rule that it declares does not give, and why. */
export interface KnownDifference {
  /** SHA-256 of the file: another edition of it is looked at afresh. */
  readonly inputSha256: string;
  readonly onlyCounted: readonly string[];
  readonly onlyOfficial: readonly string[];
  readonly reason: Readonly<Record<Language, string>>;
}

/** Only what was looked into; a difference of other projects in the same file is not known. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    // Łódź 2020, city-wide
    inputSha256: '73b5268cfa670e9b7ca334dc8e854237db6edee74cbbda51b20b5853f8fb8b81',
    onlyCounted: [],
    onlyOfficial: ['L008', 'L099', 'L120', 'L123', 'L152', 'L155', 'L163', 'L205', 'L208', 'L249', 'L257'],
    reason: {
      en: 'The city stopped at the first project that did not fit, as counted here, and later moved unused money of its districts to this vote (resolution XXXVI/1155/21, January 2021). It then chose more projects without following the rule strictly; the comment in the file says so.',
      es: 'La ciudad paró en el primer proyecto que no cabía, como se cuenta aquí, y después pasó a esta votación dinero no usado de los distritos (resolución XXXVI/1155/21, enero de 2021). Entonces eligió más proyectos sin seguir la regla al pie de la letra; lo dice el comentario del archivo.',
    },
  },
  {
    // Wrocław 2017, Rejon nr 11, 750
    inputSha256: 'd518c4f5f5e6c31f817d0c8110f0cf869d3293d199cd61fbc56857387bbeddb1',
    onlyCounted: [],
    onlyOfficial: ['425'],
    reason: {
      en: 'Project 150, which had the most votes, was withdrawn after the vote. The file keeps it at an invented cost of 999,999,999, at which this rule would stop; without it 425 wins, as it did officially. The comment in the file says so.',
      es: 'El proyecto 150, el más votado, se retiró después de la votación. El archivo lo conserva con un costo inventado de 999.999.999, en el que esta regla pararía; sin él gana el 425, como ganó oficialmente. Lo dice el comentario del archivo.',
    },
  },
];
