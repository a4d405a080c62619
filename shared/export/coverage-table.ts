import { coverageFieldsOf, coverageRows } from '../application/kill-chain.ts';
import { killChain, logSourceById } from '../catalogue/kill-chain.ts';
import { coverageCell, type CoverageOf, type CoverageState } from '../domain/chain/coverage.ts';
import { chainMessages as m } from '../i18n/kill-chain-messages.ts';
import { type Language, type Message, say } from '../i18n/messages.ts';
import { spreadsheetCsv } from './csv-text.ts';
import type { Table } from './export-file.ts';

/** Words of the states. */
export const coverageStateMessages: Readonly<Record<CoverageState, Message>> = {
  available: m.coverAvailable,
  partial: m.coverPartial,
  missing: m.coverMissing,
  'too-short': m.coverTooShort,
  unknown: m.coverUnknown,
};

/**
 * The coverage grid as a table: a row a source in the order of priority, a column a stage; an empty cell is no
 * place to look.
 */
export function coverageTable(coverage: CoverageOf, language: Language): Table {
  const word = (message: Message) => say(language, message);
  return {
    name: 'coverage',
    columns: [
      word(m.coverSource),
      word(m.coverPriority),
      ...killChain.stages.map(({ order, name }) => `${order} ${name[language]}`),
      word(m.coverRetention),
      word(m.coverOwner),
      word(m.coverNote),
    ],
    rows: coverageRows.map(({ source, stages, priority }) => {
      const { retentionDays, owner = '', note = '' } = coverageFieldsOf(coverage, source);
      return [
        logSourceById(source)?.name[language] ?? source,
        priority,
        ...killChain.stages.map(({ id }) =>
          stages.includes(id)
            ? word(coverageStateMessages[coverageCell(source, id, coverage).state])
            : '',
        ),
        retentionDays ?? null,
        owner,
        note,
      ];
    }),
  };
}

/** The grid as CSV for a spreadsheet. */
export function coverageCsv(coverage: CoverageOf, language: Language): string {
  return spreadsheetCsv(coverageTable(coverage, language));
}
