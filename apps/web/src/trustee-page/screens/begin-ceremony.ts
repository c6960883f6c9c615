import {
  beginCeremony,
  certificateFile,
  ceremonySecretFile,
  fileText,
  nameInFile,
  type OwnPart,
  personName,
  stepFileName,
} from '@convite/trustee';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { browserRandomness } from '../../offline-page/browser-suite.ts';
import { el, field, on } from '../../offline-page/dom.ts';
import { stepProblem } from '../refusal-words.ts';
import { saveStep } from '../../offline-page/saving.ts';

/** What may stand in the address behind `#ceremony&`, so that nobody has to type it. */
export interface GivenPart {
  readonly threshold: string;
  readonly size: string;
  readonly member: string;
  readonly name: string;
}

/** Reads `#ceremony&trustees=2of3&member=1&name=Ana`: what the site knows already of a ceremony. */
export function partInAddress(hash: string): GivenPart | undefined {
  const [task, ...rest] = hash.replace(/^#/u, '').split('&');
  if (task !== 'ceremony') return undefined;
  const given = new URLSearchParams(rest.join('&'));
  const [, threshold = '', size = ''] = /^(\d{1,4})of(\d{1,4})$/u.exec(given.get('trustees') ?? '') ?? [];
  return { threshold, size, member: given.get('member') ?? '', name: given.get('name') ?? '' };
}

const numberIn = (text: string): number => (/^[1-9]\d{0,3}$/u.test(text.trim()) ? Number(text) : 0);

/** The form with what people agreed on. */
export function showBegin(app: App, given: GivenPart, problems: Readonly<Record<string, string>> = {}): void {
  const { words } = app;
  const control = (id: keyof GivenPart, mode: 'numeric' | 'text') =>
    el('input', {
      class: mode === 'numeric' ? 'in signs-6' : 'in',
      ...{ id, name: id, type: 'text', inputmode: mode, autocomplete: 'off', value: given[id] },
    });
  const controls = {
    size: control('size', 'numeric'),
    threshold: control('threshold', 'numeric'),
    member: control('member', 'numeric'),
    name: control('name', 'text'),
  };
  const submit = (): void => {
    const typed = {
      size: controls.size.value,
      threshold: controls.threshold.value,
      member: controls.member.value,
      name: controls.name.value,
    };
    begin(app, typed);
  };
  const { size, threshold, member, name } = controls;
  const labels: Readonly<Record<string, string>> = {
    size: words.sizeLabel,
    threshold: words.thresholdLabel,
    member: words.memberLabel,
    name: words.nameLabel,
  };
  app.show({
    title: words.beginTitle,
    problems: Object.entries(problems).map(([id, says]) => ({ field: id, says: `${labels[id] ?? ''}: ${says}` })),
    parts: [
      paragraph(words.beginLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(size, { label: words.sizeLabel, problem: problems['size'] }),
          field(threshold, { label: words.thresholdLabel, hint: words.thresholdHint, problem: problems['threshold'] }),
          field(member, { label: words.memberLabel, hint: words.memberHint, problem: problems['member'] }),
          field(name, { label: words.nameLabel, hint: words.nameHint, problem: problems['name'] }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.beginSubmit)),
        ),
        { onsubmit: submit },
      ),
      backHome(app),
    ],
  });
}

function begin(app: App, typed: GivenPart): void {
  const { words, suite } = app;
  const own: OwnPart = {
    group: 'Ed25519',
    size: numberIn(typed.size),
    threshold: numberIn(typed.threshold),
    member: numberIn(typed.member),
    name: personName(typed.name) ?? '',
  };
  const problems: Record<string, string> = {};
  for (const id of ['size', 'threshold', 'member'] as const) if (own[id] === 0) problems[id] = words.wholeNumber;
  if (own.name === '') problems['name'] = words.nameMissing;
  if (Object.keys(problems).length > 0) return showBegin(app, typed, problems);
  const begun = beginCeremony(suite, own, browserRandomness);
  if (!begun.ok) {
    const where = own.threshold > own.size ? 'threshold' : 'member';
    return showBegin(app, typed, { [where]: stepProblem(words, begun.error) });
  }
  const { secret, handedIn } = begun.value;
  app.unsaved(true);
  app.show({
    title: words.begunTitle,
    parts: [
      saveStep(
        app,
        { name: `${nameInFile(own.name)}.secret.json`, content: fileText(ceremonySecretFile, secret) },
        words.begunSecret,
        () => app.unsaved(false),
      ),
      saveStep(
        app,
        { name: stepFileName('certificate', own), content: fileText(certificateFile, handedIn) },
        words.begunPublic,
      ),
      own.threshold === 1 ? paragraph(words.oddOne, 'note wait') : undefined,
      own.threshold === own.size && own.size > 1 ? paragraph(words.oddAll, 'note wait') : undefined,
      paragraph(words.begunNext),
      backHome(app),
    ],
  });
}
