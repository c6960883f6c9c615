import { spanishArchiveHelp } from './es-archive-help.ts';
import { spanishSimulateHelp } from './es-simulate.ts';
import { spanishTaskHelp } from './es-task-help.ts';

/** What `--help` prints. */
export const spanishHelp = {
  general: `convite: cuenta una votación sobre un presupuesto y comprueba una sellada, para no tener que creerle a nadie

Uso
  npm run -s convite -- count ARCHIVO.pb            cuenta las boletas de un archivo: qué gana y por qué
  npm run -s convite -- recount ARCHIVO|CARPETA     vuelve a contar votaciones publicadas y compara con lo oficial
  npm run -s convite -- verify ARCHIVO.bel          comprueba todo en el archivo de una elección de boletas selladas
  npm run -s convite -- inspect ARCHIVO.bel         muestra una elección así en palabras sencillas, sin comprobarla
  npm run -s convite -- simulate --out CARPETA      inventa una elección así entera, para probar
  npm run -s convite -- registrar TAREA             hace los códigos con que se vota, a partir de un padrón
  npm run -s convite -- trustee TAREA               hace, guarda y usa una clave de las boletas selladas
  npm run -s convite -- ballot TAREA                sella aquí una boleta, y la busca en la cartelera
  npm run -s convite -- board TAREA                 lleva una elección así entera con archivos
  npm run -s convite -- ORDEN --help                todo sobre una orden
  npm run -s convite -- --version

Un archivo .pb es un archivo Pabulib: los proyectos con sus costos y todas las boletas. La cuenta es exacta, sin
redondeos, y la misma en cualquier máquina y con las líneas en cualquier orden. Un empate que cambia quién gana nunca
se decide en silencio: la orden dice entre qué proyectos hay que hacer un sorteo.

Un archivo .bel es el de una elección en el formato de Belenios: todas las boletas selladas y todas las pruebas.

Las rutas relativas parten de la carpeta desde la que usted llama. No se envía nada, y nada se
escribe salvo donde dicen --out y las tareas.

Termina con 0 si la cuenta está completa o el archivo aceptado, 1 si el archivo se rechaza, 2 si el archivo o la línea
no se pueden usar, 3 si hace falta un sorteo, 4 si el programa no pudo terminar una verificación.
`,
  count: `convite count: cuenta las boletas de un archivo

Uso
  npm run -s convite -- count ARCHIVO.pb [opciones]
  npm run -s convite -- count - [opciones] < ARCHIVO.pb      lee la entrada estándar

La regla: una de las tres; sin ninguna, --as-declared
  --as-declared        la regla que el propio archivo nombra en su sección META
  --rule-set ARCHIVO   una regla entera en JSON, como está en «rule» de --json
  --rule REGLA         greedy              más votos primero, mientras alcance el dinero
                       equal-shares        reparto igualitario: cada quien tiene una parte igual; un proyecto lo
                                           compran quienes lo eligieron
                       phragmen            el costo de cada proyecto se reparte lo más parejo posible (secuencial)
                       majority-judgement  primero la mejor nota del medio; para boletas con notas

Con --rule
  --utility U          cuánto vale un proyecto financiado para quien lo eligió:
                       cost, cardinality, points, borda (último lugar 0) o rank-points (último lugar 1)
                       si no se dice: cost para una opción y aprobación, points para puntos y notas, borda para orden
                       greedy va por utilidad por unidad de costo; con cost eso es por votos
  --completion C       equal-shares: qué se hace con lo que queda: none, add1, add1-greedy o greedy
                       si no se dice: add1-greedy, subir todas las partes paso a paso y luego más votos primero
  --add1-step N        equal-shares: ese paso, en unidades de la moneda; si no se dice, 1
  --threshold N        mínimo de votos con que un proyecto participa

Empates
  --ties refuse        deja al sorteo un empate que cambia quién gana (si no se dice otra cosa)
  --ties project-id    primero el identificador menor, carácter por carácter (10 antes que 2)
  --ties lots:A,B,C    los proyectos en el orden en que salieron sorteados

Salida
  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG
  --json               un objeto JSON con cada ronda y cada razón, los montos como textos exactos

Ejemplos
  npm run -s convite -- count pueblo.pb
  npm run -s convite -- count pueblo.pb --rule equal-shares --completion add1
  npm run -s convite -- count pueblo.pb --rule greedy --threshold 30 --ties lots:7,12
  npm run -s convite -- count pueblo.pb --json > pueblo.json

Termina con 0 si la cuenta está completa, 2 si el archivo o la línea no se pueden usar, 3 si hace falta un sorteo.
`,
  recount: `convite recount: vuelve a contar votaciones publicadas y compara con el resultado oficial

Uso
  npm run -s convite -- recount ARCHIVO|CARPETA [--lang es|en] [--json]

Cada archivo .pb (de una carpeta, también los de sus carpetas) se cuenta con la regla que declara. Lo que gana se
compara con los proyectos que el archivo marca como seleccionados oficialmente (selected = 1). Termina con una tabla
por regla declarada y, para cada diferencia, la primera ronda que difiere.

  reproducido   los mismos proyectos; o uno de los resultados que un sorteo puede dar, si la regla deja un empate
  conocido      otro resultado, por una razón que consta
  desconocido   otro resultado, sin razón conocida

Los archivos que no declaran regla, o no traen resultado oficial, se nombran y no se comparan. Usa todos los núcleos;
el avance va a la salida de errores.

Termina con 0 si todos los archivos se leyeron y contaron, con diferencias o sin ellas; 2 si alguno no se puede usar;
3 si alguno pide un sorteo y el resultado oficial no es ninguno de los que el sorteo puede dar.
`,
  ...spanishArchiveHelp,
  simulate: spanishSimulateHelp,
  ...spanishTaskHelp,
} as const;
