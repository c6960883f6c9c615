import type { Undeclared } from './declared-rule-set.ts';
import type { PabulibProblem, PabulibWarning } from './problems.ts';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const KINDS = {
  zip: 'un ZIP o una hoja de cálculo',
  pdf: 'un PDF',
  'utf-16': 'texto en UTF-16',
  binary: 'un archivo binario',
};
const TOTALS = { money: 'Los costos o el presupuesto', points: 'Los puntos', weights: 'Los pesos' };

export function spanishProblem(problem: PabulibProblem): string {
  switch (problem.code) {
    case 'not_text':
      return `Este archivo es ${KINDS[problem.kind]}, no un .pb en UTF-8.`;
    case 'not_utf8':
      return 'Esta línea no es texto en UTF-8. Guarde el archivo como UTF-8 y pruebe otra vez.';
    case 'empty_file':
      return 'El archivo está vacío.';
    case 'text_before_meta':
      return `El archivo debe empezar con la línea META, pero empieza con «${problem.value}».`;
    case 'missing_section':
      return `Falta la sección ${problem.section}.`;
    case 'repeated_section':
      return `La sección ${problem.section} está aquí por segunda vez.`;
    case 'section_out_of_order':
      return `La sección ${problem.section} llega tarde: el orden es META, PROJECTS, VOTES.`;
    case 'missing_header':
      return `La sección ${problem.section} no tiene la línea con los nombres de sus columnas.`;
    case 'missing_column':
      return `La sección ${problem.section} no tiene la columna «${problem.column}».`;
    case 'repeated_column':
      return `La sección ${problem.section} tiene dos columnas «${problem.column}».`;
    case 'missing_meta':
      return `META no dice «${problem.key}».`;
    case 'conflicting_meta':
      return `META dice «${problem.key}» por segunda vez, y distinto que en la línea ${problem.firstLine}.`;
    case 'unknown_vote_type':
      return `«${problem.value}» no es un tipo de boleta: debe ser choose-1, approval, ordinal, cumulative o scoring.`;
    case 'unclosed_quote':
      return 'Aquí se abre una celda entre comillas que nunca se cierra.';
    case 'too_many_cells':
      return `${problem.cells} celdas, pero la sección tiene ${times(problem.columns, 'columna', 'columnas')}. Si una celda lleva punto y coma, debe ir entre comillas.`;
    case 'no_projects':
      return 'La sección PROJECTS no tiene ningún proyecto.';
    case 'too_many_projects':
      return `Hay más de ${problem.limit} proyectos.`;
    case 'missing_project_id':
      return 'Este proyecto no tiene identificador.';
    case 'duplicate_project':
      return `El proyecto «${problem.id}» ya está en la línea ${problem.firstLine}.`;
    case 'money_unreadable':
      return problem.value === ''
        ? `No hay monto para «${problem.field}».`
        : `«${problem.value}» no es un monto de dinero (${problem.field}).`;
    case 'money_negative':
      return `«${problem.value}» es menos que nada (${problem.field}).`;
    case 'money_too_fine':
      return `«${problem.value}» tiene más de ${problem.limit} decimales (${problem.field}).`;
    case 'unknown_project':
      return `La boleta nombra «${problem.id}», que no es un proyecto de este archivo.`;
    case 'points_do_not_match':
      return `La boleta nombra ${times(problem.choices, 'proyecto', 'proyectos')}, pero da puntos a ${problem.points}.`;
    case 'points_unreadable':
      return `«${problem.value}» no es un número entero de puntos.`;
    case 'weight_unreadable':
      return `«${problem.value}» no es un peso: debe ser un número entero desde 1.`;
    case 'total_too_large':
      return `${TOTALS[problem.total]} suman más de lo que se puede contar con exactitud (2^53).`;
    case 'more_problems':
      return `${times(problem.count, 'problema más', 'problemas más')} desde aquí.`;
  }
}

export function spanishWarning(warning: PabulibWarning): string {
  switch (warning.code) {
    case 'byte_order_mark':
      return 'El archivo empieza con una marca de orden de bytes; se pasó por alto.';
    case 'mixed_line_ends':
      return `Las líneas terminan de dos maneras; ${times(warning.count, 'termina', 'terminan')} de la menos usada.`;
    case 'no_final_line_end':
      return 'La última línea no tiene fin.';
    case 'blank_line':
      return 'Se pasó por alto una línea en blanco.';
    case 'bare_quote':
      return 'Unas comillas dentro de una celda sin comillas se tomaron tal como están.';
    case 'text_after_quote':
      return 'Hay texto después de una parte entre comillas; la celda se tomó tal como está, con las comillas.';
    case 'record_spans_lines':
      return 'Una celda entre comillas sigue en la línea siguiente.';
    case 'odd_section_title':
      return `«${warning.value}» se tomó como título de una sección.`;
    case 'extra_empty_cells':
      return 'Se pasaron por alto celdas vacías después de la última columna.';
    case 'missing_cells':
      return `Solo hay ${warning.cells} de ${times(warning.columns, 'celda', 'celdas')}; el resto se tomó como vacío.`;
    case 'separator_in_meta_value':
      return `El valor de «${warning.key}» lleva punto y coma sin comillas; se tomó entero.`;
    case 'repeated_meta':
      return `«${warning.key}» está aquí otra vez, igual que en la línea ${warning.firstLine}.`;
    case 'unknown_meta':
      return `«${warning.key}» no es conocido; se guardó y no se usó.`;
    case 'missing_column':
      return `La sección ${warning.section} no tiene la columna «${warning.column}».`;
    case 'missing_meta':
      return `META no dice «${warning.key}».`;
    case 'space_around':
      return `Se pasaron por alto espacios alrededor de «${warning.value}».`;
    case 'decimal_comma':
      return `«${warning.value}»: la coma se leyó como signo decimal.`;
    case 'grouped_digits':
      return `«${warning.value}»: los espacios se leyeron como separadores de miles.`;
    case 'number_unreadable':
      return `«${warning.value}» no es un número (${warning.field}); no se usó.`;
    case 'date_unreadable':
      return `«${warning.value}» no es una fecha (${warning.field}).`;
    case 'count_differs':
      return `«${warning.field}» dice ${warning.stated}, pero hay ${warning.found}.`;
    case 'selected_unreadable':
      return `«${warning.value}» no dice si «${warning.id}» fue financiado: 0, 1, 2 o 3.`;
    case 'zero_cost':
      return `El proyecto «${warning.id}» no cuesta nada.`;
    case 'dearer_than_budget':
      return `El proyecto «${warning.id}» cuesta él solo más que todo el presupuesto.`;
    case 'votes_differ':
      return `El archivo dice ${warning.stated} votos para «${warning.id}»; en las boletas hay ${warning.found}.`;
    case 'score_differs':
      return `El archivo dice ${warning.stated} puntos para «${warning.id}»; en las boletas hay ${warning.found}.`;
    case 'points_not_used':
      return 'Las boletas de este tipo no dan puntos; la columna «points» no se usó.';
    case 'repeated_choice':
      return `La boleta nombra «${warning.id}» más de una vez; cuenta una sola, en su primer lugar.`;
    case 'empty_choice':
      return 'Se pasó por alto un lugar vacío entre dos comas.';
    case 'repeated_voter':
      return `El mismo identificador de votante está en la línea ${warning.firstLine}; cuentan las dos boletas.`;
    case 'too_many_choices':
      return `La boleta nombra ${times(warning.found, 'proyecto', 'proyectos')}, más de los ${warning.limit} permitidos; cuenta tal como está.`;
    case 'too_few_choices':
      return `La boleta nombra ${times(warning.found, 'proyecto', 'proyectos')}, menos de los ${warning.limit} pedidos; cuenta tal como está.`;
    case 'choices_cost_too_much':
      return 'Los proyectos de la boleta cuestan juntos más de lo permitido; cuenta tal como está.';
    case 'too_many_points':
      return `La boleta da ${times(warning.found, 'punto', 'puntos')}, más de los ${warning.limit} permitidos; cuenta tal como está.`;
    case 'more_of_a_kind':
      return `${times(warning.count, 'aviso más', 'avisos más')} de este tipo (${warning.of}) desde aquí.`;
  }
}

export function spanishUndeclared({ reason, rule }: Undeclared): string {
  switch (reason) {
    case 'no_rule':
      return 'El archivo no dice con qué regla se contó.';
    case 'unknown_rule':
      return `El archivo se contó con la regla «${rule ?? ''}», que aquí no se conoce.`;
    case 'rule_set_unreadable':
      return 'La regla que trae el archivo (rule_set) no se puede leer.';
    case 'exclusive_groups_not_told':
      return 'El archivo dice que unos proyectos excluyen a otros, pero no cuáles de forma legible.';
    case 'part_budgets_do_not_match':
      return 'El archivo da presupuestos por partes, pero no uno para cada nombre.';
    case 'leftover_after_parts':
      return 'El archivo da lo que sobra de las partes a otros proyectos, fuera de las partes; ninguna regla de aquí lo expresa.';
    case 'minimum_not_measurable':
      return 'El apoyo mínimo del archivo no se puede medir en sus boletas.';
  }
}
