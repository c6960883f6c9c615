/** Words around every page: source texts. */
export const frame = () => ({
  brand: 'Convite',
  skip: 'Ir al contenido',
  language: 'Idioma',
  youAreHere: 'Está aquí',
  home: 'Inicio',
  recount: 'Recontar una votación',
  foot: 'Programa libre. Esta página también sale bien en papel.',
  machines: 'Datos para programas',
  staff: 'Entrada del personal',
  errorTitle: (title: string) => `Error: ${title}`,
  pageTitle: (title: string) => `${title}. Convite`,
  demo: 'Demostración.',
  demoSays: 'Nada de lo que se vota aquí decide nada, y cualquiera puede hacer de cualquiera.',
  demoGuide: 'Guía paso a paso',
  problem: 'Hay un problema',
});
export type FrameMessages = ReturnType<typeof frame>;
