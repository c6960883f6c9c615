import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Who holds the key of a consultation: ceremony, rehearsal, what each does next. Source texts. */
export const trustees = (f: Format) => {
  const n = (count: number): string => f.count(count);
  const people = (count: number): string =>
    plural(count, { one: 'una persona', many: `${n(count)} de personas`, other: `${n(count)} personas` });
  return {
    title: 'Custodia de la clave',
    none: 'Nadie custodia todavía la clave que abrirá los resultados.',
    underWay: (threshold: number, size: number) =>
      `Ceremonia en marcha: ${n(size)} personas hacen una clave, y hacen falta ${n(threshold)} para abrir.`,
    someReady: (ready: number, all: number) =>
      `La clave está hecha. Han ensayado con ella ${n(ready)} de ${n(all)}; la votación se abre cuando no falte nadie.`,
    allReady: (all: number) =>
      plural(all, {
        one: 'La clave está hecha, y quien la custodia ha ensayado con ella.',
        many: `La clave está hecha, y las ${n(all)} de personas que la custodian han ensayado con ella.`,
        other: `La clave está hecha, y las ${n(all)} personas que la custodian han ensayado con ella.`,
      }),

    yourTask: 'Lo que le toca ahora',
    youAre: (place: number, name: string) => `Usted es la persona número ${n(place)}: ${name}.`,
    bringNext: {
      certificate: 'Haga su certificado y tráigalo.',
      deal: 'Ya están todos los certificados: haga su reparto y tráigalo.',
      key: 'Ya están todos los repartos: revíselos, haga su clave y traiga la parte pública.',
    },
    waitFor: (names: string) => `No le toca nada hasta que traigan su parte: ${names}.`,
    rehearseNext: 'La lista está hecha: guarde su clave en tres copias, y ensaye con la copia que usará.',
    readyAll: 'Listo: nadie tiene nada pendiente hasta el cierre. Ensaye otra vez dos días antes.',
    readyWait: (names: string) => `Listo. Falta que ensayen: ${names}.`,
    messagesFile: (file: string) => `Descargar lo que han traído todos (${file})`,
    openPage: 'Abra la página de custodios',
    giveFiles: {
      certificate: 'y haga en ella su certificado. Guarde bien el secreto que le da.',
      deal: 'y dele ese archivo y su secreto.',
      key: 'y dele ese archivo y su secreto. Le da su clave: haga enseguida tres copias.',
    },
    giveKey: 'y dele esa lista y su clave.',
    thenBring: {
      certificate: 'Traiga aquí el archivo 1-certificate…, que es público.',
      deal: 'Traiga aquí el archivo 2-deal…, que es público.',
      key: 'Traiga aquí el archivo 3-key…, que es público. La clave no la traiga nunca.',
    },
    bringRehearsal: 'Traiga aquí el archivo rehearsal-… Su clave no sale de su máquina.',
    listFile: 'Descargar la lista de custodios (trustees.json)',
    withCommand: 'Con el programa en vez de la página',
    unpack: (folder: string) => `Descomprima el archivo en una carpeta vacía, ${folder}.`,
    file: 'Archivo público',
    fileHint: 'Nunca el secreto ni la clave: lo que se trae aquí lo puede ver cualquiera.',
    bring: 'Traer',
    keyHolders: 'Si usted tiene una clave de esta lista',
    keyHoldersSay: 'La lista se hizo en otro lugar. Con el primer ensayo su cuenta queda unida a su número.',

    places: 'Quién tiene qué',
    placesSay: 'Cada parte se revisó al llegar.',
    trustee: 'Persona',
    unnamed: 'Sin nombre',
    you: 'Usted',
    steps: { certificate: 'Certificado', deal: 'Reparto', key: 'Clave pública' },
    rehearsal: 'Ensayo',
    there: 'Está',
    owed: 'Falta',
    opened: (day: string) => `Con los ensayos del ${day} se abrió de verdad la boleta de prueba.`,

    files: 'Archivos',
    filesSay: 'Con lo que trajeron todos, cualquiera arma la misma lista.',
    listHash: 'SHA-256 de la lista, para compararlo en voz alta:',
    assembleSelf: (file: string, folder: string) =>
      `Para armarla por su cuenta, descomprima ${file} en una carpeta vacía, ${folder}:`,
    waiver: 'Razón pública para tener menos custodios de los debidos:',

    plan: 'Empezar una ceremonia',
    planSay: 'Cada persona hace su parte en su máquina, por rondas. Aquí solo llegan partes públicas.',
    bringList: 'Traer una lista ya hecha',
    who: 'Quiénes custodian la clave',
    whoHint: 'Cuentas con el papel de custodia. Su nombre quedará en la lista pública.',
    tooFewAccounts: 'Hacen falta al menos dos cuentas con el papel de custodia en este territorio.',
    needed: 'Cuántas hacen falta para abrir',
    neededHint: 'Menos que todas, para que una clave perdida no pierda nada.',
    waiverLabel: 'Razón para tener menos custodios de los debidos',
    waiverHint:
      'Hacen falta tres o más, y que abran más de uno pero no todos. Si no es así, escriba por qué: lo leerá todo el mundo.',
    begin: 'Empezar la ceremonia',
    anew: 'Anular esta ceremonia',
    anewSay: 'Lo que trajeron deja de valer, y se puede empezar otra. Solo antes de preparar las urnas.',
    reason: 'Razón',
    reasonHint: 'La leerá todo el mundo.',
    anewSubmit: 'Anular',

    publicTitle: 'Quién custodia la clave',
    publicLead: (threshold: number, all: number) =>
      `Los votos se cierran con una clave repartida entre ${people(all)}; para abrir el resultado hacen falta ${n(threshold)}.`,
    publicFilesSay: 'La misma lista está en cada votación, y quien verifica un archivo la comprueba entera.',

    planRefusals: {
      too_few: 'Elija al menos dos personas. Para una sola, traiga su lista ya hecha.',
      too_many: 'Elija hasta veinte personas.',
      bad_threshold: 'Escriba un número entero, desde 1 hasta cuantas personas eligió.',
      waiver_too_long: 'La razón es demasiado larga: hasta 2000 signos.',
      waiver_missing: (threshold: number, all: number) =>
        `Abrirían ${n(threshold)} de ${people(all)}. Cambie los números, o escriba la razón.`,
      unknown_trustee: 'Una de estas cuentas ya no tiene el papel de custodia. Elija otra vez.',
      same_name: (name: string) => `Dos personas se llaman ${name}: la lista no las distinguiría.`,
      no_contest: 'Esta consulta no tiene papeletas.',
      several_groups: 'Las papeletas usan grupos distintos: cada grupo necesitaría su ceremonia. Use uno solo.',
      under_way: 'Ya hay una ceremonia. Para empezar otra, anúlela.',
      elections_set_up: 'Las votaciones ya se prepararon. Retire antes las credenciales.',
      too_late: 'La votación ya se abrió, o la consulta terminó.',
    },
    voidRefusals: {
      no_ceremony: 'No hay ninguna ceremonia.',
      elections_set_up: 'Las votaciones ya se prepararon con esta clave. Retire antes las credenciales.',
      reason_missing: 'Escriba la razón, de hasta 2000 signos.',
    },
    fileRefusals: {
      not_json: 'El archivo no es JSON. Traiga el que escribió el programa de custodios.',
      secret_file:
        'Ese archivo es su secreto. No se guardó, pero no lo traiga nunca: si lo mandó por error, pida anular la ceremonia.',
      wrong_form: (place: string) =>
        `El archivo no tiene la forma debida${place === '' ? '' : `, en ${place}`}. Traiga el que escribió el programa de custodios.`,
      other_step: (found: string, expected: string) =>
        `Ese archivo es de otro paso (${found}); ahora toca: ${expected}.`,
      other_ceremony: 'El archivo es de otra ceremonia: no coincide el grupo, o cuántas personas son y cuántas abren.',
      other_place: (found: number, expected: number) =>
        `El archivo es de la persona número ${n(found)}, y usted es la número ${n(expected)}.`,
      other_name: (found: string, expected: string) =>
        `El archivo dice ${found}, y este lugar es de ${expected}. Hágalo otra vez con ese nombre.`,
      other_files:
        'Se hizo con otros archivos que los que hay aquí. Descargue otra vez lo que han traído todos; si sigue igual, compare las huellas en voz alta.',
      does_not_hold: (what: string) => `No pasa las comprobaciones. ${what}`,
      no_ceremony: 'No hay ninguna ceremonia en marcha.',
      not_your_ceremony: 'Su cuenta no tiene un lugar en esta ceremonia.',
      nothing_awaited: 'La ceremonia ya terminó: falta solo ensayar.',
      too_late: 'La votación ya se abrió, o la consulta terminó.',
      brought_before: (step: string) => `Ya trajo otro archivo de este paso (${step}), y ese es el que vale.`,
      group_changed:
        'Desde que empezó la ceremonia cambió el grupo de las papeletas. Pida que se anule y se empiece otra.',
      elections_set_up: 'Las votaciones ya se prepararon.',
      no_list: 'Todavía no hay una lista de custodios con que ensayar.',
      other_list: 'El ensayo se hizo con otra lista de custodios. Descargue trustees.json de aquí.',
      not_proven: (owner: number) => `La prueba no es de la clave de la persona número ${n(owner)}.`,
      not_your_place: (found: number) => `El ensayo es de la persona número ${n(found)}, que no es la suya.`,
      other_day: (found: string, today: string) => `El ensayo es del ${found}, y hoy es ${today}. Ensaye hoy.`,
    },
    faults: {
      key_foreign: 'La clave pública no sirve en este grupo.',
      key_repeated: 'La clave pública es la de otra persona.',
      key_unproven: 'La clave pública no prueba que su dueño conoce el secreto.',
      certificate_unreadable: 'El certificado no tiene la forma debida.',
      certificate_foreign: 'Una clave del certificado no sirve en este grupo.',
      certificate_unsigned: 'El certificado no está firmado con su propia clave.',
      certificate_misplaced: 'El certificado es para otro grupo, otros números u otro lugar.',
      certificate_repeated: 'Una clave del certificado es la de otra persona.',
      images_unreadable: 'La parte pública del reparto no tiene la forma debida.',
      images_unsigned: 'La parte pública del reparto no está firmada con la clave del certificado.',
      images_miscounted: 'El reparto no es para estos números.',
      images_foreign: 'En la parte pública del reparto hay algo que no sirve en este grupo.',
      images_repeated: 'El reparto repite el de otra persona.',
      confirmation_wrong: 'El reparto se hizo con otros certificados que estos.',
      key_mismatched: 'La clave pública no es la que dan todos los repartos.',
      key_unsigned: 'La clave pública no está firmada por su dueño.',
      message_unreadable: 'Una parte sellada del reparto no tiene la forma debida.',
      message_unsigned: 'Una parte sellada no está firmada.',
      message_misdirected: 'Una parte sellada era para otra persona.',
      content_unreadable: 'Una parte sellada no tiene la forma debida.',
      share_wrong: 'Una parte no es la que promete el reparto.',
      wrong_number: 'El reparto no tiene una parte para cada persona.',
    },
  };
};
export type TrusteesMessages = ReturnType<typeof trustees>;
