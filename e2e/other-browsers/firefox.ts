import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { browserOf, endProgram, type InstalledBrowser, type InstalledDriver, startProgram } from './other-browser.ts';

/** Nobody but this machine is asked for anything, whatever the browser would like to know. */
const preferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  'intl.accept_languages': 'es-VE, es',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  // What is saved goes to a folder of the test, and nobody is asked where.
  'browser.download.folderList': 2,
};

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly method?: string;
  readonly message?: string;
  readonly result?: Answer;
  readonly params?: { readonly level?: string; readonly text?: string | null };
}

/** As far as any of the commands below answers. */
interface Answer {
  readonly type?: string;
  readonly capabilities?: { readonly browserName: string; readonly browserVersion: string };
  readonly nodes?: readonly { readonly sharedId: string }[];
  readonly contexts?: readonly { readonly context: string }[];
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Firefox as Debian packages it, with a window of the width of a phone.
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export async function startFirefox(width = 360): Promise<InstalledBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'convite-firefox-'));
  const folder = join(profile, 'saved');
  mkdirSync(folder);
  const lines = Object.entries({ ...preferences, 'browser.download.dir': folder }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const program = startProgram('/usr/bin/firefox-esr', 'firefox-esr', [
    ...['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
  ]);
  const close = async (): Promise<void> => {
    const ended = once(program, 'exit');
    endProgram(program);
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const socket = new WebSocket(`${await listeningAddress(program)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Firefox takes no commands')));
  });
  const waiting = new Map<number, (message: Message) => void>();
  const complaints: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === 'log.entryAdded' && message.params?.level !== 'info')
      complaints.push(message.params?.text ?? 'a complaint without words');
  });
  let asked = 0;
  const ask = async (method: string, params: object): Promise<Answer> => {
    const id = ++asked;
    const { promise, resolve } = Promise.withResolvers<Message>();
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
    const { type, message, result } = await promise;
    waiting.delete(id);
    if (type !== 'success') throw new Error(`${method}: ${message}`);
    return result ?? {};
  };
  const { capabilities } = await ask('session.new', { capabilities: {} });
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const context = (await ask('browsingContext.getTree', {})).contexts?.[0]?.context ?? '';
  await ask('browsingContext.setViewport', { context, viewport: { width, height: 740 } });
  return browserOf<InstalledDriver>({
    name: `${capabilities?.browserName} ${capabilities?.browserVersion}`,
    ...{ complaints, folder },
    async open(url) {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async reload() {
      await ask('browsingContext.reload', { context, wait: 'complete' });
    },
    async evaluate(expression) {
      const answer = await ask('script.evaluate', {
        ...{ expression, target: { context }, awaitPromise: true, userActivation: true },
      });
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return answer.result?.value ?? '';
    },
    async choose(selector, paths) {
      const locator = { type: 'css', value: selector };
      const [element] = (await ask('browsingContext.locateNodes', { context, locator })).nodes ?? [];
      await ask('input.setFiles', { context, element, files: paths });
    },
    close,
  });
}

async function listeningAddress({ stderr }: ReturnType<typeof startProgram>): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/u.exec(line) ?? [];
    if (address === undefined) continue;
    // What nobody reads would fill up, and hold it.
    stderr.resume();
    return address;
  }
  throw new Error('Firefox ended before it took commands');
}
