import type { ShownRow } from '#shared/ipc/log-contract.ts';

/** Names a row among those of all sources. */
export function rowKey({ source, row }: Pick<ShownRow, 'source' | 'row'>): string {
  return `${source} ${row}`;
}
