import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../build/build-identity.mjs';

const ownFolders = ['shared', 'electron', 'renderer', 'build', 'test', 'docs', '.ci'];

function documents(): string[] {
  const inRoot = readdirSync(projectRoot).filter((name) => name.endsWith('.md'));
  const docs = path.join(projectRoot, 'docs');
  const inDocs = existsSync(docs)
    ? readdirSync(docs, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join('docs', name))
    : [];
  return [...inRoot, ...inDocs];
}

/** Paths of the project in backticks, and the targets of links; patterns such as `shared/<x>/` are no paths. */
function mentionedPaths(document: string): string[] {
  const text = readFileSync(path.join(projectRoot, document), 'utf8').replaceAll(
    /^```[\s\S]*?^```/gm,
    '',
  );
  const inBackticks = [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => String(match[1]))
    .filter(
      (mention) => ownFolders.includes(String(mention.split('/')[0])) && mention.includes('/'),
    )
    .filter((mention) => !/[*<>{}…]/.test(mention));
  const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map((match) => String(match[1]))
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => path.join(path.dirname(document), target));
  return [...inBackticks, ...links];
}

test('the documents name only files that exist', () => {
  const missing = documents().flatMap((document) =>
    mentionedPaths(document)
      .filter((mention) => !existsSync(path.join(projectRoot, mention)))
      .map((mention) => `${document}: ${mention}`),
  );

  expect(missing).toEqual([]);
});
