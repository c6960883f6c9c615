import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { type Choice, Choices, Field, type FormState, LongField, Select } from '../../../ui/form.tsx';

interface FieldsProps {
  readonly form: FormState;
  readonly t: Translation;
}

/** Everything that the rule of a template says, in plain words: what is seldom changed is folded away. */
export function RuleFields({ form, t }: FieldsProps): JSX.Element {
  const words = t.controlRoom;
  const { forms } = t.consultations;
  return (
    <>
      <One name="form" label={words.form} texts={forms} values={['choose_one', 'approval']} form={form} />
      <Field name="most" label={words.most} hint={words.mostHint} form={form} inputmode="numeric" signs={6} />
      <One
        name="blank"
        label={words.mayBeBlank}
        texts={{ yes: words.blankYes, no: words.blankNo }}
        values={['yes', 'no']}
        form={form}
      />
      <One
        name="rule"
        label={words.rule}
        texts={t.rules.names}
        hints={words.ruleHint}
        values={['greedy', 'equal-shares', 'phragmen']}
        form={form}
      />
      <Field
        name="winners"
        label={words.maximumWinners}
        hint={words.maximumWinnersHint}
        form={form}
        inputmode="numeric"
        signs={6}
      />
      <One
        name="ties"
        label={words.ties}
        hint={words.tieHint}
        texts={words.tieChoices}
        values={['lots', 'lower-cost', 'project-id', 'lower-cost-project-id']}
        form={form}
      />
      <VotesFields form={form} t={t} />
      <SharesFields form={form} t={t} />
      <LimitsFields form={form} t={t} />
      <Fold title={words.moreKey} usual={{ group: 'Ed25519' }} form={form}>
        <Select
          name="group"
          label={words.group}
          form={form}
          choices={choicesOf(['Ed25519', 'RFC-3526-2048', 'BELENIOS-2048'], t.consultations.groups)}
        />
      </Fold>
    </>
  );
}

function VotesFields({ form, t }: FieldsProps): JSX.Element {
  const words = t.controlRoom;
  const usual = { order: 'votes', misfit: 'skip', reserve: '', top_up: '' };
  return (
    <Fold title={words.moreVotes} usual={usual} form={form}>
      <One
        name="order"
        label={words.order}
        texts={words.orders}
        hints={words.orderHint}
        values={['votes', 'votes-free-too', 'votes-per-money', 'votes-times-money']}
        form={form}
      />
      <One name="misfit" label={words.misfit} texts={words.misfits} values={['skip', 'stop', 'top-up']} form={form} />
      <Field name="reserve" label={words.reserve} hint={words.reserveHint} form={form} inputmode="decimal" signs={12} />
      <Field name="top_up" label={words.topUp} hint={words.topUpHint} form={form} signs={6} />
    </Fold>
  );
}

function SharesFields({ form, t }: FieldsProps): JSX.Element {
  const words = t.controlRoom;
  const usual = { utility: 'cost', divisor: 'marked-ballots', completion: 'add1-greedy', step: '', comparison: 'none' };
  return (
    <Fold title={words.moreShares} usual={usual} form={form}>
      <One name="utility" label={words.utility} texts={words.utilities} values={['cost', 'cardinality']} form={form} />
      <One
        name="divisor"
        label={words.divisor}
        texts={words.divisors}
        values={['marked-ballots', 'all-ballots']}
        form={form}
      />
      <Select
        name="completion"
        label={words.completion}
        form={form}
        choices={choicesOf(['add1-greedy', 'add1', 'greedy', 'none'], words.completions)}
      />
      <Field name="step" label={words.raise} hint={words.raiseHint} form={form} inputmode="decimal" signs={12} />
      <One
        name="comparison"
        label={words.comparison}
        texts={words.comparisons}
        values={['none', 'greedy']}
        form={form}
      />
    </Fold>
  );
}

function LimitsFields({ form, t }: FieldsProps): JSX.Element {
  const words = t.controlRoom;
  const usual = { minimum: '', minimum_share: '', exclusive: '', themes: '', places: '' };
  return (
    <Fold title={words.moreLimits} usual={usual} form={form}>
      <Field name="minimum" label={words.minimumVotes} form={form} inputmode="numeric" signs={12} />
      <Field name="minimum_share" label={words.minimumShare} hint={words.minimumShareHint} form={form} signs={6} />
      <LongField name="exclusive" label={words.exclusive} hint={words.exclusiveHint} form={form} rows={2} />
      <LongField name="themes" label={words.themes} hint={words.limitsHint} form={form} rows={3} />
      <LongField name="places" label={words.places} hint={words.limitsHint} form={form} rows={3} />
    </Fold>
  );
}

/** Folded away as long as all of it is as usual and in order; a control that is missing is as usual. */
function Fold(props: {
  readonly title: string;
  readonly usual: Readonly<Record<string, string>>;
  readonly form: FormState;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, usual, form, children } = props;
  const isUsual = Object.entries(usual).every(([name, value]) => (form.values.get(name) || value) === value);
  const isWrong = form.problems.some(({ field }) => field in usual);
  return (
    <details open={!isUsual || isWrong}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

const choicesOf = <Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, string>>,
  hints?: Readonly<Record<Value, string>>,
): readonly Choice[] =>
  values.map((value) => ({ value, text: texts[value], ...(hints !== undefined && { hint: hints[value] }) }));

/** One of a few, in full view. */
function One<Value extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly texts: Readonly<Record<Value, string>>;
  readonly hints?: Readonly<Record<Value, string>>;
  readonly values: readonly Value[];
  readonly form: FormState;
}): JSX.Element {
  const { name, label, hint, texts, hints, values, form } = props;
  return (
    <Choices
      name={name}
      kind="one"
      label={label}
      {...(hint !== undefined && { hint })}
      form={form}
      choices={choicesOf(values, texts, hints)}
    />
  );
}
