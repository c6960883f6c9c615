import type { CeremonyStep, NextStep } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { trusteesAddress } from './trustees-address.ts';
import type { TrusteesView, YourPart } from './views.ts';

/** Whether there is something to bring for whoever looks. */
export const mayBring = ({ yours, list }: TrusteesView): boolean =>
  yours === null ? list?.isOurs === false : yours.next.type !== 'wait' && yours.next.type !== 'none';

/** The one thing that whoever looks does next, with the files for it; for a list from elsewhere, whoever has a key of it. */
export function YourTask(props: { view: TrusteesView; form: FormState; t: Translation }): JSX.Element | null {
  const { view, form, t } = props;
  const { yours, list } = view;
  const words = t.trustees;
  if (yours === null) {
    if (list?.isOurs !== false) return null;
    return (
      <Section id="now" title={words.keyHolders} say={[words.keyHoldersSay]}>
        <Rehearse view={view} t={t} />
        <Bring view={view} form={form} t={t} />
      </Section>
    );
  }
  return (
    <Section id="now" title={words.yourTask} say={[words.youAre(yours.place, yours.name)]}>
      <p class="lead">{sentence(yours.next, view, t)}</p>
      {yours.next.type === 'bring' && <Make view={view} yours={yours} step={yours.next.step} t={t} />}
      {(yours.next.type === 'rehearse' || yours.next.type === 'ready') && <Rehearse view={view} t={t} />}
      {mayBring(view) && <Bring view={view} form={form} t={t} />}
    </Section>
  );
}

function sentence(next: NextStep, { rows }: TrusteesView, t: Translation): string {
  const words = t.trustees;
  const named = (places: readonly number[]): string =>
    t.format.list(rows.filter(({ place }) => places.includes(place)).map(({ name }) => name));
  switch (next.type) {
    case 'bring':
      return words.bringNext[next.step];
    case 'wait':
      return words.waitFor(named(next.places));
    case 'rehearse':
      return words.rehearseNext;
    case 'ready':
      return next.places.length === 0 ? words.readyAll : words.readyWait(named(next.places));
    case 'none':
      return words.none;
  }
}

/** How the message of a step is made: on the page that never sends a key, or with the command. */
function Make(props: { view: TrusteesView; yours: YourPart; step: CeremonyStep; t: Translation }): JSX.Element {
  const { view, yours, step, t } = props;
  const words = t.trustees;
  const { group = '', size = 0, threshold = 0, folder = '' } = view.ceremony ?? {};
  const numbers = `${threshold}of${size}`;
  const known = new URLSearchParams({ trustees: numbers, member: String(yours.place), name: yours.name });
  const page = step === 'certificate' ? `/trustee#ceremony&${known.toString()}` : '/trustee';
  const ownName = `'${yours.name.replaceAll("'", "'\\''")}'`;
  const command = {
    certificate: `certificate --group ${group} --trustees ${numbers} --member ${yours.place} --name ${ownName}`,
    deal: 'deal',
    key: 'share',
  }[step];
  return (
    <>
      <ol class="say">
        {step !== 'certificate' && (
          <li>
            <a href={`${trusteesAddress(view)}/messages.zip`}>{words.messagesFile(`${folder}.zip`)}</a>
          </li>
        )}
        <li>
          <a href={page}>{words.openPage}</a> {words.giveFiles[step]}
        </li>
        <li>{words.thenBring[step]}</li>
      </ol>
      <details>
        <summary>{words.withCommand}</summary>
        {step !== 'certificate' && <p>{words.unpack(folder)}</p>}
        <Command words={`trustee ceremony ${command} --folder ${folder} --key my.secret.json`} />
      </details>
    </>
  );
}

/** A command to copy; an option is never torn at its hyphens. */
export const Command = ({ words }: { words: string }): JSX.Element => (
  <code class="cmd" dir="ltr">
    {`npm run -s convite -- ${words}`
      .split(/(--[\w-]*)/u)
      .map((part) => (part.startsWith('--') ? <span>{part}</span> : part))}
  </code>
);

/** How the test ballot of today is decrypted. */
function Rehearse({ view, t }: { view: TrusteesView; t: Translation }): JSX.Element {
  const words = t.trustees;
  return (
    <>
      <ol class="say">
        <li>
          <a href={`${trusteesAddress(view)}/trustees.json`}>{words.listFile}</a>
        </li>
        <li>
          <a href="/trustee">{words.openPage}</a> {words.giveKey}
        </li>
        <li>{words.bringRehearsal}</li>
      </ol>
      <details>
        <summary>{words.withCommand}</summary>
        <Command words="trustee rehearse --trustees trustees.json --key my.key.json" />
      </details>
    </>
  );
}

const Bring = ({ view, form, t }: { view: TrusteesView; form: FormState; t: Translation }): JSX.Element => (
  <Form action={`${trusteesAddress(view)}/messages`} files submit={t.trustees.bring}>
    <Field type="file" name="file" label={t.trustees.file} hint={t.trustees.fileHint} accept=".json" form={form} />
  </Form>
);
