import {
  admitCertificate,
  admitDeal,
  admitKey,
  assembleThreshold,
  type Codec,
  createCheckRecord,
  type GroupName,
  type MemberFault,
  Misread,
  readText,
  type Suite,
  trusteesWire,
  verifyTrustees,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import {
  certificateFile,
  certificatesStep,
  type CertificatesStep,
  dealFile,
  dealsStep,
  type HandedIn,
  shareKeyFile,
  shareKeysStep,
} from '@convite/trustee';

/** A ceremony as far as it has come, and what is brought to it: the texts of files, as trustees make them. */
export interface CeremonyTask {
  readonly type: 'ceremony';
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  /** The step that is awaited. */
  readonly step: Step;
  /** What was admitted before, of each step by the numbers of the members. */
  readonly before: Readonly<Record<Step, readonly string[]>>;
  readonly brought: {
    readonly place: number;
    /** Who sits there; the list of trustees will name them so. */
    readonly name: string;
    readonly text: string;
  };
}

export interface CeremonyAnswer {
  readonly type: 'ceremony';
  /** With the last key comes the list of trustees. */
  readonly result: Result<{ readonly list: string | null }, MessageRefusal>;
}

type Step = 'certificate' | 'deal' | 'key';

/** Why a message is not taken. */
export type MessageRefusal =
  /** No message of this step, or one that is not in its form. */
  | { readonly type: 'wrong_form'; readonly place: string }
  /** Made for another group, or for other numbers. */
  | { readonly type: 'other_ceremony' }
  | { readonly type: 'other_place'; readonly found: number; readonly expected: number }
  | { readonly type: 'other_name'; readonly found: string; readonly expected: string }
  /** Its maker had other files of the steps before. */
  | { readonly type: 'other_files' }
  /** A signature, a proof or a number in it does not hold. */
  | { readonly type: 'does_not_hold'; readonly faults: readonly (MemberFault['type'] | 'wrong_number')[] };

/** What every file of a ceremony says of itself. */
interface Head {
  readonly group: GroupName;
  readonly size: number;
  readonly threshold: number;
  readonly member: number;
  readonly name: string;
}

/** Checks a message that a trustee brings as far as everybody can, and puts the list together with the last one. */
export const performCeremonyTask = (suite: Suite, task: CeremonyTask): CeremonyAnswer => ({
  type: 'ceremony',
  result: admit(suite, task),
});

function admit(suite: Suite, task: CeremonyTask): CeremonyAnswer['result'] {
  if (task.step === 'certificate') return admitFirst(suite, task);
  return task.step === 'deal' ? admitSecond(suite, task) : admitLast(suite, task);
}

/** The file that was brought, if it is in its form and says that it belongs here. */
function readBrought<T extends Head>(form: Codec<T>, task: CeremonyTask): Result<T, MessageRefusal> {
  const { brought, group, size, threshold } = task;
  const file = readText(form, brought.text);
  if (file instanceof Misread) return err({ type: 'wrong_form', place: file.place });
  if (file.group !== group || file.size !== size || file.threshold !== threshold)
    return err({ type: 'other_ceremony' });
  const { place, name } = brought;
  if (file.member !== place) return err({ type: 'other_place', found: file.member, expected: place });
  const isSame = file.name.normalize('NFC') === name.normalize('NFC');
  return isSame ? ok(file) : err({ type: 'other_name', found: file.name, expected: name });
}

function admitFirst(suite: Suite, task: CeremonyTask): CeremonyAnswer['result'] {
  const file = readBrought(certificateFile, task);
  if (!file.ok) return file;
  const before = admitted(certificateFile, task.before.certificate).map(({ file: { content } }) => content);
  const message = { member: task.brought.place, wire: file.value.content };
  return judged(admitCertificate(suite.group(task.group), task, before, message));
}

/** The messages of a step that were admitted. */
const admitted = <T extends Head>(form: Codec<T>, texts: readonly string[]): readonly HandedIn<T>[] =>
  texts.map((text) => {
    const file = readText(form, text);
    invariant(!(file instanceof Misread), 'a message was read when it was admitted');
    return { path: '', file };
  });

function certificatesOf(suite: Suite, task: CeremonyTask): CertificatesStep {
  const step = certificatesStep(suite, admitted(certificateFile, task.before.certificate), task);
  invariant(step.ok, 'certificates that were admitted agree');
  return step.value;
}

function admitSecond(suite: Suite, task: CeremonyTask): CeremonyAnswer['result'] {
  const file = readBrought(dealFile, task);
  if (!file.ok) return file;
  const { certificates, hash } = certificatesOf(suite, task);
  if (file.value.certificates !== hash) return err({ type: 'other_files' });
  const before = admitted(dealFile, task.before.deal).map(({ file: { content } }) => content);
  return judged(admitDeal(certificates, before, { member: task.brought.place, wire: file.value.content }));
}

function admitLast(suite: Suite, task: CeremonyTask): CeremonyAnswer['result'] {
  const file = readBrought(shareKeyFile, task);
  if (!file.ok) return file;
  const step = dealsStep(suite, certificatesOf(suite, task), admitted(dealFile, task.before.deal));
  invariant(step.ok, 'deals that were admitted are collected');
  const { collected, transcript } = step.value;
  if (file.value.transcript !== transcript) return err({ type: 'other_files' });
  const { content, member } = file.value;
  const judgement = judged(admitKey(collected.checked, { member, wire: content }));
  if (!judgement.ok || task.before.key.length + 1 < task.size) return judgement;
  const files = [...admitted(shareKeyFile, task.before.key), { path: '', file: file.value }];
  const keys = shareKeysStep(step.value, files);
  invariant(keys.ok, 'keys that were admitted were made from the same deals');
  const assembled = assembleThreshold(collected.checked, keys.value.keys);
  invariant(assembled.ok, 'keys that were admitted are put together');
  const list = trusteesWire.write([['Pedersen', assembled.value]]);
  const isSound = verifyTrustees(suite.group(task.group), list, createCheckRecord()) !== undefined;
  // Two members with one key: what no message says by itself.
  return isSound ? ok({ list }) : err({ type: 'does_not_hold', faults: ['key_repeated'] });
}

function judged(admission: ReturnType<typeof admitKey>): Result<{ readonly list: null }, MessageRefusal> {
  if (admission.ok) return ok({ list: null });
  const { error } = admission;
  const faults = error.type === 'members_at_fault' ? error.faults.map(({ type }) => type) : ['wrong_number' as const];
  return err({ type: 'does_not_hold', faults });
}
