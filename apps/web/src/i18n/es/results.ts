import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Results of consultations: counting, public lots, publishing, and the pages that everybody reads: source texts. */
export const results = (f: Format) => {
  const n = (count: number): string => f.count(count);
  const contests = (count: number): string =>
    plural(count, { one: '1 papeleta', many: `${n(count)} de papeletas`, other: `${n(count)} papeletas` });
  const ballots = (count: number): string =>
    plural(count, { one: '1 voto', many: `${n(count)} de votos`, other: `${n(count)} votos` });
  return {
    title: 'Resultado',
    see: 'Ver el resultado',
    stages: { provisional: 'Resultado provisional', certified: 'Resultado certificado' },
    states: {
      provisional: 'Provisional',
      certified: 'Certificado',
      lots_required: 'Espera el sorteo',
      withheld: 'No se publica',
      annulled: 'Anulada',
    },
    notYetTitle: 'Todavía no hay resultado',
    late: (closed: string) =>
      `La votación terminó el ${closed}. Pasaron más de 24 horas: el resultado viene con retraso.`,
    delay: {
      title: 'Por qué todavía no hay resultado',
      stays: 'Lo dice una persona garante. Queda en el registro público.',
      sayTitle: 'Decir por qué tarda',
      saySay: 'Todos lo leen en la página de la consulta. No se puede borrar; después puede decir más.',
      label: 'Qué pasó y qué falta',
      hint: 'Hasta 500 signos, sin nombres de votantes.',
      say: 'Publicar el motivo',
      refusals: {
        not_now: 'Ahora nadie espera el resultado: la votación sigue abierta, o ya se publicó.',
        reason_missing: 'Escriba por qué todavía no hay resultado.',
        too_long: 'El texto es demasiado largo: hasta 500 signos.',
        strange_signs: 'El texto tiene signos que no se ven. Escríbalo a mano otra vez.',
      },
    },
    notYet: 'Se publica cuando todas las papeletas estén contadas y dos garantes lo firmen.',

    complaintsUntil: (moment: string) => `Se admiten reclamos hasta el ${moment}.`,
    sums: 'En números',
    sumsSay: 'Las cifras salen del archivo verificado de la consulta, no de la base de datos.',
    tables: {
      territories: 'Tabla de territorios (CSV)',
      contests: 'Tabla de papeletas (CSV)',
      options: 'Tabla de opciones (CSV)',
    },
    sumContests: 'Papeletas',
    sumDecided: 'Con resultado',
    sumWithheld: 'No se publican, por pocos votos',
    sumAnnulled: 'Anuladas',
    sumEligible: 'Podían votar',
    sumBallots: 'Votos contados',
    sumTurnout: 'Participación',
    sumBlank: 'En blanco',
    sumSpoilt: 'Nulos',
    sumWinners: 'Proyectos elegidos',
    sumCost: 'Cuestan',
    tree: 'Por territorio',
    treeSay: 'Cada fila suma todo lo que hay debajo.',
    territory: 'Territorio',
    ballots: 'Votos',
    turnoutOf: (share: string) => `participación: ${share}`,
    winnersIn: (count: number) =>
      plural(count, { one: '1 elegido', many: `${n(count)} de elegidos`, other: `${n(count)} elegidos` }),
    ownContests: 'Papeletas de este territorio',
    contest: 'Papeleta',
    inContests: contests,
    noWinners: 'Ningún proyecto',
    andMore: (more: number) => `y ${n(more)} más`,
    pageOf: (from: number, to: number, of: number) => `${n(from)}–${n(to)} de ${n(of)}`,
    previous: 'Anteriores',
    next: 'Siguientes',

    check: 'Compruébelo usted',
    checkSay:
      'El archivo tiene los votos sellados, las pruebas, las reglas y las cuentas. El programa revisa cada prueba y cuenta todo otra vez.',
    checkPart: 'Este archivo es la parte de este territorio. Quien tiene el de toda la consulta puede compararlas.',
    downloadWhole: 'Descargar el archivo de la consulta',
    downloadPart: 'Descargar la parte de este territorio',
    protocol: 'Acta de resultados (JSON)',
    protocolSignature: 'Firma del sitio bajo el acta',
    size: 'Tamaño',
    sha256: 'SHA-256',
    manifestHash: 'SHA-256 de la lista (manifest.json)',
    wholeSize: 'Tamaño del archivo de la consulta',
    wholeSha256: 'SHA-256 del archivo de la consulta',
    wholeManifestHash: 'SHA-256 de su lista (manifest.json)',
    commandSay: 'En la carpeta de este programa, con el archivo al lado:',
    board: 'Urna pública de esta papeleta',
    seeBoard: 'Ver la urna',
    ruleText: 'Regla congelada',
    fingerprint: 'Huella de la votación',
    head: 'Último renglón de la urna',
    partPending: 'Se prepara la parte de este territorio',
    partNoRoom:
      'No hay espacio en el disco del servidor. Quien lo administra tiene que hacer lugar. Esta página lo intenta otra vez cada minuto.',
    partPendingSay: 'La página se actualiza sola. Después comienza la descarga.',

    contestTitle: (place: string) => `Resultado en ${place}`,
    elected: (winners: number) =>
      plural(winners, {
        one: 'Se eligió un proyecto',
        many: `Se eligieron ${n(winners)} de proyectos`,
        other: `Se eligieron ${n(winners)} proyectos`,
      }),
    noneElected: 'No se eligió ningún proyecto',
    voted: (count: number) => `Se contaron ${ballots(count)}.`,
    spoilt: (count: number) =>
      plural(count, {
        one: 'Un voto fue nulo: no nombra opciones de la papeleta, o nombra demasiadas.',
        many: `${n(count)} de votos fueron nulos.`,
        other: `${n(count)} votos fueron nulos: no nombran opciones de la papeleta, o nombran demasiadas.`,
      }),
    turnout: (voted: number, eligible: number, share: string) =>
      `${plural(voted, { one: 'Votó 1', many: `Votaron ${n(voted)}`, other: `Votaron ${n(voted)}` })} de ${plural(
        eligible,
        {
          one: 'la única persona que podía',
          many: `las ${n(eligible)} de personas que podían`,
          other: `las ${n(eligible)} personas que podían`,
        },
      )}: ${share}.`,
    didVote: (count: number) =>
      plural(count, { one: '1 votó', many: `${n(count)} votaron`, other: `${n(count)} votaron` }),
    didNotVote: (count: number) => `${n(count)} no`,
    turnoutFrom:
      'Podían votar las personas del padrón congelado. Se comprueba con el archivo: son las credenciales de la urna, menos las de reserva.',
    turnoutAdded: (added: number) =>
      plural(added, {
        one: 'Una persona se agregó después, con una razón que está en el registro público.',
        many: `${n(added)} de personas se agregaron después, con razones que están en el registro público.`,
        other: `${n(added)} personas se agregaron después, con razones que están en el registro público.`,
      }),
    couldVote: (count: number) =>
      plural(count, {
        one: 'Podía votar 1 persona.',
        many: `Podían votar ${n(count)} de personas.`,
        other: `Podían votar ${n(count)} personas.`,
      }),
    openedTitle: 'Cómo se abrieron los votos',
    addedUp:
      'Los votos se sumaron antes de abrirlos: nadie ve una papeleta por separado, y solo se sabe el total de cada opción.',
    openedMixed: 'Los votos se mezclaron antes de abrirlos: se ve qué eligió cada papeleta, y nadie sabe de quién es.',
    withdrawn: 'Retirados durante la consulta',
    withheldTitle: 'Este resultado no se publica',
    withheldWhy: (least: number) =>
      `Se contaron menos de ${n(least)} votos. Publicarlos podría mostrar qué votó cada quien, y nadie firmó antes lo contrario. No se abrió ninguno.`,
    withheldCheck: 'Los votos sellados están en el archivo: se comprueba que están todos y que siguen cerrados.',
    annulledTitle: 'Esta papeleta se anuló',
    annulledWhy: (moment: string) => `Dos garantes la anularon el ${moment}. Razón:`,
    annulledCheck: 'No tiene resultado. El acta está en el registro público.',
    trail: 'Registro público',
    contestPage: 'Opciones y regla de esta papeleta',
    optionCrumb: (number: string) => `Opción ${number}`,

    changesSay:
      'Con ese costo o menos habría ganado; o con esos votos más, que eligieran solo ese proyecto. Cada cosa por sí sola; la página de cada uno dice si menos también bastaba.',
    changesGoOn: (done: number, of: number) =>
      `Se averigua contando todo otra vez, muchas veces. Van ${n(done)} de ${n(of)} proyectos; los demás aparecen aquí.`,
    changesGivenUp: 'Con tantos proyectos y votos tomaba demasiado tiempo: de algunos no se averiguó.',
    changeCost: (unit: string) => `Costo, ${unit}`,
    changeVotes: 'Votos más',
    changeNone: 'Ninguno',
    unknownYet: '–',

    lotsTitle: 'Sorteo público',
    lotsDrawn: 'El sorteo que decidió el empate',
    lotsDrawnSay:
      'Un solo sorteo público sirve para todas las papeletas. De él sale, por cálculo, el orden de cada una.',
    seed: 'Lo que salió',
    how: 'Cómo se sorteó',
    drawnAt: 'Cuándo',
    tied: (names: string) => `Empataron ${names}.`,
    order: 'Orden que salió',
    lot: 'Número del sorteo',
    algorithm:
      'El número de una opción es el SHA-256 de cinco renglones: convite-lots-1, lo que salió, la huella de la votación, la ronda y el número de la opción. Va primero el menor.',
    lotsPublicLead:
      'Cuando una regla deja un empate que cambia quién gana, lo decide la suerte, delante de todo el mundo.',
    announced: 'Anuncio',
    announcedAt: (moment: string) => `Anunciado el ${moment}.`,
    wasDrawnAt: (moment: string) => `Se sorteó el ${moment}.`,
    drawsAt: (moment: string) => `Se sortea el ${moment}.`,
    notAnnounced: 'Todavía no se anunció ningún sorteo.',
    notNeeded: 'Ninguna papeleta espera un sorteo.',
    earlier: 'Anuncios anteriores',
    waiting: 'Papeletas que esperan el sorteo',
    seedDrawn: 'Lo que salió en el sorteo',

    refusedTitle: 'No mostramos este resultado',
    refusedLead:
      'Lo que guarda el sitio no coincide con el archivo que se verificó. Hasta que se aclare, aquí no hay cifras.',
    refusedWhy: 'Qué no coincide',
    faults: {
      missing: 'Falta el archivo de la consulta.',
      index_changed: 'El índice del archivo cambió después de verificarlo.',
      manifest_changed: 'La lista del archivo cambió después de verificarlo.',
      archive_changed: 'Los datos de esta papeleta en el archivo cambiaron después de verificarlo.',
      state: 'La base de datos da otro estado.',
      outcome: 'La base de datos da otro resultado.',
      lots: 'La base de datos da otro sorteo.',
      switches_changed: 'Lo que se averiguó sobre esta papeleta cambió después de anotarlo.',
      board: 'La urna de la base de datos termina en otro renglón.',
      paper: 'La base de datos da otras opciones, otra regla u otro monto.',
      contests: 'La base de datos no tiene las mismas papeletas.',
    },
    annulledSince: 'La papeleta se anuló después de publicar. Se está haciendo el archivo de nuevo.',
    refusedHow: 'Qué puede hacer',
    refusedHowSay:
      'Si ya tiene el archivo, compruébelo: vale más que esta página. Si no, pídalo a quien lo haya descargado, y compare su SHA-256 con el que se publicó en el registro.',
    recorded: 'Lo que se anotó al verificarlo',

    orgTitle: 'Contar y publicar',
    orgLead: 'De las urnas abiertas al resultado certificado. Cada paso se comprueba y queda en el registro público.',
    progress: 'Cómo va',
    counted: 'Contadas',
    waitingCount: 'Esperan la cuenta',
    waitingLots: 'Esperan el sorteo',
    withheld: 'No se publican',
    annulled: 'Anuladas',
    elsewhere: 'Todavía sin abrir',
    troubles: 'No se pudieron contar',
    troublesSay: 'La verificación de la urna falló. Avise a quien administra el servidor; las demás siguen.',
    countAgain: 'Contar otra vez',
    archive: 'Archivo de la consulta',
    archiveSay:
      'Se hace con todas las papeletas y se verifica como lo hará cualquiera. Sin archivo verificado no se publica.',
    archiveFor: { provisional: 'Para el resultado provisional', certified: 'Para el resultado certificado' },
    checks: {
      'container.form': 'El archivo no tiene su forma.',
      'container.entries': 'Falta algo de lo que nombra la lista, o sobra.',
      'manifest.form': 'La lista no tiene su forma.',
      'manifest.tree': 'Los territorios no forman un árbol.',
      'files.hashes': 'Un archivo no es el de la lista.',
      'rules.form': 'Una regla no tiene su texto.',
      'election.archive': 'La urna no pasa todas las comprobaciones.',
      'election.identity': 'La urna es de otra votación, o declara otra regla.',
      'election.paper': 'La pregunta de la urna no es la de la papeleta.',
      'election.stage': 'La urna no está donde dice la papeleta.',
      'election.slice': 'Las credenciales no son las de quienes podían votar, o hay más votos que personas.',
      'election.order': 'Las opciones no están en el orden de sus números, ni en el que se sorteó.',
      'count.small': 'Se abrió lo que por pocos votos no se abre, o al revés.',
      'count.possible': 'La regla no puede contar estos votos.',
      'count.lots': 'El sorteo no es el que hace falta.',
      'count.outcome': 'Al contar otra vez sale otra cosa.',
      process: 'El programa que la contaba se interrumpió.',
      crashed: 'El programa que lo hacía se interrumpió tres veces.',
      not_settled: 'Hay papeletas sin contar.',
    },
    archiveStates: {
      none: 'Todavía no se hizo.',
      noRoom:
        'No hay espacio en el disco del servidor, y no quedó nada a medias. Avise a quien lo administra: se intenta otra vez cada minuto.',
      making: (done: number, all: number) => `Se está haciendo y verificando: ${n(done)} de ${n(all)}.`,
      verified: 'Verificado. Dos garantes pueden firmarlo.',
      refused: 'No pasó la verificación.',
      published: 'Publicado.',
      replaced: 'Lo reemplazó otro.',
    },
    makeArchive: 'Hacer el archivo',
    makeAgain: 'Hacer el archivo otra vez',
    publish: { provisional: 'Proponer la publicación', certified: 'Proponer la certificación' },
    publishSay: {
      provisional:
        'Otra persona garante tiene que estar de acuerdo. Desde entonces el resultado provisional es público.',
      certified: 'Otra persona garante tiene que estar de acuerdo. El resultado certificado no cambia más.',
    },
    reason: 'Razón',
    reasonHint: 'Todo el mundo la leerá.',
    lotsOpen: 'Hay papeletas que esperan un sorteo',
    lotsGo: 'Ir al sorteo',
    publicPage: 'Ver la página pública',
    busySay: 'La página se actualiza sola.',

    announceTitle: 'Anunciar el sorteo',
    announceSay: 'Antes de sortear, todo el mundo debe saber cómo y cuándo. Lo que salga no puede elegirlo nadie.',
    announceHow: 'Cómo se sorteará',
    announceHowHint:
      'Por ejemplo: los números de la lotería nacional de ese día, o los dados de cinco personas en la plaza.',
    announceAt: 'Cuándo se sorteará',
    timeHint: (zone: string) => `Hora de ${zone}.`,
    announce: 'Anunciar',
    drawTitle: 'Anotar lo que salió',
    drawSay: 'Letra por letra, como se publicó. Otra persona garante que lo vio tiene que estar de acuerdo.',
    drawSeed: 'Lo que salió',
    drawSeedHint: 'Un solo renglón. Por ejemplo: Lotería 2026-11-29: 04 17 23 31 40',
    drawAt: 'Cuándo se sorteó',
    draw: 'Proponer',

    announceRefusals: {
      how_missing: 'Escriba cómo se sorteará.',
      how_too_long: 'El texto es demasiado largo: hasta 2000 signos.',
      not_later: 'Escriba un momento que todavía no llegó.',
      not_now: 'Ahora no se anuncia un sorteo: la votación sigue abierta, o ya se sorteó.',
    },
    drawRefusals: {
      not_now: 'Ahora no se sortea.',
      not_announced: 'Antes se anuncia cómo y cuándo se sortea.',
      nothing_waits: 'Ninguna papeleta espera un sorteo.',
      not_all_counted: 'Un solo sorteo sirve para todas: antes se cuentan todas las papeletas.',
      seed_malformed: 'Escriba un solo renglón, de 1 a 1000 signos.',
      before_announced: 'El sorteo fue antes de la hora anunciada, o falta la hora.',
      in_future: 'Ese momento todavía no llegó.',
      changed: 'El anuncio o las papeletas cambiaron. Propóngalo otra vez.',
      already_proposed: 'Ya hay una propuesta que espera a otra persona.',
      not_allowed: 'Su cuenta no puede proponerlo.',
      reason_missing: 'Escriba la razón, hasta 2000 signos.',
    },
    resultRefusals: {
      not_now: 'Ahora no se publica.',
      not_settled: 'Hay papeletas sin contar.',
      complaints_open: 'Todavía se admiten reclamos.',
      no_archive: 'Falta un archivo verificado.',
      archive_stale: 'Algo cambió desde que se hizo el archivo. Hágalo otra vez.',
      changed: 'El archivo es otro. Propóngalo otra vez.',
      being_made: 'El archivo ya se está haciendo.',
      already_proposed: 'Ya hay una propuesta que espera a otra persona.',
      not_allowed: 'Su cuenta no puede proponerlo.',
      reason_missing: 'Escriba la razón, hasta 2000 signos.',
    },
    acts: {
      drawTitle: (title: string) => `Sorteo de ${title}`,
      drawSays: 'Con lo que salió se decide cada empate, y se cuentan otra vez las papeletas que esperan.',
      seed: 'Lo que salió',
      how: 'Como se anunció',
      drawnAt: 'Cuándo se sorteó',
      contests: 'Papeletas',
      bytes: 'Tamaño del archivo',
      sha256: 'SHA-256 del archivo',
      manifest: 'SHA-256 de la lista',
      resultTitle: {
        provisional: (title: string) => `Publicar el resultado de ${title}`,
        certified: (title: string) => `Certificar el resultado de ${title}`,
      },
      resultSays: {
        provisional: 'El resultado provisional y su archivo se publican.',
        certified: 'El resultado queda certificado y no cambia más.',
      },
    },
  };
};

export type ResultsMessages = ReturnType<typeof results>;
