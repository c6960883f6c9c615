import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { err, ok, type Result } from '@convite/kernel';
import { storable } from './read-form.ts';
import type { AppContext } from './router.ts';

/** A form with at most one file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: BroughtFile | undefined;
}

/** A file that came with a form. */
export interface BroughtFile {
  /** The last part of the name that the browser gave, without signs that are no text, cut where nobody reads on. */
  readonly name: string;
  readonly bytes: number;
}

export type UploadRefusal = 'too_large' | 'not_a_form' | 'broken_off';

type FormParser = InstanceType<typeof Busboy>;

/** After the limit the rest is read and thrown away, so that the browser gets to show why; but not for ever. */
const patienceFactor = 5;

/** Reads a multipart form as it comes in, its file into the path given. Nothing above the limit is ever held. */
export async function readUpload(
  c: AppContext,
  path: string,
  maximumBytes: number,
): Promise<Result<UploadForm, UploadRefusal>> {
  const type = c.req.header('Content-Type') ?? '';
  const body = c.req.raw.body;
  if (!type.startsWith('multipart/form-data') || body === null) return err('not_a_form');
  const fields = new Map<string, string>();
  let file: { readonly name: string; readonly written: Promise<number | undefined> } | undefined;
  let truncated = false;
  const form = makeParser(type, maximumBytes);
  if (form === undefined) return err('not_a_form');
  form.on('field', (name, value) => void fields.set(name, storable(value)));
  form.on('file', (_field, stream, name) => {
    stream.on('limit', () => (truncated = true));
    file = { name: shortName(name), written: saved(stream, path) };
  });
  const settled = new Promise<'finished' | 'failed'>((resolve) => {
    form.on('finish', () => resolve('finished'));
    form.on('error', () => resolve('failed'));
  });
  const poured = await pour(body, form, maximumBytes * patienceFactor);
  // A part that breaks off never ends by itself.
  if (!poured) form.destroy();
  const end = poured ? await settled : 'failed';
  const bytes = poured ? await file?.written : undefined;
  if (truncated) return err('too_large');
  if (end === 'failed' || (file !== undefined && bytes === undefined)) return err('broken_off');
  return ok({ fields, file: file === undefined || bytes === undefined ? undefined : { name: file.name, bytes } });
}

/** Reads a body that is the file itself into the path given. */
export async function readBytes(
  c: AppContext,
  path: string,
  maximumBytes: number,
): Promise<Result<number, UploadRefusal>> {
  if (Number(c.req.header('Content-Length') ?? 0) > maximumBytes) return err('too_large');
  const body = c.req.raw.body;
  let size = 0;
  let isTooLarge = false;
  const limited = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength;
      isTooLarge = size > maximumBytes;
      if (isTooLarge) return;
      yield chunk;
    }
  };
  const written = await saved(limited(), path);
  if (isTooLarge) return err('too_large');
  return written === undefined ? err('broken_off') : ok(written);
}

/** Writes what comes in to a new file that nobody else may read. @returns its size, undefined if it broke off. */
async function saved(source: AsyncIterable<Uint8Array> & object, path: string): Promise<number | undefined> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(source, file);
    return file.bytesWritten;
  } catch {
    return undefined;
  }
}

function makeParser(type: string, maximumBytes: number): FormParser | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fileSize: maximumBytes, fields: 8, fieldSize: 1000, parts: 12, headerPairs: 20 },
    });
  } catch {
    // The type names no boundary: this is no form.
    return undefined;
  }
}

/** @returns false when the body broke off or went on for too long. */
async function pour(body: ReadableStream<Uint8Array>, form: FormParser, limit: number): Promise<boolean> {
  let poured = 0;
  try {
    for await (const chunk of body) {
      poured += chunk.byteLength;
      if (poured > limit) return false;
      if (!form.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)) && form.writableNeedDrain)
        await new Promise((resolve) => form.once('drain', resolve));
    }
  } catch {
    return false;
  }
  form.end();
  return true;
}

/** The parser gives none where the browser names no file, though its types do not say so. */
function shortName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/u).at(-1) ?? '';
  return last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 120)
    .toWellFormed();
}
