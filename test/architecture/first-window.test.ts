import path from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { projectRoot } from '../../build/build-identity.mjs';

/** The modules that are read before anything is asked for: the entry and what it imports, and so on. */
async function modulesAtOnce(input: string): Promise<readonly string[]> {
  const build = await rolldown({
    input: path.join(projectRoot, input),
    external: ['electron'],
    platform: input.startsWith('electron/') ? 'node' : 'browser',
    tsconfig: false,
    transform: { define: { __KIROKU_BUILD__: '{}' } },
    plugins: [
      {
        name: 'no-styles',
        load: (id) =>
          id.endsWith('.css') ? { code: 'export default {}', moduleType: 'js' } : null,
      },
      {
        name: 'no-texts',
        resolveId: (source) => (source.endsWith('?raw') ? { id: source } : null),
        load: (id) =>
          id.endsWith('?raw') ? { code: 'export default ""', moduleType: 'js' } : null,
      },
    ],
  });
  try {
    const { output } = await build.generate({ format: 'esm' });
    const chunks = new Map(
      output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    );
    const read = new Set(output.filter((file) => file.type === 'chunk' && file.isEntry));
    for (const chunk of read)
      if (chunk.type === 'chunk')
        for (const name of chunk.imports) {
          const imported = chunks.get(name);
          if (imported !== undefined) read.add(imported);
        }
    return [...read].flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules)
            .filter(([, { renderedLength }]) => renderedLength > 0)
            .map(([id]) => id.replaceAll('\\', '/'))
        : [],
    );
  } finally {
    await build.close();
  }
}

const heavy =
  /node_modules\/(dexie|date-fns)\/|zod\/v4\/classic|shared\/(journal|catalogue|report|application|ipc\/contract)/;

test.each([
  ['renderer/main.tsx', 'renderer/app/start-screen.tsx', /renderer\/(features|data\/notebook)/],
  ['electron/main.ts', 'electron/window.ts', /electron\/(cli\/run|notebook\/open)/],
])(
  'what %s reads for the first window is not most of the program',
  async (input, needed, notYet) => {
    const modules = await modulesAtOnce(input);
    expect(modules).toContainEqual(expect.stringContaining(needed));
    expect(modules.filter((id) => heavy.test(id) || notYet.test(id))).toEqual([]);
  },
);
