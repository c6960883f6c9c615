import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Says how far it holds: for certain, or among all that was tried. */
const searched = (said: string, proven: boolean): string => `${said}${proven ? '' : ', hasta donde se buscó'}.`;

/** The page of one project: source texts. */
export const project = (f: Format) => ({
  crumb: (id: string) => `Proyecto ${id}`,
  above: (id: string, count: number, place: string | null, theme: string | null) =>
    [`Proyecto ${id}, uno de ${f.count(count)}`, place, theme].filter((part) => part !== null).join('. '),
  lost: (name: string) => `${name}: no se financió esta vez`,
  won: (name: string) => `${name}: financiado`,
  open: (name: string) => `${name}: depende de un sorteo`,
  chosenBy: (votes: number, place: number, cost: string) =>
    votes === 0
      ? `Nadie lo eligió. Cuesta ${cost}.`
      : `${plural(votes, {
          one: 'Lo eligió una persona',
          many: `Lo eligieron ${f.count(votes)} de personas`,
          other: `Lo eligieron ${f.count(votes)} personas`,
        })} (lugar ${f.count(place)} por votos). Cuesta ${cost}.`,

  whyNot: '¿Por qué no?',
  whyYes: '¿Por qué sí?',
  whyOpen: '¿Por qué falta un sorteo?',
  whyOpenText: 'Está empatado con otros y no caben todos. Un sorteo público decide.',
  ruleShares: 'La regla es de partes iguales. Un proyecto gana cuando quienes lo eligieron pueden pagarlo juntos.',
  ruleGreedy: 'La regla mira los proyectos en orden. Cada uno entra si el dinero que queda alcanza.',
  rulePhragmen: 'La regla reparte la carga de cada proyecto entre quienes lo eligieron.',
  ruleJudgement: 'La regla ordena los proyectos por su nota del medio.',

  othersTitle: 'Quienes lo eligieron también querían otros proyectos',
  others: (withOther: number, votes: number) =>
    `De esas ${f.count(votes)} personas, ${f.count(withOther)} tienen al menos otro proyecto financiado.`,
  othersSpent: 'Su parte se gastó primero ahí.',
  gotOther: (n: number) =>
    plural(n, {
      one: 'una tiene otro proyecto',
      many: `${f.count(n)} tienen otro proyecto`,
      other: `${f.count(n)} tienen otro proyecto`,
    }),
  gotNone: (n: number) =>
    plural(n, {
      one: 'una no tiene ninguno',
      many: `${f.count(n)} no tienen ninguno`,
      other: `${f.count(n)} no tienen ninguno`,
    }),
  gotNothingElse: (n: number) =>
    plural(n, { one: 'una, solo este', many: `${f.count(n)}, solo este`, other: `${f.count(n)}, solo este` }),
  dotsScale: (n: number) => `Cada punto son ${f.count(n)} personas.`,
  whereVotes: 'Dónde contaron sus votos',
  alsoChosen: 'Proyecto financiado que también eligieron',
  people: 'Personas',

  leftTitle: 'Lo que les quedaba no alcanzó',
  reasonTitle: 'Lo que dice la regla',
  leftOf: (left: string) => `quedaban ${left}`,
  needed: (cost: string) => `hacían falta ${cost}`,
  leftAria: (left: string, cost: string) => `Quedaban ${left} de ${cost}.`,

  change: '¿Qué lo habría cambiado?',
  changeRail: 'Cada cosa por sí sola. Se averiguó contando otra vez, no adivinando.',
  costBest: (by: string) => `o menos: ${by} menos de costo.`,
  costEnough: (by: string) => `habría bastado: ${by} menos de costo.`,
  ballotsValue: (n: number) =>
    plural(n, { one: 'Una persona', many: `${f.count(n)} de personas`, other: `${f.count(n)} personas` }),
  ballotsBest: 'más, que eligieran solo este proyecto.',
  ballotsEnough: 'más que eligieran solo este proyecto habrían bastado.',
  costNone: (proven: boolean) => searched('Ningún costo menor lo habría cambiado', proven),
  ballotsNone: (proven: boolean) => searched('Más votos no lo habrían cambiado', proven),
  switchNote: 'Se contó de nuevo todo: con ese cambio gana, con una unidad menos de cambio no gana.',
  switchNoteWon: 'Se contó de nuevo todo: con ese cambio ya no gana, con una unidad menos de cambio todavía gana.',
  counting: 'Esto se está contando todavía.',
  countingSome: (done: number, of: number) =>
    `Se cuenta todo otra vez, muchas veces: van ${f.count(done)} de ${f.count(of)} proyectos.`,
  gaveUp: 'Averiguarlo con tantos proyectos y votos tomaba demasiado tiempo, y se dejó. El resultado es el mismo.',
  reload: 'Ver si ya está',
  notAvailable: 'Esto no se puede averiguar con estos datos.',

  otherRule: (rule: string) => `¿Y con “${rule}”?`,
  otherWins: 'Se habría financiado.',
  otherWinsToo: 'También se habría financiado.',
  otherLoses: 'Tampoco se habría financiado.',
  otherLosesIt: 'No se habría financiado.',
  dropped: 'Estos, en cambio, no:',
  droppedCaption: 'Se quedaría sin dinero',
  unservedThen: (then: number, marked: number, now: number) =>
    `Entonces ${f.count(then)} de ${f.count(marked)} personas no tendrían ningún proyecto suyo. Con esta regla son ${f.count(now)}.`,

  margin: '¿Por cuánto ganó?',
  marginCost: (by: string) => `o más: ${by} más de costo, y no habría ganado.`,
  marginCostEnough: (by: string) => `habría bastado para que no ganara: ${by} más de costo.`,
  marginCostNone: (proven: boolean) => searched('Ningún costo mayor lo habría dejado fuera', proven),
  marginBallots: 'menos que eligieran solo este proyecto, y no habría ganado.',
  marginBallotsEnough: 'menos que eligieran solo este proyecto habrían bastado para que no ganara.',
  marginBallotsNone: (proven: boolean) =>
    searched('Ganaría también sin las personas que eligieron solo este proyecto', proven),
  boughtRound: (round: number) => `Ganó en la ronda ${f.count(round)}`,
  boughtText: (supporters: number, effective: string) =>
    `De sus ${f.count(supporters)} votos, ${effective} seguían contando. Era el número más alto.`,
  consideredRound: (place: number) => `Fue el número ${f.count(place)} de la fila`,
  consideredText: (left: string) => `El dinero alcanzaba. Después quedaron ${left}.`,
  completionText: (left: string) => `Entró al final, con lo que sobraba. Después quedaron ${left}.`,
  loadText: (load: string) => `Cada persona que lo eligió carga ahora ${load}.`,

  now: '¿Y ahora?',
  nowSmaller: (cost: string) => `Una primera etapa de ${cost} habría ganado. Puede proponerse la próxima vez.`,
  nowWithout: 'Ver el resultado sin este proyecto',
  nowWithoutText: 'Se cuenta otra vez, como si se hubiera retirado.',
  nowRounds: 'Ver la cuenta, ronda por ronda',
  nowRoundsText: 'Cada número de esta página sale de ahí.',
  nowResult: 'Ver todo el resultado',
  nowResultText: 'Con el archivo para repetir la cuenta.',
});
export type ProjectMessages = ReturnType<typeof project>;
