import { shellWord } from '../output/shell-word.ts';
import { inGroups } from '../tasks/groups-of-signs.ts';
import { spanishArchive } from './es-verify.ts';
import { figuresOf } from './figures.ts';
import type { Lines, TrusteeWords } from './task-words.ts';

const { count: n } = figuresOf('es');
const run = (command: string): string => `  npm run -s convite -- ${command}`;

/** A hash in two lines of eight groups, to be read aloud. */
const spoken = (hash: string): Lines => [`  ${inGroups(hash.slice(0, 32))}`, `  ${inGroups(hash.slice(32))}`];

const aloud = 'Léanla en voz alta: debe ser la misma para todos. Anótenla en el acta.';

const kinds = { single: 'una clave propia', member: 'una parte de una clave común' } as const;

const sealedBallots = (count: number): string => (count === 1 ? '1 boleta sellada' : `${n(count)} boletas selladas`);

/** What `convite trustee` says, in Spanish. */
export const spanishTrustee: TrusteeWords = {
  keyMade: ({ own, published, fingerprint }) => [
    { type: 'answer', text: 'Su clave está hecha.' },
    `  ${own}   PRIVADO: solo de usted`,
    `  ${published}   público: entréguelo`,
    '',
    'Sin esta clave no se podrá descifrar nada, nunca. Haga copias ahora:',
    run(`trustee backup --key ${shellWord(own)} --to CARPETA --to CARPETA`),
    '',
    'Su clave pública empieza así:',
    `  ${inGroups(fingerprint.slice(0, 16))}`,
  ],
  oddThreshold: (threshold, size) =>
    threshold === 1
      ? 'Cuidado: si basta 1, cada miembro puede abrirlo todo a solas.'
      : `Cuidado: hacen falta ${size === 2 ? 'los dos' : `los ${n(size)}`}. Si se pierde una clave, no se podrá descifrar nada. Es más seguro que basten menos que todos.`,
  certified: ({ path, secret, folder, size }) => [
    { type: 'answer', text: 'El paso 1 de 3 está hecho.' },
    `  ${path}   público: para todos los miembros`,
    `  ${secret}   PRIVADO: solo de usted, hace falta hasta el paso 3`,
    '',
    `Cuando los certificados de los ${n(size)} miembros estén en ${folder}:`,
    run(`trustee ceremony deal --key ${shellWord(secret)} --folder ${shellWord(folder)}`),
  ],
  dealt: ({ path, folder, key, hash, names }) => [
    { type: 'answer', text: 'El paso 2 de 3 está hecho.' },
    `  ${path}   para todos; cada parte solo la abre quien la recibe`,
    '',
    `Certificados de ${names.join(', ')}, todos comprobados. Su huella:`,
    ...spoken(hash),
    aloud,
    '',
    `Cuando los repartos de los ${n(names.length)} miembros estén en ${folder}:`,
    run(`trustee ceremony share --key ${shellWord(key)} --folder ${shellWord(folder)}`),
  ],
  shared: ({ path, key, secret, folder, transcript, names }) => [
    { type: 'answer', text: 'El paso 3 de 3 está hecho. Nadie hizo trampa: se comprobó cada reparto.' },
    `  ${key}   PRIVADO: la parte de usted de la clave`,
    `  ${path}   público: para todos los miembros`,
    '',
    'La huella de toda la ceremonia:',
    ...spoken(transcript),
    aloud,
    '',
    'Haga copias de su clave ahora, en dos medios y en papel:',
    run(`trustee backup --key ${shellWord(key)} --to CARPETA --to CARPETA`),
    `Cuando estén los ${n(names.length)} miembros, cualquiera hace la lista:`,
    run(`trustee assemble --folder ${shellWord(folder)} --out trustees.json`),
    'Después ensaye con la clave tal como está guardada:',
    run(`trustee rehearse --trustees trustees.json --key ${shellWord(key)}`),
    `Con eso ${secret} ya no hace falta: bórrelo.`,
  ],
  assembled: ({ out, group, members, sha256, transcript }) => [
    {
      type: 'answer',
      text: `La lista de custodios está hecha: ${members.length === 1 ? '1 custodio' : `${n(members.length)} custodios`}, grupo ${group}.`,
    },
    ...members.map(({ owner, name }) => `  ${owner}. ${name}`),
    `  ${out}   público`,
    'SHA-256 de la lista:',
    ...spoken(sha256),
    ...(transcript === undefined ? [] : ['La huella de la ceremonia:', ...spoken(transcript)]),
    '',
    'Antes de abrir la votación todos ensayan con la clave guardada:',
    run(`trustee rehearse --trustees ${shellWord(out)} --key NOMBRE.key.json`),
  ],
  rehearsed: ({ owner, path, trustees }) => [
    {
      type: 'answer',
      text: `Funciona: como custodio ${owner} descifró usted una boleta de prueba con la clave tal como está guardada.`,
    },
    `  ${path}   público: entréguelo`,
    '',
    'Quien abre la votación ve quiénes ensayaron con:',
    run(`trustee rehearse --trustees ${shellWord(trustees)} rehearsal-*.json`),
    'Hágalo otra vez dos días antes del cierre.',
  ],
  rehearsals: ({ members, isComplete, canDecrypt }) => [
    isComplete
      ? { type: 'answer', text: 'Todos ensayaron. La votación puede abrirse.' }
      : { type: 'refusal', text: 'TODAVÍA NO: la votación no debe abrirse antes de que todos hayan ensayado.' },
    ...members.map(({ owner, name, date }) => `  ${owner}. ${name}: ${date ?? 'todavía no'}`),
    canDecrypt
      ? 'Quienes ensayaron un mismo día pudieron leer juntos la boleta de prueba.'
      : 'Quienes ensayaron no bastan, en un mismo día, para leer la boleta de prueba.',
  ],
  paper: ({ name, key, rows }) =>
    [
      'PRIVADO: LA CLAVE DE UN CUSTODIO EN PAPEL',
      '',
      `Custodio:        ${name}`,
      `Clave pública:   ${inGroups(key.slice(0, 16))} …`,
      '',
      'Quien lee estas palabras tiene la clave. Imprima esta hoja, borre el archivo, ponga',
      'el papel en un sobre, ciérrelo y fírmelo, y guárdelo bajo llave en otro lugar que las',
      'copias.',
      ...rows.flatMap((row, r) => [
        '',
        ...(rows.length === 1 ? [] : [`Fila ${r + 1}`]),
        ...columnsOf(row, r * row.length),
      ]),
      '',
      'Para recuperar la clave: npm run -s convite -- trustee restore --trustees trustees.json --out NOMBRE.key.json',
      'Después escriba las palabras en este orden. Las mayúsculas y las tildes no cuentan.',
      '',
    ].join('\n'),
  oneMedium:
    'Cuidado: dos de estas carpetas están en el mismo medio. Si se rompe, se pierden las dos copias. Use dos memorias.',
  backedUp: ({ copies, paper, language }) => [
    { type: 'answer', text: `Hecho: ${n(copies.length)} copias, leídas de nuevo e iguales a la clave.` },
    ...copies.map((path) => `  ${path}   PRIVADO`),
    `  ${paper}   PRIVADO: la clave en palabras ${language === 'es' ? 'españolas' : 'inglesas'}, para imprimir y después borrar`,
    '',
    'Guarde las copias y el papel en lugares distintos. Pruebe cada copia una vez: saque el medio, vuelva a ponerlo, y',
    run(`trustee status --key ${shellWord(copies[0] ?? '')}`),
    'Una copia no sabe qué mezcló y descifró esta clave. Siga en esta máquina, o lleve los archivos NOMBRE.shuffled-… y NOMBRE.decrypted-… con ella.',
  ],
  typeWords: 'Escriba las palabras como están en el papel; después una línea vacía y Ctrl-D:',
  restored: ({ out, name }) => [
    { type: 'answer', text: `La clave de ${name} está de vuelta: va con la clave pública.` },
    `  ${out}   PRIVADO: solo de usted`,
    'Si esta clave ya descifró, ponga a su lado el archivo NOMBRE.decrypted-…, para que no descifre dos veces.',
  ],
  status: ({ path, name, kind, group, publicKey, inList, election }) => [
    { type: 'answer', text: `${path} está sano: ${kinds[kind]}, de ${name}.` },
    `  grupo           ${group}`,
    `  clave pública   ${inGroups(publicKey.slice(0, 16))} …`,
    ...(inList === undefined
      ? []
      : [inList === 'absent' ? 'No está en esa lista de custodios.' : `Es el custodio ${inList} de esa lista.`]),
    ...(election === undefined ? [] : electionStatus(path, election)),
  ],
  shuffling: (ciphertexts, duration) => `Se mezclan ${sealedBallots(ciphertexts)}: unos ${duration}.`,
  shuffled: ({ path, archive, ciphertexts }) => [
    { type: 'answer', text: `Mezcladas: ${sealedBallots(ciphertexts)}.` },
    `  ${path}   público: entréguelo`,
    'En qué orden quedaron no lo sabe nadie, usted tampoco: está olvidado.',
    'Quien lleva el archivo de la elección la añade:',
    run(`board add ${shellWord(archive)} ${shellWord(path)}`),
  ],
  fewBallots: (ballots, areWhole) =>
    `Cuidado: solo ${ballots === 1 ? 'cuenta 1 boleta' : `cuentan ${n(ballots)} boletas`}. ${areWhole ? 'Con menos de 50, las boletas enteras' : 'Con menos de 10, los totales'} pueden mostrar cómo votó alguien; un resultado así no se publica sin una renuncia firmada de antemano.`,
  decrypting: (ciphertexts, duration) =>
    `Se descifra la parte de usted de ${ciphertexts === 1 ? '1 cifrado' : `${n(ciphertexts)} cifrados`}: unos ${duration}.`,
  decrypted: ({ path, archive, record, isAgain }) => [
    {
      type: 'answer',
      text: isAgain ? 'Lo mismo que antes: esto es lo que usted ya descifró.' : 'Su parte está descifrada.',
    },
    `  ${path}   público: entréguelo; lleva el descifrado y su prueba fuerte`,
    `  ${record}   déjelo junto a su clave: así no descifra otra cosa de esta elección`,
    'Quien lleva el archivo de la elección lo añade:',
    run(`board add ${shellWord(archive)} ${shellWord(path)}`),
  ],
};

/** Words in columns of four, numbered so that none is left out. */
const columnsOf = (words: readonly string[], before: number): readonly string[] =>
  Array.from({ length: Math.ceil(words.length / 4) }, (_, line) =>
    words
      .slice(line * 4, line * 4 + 4)
      .map((word, i) => `${String(before + line * 4 + i + 1).padStart(3)} ${word}`.padEnd(19))
      .join('')
      .trimEnd(),
  );

type Election = NonNullable<Parameters<TrusteeWords['status']>[0]['election']>;

function electionStatus(key: string, { archive, name, state, owner, awaited, record }: Election): Lines {
  const task = (what: string): string => run(`trustee ${what} --archive ${shellWord(archive)} --key ${shellWord(key)}`);
  const next: Readonly<Record<Election['awaited'], Lines>> = {
    none: ['No le queda nada que hacer.'],
    wait: ['Espere: su turno viene después de la votación.'],
    shuffle: ['Ya puede mezclar:', task('shuffle')],
    shuffled: ['Usted ya mezcló. Su próximo turno viene cuando hayan mezclado todos.'],
    decrypt: ['Es su turno de descifrar:', task('decrypt')],
    decrypted: ['Usted ya descifró. No le queda nada que hacer.'],
  };
  return [
    '',
    { type: 'title', text: name },
    spanishArchive.stands[state],
    ...(owner === undefined
      ? ['Esta clave no es de esta elección.']
      : [`Usted es su custodio ${owner}.`, ...next[awaited]]),
    ...(record === undefined ? [] : [`Lo que ha descifrado de esta elección está en ${record}.`]),
  ];
}
