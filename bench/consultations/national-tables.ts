/** What a national consultation of November 2025 had, as public figures say: 5,336 circuits and 36,674 projects. */
export const [circuits, projects] = [5336, 36_674];

/** The tree of territories of a nation as a table: regions, municipalities, circuits, of which there may be fewer. */
export function territoriesTable(contests = circuits): string {
  const lines = ['codigo;codigo_superior;nivel;nombre;poblacion', 'VE;;nación;República;'];
  for (let r = 1; r <= 24; r++) lines.push(`R${r};VE;estado;Estado ${r};`);
  for (let m = 1; m <= 335; m++) lines.push(`M${m};R${(m % 24) + 1};municipio;Municipio ${m};`);
  for (let i = 0; i < contests; i++) {
    lines.push(`${circuit(i)};M${(i % 335) + 1};circuito;Circuito ${i + 1};${400 + ((i * 7919) % 4000)}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const circuit = (i: number): string => `C${String(i + 1).padStart(5, '0')}`;

const works = [
  'Pozo y bomba',
  'Techo del mercado',
  'Luces en la cancha',
  'Ambulatorio',
  'Vía agrícola',
  'Escuela',
  'Aguas servidas',
];

/** As many projects for so many circuits as there were, in proportion. */
export const projectsOf = (contests: number): number => Math.round((projects / circuits) * contests);

/** Six or seven projects for each circuit, so that together they are as many as there were. */
export function optionsTable(contests = circuits): string {
  const withSeven = projectsOf(contests) - contests * 6;
  const lines = ['código;número;título;resumen;costo;lugar;tema'];
  for (let i = 0; i < contests; i++) {
    for (let n = 1; n <= (i < withSeven ? 7 : 6); n++) {
      const work = works[(i + n) % works.length] ?? '';
      lines.push(
        `${circuit(i)};${n};${work} ${n};${work} para el sector ${n} del circuito, con mano de obra de la comunidad.;${1000 + n * 750};Sector ${n};obras`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
