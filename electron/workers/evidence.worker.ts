import type { EvidenceWork, WrittenPath } from '../notebook/background.ts';
import { checkCopy } from '../notebook/check-copy.ts';
import type { FilePath } from '../notebook/hash-file.ts';
import { takeFile } from '../notebook/evidence-vault.ts';
import { checkKeptFile, readInPlace } from '../notebook/kept-file.ts';
import { serveWork } from './serve-work.ts';

void serveWork(([request = ''], options) => {
  // From our own main process, which wrote it from the same type.
  const work = JSON.parse(request) as EvidenceWork;
  switch (work.kind) {
    case 'take':
      return takeFile(work.folder, pathOf(work.original), { ...options, hashes: work.hashes });
    case 'read':
      return readInPlace(pathOf(work.original), { ...options, hashes: work.hashes });
    case 'check':
      return checkKeptFile(pathOf(work.original), work.recorded, options);
    case 'copy':
      return checkCopy(work.folder, work.copy);
  }
});

function pathOf(written: WrittenPath): FilePath {
  return 'text' in written ? written.text : Buffer.from(written.base64, 'base64');
}
