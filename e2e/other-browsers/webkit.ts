import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { browserOf, endProgram, type OtherBrowser, startProgram } from './other-browser.ts';

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** As far as any of the commands below answers. */
interface Answer {
  readonly value:
    | string
    | {
        readonly sessionId?: string;
        readonly message?: string;
        readonly capabilities?: Readonly<Record<string, string>>;
      };
}

/**
 * WebKit, the engine of every browser of an iPhone, as Debian packages it: GTK's small browser on a screen that nobody sees.
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebKit(): Promise<OtherBrowser> {
  const port = await freePort();
  const program = startProgram('/usr/bin/xvfb-run', 'xvfb', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    LIBGL_ALWAYS_SOFTWARE: '1',
  });
  program.stdout?.resume();
  program.stderr?.resume();
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
  return browserOf({
    name: `WebKit ${capabilities['browserVersion']}`,
    complaints: [],
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
    async close() {
      await ask('DELETE', session);
      const ended = once(program, 'exit');
      endProgram(program);
      await ended;
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
