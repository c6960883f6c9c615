import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendRange } from '../../http/send-range.ts';
import { notFound, type ResultsSite } from './answers.ts';
import type { FileToSend } from './archives/file-bytes.ts';
import { fileBytes } from './archives/file-bytes.ts';
import { partName } from './pages/check-file.tsx';
import { WaitingPage } from './pages/short-pages.tsx';
import { archiveFile, partFile, protocolOf } from './usecases/archive-files.ts';

/** What everybody takes home: the archive, whole or the part of a territory, and the result protocol with its signature. */
export function fileRoutes(router: Router, site: ResultsSite): void {
  const { context, pages } = site;
  const slugIn = (c: AppContext): string => c.req.param('consultation') ?? '';
  router.route({ method: 'GET', path: '/c/:consultation/archive.zip', access: 'public' }, async (c) => {
    const found = await archiveFile(context, slugIn(c));
    return found === undefined ? await notFound(site, c) : sendFile(c, found, partName(slugIn(c), null));
  });
  router.route({ method: 'GET', path: '/c/:consultation/protocol.json', access: 'public' }, async (c) => {
    const found = await protocolOf(context, slugIn(c));
    if (found === undefined) return await notFound(site, c);
    return sendFile(c, found.file, `${slugIn(c)}-protocol.json`, 'application/json');
  });
  router.route({ method: 'GET', path: '/c/:consultation/protocol.json.sig', access: 'public' }, async (c) => {
    const found = await protocolOf(context, slugIn(c));
    if (found === undefined) return await notFound(site, c);
    c.header('Content-Disposition', `attachment; filename="${slugIn(c)}-protocol.json.sig"`);
    return await sendBody(c, encodedBody('text/plain; charset=utf-8', found.signature, 4), {
      cache: 'public, no-cache',
    });
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
function sendFile(c: AppContext, file: FileToSend, name: string, type = 'application/zip'): Response {
  c.header('Repr-Digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`);
  return sendRange(c, {
    ...{ name, type, bytes: file.bytes, etag: `"${file.sha256}"`, cache: 'public, no-cache' },
    pieces: (start, end) => fileBytes(file.path, start, end),
  });
}
