/** What `--help` prints for the offline tools. */
export const spanishTaskHelp = {
  registrar: `convite registrar: hace los códigos con que se vota, a partir de un padrón, sin red

Uso
  npm run -s convite -- registrar credentials --roll PADRON.csv --election ELECCION.json --out CARPETA [opciones]
  npm run -s convite -- registrar consultation --order PEDIDO.json --roll PADRON.csv --salt SAL.txt --out CARPETA
  npm run -s convite -- registrar replace CARPETA --id ID --out CARPETA
  npm run -s convite -- registrar check CARPETA [--archive ARCHIVO] [--order PEDIDO.json]

Quien tiene un código puede votar con él. Por eso se hacen aquí, por alguien que no lleva el sitio de votación, y de
ellos no sale de esta máquina más que su parte pública.

credentials            un código por cada línea del padrón, y otros de reserva
  --roll PADRON.csv    un CSV en UTF-8 con una línea de títulos y una columna «id»; otra «name» va a las votaciones
  --election ARCHIVO   la elección (election.json); o, antes de que exista, los dos
  --uuid UUID --group GRUPO
  --out CARPETA        una carpeta nueva para los cuatro archivos de abajo
  --spares N           tantos códigos más, para altas tardías y cartas perdidas; su número es público. Si no se dice, 0
  --weights COLUMNA    cuántas veces cuenta el voto de cada persona; no donde las boletas se mezclan
  --form long|checked  long (22 signos, si no se dice) o checked (15 signos, el último delata errores al copiar)

  public_creds.json          se publica: las partes públicas, en un orden que no dice nada
  PUBLISH-credentials.json   se publica: cuántas son, y el SHA-256 del archivo de arriba
  PRIVATE-credentials.csv    de quién es cada código: para darlo otra vez, hasta que termine la votación
  PRIVATE-slips.html         una papeleta por persona: abrir en un navegador, imprimir, cortar, poner en sobres

check CARPETA          vuelve a hacer las partes públicas con la lista privada y compara; con --archive, también con lo
                       que publicó el archivo de la elección (--side ARCHIVO, si su archivo anexo está en otra parte).
                       En una carpeta de «consultation» puede ser el de una elección o el de toda la consulta, y
                       --order compara con el pedido que el sitio muestra hoy

consultation           para una consulta entera: UN código por persona, para todas sus votaciones
  --order order.json   el pedido de códigos, que da el sitio
  --roll roll.csv      el padrón congelado, tal como lo da el sitio
  --salt ARCHIVO       las 64 cifras que se le mostraron al congelar el padrón: así sabe que es el mismo
  --out CARPETA        una carpeta nueva: upload.jsonl para subir al sitio, y lo privado
  --sheets CLASE       both (si no se dice), letters (A4, una por página), slips (cuatro por página) o none
  --threads N          procesadores que usa; si no se dice, todos

replace CARPETA        da la reserva siguiente a quien perdió su carta
  --id ID              de quién era la carta, por el id del padrón
  --out CARPETA        una carpeta nueva: replacement.json para subir al sitio, y la carta nueva
  --territory CODIGO   para quien se agregó al padrón después de congelarlo: dónde; con --name y --language

  --lang es|en         idioma, también el de las votaciones; si no se dice, el de LC_ALL o LANG

Un padrón con algún error se rechaza línea por línea, y entonces no se escribe nada. Nunca se sobrescribe nada.

Termina con 0 si está hecho, 1 si las listas no coinciden, 2 si un archivo o la línea no se pueden usar, 4 si
falló el programa.
`,
  trustee: `convite trustee: lo que hace quien tiene una clave de las boletas selladas, sin red

Uso
  npm run -s convite -- trustee TAREA [opciones]

Un custodio nunca abre una boleta: solo lo que dan todas juntas, o boletas que se mezclaron, y solo junto con los demás.
Cada tarea dice qué sigue.

Una clave entre varias, de las que bastan algunas (una ceremonia; todos ponen archivos en una CARPETA y reciben los de
todos)
  ceremony certificate --group G --trustees 2of3 --member N --name NOMBRE --folder CARPETA
                       paso 1: lo presenta; guarda NOMBRE.secret.json, que es solo de usted
  ceremony deal --key NOMBRE.secret.json --folder CARPETA
                       paso 2: reparte a cada uno una parte, sellada
  ceremony share --key NOMBRE.secret.json --folder CARPETA
                       paso 3: comprueba lo que todos repartieron, nombra a quien hizo trampa y hace NOMBRE.key.json
Una clave propia, sin la que no se descifra nada
  key --group G --name NOMBRE --out CARPETA
Para las dos
  assemble --out trustees.json [--folder CARPETA] [--single trustee-NOMBRE.json]…
                       la lista de custodios, para publicar
  rehearse --trustees trustees.json --key NOMBRE.key.json
                       descifra una boleta de prueba con la clave guardada: antes de la apertura y del cierre
  rehearse --trustees trustees.json rehearsal-*.json
                       quiénes ensayaron y quiénes no
  backup --key NOMBRE.key.json --to CARPETA --to CARPETA [--paper ARCHIVO] [--words es|en]
                       copias en dos medios, leídas de nuevo y comparadas, y una hoja con la clave en palabras
  restore [PALABRAS.txt] --trustees trustees.json --out NOMBRE.key.json [--words es|en]
                       la clave otra vez, de un archivo o tecleada; --public trustee-NOMBRE.json si es una clave propia
  status --key NOMBRE.key.json [--trustees trustees.json] [--archive ARCHIVO.bel]
                       qué es esta clave, y qué espera la elección
Después de la votación
  pass TRABAJO.zip --key NOMBRE.key.json --out RESPUESTA.zip
                       todas las votaciones de una consulta de una vez: comprueba, mezcla, descifra; sigue tras un corte
  shuffle --archive ARCHIVO.bel --key NOMBRE.key.json [--out CARPETA]
  decrypt --archive ARCHIVO.bel --key NOMBRE.key.json [--out CARPETA]
                       comprueban antes todo el archivo, y escriben un archivo para entregar

  --side ARCHIVO       el archivo anexo, si no está al lado del archivo de la elección
  --rehearsal          es una práctica: sin esto se rechazan archivos y claves de simulaciones; --owner N dice de
                       quién es la clave que se toma del archivo privado de una simulación
  --own-shuffle ARCHIVO
                       una mezcla suya de otra máquina: se rechaza un archivo que le atribuye una que esta clave no hizo
  --group G            Ed25519, BELENIOS-2048 o RFC-3526-2048
  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG

Una clave descifra una sola cosa de cada elección; si se le pide otra vez, da lo mismo. Nunca se sobrescribe nada, y
nada queda a medio escribir. Los archivos de clave los puede leer solo usted (modo 600).

Termina con 0 si está hecho, 1 si se rechaza lo que otros hicieron o falta un ensayo, 2 si un archivo o la línea no se
pueden usar, 4 si falló el programa.
`,
  ballot: `convite ballot: una boleta sellada desde la línea de órdenes, y cómo buscarla

Uso
  npm run -s convite -- ballot cast --archive ARCHIVO.bel --credential-file CODIGO.txt --choose --out BOLETA.json
  npm run -s convite -- ballot tracker BOLETA.json
  npm run -s convite -- ballot check --archive ARCHIVO.bel --tracker CODIGO

cast                   sella una boleta en esta máquina; cuenta cuando está en la cartelera
  --archive ARCHIVO    la elección con su lista de códigos; o --election ELECCION.json, que no sabe de listas
  --credential-file F  un archivo con su código; sin esto, o con -, se lee de la entrada. Nunca se toma de la línea de
                       órdenes, que otros en la máquina pueden ver
  --choose             pregunta una por una
  --choices LISTAS     lo elegido en números, una lista por pregunta: '[[1,0],[5]]'
  --out BOLETA.json    la boleta, para entregar
tracker                vuelve a calcular el código de seguimiento de una boleta con su archivo
check                  si una boleta está en la cartelera, dónde, y si es la que cuenta
  --tracker CODIGO     al menos sus primeros 12 signos; los espacios no cuentan

  --side ARCHIVO       el archivo anexo, si no está al lado del archivo de la elección

  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG

Termina con 0 si está hecho o está en la cartelera, 1 si la boleta no está o el archivo se rechaza, 2 si un archivo o la
línea no se pueden usar, 4 si falló el programa.
`,
  board: `convite board: una elección entera con archivos, para quien lleva el suyo, sin servidor

Uso
  npm run -s convite -- board election --questions PREGUNTAS.json --trustees trustees.json --out election.json
  npm run -s convite -- board open --election election.json --trustees trustees.json --credentials public_creds.json
                        --out ARCHIVO.bel
  npm run -s convite -- board add ARCHIVO.bel ARCHIVO…  boletas, mezclas, descifrados
  npm run -s convite -- board close ARCHIVO.bel         termina la votación; publica el escrutinio cifrado
  npm run -s convite -- board end-shuffles ARCHIVO.bel  donde se mezcla
  npm run -s convite -- board result ARCHIVO.bel        cuando hayan descifrado bastantes

Cada una hace todas las comprobaciones antes y después: lo que no pasaría se rechaza, y el archivo queda como estaba.
Los descifrados traen su parte del archivo anexo, que está junto al otro (ARCHIVO.side.json) si --side no dice dónde.

PREGUNTAS.json: {"name": "…", "description": "…", "questions": [ … ]}, y cada pregunta, una de
  {"question": "…", "answers": ["…"], "min": 0, "max": 2, "blank": true}    se suma sellada
  {"question": "…", "approvals": ["…"]}                                     se mezcla: las que sean
  {"question": "…", "ranking": ["…"], "ranks": 3}                           se mezcla: primero la mejor
  {"question": "…", "points": ["…"], "most": 5}                             se mezcla: de 0 a 5 puntos a cada una
Junto a las preguntas, "rules" puede llevar el SHA-256 de las reglas con que se cuenta el resultado.

  --lang es|en         idioma; si no se dice, el de LC_ALL o LANG

Termina con 0 si está hecho, 1 si algo no pasa, 2 si un archivo o la línea no se pueden usar, 4 si
falló el programa.
`,
} as const;
