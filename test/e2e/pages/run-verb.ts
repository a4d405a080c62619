import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { environment, projectRoot } from '../fixtures/launch-kiroku.ts';
import type { Places } from '../fixtures/places.ts';

export type Outcome = {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
};

/** `node dist/cli.mjs VERB …` on the places of a test. */
export function runVerb(places: Places, args: readonly string[], input = ''): Promise<Outcome> {
  return run(process.execPath, [path.join(projectRoot, 'dist/cli.mjs'), ...args], places, input);
}

/** The `verify.py` that lies in a notebook. */
export function runVerifyScript(places: Places, folder: string): Promise<Outcome> {
  return run('python3', [path.join(folder, 'verify.py'), folder], places);
}

/** What a PDF holds as text. */
export async function textOfPdf(places: Places, file: string): Promise<string> {
  const { code, out, errors } = await run('pdftotext', ['-raw', file, '-'], places);
  if (code !== 0) throw new Error(`pdftotext: ${errors}`);
  return out;
}

/** The one notebook in the notebooks folder. */
export function onlyNotebook({ notebooks }: Places): string {
  const [folder, ...more] = readdirSync(notebooks).filter((name) => name.endsWith('.kiroku'));
  if (folder === undefined || more.length > 0)
    throw new Error(`not one notebook: ${[folder, ...more].join(', ')}`);
  return path.join(notebooks, folder);
}

async function run(
  program: string,
  args: readonly string[],
  places: Places,
  input = '',
): Promise<Outcome> {
  const child = spawn(program, args, { env: environment(places) });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, out, errors };
}
