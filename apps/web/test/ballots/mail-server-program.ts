/**
 * A real SMTP server for measurements, until it is ended. Prints its address, and then a line for each letter: for whom, and
 * the code in it.
 */
import { codeIn, openMailServer } from './mail-server.ts';

const { url } = await openMailServer(({ to, text }) => process.stdout.write(`${to} ${codeIn(text) ?? ''}\n`));
process.stdout.write(`${url}\n`);
