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

export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; undefined where the installation has no mailer. */
  readonly smtpUrl: string | undefined;
  readonly from: string | undefined;
}

/** A mailer that does not answer is not waited for longer. */
const patience = 10_000;

export function openMailer({ smtpUrl, from }: MailSettings): SendMail {
  if (smtpUrl === undefined) return () => Promise.reject(new MailFault('SMTP_URL is not set'));
  const times = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = createTransport({ url: smtpUrl, ...times, disableFileAccess: true, disableUrlAccess: true });
  return async ({ to, subject, text }) => {
    try {
      // An address is never read as several, nor as a name with an address in it.
      await transport.sendMail({ from: from ?? 'convite@localhost', to: { name: '', address: to }, subject, text });
    } catch (fault) {
      throw new MailFault(fault instanceof Error ? fault.message : String(fault), { cause: fault });
    }
  };
}
