import type { EncodedBody } from './encoded-body.ts';

/** Pages that were made once, up to so many bytes; what was not asked for longest goes first. */
export interface BodyStore {
  get(key: string): EncodedBody | undefined;
  put(key: string, body: EncodedBody): void;
}

export function makeBodyStore(maximumBytes: number): BodyStore {
  const bodies = new Map<string, EncodedBody>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= bodies.get(key)?.size ?? 0;
    bodies.delete(key);
  };
  return {
    get(key) {
      const body = bodies.get(key);
      if (body === undefined) return undefined;
      bodies.delete(key);
      bodies.set(key, body);
      return body;
    },
    put(key, body) {
      drop(key);
      if (body.size > maximumBytes) return;
      bodies.set(key, body);
      bytes += body.size;
      for (const oldest of bodies.keys()) {
        if (bytes <= maximumBytes) break;
        drop(oldest);
      }
    },
  };
}
