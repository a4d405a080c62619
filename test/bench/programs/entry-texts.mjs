// Entries as people write them, English and Japanese, the same in every run.
import { readEntryLine } from '../../../shared/application/entries.ts';
import { entryLineContext } from '../../../shared/application/entry-context.ts';

const hosts = ['pacs01', 'vpn-gw2', 'dc01', 'file-03', 'kensa-web', 'nas-b', 'mail01', 'pc-4417'];
const tags = ['vpn', 'ransomware', 'lateral', 'backup', 'vendor', '電子カルテ', '復旧', 'account'];
const techniques = ['T1078', 'T1021.001', 'T1486', 'T1133', 'T1059.001', 'T1566.001'];
const sentences = [
  'VPN account of the meal service vendor used from an address nobody there knows',
  'RDP session opened as administrator; the owner says she was not at her desk',
  'Antivirus switched off by a local policy change, no ticket for it',
  'Network segment cut at the core switch on the order of the duty manager',
  'Printer on the ward prints a note that asks for payment in bitcoin; photo taken',
  'Backup of Sunday restored to an isolated machine, hash agrees with the list on the tape',
  'Event log cleared at this minute; copies on the collector go back to the previous evening',
  'Call with the vendor: they found the same tool on two of their own servers and will send images',
  '検査システムの画面が開かず、放射線科から電話で連絡あり。再起動しても同じ',
  '管理者権限で遠隔デスクトップの接続を確認。本人は席にいなかったとのこと',
  '業者側の装置が未更新であることが判明。ファームウェアは三年前の版',
  '当直責任者の判断で外部接続をすべて遮断し、紙の運用に切り替えた',
  '暗号化された端末の一覧を作成。病棟ごとに台数を数え、対策本部へ報告',
  'バックアップからの復旧を開始。隔離した環境で起動し、改ざんがないことを確かめる',
  '警察の担当者が来院。保全した記憶装置の複製を引き渡し、受領書を受け取った',
  '記者発表の文案を確認。個人情報の流出については調査中と書く',
];
const firstMs = Date.UTC(2021, 9, 31, 15, 30);
const betweenMs = 97_000;
const context = entryLineContext({
  nowMs: Date.UTC(2022, 11, 31),
  zone: 'Asia/Tokyo',
  findEvidence: () => undefined,
});

/** The content of entry `number`, read from a line as it would be typed. */
export function entryContent(number) {
  const at = (list, step) => list[(number * step) % list.length];
  const time = new Date(firstMs + number * betweenMs).toISOString().slice(0, 19);
  const words = [`${time}Z`, `@${at(hosts, 5)}`, at(sentences, 7)];
  if (number % 2 === 0) words.push(`!${1 + (number % 7)}`);
  if (number % 3 === 0) words.push(`#${at(tags, 3)}`);
  if (number % 5 === 0) words.push(`/${at(techniques, 1)}`);
  const read = readEntryLine(words.join(' '), context);
  if (!read.ok) throw new Error(`cannot be read: ${words.join(' ')} ${JSON.stringify(read.error)}`);
  return read.value;
}
