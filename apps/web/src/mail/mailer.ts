import { createTransport } from 'nodemailer';

/** A letter by e-mail: plain text alone. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** No mailer is set, or it did not take the letter. */
class MailFault extends Error {}

/** Hands letters to the mailer of the installation. @throws MailFault when it does not take one */
export type SendMail = (mail: Mail) => Promise<void>;

/** The mailer of the installation. */
export interface Mailer extends SendMail {
  /** Whether one is set. */
  readonly isSet: boolean;
  /** Whether it takes letters now, as far as that was seen in the last seconds; nothing is sent to find it out. */
  answers(): Promise<boolean>;
}

export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; undefined where the installation has no mailer. */
  readonly smtpUrl: string | undefined;
  readonly from: string | undefined;
}

/** A mailer that does not answer is not waited for longer. */
const patience = 10_000;
/** So long an answer counts: people who ask at the same moment ask the mailer once. */
const freshness = 5000;

export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  if (smtpUrl === undefined) {
    const send: SendMail = () => Promise.reject(new MailFault('SMTP_URL is not set'));
    return Object.assign(send, { isSet: false, answers: () => Promise.resolve(false) });
  }
  const times = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = createTransport({ url: smtpUrl, ...times, disableFileAccess: true, disableUrlAccess: true });
  const send: SendMail = async ({ to, subject, text }) => {
    try {
      // An address is never read as several, nor as a name with an address in it.
      await transport.sendMail({ from: from ?? 'convite@localhost', to: { name: '', address: to }, subject, text });
    } catch (fault) {
      throw new MailFault(fault instanceof Error ? fault.message : String(fault), { cause: fault });
    }
  };
  let seen: { readonly at: number; readonly answers: Promise<boolean> } | undefined;
  const answers = (): Promise<boolean> => {
    const at = performance.now();
    if (seen === undefined || at - seen.at > freshness) {
      const asked = transport.verify().then(
        () => true,
        () => false,
      );
      seen = { at, answers: asked };
    }
    return seen.answers;
  };
  return Object.assign(send, { isSet: true, answers });
}
