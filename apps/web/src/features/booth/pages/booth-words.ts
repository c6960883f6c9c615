import type { BoothData, BoothWords, MailWords } from '../../../booth/booth-data.ts';
import { languages } from '../../../i18n/locale.ts';
import type { Translation } from '../../../i18n/translation.ts';
import { type BoothProps, nounOf, type Paper, standing } from './views.ts';

/** What the program of the booth is handed: nothing about a person. */
export function boothData({ paper, places, programs }: BoothProps, t: Translation): BoothData {
  return {
    contest: paper.contest,
    fingerprint: paper.fingerprint,
    most: paper.most,
    single: paper.isSingle,
    options: standing(paper)
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, answer, text, title }) => ({ number, answer, isNumbered: text !== title })),
    election: places.election,
    ballots: places.ballots,
    worker: programs.worker.path,
    findMyVote: places.findMyVote,
    finished: places.finished,
    language: languages[t.locale].numbers,
    zone: paper.zone,
    words: boothWords(paper, t),
    ...(paper.asksMailCode && { mail: { codes: places.codes, admissions: places.admissions, words: mailWords(t) } }),
  };
}

function mailWords({ booth: { mail } }: Translation): MailWords {
  return {
    addressWrong: mail.addressWrong,
    addressAgain: mail.addressAgain,
    asking: mail.asking,
    sent: mail.sent('{address}'),
    sentBefore: mail.sentBefore('{address}'),
    wait: mail.wait('{seconds}'),
    codeMissing: mail.codeMissing,
    checking: mail.checking,
    triesOver: mail.triesOver,
    offline: mail.offline,
    refusals: mail.refusals,
    file: mail.file('{pass}'),
  };
}

/** Nobody marks by accident more than so many too many; beyond there is one sentence for all. */
const farOver = 20;

/** The sentences that the program shows, with `{names}` where it fills in. */
function boothWords(paper: Paper, { booth, frame }: Translation): BoothWords {
  const noun = nounOf(paper);
  const numbersTo = (most: number): readonly number[] =>
    Array.from({ length: Math.min(most, standing(paper).length) + 1 }, (_, n) => n);
  const title = (text: string): string => frame.pageTitle(text);
  return {
    codeMissing: booth.codeMissing,
    codeGroups: booth.codeGroups,
    codeMistakable: booth.codeMistakable('{sign}'),
    codeForeign: booth.codeForeign,
    codeGroupLength: booth.codeGroupLength,
    codeLength: booth.codeLength('{found}'),
    codeCheck: booth.codeCheck,
    codeAgain: booth.codeAgain,
    cameraRefused: booth.cameraRefused,
    cameraNothing: booth.cameraNothing,
    counts: numbersTo(paper.most + farOver).map((n) => booth.counts(n, paper.most)),
    countsBeyond: booth.countsBeyond('{chosen}', '{over}'),
    numbersUnknown: booth.numbersUnknown('{numbers}'),
    numbersMarked: booth.numbersMarked('{numbers}'),
    numbersNone: booth.numbersNone,
    matches: booth.matches('{count}'),
    restored: booth.restored,
    chosen: numbersTo(paper.most).map((n) => booth.chosen(n, paper.most, noun)),
    chosenBlank: booth.chosenBlank,
    change: booth.change,
    sealingTitle: booth.sealingTitle,
    notCast: booth.notCast,
    sealing: booth.sealing,
    sending: booth.sending,
    unsent: booth.unsent,
    waiting: booth.waiting('{position}'),
    offline: booth.offline,
    refusals: paper.asksMailCode ? { ...booth.refusals, ...booth.mail.castRefusals } : booth.refusals,
    refusalOther: booth.refusalOther,
    entered: booth.entered('{day}', '{from}', '{to}'),
    fileName: booth.fileName,
    file: booth.file('{tracker}', '{code}', '{address}'),
    errorTitle: frame.errorTitle('{title}'),
    titles: {
      start: title(booth.startTitle),
      code: title(booth.codeTitle),
      address: title(booth.mail.addressTitle),
      mailed: title(booth.mail.codeTitle),
      choose: title(booth.chooseTitle(paper.most, noun)),
      review: title(booth.reviewTitle),
      sealing: title(booth.sealingTitle),
      receipt: title(booth.receiptTitle),
    },
  };
}
