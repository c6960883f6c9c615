import { Busboy } from '@fastify/busboy';
import { err, ok, type Result } from '@convite/kernel';
import type { AppContext } from './router.ts';

/** A form with at most one file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;
}

export type UploadRefusal = 'too_large' | 'not_a_form' | 'broken_off';

type FormParser = InstanceType<typeof Busboy>;

/** After the limit the rest is read and thrown away, so that the browser gets to show why; but not for ever. */
const patienceFactor = 5;

/** Reads a multipart form as it comes in. Nothing above the limit is ever held. */
export async function readUpload(c: AppContext, maximumBytes: number): Promise<Result<UploadForm, UploadRefusal>> {
  const type = c.req.header('Content-Type') ?? '';
  const body = c.req.raw.body;
  if (!type.startsWith('multipart/form-data') || body === null) return err('not_a_form');
  const fields = new Map<string, string>();
  const chunks: Buffer[] = [];
  let fileName: string | undefined;
  let truncated = false;
  const form = makeParser(type, maximumBytes);
  if (form === undefined) return err('not_a_form');
  form.on('field', (name, value) => void fields.set(name, value));
  form.on('file', (_field, stream, name) => {
    fileName ??= name;
    stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    // A part that breaks off is told by the form as well; unheard, this would end the server.
    stream.on('error', () => chunks.splice(0));
    stream.on('limit', () => {
      truncated = true;
      chunks.length = 0;
    });
  });
  const settled = new Promise<'finished' | 'failed'>((resolve) => {
    form.on('finish', () => resolve('finished'));
    form.on('error', () => resolve('failed'));
  });
  if (!(await pour(body, form, maximumBytes * patienceFactor))) return err(truncated ? 'too_large' : 'broken_off');
  const end = await settled;
  if (truncated) return err('too_large');
  if (end === 'failed') return err('broken_off');
  const bytes = joined(chunks);
  return ok({ fields, file: fileName === undefined ? undefined : { name: fileName, bytes } });
}

/** Reads a body that is the file itself. */
export async function readBytes(
  c: AppContext,
  maximumBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, UploadRefusal>> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(c.req.header('Content-Length') ?? 0) > maximumBytes) return err('too_large');
  if (c.req.raw.body === null) return ok(new Uint8Array());
  for await (const chunk of c.req.raw.body) {
    size += chunk.byteLength;
    if (size > maximumBytes) return err('too_large');
    chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  return ok(joined(chunks));
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

/** One buffer of its own, which can be handed on. */
function joined(chunks: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
