import type { CoverageFields } from '#shared/domain/chain/coverage.ts';
import type { ListedCoverage } from '#shared/ipc/coverage-contract.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { currentFields } from '#shared/journal/records.ts';
import type { KeyProtection } from './keys.ts';
import { readOther } from './read-other.ts';

/** What a notebook knows of logs, as a list that travels. */
export function listCoverage({ coverage }: NotebookState): ListedCoverage['coverage'] {
  return [...coverage.values()].map(({ id, fields }) => ({
    id,
    ...currentFields<CoverageFields>(fields),
  }));
}

/** Reads the log coverage of a notebook without writing to it; one that cannot be read says so. */
export async function readCoverage(
  folder: string,
  name: string,
  keys: { readonly userData: string; readonly protection: KeyProtection },
): Promise<ListedCoverage> {
  const read = await readOther(folder, keys, 'coverage.set', listCoverage);
  if (read.unread) return { name, title: '', coverage: [], unread: true };
  return { name, title: read.title, coverage: read.value, unread: false };
}
