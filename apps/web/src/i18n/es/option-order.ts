/** The order in which options stand on papers, and its public draw. Source texts. */
export const optionOrder = () => ({
  // For everyone.
  publicTitle: 'El orden de las opciones',
  publicDrawn: (when: string) => `Salió de un sorteo público, anotado el ${when}. Los números no cambian.`,
  byNumber: 'Están en el orden de sus números, el mismo para todas las personas. No se sorteó otro.',
  check: 'Comprobar el sorteo',
  checkSays: [
    'De cada opción se toma el SHA-256 de cuatro líneas: “convite-order-1”, la semilla, el identificador de la papeleta y el número.',
    'Las opciones van de la huella menor a la mayor. La primera se calcula así:',
  ],
  seed: 'Semilla del sorteo',

  // For guarantors.
  title: 'Orden de las opciones',
  lead: [
    'Quien está arriba en la lista tiene ventaja. Por eso el orden se sortea en público.',
    'Se sortea una vez, entre congelar la regla y escribir las elecciones. Los números de las opciones no cambian.',
  ],
  early: ['Se sortea después de congelar la regla, cuando ya nadie cambia las opciones.'],
  late: ['No se sorteó: las opciones van en el orden de sus números. Las elecciones ya se están escribiendo.'],
  isDrawn: ['El orden está sorteado. Cada papeleta tiene el suyo, y cualquiera lo puede calcular.'],
  drawn: 'Lo que salió',
  when: 'Anotado el',
  record: 'Anotar lo que salió',
  recordRail: [
    'Sortee algo que nadie pueda elegir: una lotería, o los dados de varias personas.',
    'Una persona de garantía lo escribe letra por letra. Otra, que estuvo allí, lo acepta.',
  ],
  seedHint: 'Letra por letra, en una sola línea: dados 3 1 4 1 5.',
  how: 'Qué se sorteó, dónde y ante quién',
  howHint: 'Por ejemplo: cinco dados en la asamblea del 3 de mayo, tirados por cinco vecinas.',
  missing: 'El orden de las opciones no se sorteó: van por sus números',
  actTitle: (title: string) => `Anotar el sorteo del orden de las opciones de “${title}”`,
  actSays: ['Acepte solo si estuvo allí y esto es lo que salió. No se sortea otra vez.'],
  refused: {
    not_now: 'Solo se puede entre congelar la regla y escribir las elecciones.',
    already_drawn: 'El orden ya está sorteado. No se sortea otra vez.',
    seed_malformed: 'Escriba la semilla en una sola línea, sin dejarla vacía.',
    how_missing: 'Escriba qué se sorteó, dónde y ante quién, en hasta 1000 signos.',
    already_proposed: 'Esto ya está propuesto y espera a la segunda persona.',
    not_allowed: 'Su cuenta no puede proponer esto.',
    reason_missing: 'Escriba la razón. La podrá leer todo el mundo.',
  },
});
export type OptionOrderMessages = ReturnType<typeof optionOrder>;
