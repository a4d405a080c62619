// Verifies a notebook, and takes a bundle of it over, through the product's own code; beside it the signatures alone.
import { createPublicKey, verify } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { mergeNotebook } from '../../../electron/transfer/merge-work.ts';
import { writeBundle } from '../../../electron/transfer/write-bundle.ts';
import { answer } from './answer.mjs';

answer(async ({ folder, files, userData, rounds, merges }) => {
  const verified = [];
  let lines = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const found = need(await verifyNotebook(folder));
    verified.push(performance.now() - startedAt);
    if (found.findings.length > 0) throw new Error(JSON.stringify(found.findings.slice(0, 3)));
    lines = found.lines;
  }
  const bare = timeSignatures(folder);
  const merged = [];
  let took = 0;
  const bundle = path.join(files, 'bench.zip');
  if (merges > 0)
    need(
      await writeBundle(folder, {
        out: bundle,
        maker: { by: 'Bench' },
        app: { version: '0.0.0' },
        nowMs: Date.now(),
      }),
    );
  for (let round = 0; round < merges; round += 1) {
    // The receiving copy knows the notebook and its first line.
    const copy = path.join(files, `copy-${round}.kiroku`);
    mkdirSync(path.join(copy, 'feeds'), { recursive: true });
    cpSync(path.join(folder, 'notebook.json'), path.join(copy, 'notebook.json'));
    for (const name of readdirSync(path.join(folder, 'feeds'))) {
      const feed = readFileSync(path.join(folder, 'feeds', name));
      const end = feed.indexOf(10) + 1;
      writeFileSync(path.join(copy, 'feeds', name), feed.subarray(0, end));
    }
    const startedAt = performance.now();
    const { summary } = need(
      await mergeNotebook(copy, bundle, {
        userData: path.join(userData, 'receiver'),
        protection: unprotectedKeys,
        dryRun: false,
        acceptForks: false,
        temporary: path.join(files, 'temporary'),
      }),
    );
    merged.push(performance.now() - startedAt);
    took = summary.lines;
    rmSync(copy, { recursive: true, force: true });
  }
  return { verified, lines, bare, merged, took };
});

/** Milliseconds for the signatures of all lines, one after the other, and nothing else. */
function timeSignatures(folder) {
  const [name] = readdirSync(path.join(folder, 'feeds'));
  const texts = readFileSync(path.join(folder, 'feeds', name), 'utf8')
    .trimEnd()
    .split('\n');
  const raw = Buffer.from(JSON.parse(texts[0]).p.op.key, 'base64');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signed = texts.map((text) => [
    Buffer.from(`kiroku-op-v1\n${text.slice(5, -96)}`),
    Buffer.from(text.slice(-90, -2), 'base64'),
  ]);
  const startedAt = performance.now();
  for (const [message, signature] of signed)
    if (!verify(null, message, key, signature)) throw new Error('a signature does not hold');
  return performance.now() - startedAt;
}

function need(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
