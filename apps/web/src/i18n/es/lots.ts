import type { Format } from '../format.ts';

/** The page where a drawn order is typed in: source texts. */
export const lots = (f: Format) => ({
  title: 'Hace falta un sorteo',
  crumb: 'Sorteo',
  lead: 'Estos proyectos están empatados y no caben todos. Nadie debe elegir a dedo: decide la suerte, a la vista.',
  howTitle: 'Cómo se hace',
  how: [
    'Reúna a gente de todas las partes. Avise el día y la hora con tiempo.',
    'Escriba cada proyecto en un papel igual. Doble los papeles y métalos en una bolsa.',
    'Una persona que no votó saca los papeles, uno por uno.',
    'Lea cada papel en voz alta y anote el orden en un acta.',
    'Escriba aquí ese orden. Se cuenta de nuevo y el resultado queda fijo.',
  ],
  howRail: 'El orden se guarda con el resultado. Así cualquiera puede repetir la cuenta.',
  typeTitle: 'Escriba el orden que salió',
  typeRail: 'Puede elegir en las listas o escribir los códigos. Con una de las dos basta.',
  place: (n: number) => `Salió en el lugar ${f.count(n)}`,
  choose: 'Elija el proyecto',
  asText: 'O escriba los códigos',
  asTextHint: 'Un código por línea, en el orden en que salieron.',
  go: 'Contar con este orden',
  problems: {
    missing: 'Falta algún proyecto empatado en el orden. Elija uno en cada lugar.',
    repeated: 'Un proyecto está dos veces en el orden. Déjelo solo en el lugar en que salió.',
    unknown: 'Hay un código que no es de un proyecto empatado. Cópielo de las listas.',
  },
  notNeeded: 'Este resultado no necesita un sorteo.',
  seeResult: 'Ver el resultado',
});
export type LotsMessages = ReturnType<typeof lots>;
