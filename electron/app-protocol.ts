import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { CustomScheme, ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { appScheme, isAppUrl } from './security/app-origin.ts';
import { securityHeaders } from './security/content-security-policy.ts';

/** Registered before `ready`. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  },
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the built interface, and nothing outside its folder.
 *
 * Electron would rather see `protocol.handle`, which speaks in the objects of fetch: Node takes longer
 * to load those than to read all files of the first screen, and that once for each start.
 */
export async function serveApp(
  session: Session,
  folder: string,
  onBug: (error: unknown) => void,
): Promise<void> {
  const root = await realpath(folder);
  session.protocol.registerBufferProtocol(appScheme, (request, respond) => {
    answer(root, request).then(respond, (error: unknown) => {
      onBug(error);
      respond(refusal(500));
    });
  });
}

/** Answers one request for a file below `root`, which is a real path. */
async function answer(
  root: string,
  request: Pick<ProtocolRequest, 'method' | 'url'>,
): Promise<ProtocolResponse> {
  if (request.method !== 'GET' || !isAppUrl(request.url)) return refusal(403);
  const file = await fileInside(root, new URL(request.url).pathname);
  if (file === undefined) return refusal(404);
  const contentType = contentTypes[path.extname(file).toLowerCase()];
  if (contentType === undefined) return refusal(404);
  return {
    statusCode: 200,
    headers: { ...securityHeaders, 'content-type': contentType },
    data: await readFile(file),
  };
}

/** The real file that a URL path names; undefined when there is none or when it lies elsewhere. */
async function fileInside(root: string, urlPath: string): Promise<string | undefined> {
  try {
    const wanted = path.join(root, decodeURIComponent(urlPath));
    // A link or `..` may lead out of the folder: only where it really ends counts.
    const real = await realpath(wanted);
    return real.startsWith(root + path.sep) ? real : undefined;
  } catch (error) {
    if (error instanceof URIError || isMissingFile(error)) return undefined;
    throw error;
  }
}

function isMissingFile(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // A null byte in a name is an ERR_INVALID_ARG_VALUE of Node's own.
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
}

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, headers: { ...securityHeaders }, data: Buffer.alloc(0) };
}
