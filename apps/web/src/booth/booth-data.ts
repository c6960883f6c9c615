/** An option that may be marked, as the page of the booth knows it. */
export interface OptionData {
  /** The number that people type. */
  readonly number: number;
  /** Its place among the answers of the election, counted from 0. */
  readonly answer: number;
  /** The answer's text is the title that is shown, with the number before it: `7. Title`. */
  readonly isNumbered: boolean;
}

/** Sentences that the booth's program shows; they come from the catalogue, with `{names}` where the program fills in. */
export interface BoothWords {
  /** What is wrong with a code, and where: one sentence for each group, counted from 0. */
  readonly codeMissing: string;
  readonly codeGroups: readonly string[];
  /** With `{sign}`. */
  readonly codeMistakable: string;
  readonly codeForeign: string;
  readonly codeGroupLength: string;
  /** With `{found}`. */
  readonly codeLength: string;
  readonly codeCheck: string;
  readonly codeAgain: string;
  readonly cameraRefused: string;
  readonly cameraNothing: string;
  /** How many are chosen and what may follow: one sentence for each number from 0, as far as people go. */
  readonly counts: readonly string[];
  /** The same beyond, with `{chosen}` and `{over}`. */
  readonly countsBeyond: string;
  /** With `{numbers}`. */
  readonly numbersUnknown: string;
  readonly numbersMarked: string;
  readonly numbersNone: string;
  /** With `{count}`. */
  readonly matches: string;
  readonly restored: string;
  /** What stands above the chosen on the review: one for each number from 0. */
  readonly chosen: readonly string[];
  readonly chosenBlank: string;
  readonly change: string;
  /** Headings while it is under way, and when it has come to nothing. */
  readonly sealingTitle: string;
  readonly notCast: string;
  readonly sealing: string;
  readonly sending: string;
  readonly unsent: string;
  /** With `{position}`. */
  readonly waiting: string;
  readonly offline: string;
  /** Why there is no vote, by the code of the refusal. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly refusalOther: string;
  /** With `{day}`, `{from}`, `{to}`. */
  readonly entered: string;
  readonly fileName: string;
  /** The saved file: lines before the proof, with `{tracker}`, `{code}`, `{address}`. */
  readonly file: readonly string[];
  readonly titles: Readonly<Record<BoothView, string>>;
  /** The title of the page when something in it is to be mended; with `{title}`. */
  readonly errorTitle: string;
}

/** Sentences of the code by e-mail. */
export interface MailWords {
  readonly addressWrong: string;
  /** Why the address is asked for again: after a reload, and where the ballot came without what belongs to it. */
  readonly addressAgain: string;
  readonly asking: string;
  /** With `{address}`, most of which is covered. */
  readonly sent: string;
  /** The same where none was asked for in this view. */
  readonly sentBefore: string;
  /** With `{seconds}`. */
  readonly wait: string;
  readonly codeMissing: string;
  readonly checking: string;
  /** After a code was typed wrongly as often as it may be. */
  readonly triesOver: string;
  /** Why there is no answer. */
  readonly offline: string;
  readonly refusals: Readonly<Record<string, string>>;
  /** In the saved file, before the signed proof, with `{pass}`. */
  readonly file: readonly string[];
}

export const boothViews = ['start', 'code', 'address', 'mailed', 'choose', 'review', 'sealing', 'receipt'] as const;
export type BoothView = (typeof boothViews)[number];

/** Everything that the page hands to its program: nothing in it is about the person who votes. */
export interface BoothData {
  readonly contest: string;
  /** Hash of the election's parameters, base64 without padding: the worker seals for these bytes and no others. */
  readonly fingerprint: string;
  /** The most that one ballot may name. */
  readonly most: number;
  /** One of them is chosen, as in a list of circles. */
  readonly single: boolean;
  /** By number. */
  readonly options: readonly OptionData[];
  readonly election: string;
  readonly ballots: string;
  readonly worker: string;
  /** Where a ballot is found again; the tracker follows as the fragment, which no browser sends. */
  readonly findMyVote: string;
  readonly finished: string;
  /** Tag of the language and name of the zone in which times are written. */
  readonly language: string;
  readonly zone: string;
  readonly words: BoothWords;
  /** Only where a code by e-mail is asked for beside the letter: where it is asked for, and where it is exchanged. */
  readonly mail?: { readonly codes: string; readonly admissions: string; readonly words: MailWords };
}

/** The data that stand in a page of the booth. Ours wrote them, so their form is taken as it is. */
export function readBoothData(page: Document): BoothData | undefined {
  const place = page.querySelector('#booth-data');
  if (!(place instanceof HTMLTemplateElement)) return undefined;
  const data: BoothData = JSON.parse(place.content.textContent);
  return data;
}

/** Fills a sentence in: `{name}` by the value of that name. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) => values[name] ?? whole);

/** How many are chosen, and what may follow. */
export const countSentence = ({ words, most }: BoothData, chosen: number): string =>
  words.counts[chosen] ?? filled(words.countsBeyond, { chosen: String(chosen), over: String(chosen - most) });

/** Where the title of an option stands before the voter. */
export const shownTitle = (page: Document, number: number): Element | null =>
  page.querySelector(`label[for=p${number}] b`);

/** The answer that stands for an option: its text is made of what the voter sees, so that nothing else is sealed. */
export const markOf = (
  page: Document,
  { number, answer, isNumbered }: OptionData,
): { answer: number; text: string } => {
  const title = shownTitle(page, number)?.textContent ?? '';
  return { answer, text: isNumbered ? `${number}. ${title}` : title };
};
