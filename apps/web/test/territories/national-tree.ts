/** A tree as large as a nation's: 24 regions, 335 municipalities, 5,336 circuits; as CSV, children before their parents. */
export function nationalTree(): string {
  const lines = ['codigo;codigo_superior;nivel;nombre;poblacion'];
  for (let i = 0; i < 5336; i++) {
    const municipality = (i % 335) + 1;
    lines.push(
      `C${String(i + 1).padStart(5, '0')};M${municipality};circuito;Circuito ${i + 1};${400 + ((i * 7919) % 4000)}`,
    );
  }
  for (let m = 1; m <= 335; m++) lines.push(`M${m};R${(m % 24) + 1};municipio;Municipio ${m};`);
  for (let r = 1; r <= 24; r++) lines.push(`R${r};VE;estado;Estado ${r};`);
  lines.push('VE;;nación;República;');
  return `${lines.join('\r\n')}\r\n`;
}
