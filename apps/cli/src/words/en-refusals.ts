import { assertNever } from '@convite/kernel';
import { type CommandName, commands, hasTasks } from '../arguments/choices.ts';
import { type Allowed, isWrittenForm } from '../arguments/usage-error.ts';
import { figuresOf } from './figures.ts';
import type { RefusalWords } from './words.ts';

const { count: n } = figuresOf('en');

const allowedValues = (allowed: Allowed | 'file'): string =>
  allowed === 'whole-number'
    ? 'a whole number'
    : allowed === 'money'
      ? 'an amount above zero in units of the currency, such as 1 or 0.50'
      : allowed === 'ties'
        ? 'refuse, project-id, or lots: and the project ids in the order drawn, each once'
        : allowed === 'file'
          ? 'the path of a file'
          : isWrittenForm(allowed)
            ? `the form ${allowed.form}`
            : `one of: ${allowed.join(', ')}`;

const exampleOf = (option: string, allowed: Allowed | 'file'): string =>
  allowed === 'whole-number'
    ? `${option} 30`
    : allowed === 'money'
      ? `${option} 0.50`
      : allowed === 'ties'
        ? `${option} lots:7,12`
        : allowed === 'file'
          ? `${option} rule.json`
          : isWrittenForm(allowed)
            ? `${option} ${allowed.example}`
            : `${option} ${allowed[0] ?? ''}`;

const fileFor = (command: CommandName | undefined): string =>
  command === 'verify' || command === 'inspect' ? 'election.bel' : 'town.pb';

const exampleFor = (command: CommandName | undefined): string =>
  `npm run -s convite -- ${command !== undefined && hasTasks(command) ? `${command} --help` : command === 'simulate' ? 'simulate --out street' : `${command ?? 'count'} ${fileFor(command)}`}`;

export const englishRefusals: RefusalWords = {
  usage: (error, command) => {
    const example = exampleFor(command);
    switch (error.type) {
      case 'unknown_command':
        return `There is no command “${error.given}”. The commands are ${commands.slice(0, -1).join(', ')} and ${commands.at(-1)}.\nExample: npm run -s convite -- count town.pb`;
      case 'unknown_option':
        return `There is no option ${error.option}. The options here are ${error.known.join(', ')}.\nExample: ${example}`;
      case 'missing_value':
        return `${error.option} needs a value: ${allowedValues(error.allowed)}.\nExample: ${exampleOf(error.option, error.allowed)}`;
      case 'unexpected_value':
        return `${error.option} takes no value.\nExample: ${example} ${error.option}`;
      case 'repeated_option':
        return `${error.option} is given twice. Give it once.`;
      case 'bad_value':
        return `“${error.given}” is no value of ${error.option}. It takes ${allowedValues(error.allowed)}.\nExample: ${exampleOf(error.option, error.allowed)}`;
      case 'missing_option':
        return `${error.option} is missing.\nExample: npm run -s convite -- ${error.example}`;
      case 'no_input_expected':
        return `This command takes no file; “${error.given}” is one too many.`;
      case 'no_task':
        return `${command ?? ''} has several tasks; say which: ${error.tasks.join(', ')}.`;
      case 'unknown_task':
        return `There is no task “${error.given}” here. The tasks are ${error.tasks.join(', ')}.`;
      case 'seed_refused':
        return 'A seed is for simulations alone: whoever knows it knows every secret. Here all secrets are drawn at random.';
      case 'missing_file':
        return `No file is named.\nExample: npm run -s convite -- ${error.example}`;
      case 'no_input':
        return `No file is named. Name one${command === 'count' ? ', or - for standard input' : ''}.\nExample: ${example}`;
      case 'too_many_inputs':
        return `One file or folder at a time; these are ${n(error.given.length)}: ${error.given.join(', ')}.\nA path with spaces is written in quotes: npm run -s convite -- ${command ?? 'count'} "our ${fileFor(command)}"`;
      case 'two_rule_sources':
        return `The rule comes from one place; ${error.options.join(' and ')} are ${n(error.options.length)}. Keep one of them.\nExample: npm run -s convite -- count town.pb ${error.options[0] === '--rule' ? '--rule greedy' : '--as-declared'}`;
      case 'option_needs_rule':
        return `${error.option} refines --rule, and there is no --rule here.\nExample: npm run -s convite -- count town.pb --rule equal-shares ${error.option} …`;
      case 'option_of_other_rule':
        return `${error.option} means nothing to the rule ${error.rule}; it belongs to: ${error.of}.\nExample: npm run -s convite -- count town.pb --rule ${error.rule}`;
      case 'step_without_add1':
        return '--add1-step needs a completion with Add1: --completion add1 or --completion add1-greedy.\nExample: npm run -s convite -- count town.pb --rule equal-shares --completion add1 --add1-step 10';
      case 'ties_already_settled':
        return 'The rule set settles ties itself, so --ties refuse cannot hold. Leave --ties out, or set "ties": [] in the rule set.';
      default:
        return assertNever(error);
    }
  },
  seeHelp: (helpCommand) => `All options: ${helpCommand}`,
  input: (fault, path) => {
    switch (fault.type) {
      case 'not_found':
        return `There is no file ${path}.`;
      case 'is_folder':
        return `${path} is a folder. Name a file; to recount all votes of a folder: npm run -s convite -- recount ${path}`;
      case 'not_a_file':
        return `${path} is no file that can be read at any place (${fault.code}). Save what it gives in a file, and name that.`;
      case 'no_permission':
        return `${path} may not be read (${fault.code}).`;
      case 'too_large':
        return `${path} is too large to be read (${fault.code}).`;
      case 'other':
        return `${path} cannot be read (${fault.code}).`;
      default:
        return assertNever(fault.type);
    }
  },
  unusable: (path, problems) =>
    `${path} cannot be counted: ${problems === 1 ? 'one problem' : `${n(problems)} problems`}. Nothing was counted.`,
  line: (line) => `line ${line}`,
  ruleSet: (fault, path) => {
    switch (fault.type) {
      case 'not_json':
        return `${path} is not JSON: ${fault.message}`;
      case 'not_a_rule_set':
        return `${path} is no rule set:\n${fault.issues.map((issue) => `  ${issue}`).join('\n')}\nThe “rule” of convite count --json is one, and can be changed and given back.`;
      default:
        return assertNever(fault);
    }
  },
  chooseRule:
    'Choose one: --rule greedy, --rule equal-shares, --rule phragmen or --rule majority-judgement.\nExample: npm run -s convite -- count town.pb --rule greedy',
  count: (refusal) => {
    switch (refusal.type) {
      case 'unknown_project':
        return refusal.where === 'ties'
          ? `The lots name the project ${refusal.id}, which the file does not have.`
          : `The rule set names the project ${refusal.id} in its exclusive groups; the file does not have it.`;
      case 'too_many_decimals':
        return `The amount ${refusal.text} of the rule has more decimals than the money of the file (${n(refusal.decimals)}).`;
      case 'utility_needs':
        return refusal.needs === 'points'
          ? `The utility ${refusal.utility} needs ballots with points, and those of this file have none. For these ballots: --utility cost or --utility cardinality.`
          : `The utility ${refusal.utility} needs ranked ballots, and those of this file are not. For these ballots: --utility cost or --utility cardinality.`;
      case 'rule_needs_scores':
        return 'Majority judgement needs ballots that give scores (vote_type scoring), and those of this file do not.';
      case 'minimum_needs_points':
        return 'The rule asks for a minimum of points, and the ballots of this file give none.';
      case 'step_not_positive':
        return 'The step of Add1 must be above zero.';
      default:
        return assertNever(refusal);
    }
  },
  waitingForInput: 'Reading from the keyboard; end with Ctrl-D.',
};
