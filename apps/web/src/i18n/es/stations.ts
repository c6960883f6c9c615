/** Tables where people vote with help. Source texts. */
export const stations = () => ({
  // For everyone.
  publicTitle: 'Vote en una mesa',
  publicRail: 'Para quien no puede votar con su teléfono, o prefiere ayuda.',
  says: 'Allí puede votar con una tableta o en papel, y hay quien ayude. Lleve su carta.',
  station: (name: string, place: string, hours: string) => `${name}, ${place}. ${hours}.`,
  none: 'Pregunte a la comisión de su comunidad dónde está la mesa más cercana.',

  // For organisers.
  title: 'Mesas con ayuda',
  lead: 'Hay teléfonos con los que no se puede votar. La página para votar envía a estas mesas.',
  leadDraft: 'Una dirección no es parte de la regla: se puede corregir también después de congelar.',
  leadPublic: 'Cada cambio queda en el registro público, con lo de antes y lo de ahora.',
  over: 'La votación terminó: las mesas ya no se cambian.',
  written: 'Mesas escritas',
  noneWritten: 'Ninguna todavía. Mientras tanto la página dice que pregunten a la comisión.',
  add: 'Agregar una mesa',
  mend: 'Corregir esta mesa',
  mendShort: 'Corregir',
  mendThis: (name: string) => `Corregir ${name}`,
  remove: 'Quitar',
  removeThis: (name: string) => `Quitar ${name}`,
  change: 'Cambiar',
  name: 'Nombre de la mesa',
  nameHint: 'Como está escrito en la puerta: Mesa 2, Casa comunal.',
  place: 'Dirección',
  placeHint: 'Calle, número y sector, como la diría a una vecina.',
  hours: 'Cuándo',
  hoursIn: (language: string) => `Cuándo atiende, en ${language}`,
  hoursHint: 'Días y horas: domingo 7 de junio, de 8:00 a 18:00.',
  missing: 'No hay ninguna mesa escrita para quien no pueda votar con su teléfono',
  refused: {
    not_now: 'La votación terminó: las mesas ya no se cambian.',
    unknown_station: 'Esa mesa ya no está en la lista.',
    repeated_station: 'Otra mesa se ve igual. Escriba otro nombre u otra dirección.',
    too_many_stations: 'Una lista tiene hasta 60 mesas. Quite una para agregar otra.',
  },
});
export type StationsMessages = ReturnType<typeof stations>;
