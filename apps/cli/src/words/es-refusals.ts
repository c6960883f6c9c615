import { assertNever } from '@convite/kernel';
import { type CommandName, commands, hasTasks } from '../arguments/choices.ts';
import { type Allowed, isWrittenForm } from '../arguments/usage-error.ts';
import { figuresOf } from './figures.ts';
import type { RefusalWords } from './words.ts';

const { count: n } = figuresOf('es');

const allowedValues = (allowed: Allowed | 'file'): string =>
  allowed === 'whole-number'
    ? 'un número entero'
    : allowed === 'money'
      ? 'un monto mayor que cero en unidades de la moneda, como 1 o 0.50 (con punto)'
      : allowed === 'ties'
        ? 'refuse, project-id, o lots: y los identificadores en el orden del sorteo, cada uno una vez'
        : allowed === 'file'
          ? 'la ruta de un archivo'
          : isWrittenForm(allowed)
            ? `la forma ${allowed.form}`
            : `uno de estos: ${allowed.join(', ')}`;

const exampleOf = (option: string, allowed: Allowed | 'file'): string =>
  allowed === 'whole-number'
    ? `${option} 30`
    : allowed === 'money'
      ? `${option} 0.50`
      : allowed === 'ties'
        ? `${option} lots:7,12`
        : allowed === 'file'
          ? `${option} regla.json`
          : isWrittenForm(allowed)
            ? `${option} ${allowed.example}`
            : `${option} ${allowed[0] ?? ''}`;

const fileFor = (command: CommandName | undefined): string =>
  command === 'verify' || command === 'inspect' ? 'eleccion.bel' : 'pueblo.pb';

const exampleFor = (command: CommandName | undefined): string =>
  `npm run -s convite -- ${command !== undefined && hasTasks(command) ? `${command} --help` : command === 'simulate' ? 'simulate --out calle' : `${command ?? 'count'} ${fileFor(command)}`}`;

export const spanishRefusals: RefusalWords = {
  usage: (error, command) => {
    const example = exampleFor(command);
    switch (error.type) {
      case 'unknown_command':
        return `No existe la orden «${error.given}». Las órdenes son ${commands.slice(0, -1).join(', ')} y ${commands.at(-1)}.\nEjemplo: npm run -s convite -- count pueblo.pb`;
      case 'unknown_option':
        return `No existe la opción ${error.option}. Las opciones aquí son ${error.known.join(', ')}.\nEjemplo: ${example}`;
      case 'missing_value':
        return `${error.option} necesita un valor: ${allowedValues(error.allowed)}.\nEjemplo: ${exampleOf(error.option, error.allowed)}`;
      case 'unexpected_value':
        return `${error.option} no lleva valor.\nEjemplo: ${example} ${error.option}`;
      case 'repeated_option':
        return `${error.option} está dos veces. Escríbala una sola vez.`;
      case 'bad_value':
        return `«${error.given}» no es un valor de ${error.option}. Admite ${allowedValues(error.allowed)}.\nEjemplo: ${exampleOf(error.option, error.allowed)}`;
      case 'missing_option':
        return `Falta ${error.option}.\nEjemplo: npm run -s convite -- ${error.example}`;
      case 'no_input_expected':
        return `Esta orden no lleva archivo; «${error.given}» sobra.`;
      case 'no_task':
        return `${command ?? ''} tiene varias tareas; diga cuál: ${error.tasks.join(', ')}.`;
      case 'unknown_task':
        return `Aquí no existe la tarea «${error.given}». Las tareas son ${error.tasks.join(', ')}.`;
      case 'seed_refused':
        return 'Una semilla es solo para simulaciones: quien la conoce conoce cada secreto. Aquí todo secreto sale al azar.';
      case 'missing_file':
        return `No se nombra ningún archivo.\nEjemplo: npm run -s convite -- ${error.example}`;
      case 'no_input':
        return `Falta el archivo. Nombre uno${command === 'count' ? ', o - para la entrada estándar' : ''}.\nEjemplo: ${example}`;
      case 'too_many_inputs':
        return `Un archivo o una carpeta por vez; aquí hay ${n(error.given.length)}: ${error.given.join(', ')}.\nUna ruta con espacios va entre comillas: npm run -s convite -- ${command ?? 'count'} "nuestro ${fileFor(command)}"`;
      case 'two_rule_sources':
        return `La regla viene de un solo lugar; ${error.options.join(' y ')} son ${n(error.options.length)}. Deje una.\nEjemplo: npm run -s convite -- count pueblo.pb ${error.options[0] === '--rule' ? '--rule greedy' : '--as-declared'}`;
      case 'option_needs_rule':
        return `${error.option} precisa una --rule, y aquí no hay ninguna.\nEjemplo: npm run -s convite -- count pueblo.pb --rule equal-shares ${error.option} …`;
      case 'option_of_other_rule':
        return `${error.option} no dice nada a la regla ${error.rule}; es de: ${error.of}.\nEjemplo: npm run -s convite -- count pueblo.pb --rule ${error.rule}`;
      case 'step_without_add1':
        return '--add1-step necesita un completado con Add1: --completion add1 o --completion add1-greedy.\nEjemplo: npm run -s convite -- count pueblo.pb --rule equal-shares --completion add1 --add1-step 10';
      case 'ties_already_settled':
        return 'La propia regla resuelve los empates, así que --ties refuse no puede valer. Quite --ties, o ponga "ties": [] en la regla.';
      default:
        return assertNever(error);
    }
  },
  seeHelp: (helpCommand) => `Todas las opciones: ${helpCommand}`,
  input: (fault, path) => {
    switch (fault.type) {
      case 'not_found':
        return `No hay ningún archivo ${path}.`;
      case 'is_folder':
        return `${path} es una carpeta. Nombre un archivo; para recontar todas las votaciones de una carpeta: npm run -s convite -- recount ${path}`;
      case 'not_a_file':
        return `${path} no es un archivo que se pueda leer en cualquier lugar (${fault.code}). Guarde en un archivo lo que da, y nombre ese.`;
      case 'no_permission':
        return `No hay permiso para leer ${path} (${fault.code}).`;
      case 'too_large':
        return `${path} es demasiado grande para leerlo (${fault.code}).`;
      case 'other':
        return `No se puede leer ${path} (${fault.code}).`;
      default:
        return assertNever(fault.type);
    }
  },
  unusable: (path, problems) =>
    `${path} no se puede contar: ${problems === 1 ? 'un problema' : `${n(problems)} problemas`}. No se contó nada.`,
  line: (line) => `línea ${line}`,
  ruleSet: (fault, path) => {
    switch (fault.type) {
      case 'not_json':
        return `${path} no es JSON: ${fault.message}`;
      case 'not_a_rule_set':
        return `${path} no es una regla:\n${fault.issues.map((issue) => `  ${issue}`).join('\n')}\nEl «rule» de convite count --json es una, y se puede cambiar y volver a dar.`;
      default:
        return assertNever(fault);
    }
  },
  chooseRule:
    'Elija una: --rule greedy, --rule equal-shares, --rule phragmen o --rule majority-judgement.\nEjemplo: npm run -s convite -- count pueblo.pb --rule greedy',
  count: (refusal) => {
    switch (refusal.type) {
      case 'unknown_project':
        return refusal.where === 'ties'
          ? `El sorteo nombra el proyecto ${refusal.id}, que el archivo no tiene.`
          : `La regla nombra el proyecto ${refusal.id} en sus grupos excluyentes; el archivo no lo tiene.`;
      case 'too_many_decimals':
        return `El monto ${refusal.text} de la regla tiene más decimales que el dinero del archivo (${n(refusal.decimals)}).`;
      case 'utility_needs':
        return refusal.needs === 'points'
          ? `La utilidad ${refusal.utility} pide boletas con puntos, y las de este archivo no los tienen. Para estas boletas: --utility cost o --utility cardinality.`
          : `La utilidad ${refusal.utility} pide boletas en orden de preferencia, y las de este archivo no lo son. Para estas boletas: --utility cost o --utility cardinality.`;
      case 'rule_needs_scores':
        return 'El juicio mayoritario pide boletas con notas (vote_type scoring), y las de este archivo no las tienen.';
      case 'minimum_needs_points':
        return 'La regla pide un mínimo de puntos, y las boletas de este archivo no dan puntos.';
      case 'step_not_positive':
        return 'El paso de Add1 debe ser mayor que cero.';
      default:
        return assertNever(refusal);
    }
  },
  waitingForInput: 'Leyendo del teclado; termine con Ctrl-D.',
};
