import type { PlannedConsultation } from './planned-consultation.ts';

/** Where people of the demo vote with help. */
export const stations: PlannedConsultation['stations'] = [
  {
    name: 'Mesa 1, Casa comunal',
    place: 'Calle Real de Puente Viejo, frente a la plaza',
    hours: { es: 'Todos los días, de 8:00 a 18:00', en: 'Every day, 8:00 to 18:00' },
  },
  {
    name: 'Mesa 2, Escuela de La Ribera',
    place: 'Malecón de La Ribera, junto al embarcadero',
    hours: { es: 'Sábados y domingos, de 9:00 a 13:00', en: 'Saturdays and Sundays, 9:00 to 13:00' },
  },
];
