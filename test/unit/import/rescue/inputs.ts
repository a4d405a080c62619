import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/inputs');

/** Real case files beside the project; empty where they are not, and that is said aloud. */
export const inputs = existsSync(folder) ? folder : '';
if (inputs === '')
  console.warn('SKIPPED: ../shared/inputs is missing, real case files are not read');
