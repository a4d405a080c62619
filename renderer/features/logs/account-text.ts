import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { RowAccount } from '#shared/ipc/log-contract.ts';
import type { Say } from '../../records/language.tsx';

/** `412 rows · 3 without a usable time · 2 records became no row`. */
export function accountText(say: Say, { rows, unusable, skipped }: RowAccount): string {
  const parts = [say(m.accountRows, { n: rows })];
  if (unusable > 0) parts.push(say(m.accountUnusable, { n: unusable }));
  if (skipped > 0) parts.push(say(m.accountSkipped, { n: skipped }));
  return parts.join(' · ');
}
