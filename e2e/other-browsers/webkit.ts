import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserOf, endProgram, type InstalledBrowser, type InstalledDriver, startProgram } from './other-browser.ts';

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Its controls are wider than a phone, and so the window would be. */
const smallControls =
  '* { min-width: 0; min-height: 0; margin: 0; padding: 0; font-size: 5px; -gtk-icon-transform: scale(0.5); }';

/** By this name the specification gives an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** As far as any of the commands below answers. */
interface Answer {
  readonly value:
    | string
    | {
        readonly sessionId?: string;
        readonly message?: string;
        readonly [elementKey]?: string;
        readonly capabilities?: Readonly<Record<string, string>>;
      };
}

/**
 * WebKit, the engine of every browser of an iPhone, as Debian packages it: GTK's small browser on a screen that nobody
 * sees, with a window of the width of a phone.
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebKit(width = 360): Promise<InstalledBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'convite-webkit-'));
  const folder = join(home, 'saved');
  for (const each of [folder, join(home, 'gtk-3.0')]) mkdirSync(each);
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), smallControls);
  const port = await freePort();
  const program = startProgram('/usr/bin/xvfb-run', 'xvfb', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    // No language at all, which every system has: pages speak their first.
    ...{ LIBGL_ALWAYS_SOFTWARE: '1', XDG_CONFIG_HOME: home, LC_ALL: 'C.UTF-8' },
  });
  program.stderr.resume();
  const ask = async (method: string, path: string, body?: object): Promise<Answer['value']> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value }: Answer = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  while (
    !(await ask('GET', '/status').then(
      () => true,
      () => false,
    ))
  ) {
    if (program.exitCode !== null)
      throw new Error('WebKitWebDriver ended: install the Debian package webkit2gtk-driver.');
    await pause(100);
  }
  const begun = await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      },
    },
  });
  const { sessionId = '', capabilities = {} } = typeof begun === 'string' ? {} : begun;
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 3_600_000, pageLoad: 300_000 });
  await ask('POST', `${session}/window/rect`, { width, height: 740 });
  return browserOf<InstalledDriver>({
    name: `WebKit ${capabilities['browserVersion']}`,
    ...{ complaints: [], folder },
    async open(url) {
      await ask('POST', `${session}/url`, { url });
    },
    async reload() {
      await ask('POST', `${session}/refresh`, {});
    },
    async evaluate(expression) {
      const script = `const tell = arguments[0]; (${expression}).then((text) => tell('=' + text), (error) => tell('!' + error));`;
      const answer = await ask('POST', `${session}/execute/async`, { script, args: [] });
      if (typeof answer !== 'string' || !answer.startsWith('=')) throw new Error(JSON.stringify(answer));
      return answer.slice(1);
    },
    async choose(selector, paths) {
      const found = await ask('POST', `${session}/element`, { using: 'css selector', value: selector });
      const { [elementKey]: element = '' } = typeof found === 'string' ? {} : found;
      await ask('POST', `${session}/element/${element}/value`, { text: paths.join('\n') });
    },
    async close() {
      await ask('DELETE', session);
      const ended = once(program, 'exit');
      endProgram(program);
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
