// A bare Electron distribution takes no application folder as argument: the default application does that.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes resources/default_app.asar unless it is there as it should be. @param {string} resourcesFolder */
export function writeDefaultApp(resourcesFolder) {
  const archive = createArchive({
    'main.js': readFileSync(path.join(import.meta.dirname, 'default-app/main.cjs')),
    'package.json': Buffer.from(
      JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }),
    ),
  });
  const file = path.join(resourcesFolder, 'default_app.asar');
  if (!existsSync(file) || !readFileSync(file).equals(archive)) writeFileSync(file, archive);
}

/**
 * An asar archive of a flat folder.
 *
 * Two Chromium pickles (a length, then the header as JSON), then the files one after the other.
 * Format: https://github.com/electron/asar#format
 *
 * @param {Record<string, Buffer>} contents
 */
function createArchive(contents) {
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {};
  for (const [name, content] of Object.entries(contents)) {
    files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
  }
  const header = pickledString(JSON.stringify({ files }));
  const size = Buffer.alloc(8);
  size.writeUInt32LE(4, 0);
  size.writeUInt32LE(header.length, 4);
  return Buffer.concat([size, header, ...Object.values(contents)]);
}

/** @param {string} text */
function pickledString(text) {
  const bytes = Buffer.from(text);
  const padded = Math.ceil(bytes.length / 4) * 4;
  const pickle = Buffer.alloc(8 + padded);
  pickle.writeUInt32LE(4 + padded, 0);
  pickle.writeUInt32LE(bytes.length, 4);
  bytes.copy(pickle, 8);
  return pickle;
}
