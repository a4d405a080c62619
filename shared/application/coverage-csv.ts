import { killChain, logSourceById } from '../catalogue/kill-chain.ts';
import { coverageCell, type CoverageOf, type CoverageState } from '../domain/chain/coverage.ts';
import { chainMessages as m } from '../i18n/kill-chain-messages.ts';
import { type Language, type Message, say } from '../i18n/messages.ts';
import { coverageFieldsOf, coverageRows } from './kill-chain.ts';

/** Words of the states. */
export const coverageStateMessages: Readonly<Record<CoverageState, Message>> = {
  available: m.coverAvailable,
  partial: m.coverPartial,
  missing: m.coverMissing,
  'too-short': m.coverTooShort,
  unknown: m.coverUnknown,
};

/**
 * The coverage grid as CSV (RFC 4180, with a byte order mark so that Excel reads Japanese): a row a
 * source in the order of priority, a column a stage; an empty cell is no place to look.
 */
export function coverageCsv(coverage: CoverageOf, language: Language): string {
  const word = (message: Message) => say(language, message);
  const header = [
    word(m.coverSource),
    word(m.coverPriority),
    ...killChain.stages.map(({ order, name }) => `${order} ${name[language]}`),
    word(m.coverRetention),
    word(m.coverOwner),
    word(m.coverNote),
  ];
  const rows = coverageRows.map(({ source, stages, priority }) => {
    const { retentionDays, owner = '', note = '' } = coverageFieldsOf(coverage, source);
    return [
      logSourceById(source)?.name[language] ?? source,
      String(priority),
      ...killChain.stages.map(({ id }) =>
        stages.includes(id)
          ? word(coverageStateMessages[coverageCell(source, id, coverage).state])
          : '',
      ),
      retentionDays === undefined || retentionDays === null ? '' : String(retentionDays),
      owner,
      note,
    ];
  });
  return `\uFEFF${[header, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
