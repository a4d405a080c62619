import type { ColumnMeaning, ListKind } from '../import/lists/list-mapping.ts';
import { defineMessages, type Message } from './messages.ts';

/** Taking in a list of indicators, systems or accounts, or the indicators of a text. */
export const listMessages = defineMessages({
  command: {
    en: 'Import a list (CSV, text) of indicators, systems or accounts',
    ja: '一覧表（CSV、テキスト）から侵害指標・システム・アカウントを取り込む',
  },
  button: { en: 'Import a list', ja: '一覧を取り込む' },
  title: {
    en: 'List of indicators, systems or accounts',
    ja: '侵害指標・システム・アカウントの一覧',
  },
  titleOf: { en: 'List {name}', ja: '一覧「{name}」' },
  intro: {
    en: 'A table (CSV, TSV, .xlsx) is read row by row; say what its columns mean. Any other text is searched for indicators, defanged or not. Nothing is written before you have seen what becomes of every row.',
    ja: '表（CSV、TSV、.xlsx）は1行ずつ読み取ります。列の意味を指定してください。その他のテキストからは、無害化の有無を問わず侵害指標を抽出します。各行の扱いを確かめるまで何も書き込みません。',
  },
  found: {
    en: '{format} “{title}”. Nothing has been written yet.',
    ja: '{format}「{title}」。まだ何も書き込んでいません。',
  },
  as: { en: 'The rows are', ja: '行の内容' },
  asIndicators: { en: 'indicators', ja: '侵害指標' },
  asSystems: { en: 'systems', ja: 'システム' },
  asAccounts: { en: 'accounts', ja: 'アカウント' },
  asText: { en: 'text with indicators in it', ja: '侵害指標を含む文章' },
  columns: { en: 'What the columns mean', ja: '列の意味' },
  column: { en: 'Column', ja: '列' },
  sample: { en: 'First values', ja: '先頭の値' },
  meaning: { en: 'Means', ja: '意味' },
  meaningOf: { en: 'Column {name} means', ja: '列「{name}」の意味' },
  remembered: {
    en: 'Read as the last list with these columns was.',
    ja: '同じ列の一覧を前回取り込んだときの設定で読み取りました。',
  },
  willRemember: {
    en: 'Once it is imported, lists with these columns are read the same way on this computer.',
    ja: '取り込むと、このコンピューターでは同じ列の一覧を次回も同じ設定で読み取ります。',
  },
  needColumn: {
    en: 'Say which column holds the thing itself: “{field}”.',
    ja: '「{field}」の列を指定してください。',
  },
  difference: { en: 'Against the registers', ja: '登録済みの内容との比較' },
  differs: {
    en: '{register}: {new} new, {merged} complete what stands, {known} say nothing new.',
    ja: '{register}：新規{new}件、登録済みの項目を補うもの{merged}件、変わらないもの{known}件。',
  },
  completes: { en: '{name}: {fields}', ja: '{name}：{fields}' },
  completed: {
    en: { one: 'What {n} that stands would gain', other: 'What {n} that stand would gain' },
    ja: '登録済みの{n}件に補われる項目',
  },
  errorNoList: {
    en: 'There is no text in this file that could be read.',
    ja: 'このファイルには読み取れるテキストがありません。',
  },
  errorTooLarge: {
    en: 'A list of more than 200,000 rows is not taken in. If it is a log, import it in the view of logs.',
    ja: '20万行を超える一覧は取り込めません。ログの場合は、ログの画面で取り込んでください。',
  },
});

/** What the rows of a list are, as the beginning of a sentence. */
export const listRegisterMessages: Readonly<Record<ListKind, Message>> = defineMessages({
  indicators: { en: 'Indicators', ja: '侵害指標' },
  systems: { en: 'Systems', ja: 'システム' },
  accounts: { en: 'Accounts', ja: 'アカウント' },
});

/** What a column may mean. */
export const meaningMessages: Readonly<Record<ColumnMeaning, Message>> = defineMessages({
  value: { en: 'value', ja: '値' },
  name: { en: 'name', ja: '名前' },
  type: { en: 'type', ja: '種別' },
  state: { en: 'state', ja: '状態' },
  because: { en: 'reason for the state', ja: '状態の根拠' },
  confidence: { en: 'confidence', ja: '確度' },
  tlp: { en: 'TLP', ja: 'TLP' },
  firstSeen: { en: 'first seen', ja: '初回確認' },
  lastSeen: { en: 'last seen', ja: '最終確認' },
  validUntil: { en: 'valid until', ja: '有効期限' },
  stages: { en: 'stage', ja: '段階' },
  techniques: { en: 'ATT&CK technique', ja: 'ATT&CKの手法' },
  systems: { en: 'systems where seen', ja: '確認したシステム' },
  origin: { en: 'source', ja: '出典' },
  aliases: { en: 'address or other name', ja: 'アドレス・別名' },
  role: { en: 'role', ja: '役割' },
  owner: { en: 'owner', ja: '担当' },
  network: { en: 'network', ja: 'ネットワーク' },
  place: { en: 'place', ja: '場所' },
  os: { en: 'operating system', ja: 'OS' },
  criticality: { en: 'criticality', ja: '重要度' },
  keyAsset: { en: 'key asset (yes/no)', ja: '重要資産（はい・いいえ）' },
  adversary: { en: 'the attacker’s (yes/no)', ja: '攻撃者のもの（はい・いいえ）' },
  domain: { en: 'domain', ja: 'ドメイン' },
  sid: { en: 'SID or user id', ja: 'SID・ユーザーID' },
  privileges: { en: 'privileges', ja: '権限' },
  note: { en: 'into the note', ja: 'メモへ' },
  leave: { en: 'leave out', ja: '取り込まない' },
});
