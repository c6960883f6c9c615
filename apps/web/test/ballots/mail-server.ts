import { once } from 'node:events';
import { invariant } from '@convite/kernel';
import { SMTPServer } from 'smtp-server';

interface Letter {
  readonly to: string;
  readonly text: string;
}

/** A real SMTP server on this machine, and the letters that it took. */
export interface MailServer {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** From now on it takes no letter and answers nobody, or does so again. */
  setAway(isAway: boolean): void;
  /** From now on it takes letters for nobody and says for whom, as mailers do, or does so again. */
  setRefusing(isRefusing: boolean): void;
  close(): Promise<void>;
}

/** @param onLetter told of each letter as it comes */
export async function openMailServer(onLetter: (letter: Letter) => void = () => {}): Promise<MailServer> {
  const letters: Letter[] = [];
  let [isAway, isRefusing] = [false, false];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_, done) => done(isAway ? new Error('the mailer is away') : null),
    onRcptTo: ({ address }, _, done) => done(isRefusing ? new Error(`no room for <${address}>`) : null),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        for (const { address: to } of session.envelope.rcptTo) {
          letters.push({ to, text });
          onLetter({ to, text });
        }
        done();
      });
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  invariant(typeof place === 'object' && place !== null, 'it listens on a port');
  return {
    url: `smtp://127.0.0.1:${place.port}`,
    letters,
    setAway(away) {
      isAway = away;
    },
    setRefusing(refusing) {
      isRefusing = refusing;
    },
    close: () =>
      new Promise((resolve) => {
        smtp.close(() => {
          resolve();
        });
      }),
  };
}

/** The code in a letter in English or Spanish; undefined where there is none. */
export const codeIn = (text: string | undefined): string | undefined =>
  /(?:Your code is|Su c(?:ó|=C3=B3)digo es) (\d{4} \d{4})/u.exec(text ?? '')?.[1];
