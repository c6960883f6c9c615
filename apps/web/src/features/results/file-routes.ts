import { byteRange } from '../../http/byte-range.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { notFound, type ResultsSite } from './answers.ts';
import type { FileToSend } from './archives/file-bytes.ts';
import { fileBytes } from './archives/file-bytes.ts';
import { partName } from './pages/check-file.tsx';
import { WaitingPage } from './pages/short-pages.tsx';
import { archiveFile, partFile } from './usecases/archive-files.ts';

/** The archives that everybody takes home: whole, or the part of a territory. */
export function fileRoutes(router: Router, site: ResultsSite): void {
  const { context, pages } = site;
  const slugIn = (c: AppContext): string => c.req.param('consultation') ?? '';
  router.route({ method: 'GET', path: '/c/:consultation/archive.zip', access: 'public' }, async (c) => {
    const found = await archiveFile(context, slugIn(c));
    return found === undefined ? await notFound(site, c) : sendFile(c, found, partName(slugIn(c), null));
  });
  router.route({ method: 'GET', path: '/c/:consultation/result/:code/archive.zip', access: 'public' }, async (c) => {
    const code = c.req.param('code') ?? '';
    const part = await partFile(context, slugIn(c), code);
    if (part === undefined) return await notFound(site, c);
    if (part.type === 'made') return sendFile(c, part.file, partName(slugIn(c), code));
    const seconds = part.waitsForRoom ? '60' : '2';
    c.header('Refresh', seconds);
    c.header('Retry-After', seconds);
    c.header('Cache-Control', 'no-store');
    const view = { slug: slugIn(c), title: part.title[c.var.locale] ?? Object.values(part.title)[0] ?? '' };
    const waits = part.waitsForRoom ? 'room' : 'part';
    return await pages.send(c, (frame, t) => WaitingPage({ view, frame, t, waits }), 503);
  });
}

/**
 * Sends a file, whole or in part. What is under an address changes when the next archive takes its place, so it is asked
 * for anew each time, and a download goes on only where the tag is still the one that it began with.
 */
function sendFile(c: AppContext, file: FileToSend, name: string): Response {
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, no-cache',
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    ETag: etag,
  };
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304, headers);
  const asked = { range: c.req.header('Range'), ifRange: c.req.header('If-Range') };
  const range = byteRange(asked, etag, file.bytes);
  if (range === 'outside') return c.body(null, 416, { 'Content-Range': `bytes */${file.bytes}` });
  const { start, end } = range ?? { start: 0, end: file.bytes };
  headers['Content-Length'] = String(end - start);
  if (range !== undefined) headers['Content-Range'] = `bytes ${start}-${end - 1}/${file.bytes}`;
  const pieces = fileBytes(file.path, start, end);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => void pieces.return(),
  });
  return c.body(body, range === undefined ? 200 : 206, headers);
}
