/** What `--help` prints for the commands on archives of elections with sealed ballots. */
export const spanishArchiveHelp = {
  verify: `convite verify: comprueba todo en el archivo de una elección de boletas selladas

Uso
  npm run -s convite -- verify ARCHIVO.bel [opciones]
  npm run -s convite -- verify CONSULTA.zip [--json | --protocol] [--lang es|en]

Hace cada comprobación numerada, desde los bytes del archivo hasta el resultado publicado: que nada se quitó, se puso ni
se cambió; que cada boleta es de una credencial de la lista y cumple las reglas; que el resultado es lo que dicen las
boletas. Después dice ACEPTADO o RECHAZADO, cada comprobación con las veces que se hizo, y cada falla con su lugar.
Trabaja con el archivo solo, sin red, y no le cree a nadie. Se puede comprobar una elección en cualquier momento; antes
de que se publique el resultado, lo dice.

De una consulta, o de una parte de sus territorios, comprueba cada archivo con --strict, cuenta de nuevo cada votación con
su regla congelada, repite los sorteos con la semilla pública, compara y suma por territorio. El archivo trae todo.

Opciones
  --strict             también la política propia de Convite, que declaran sus elecciones; las ajenas no la necesitan
  --side ARCHIVO       el archivo anexo con una prueba fuerte por descifrado; --strict lo exige desde que hay alguno
  --earlier VIEJO.bel  un archivo de la misma elección que usted guardó antes: el nuevo debe empezar con todo ese
  --json               un objeto JSON con cada comprobación y cada falla
  --protocol           de una consulta: su acta de resultados, byte por byte como la publica su sitio, y nada más
  --signature ARCHIVO  con --protocol y --key: la firma que puso el sitio; no se imprime nada si no vale
  --key ARCHIVO        la clave pública de ese sitio, mejor de alguien que la guardó que del sitio mismo
  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG

Usa todos los núcleos y lee por partes, así que un archivo puede ser más grande que la memoria. El avance se muestra en
una terminal; Ctrl-C lo detiene, y no queda nada a medias.

Ejemplos
  npm run -s convite -- verify eleccion.bel
  npm run -s convite -- verify eleccion.bel --earlier ayer.bel
  npm run -s convite -- verify eleccion.bel --strict --side eleccion.side.json
  npm run -s convite -- verify eleccion.bel --json > respuesta.json
  npm run -s convite -- verify consulta.zip
  npm run -s convite -- verify consulta.zip --protocol > acta.json
  npm run -s convite -- verify consulta.zip --protocol --signature acta.json.sig --key clave.txt

Termina con 0 si el archivo se acepta, 1 si se rechaza, 2 si no es un archivo de elección, no se puede leer o la línea
no se puede seguir, 4 si falló el programa o la máquina y no hay respuesta.
`,
  inspect: `convite inspect: muestra en palabras sencillas una elección de boletas selladas

Uso
  npm run -s convite -- inspect ARCHIVO.bel [opciones]

Muestra lo que dice el archivo: las preguntas y sus límites, quiénes tienen la clave y cuántos hacen falta, cuántas
personas pueden votar y cuántas boletas hay, en qué punto está la elección y qué puede venir después. Se comprueba la
forma del archivo, pero ninguna prueba: para eso está convite verify.

Opciones
  --events             todos los eventos de la cartelera, y no solo el primero y los últimos
  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG

Termina con 0 si la elección se muestra, 1 si el archivo está roto, 2 si no es un archivo de elección, no se puede leer
o la línea no se puede seguir.
`,
} as const;
