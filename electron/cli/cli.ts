import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unprotectedKeys } from '../notebook/keys.ts';
import { processIo } from './cli-io.ts';
import { printerOf } from './print-with-app.ts';
import { runCli } from './run-cli.ts';

const projectFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const printPdf = printerOf(process.env, projectFolder);

process.exitCode = await runCli(process.argv.slice(2), processIo(), {
  protection: unprotectedKeys,
  app: __KIROKU_BUILD__,
  nowMs: () => Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ...(printPdf && { printPdf }),
});
