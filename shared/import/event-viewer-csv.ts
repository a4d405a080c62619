import { cellAt, isBlank, isHeader, makeColumns } from './cell-columns.ts';
import { fieldLines, type FieldPair } from './json-fields.ts';
import { judgeTimes } from './locale-time.ts';
import type { FileHead, LogReader } from './log-reader.ts';
import { frame, oneRow, skipped } from './log-row.ts';
import { detectionOf, judgeTimeColumn, readTimesOf, type TimeColumn } from './time-column.ts';
import { utcTimeWithin } from './zone-proof.ts';

/** "Date and Time" in the languages of Windows. */
const timeNames = [
  'Date and Time',
  '日付と時刻',
  'Datum und Uhrzeit',
  'Date et heure',
  'Fecha y hora',
  'Data e ora',
  'Data e Hora',
  'Datum en tijd',
  'Дата и время',
  'Data i godzina',
  'Datum a čas',
  'Dátum és idő',
  'Tarih ve Saat',
  'Datum och tid',
  'Dato og klokkeslæt',
  'Dato og klokkeslett',
  'Päivämäärä ja aika',
  '日期和时间',
  '日期和時間',
  '日期及時間',
  '날짜 및 시간',
] as const;

/** "Event ID". */
const idNames = [
  'Event ID',
  'イベント ID',
  'Ereignis-ID',
  'ID de l’événement',
  "ID de l'événement",
  'Id. del evento',
  'Id. de evento',
  'ID evento',
  'Identificação do Evento',
  'ID do Evento',
  'Gebeurtenis-id',
  'Код события',
  'Identyfikator zdarzenia',
  'ID události',
  'Eseményazonosító',
  'Olay Kimliği',
  'Händelse-ID',
  'Hændelses-id',
  'Hendelses-ID',
  'Tapahtumatunnus',
  '事件 ID',
  '事件ID',
  '事件識別碼',
  '이벤트 ID',
] as const;

/** "Computer", a column that people may add. */
const hostNames = [
  'Computer',
  'コンピューター',
  'コンピュータ',
  'Ordinateur',
  'Equipo',
  'Computador',
  'Компьютер',
  'Komputer',
  'Počítač',
  'Számítógép',
  'Bilgisayar',
  'Dator',
  'Datamaskin',
  'Tietokone',
  '计算机',
  '電腦',
  '컴퓨터',
] as const;

/** "Source": with it, a table is Event Viewer's even where somebody has named or dropped the message. */
const sourceNames = [
  'Source',
  'ソース',
  'Quelle',
  'Origen',
  'Origine',
  'Fonte',
  'Origem',
  'Bron',
  'Źródło',
  'Источник',
  'Zdroj',
  'Kaynak',
  'Källa',
  'Kilde',
  'Lähde',
  '来源',
  '來源',
  '원본',
] as const;

/** Names that people give to the message when they mend the header. */
const messageNames = ['Message', 'Description', 'メッセージ', '説明'] as const;

const delimiters = [',', '\t', ';'] as const;

type Layout = {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly time: number;
  readonly id: number;
  readonly host: number;
  /** Where the message stands: behind the last column, unless somebody has named it. */
  readonly message: number;
  readonly score: number;
  readonly column: TimeColumn;
};

/** At least this share of the records has to look like events. */
const most = 0.8;

/** The first column in which nearly every record has what is asked for; -1 when none has. */
function columnWhere(
  records: readonly (readonly string[])[],
  width: number,
  holds: (texts: readonly string[]) => number,
): number {
  for (let at = 0; at < width; at += 1)
    if (holds(records.map((cells) => cellAt(cells, at))) >= records.length * most) return at;
  return -1;
}

function countOfIds(texts: readonly string[]): number {
  return texts.filter((text) => /^\d{1,5}$/u.test(text)).length;
}

function layOut(head: FileHead, delimiter: string): Layout | undefined {
  const [header, ...rest] = head.cells(delimiter);
  if (header === undefined || header.length < 3 || header.length > 40) return undefined;
  const columns = makeColumns(header);
  const records = rest.filter(
    (cells) => cells.length >= header.length && !isBlank(cells) && !isHeader(cells, columns),
  );
  const namedTime = columns.find(timeNames);
  const namedId = columns.find(idNames);
  const isNamed = namedTime !== -1 && namedId !== -1;
  // The message has no header: that is what no other table has, in whatever language.
  const mayLackMessage = isNamed && columns.find(sourceNames) !== -1;
  const ownRecords = mayLackMessage
    ? records
    : records.filter((cells) => cells.length > header.length);
  if (ownRecords.length === 0 || ownRecords.length < records.length * most) return undefined;
  const time = isNamed
    ? namedTime
    : columnWhere(ownRecords, header.length, (texts) => judgeTimes(texts).times);
  const id = isNamed ? namedId : columnWhere(ownRecords, header.length, countOfIds);
  if (time === -1 || id === -1) return undefined;
  const named = columns.find(messageNames);
  const message = named === -1 ? header.length : named;
  const column = judgeTimeColumn(
    ownRecords.map((cells) => ({
      text: cellAt(cells, time),
      utc: utcTimeWithin(cellAt(cells, message)),
    })),
  );
  if (column.times === 0) return undefined;
  return {
    delimiter,
    header,
    time,
    id,
    host: columns.find(hostNames),
    message,
    score: isNamed ? 97 : 75,
    column,
  };
}

function layOutAny(head: FileHead): Layout | undefined {
  for (const delimiter of delimiters) {
    const found = layOut(head, delimiter);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Event Viewer's "save as CSV" and "as text", in whatever language Windows speaks.
 *
 * Its header names one column less than the records have: the message. Times are those of the machine that
 * exported, in its own notation and without a zone; Sysmon's `UtcTime` in the messages proves both. The row's
 * text is the message, and below it the other columns under their own names.
 */
export const eventViewerCsvReader: LogReader = {
  id: 'event-viewer-csv',
  detect(head) {
    const found = layOutAny(head);
    if (found === undefined) return undefined;
    return {
      score: found.score,
      layout: { shape: 'cells', delimiter: found.delimiter },
      ...detectionOf(found.column),
    };
  },
  start(head, _layout, choices) {
    const found = layOutAny(head);
    const header = found?.header ?? [];
    const columns = makeColumns(header);
    const readTime = found === undefined ? () => undefined : readTimesOf(found.column, choices);
    const time = found?.time ?? -1;
    const id = found?.id ?? -1;
    const host = found?.host ?? -1;
    const messageAt = found?.message ?? header.length;
    return (record) => {
      if (record.shape !== 'cells') return skipped('other-format');
      const { cells } = record;
      if (isBlank(cells) || isHeader(cells, columns)) return frame;
      if (cells.length < header.length || header.length === 0) return skipped('too-few-cells');
      // A message that was not quoted as it should be goes on in more cells.
      const behind = cells.slice(header.length).join(found?.delimiter ?? ',');
      const named = messageAt < header.length ? cellAt(cells, messageAt) : '';
      const message = [named, behind].filter((part) => part !== '').join('\n');
      const others: FieldPair[] = [];
      for (const [at, name] of columns.names.entries())
        if (at !== time && at !== id && at !== host && at !== messageAt)
          others.push([name, cellAt(cells, at)]);
      const lines = fieldLines(others);
      const timeText = cellAt(cells, time);
      const kind = cellAt(cells, id);
      const text = [message, lines].filter((part) => part !== '').join('\n');
      return oneRow({
        time: readTime(timeText),
        timeText,
        host: cellAt(cells, host),
        kind,
        text: text === '' ? cells.join(' ').trim() : text,
      });
    };
  },
};
