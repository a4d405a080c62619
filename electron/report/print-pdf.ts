import { randomUUID } from 'node:crypto';
import { BrowserWindow, type CustomScheme, type Session, session } from 'electron';
import { secureSession } from '../security/secure-contents.ts';

/** A document on its way to paper; the templates are Chromium's (`pageNumber`, `totalPages`). */
export type PrintJob = {
  readonly html: string;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
};

const printScheme = 'kiroku-print';
const printHost = 'document';

/** Registered before `ready`. */
export const printSchemePrivileges: CustomScheme = {
  scheme: printScheme,
  privileges: { standard: true, secure: true },
};

/** Paper runs no script and loads nothing: style in the document, pictures as `data:`. */
const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Room for header and footer, in inches as Chromium wants it (20 mm and 18 mm). */
const margins = { top: 0.79, bottom: 0.79, left: 0.71, right: 0.71 };

let printing: { readonly session: Session; readonly documents: Map<string, string> } | undefined;

/** Prints a document to A4 in a window that nobody sees; throws when Chromium cannot. */
export async function printPdf(job: PrintJob): Promise<Uint8Array> {
  const { session: own, documents } = (printing ??= openPrintSession());
  const path = `/${randomUUID()}`;
  documents.set(path, job.html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(`${printScheme}://${printHost}${path}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: job.headerTemplate,
      footerTemplate: job.footerTemplate,
      margins,
      // Tags for screen readers and an outline, from the Electron that can make them.
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    documents.delete(path);
    window.destroy();
  }
}

/** A session in memory only, apart from the interface's. */
function openPrintSession(): { session: Session; documents: Map<string, string> } {
  const documents = new Map<string, string>();
  const own = session.fromPartition('print', { cache: false });
  secureSession(own, { schemes: [`${printScheme}:`, 'data:'] });
  own.protocol.handle(printScheme, (request) => {
    const html = documents.get(new URL(request.url).pathname);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': printPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
  return { session: own, documents };
}
