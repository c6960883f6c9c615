const given = [
  'María',
  'José',
  'Ana',
  'Luis',
  'Carmen',
  'Jesús',
  'Yohana',
  'Ángel',
  'Rosa',
  'Néstor',
  'Zoraida',
  'Iván',
];
const family = ['Pérez', 'González', 'Núñez', 'Rodríguez', 'Güipe', 'Ibáñez', 'Muñoz', 'Ochoa', 'D’Ángelo', 'Quiñones'];

const pick = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/**
 * The file of a roll, as a national register would hand it out, piece by piece: made from the number of each line, so that it
 * is the same every time. `changes` of a thousand lines say something else than in the file without changes.
 */
export function* generatedRoll(people: number, territories: number, changes: number): Generator<string> {
  yield 'nombres;apellidos;fecha_de_nacimiento;circuito;cedula;prueba;correo;idioma\r\n';
  for (let i = 0; i < people; i++) {
    const isChanged = (i * 7919) % 1000 < changes;
    const circuit = ((i + (isChanged ? 1 : 0)) % territories) + 1;
    const names = `${pick(given, i)} ${pick(given, Math.floor(i / 12))};${pick(family, Math.floor(i / 144))} ${pick(family, Math.floor(i / 1440))} ${i.toString(36)}`;
    const birth = `${String((i % 28) + 1).padStart(2, '0')}/${String((i % 12) + 1).padStart(2, '0')}/${1930 + (i % 78)}`;
    const email = i % 3 === 0 ? `vecina${i}@example.org` : '';
    yield `${names};${birth};C${String(circuit).padStart(5, '0')};V-${10_000_000 + i};cédula;${email};es\r\n`;
  }
}
