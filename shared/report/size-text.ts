import type { Language } from '../i18n/messages.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units with one digit: `1.4 MB`; the register has the exact bytes. */
export function sizeText(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const digits = { maximumFractionDigits: step === 0 ? 0 : 1 };
  return `${value.toLocaleString(language, digits)} ${units[step] ?? 'B'}`;
}
