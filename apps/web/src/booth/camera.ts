import type { BoothWords } from './booth-data.ts';
import { onClick, optionalPart, part, say } from './page-parts.ts';

/** The part of the browser that reads codes; some have none, and then the button stays hidden. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    /** Not in the type library of the language yet. */
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Detector;
  }
}

/** How often the picture is looked at, and for how long. */
const [lookEvery, lookFor] = [250, 60_000];

/** Lets the letter be scanned where the phone can; no picture leaves it. */
export function openCamera(
  page: Document,
  words: BoothWords,
  signal: AbortSignal,
  found: (text: string) => void,
): { close(): void } {
  const button = optionalPart(page, 'scan', HTMLButtonElement);
  const makeDetector = detectorOf(page);
  let close = (): void => undefined;
  if (button === undefined || makeDetector === undefined) return { close };
  const video = part(page, 'camera', HTMLVideoElement);
  const problem = part(page, 'camera-problem', HTMLElement);
  button.hidden = false;
  const look = async (): Promise<void> => {
    say(problem, undefined);
    const stream = await navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .catch(() => null);
    if (stream === null) return say(problem, words.cameraRefused);
    let open = true;
    close = () => {
      open = false;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
      video.hidden = true;
    };
    video.srcObject = stream;
    video.hidden = false;
    // Until the first picture is there nothing is found; no reason to wait for it here.
    void video.play().catch(() => undefined);
    const detector = makeDetector();
    for (let waited = 0; open && waited < lookFor; waited += lookEvery) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code !== undefined) {
        close();
        return found(code.rawValue);
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
    if (open) say(problem, words.cameraNothing);
    close();
  };
  onClick(button, signal, () => {
    close();
    void look();
  });
  signal.addEventListener('abort', () => {
    close();
  });
  return {
    close: () => {
      close();
    },
  };
}

function detectorOf(page: Document): (() => Detector) | undefined {
  const Detecting = page.defaultView?.BarcodeDetector;
  if (Detecting === undefined || !('mediaDevices' in navigator)) return undefined;
  return () => new Detecting({ formats: ['qr_code'] });
}
