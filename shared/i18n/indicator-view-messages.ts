import { defineMessages } from './messages.ts';

/** Words of the indicators view, of its dialogs, and of what an entry offers. */
export const indicatorViewMessages = defineMessages({
  title: { en: 'Indicators', ja: '侵害指標' },
  table: { en: 'Register of indicators', ja: '侵害指標の一覧' },
  emptyTitle: {
    en: 'What was found, ready to be searched for and blocked elsewhere.',
    ja: '見つかったものを、ほかの場所でも探して遮断できるようにまとめます。',
  },
  emptyText: {
    en: 'Paste an advisory, a mail or a list: addresses, names and hashes are found in it, however they were defanged. What entries mention is offered in their detail.',
    ja: '注意喚起・メール・一覧を貼り付けると、無害化の方法を問わずアドレス・名前・ハッシュ値を抽出します。記録に含まれるものは、記録の詳細で追加できます。',
  },
  readOnly: {
    en: 'This notebook is open for reading only.',
    ja: 'このノートブックは読み取り専用で開いています。',
  },
  paste: { en: 'Paste a text', ja: '文章を貼り付け' },
  search: { en: 'Search value, source, note', ja: '値・出所・メモを検索' },
  count: { en: '{shown} of {n}', ja: '{n}件中{shown}件' },
  nothingFound: {
    en: 'No indicator holds “{text}”.',
    ja: '「{text}」を含む侵害指標はありません。',
  },

  // Fields
  type: { en: 'Type', ja: '種別' },
  value: { en: 'Value', ja: '値' },
  state: { en: 'State', ja: '状態' },
  confidence: { en: 'Confidence', ja: '確度' },
  tlp: { en: 'TLP', ja: 'TLP' },
  notStated: { en: 'Not stated', ja: '記載なし' },
  firstSeen: { en: 'First seen', ja: '最初に確認' },
  lastSeen: { en: 'Last seen', ja: '最後に確認' },
  validUntil: { en: 'Valid until', ja: '有効期限' },
  timeHint: { en: '2024-03-01 14:00', ja: '2024-03-01 14:00' },
  timeUnreadable: { en: 'This is no time.', ja: '時刻として読めません。' },
  stage: { en: 'Stage', ja: '段階' },
  techniques: { en: 'ATT&CK techniques', ja: 'ATT&CKテクニック' },
  techniquesHint: { en: 'T1566.001 T1547', ja: 'T1566.001 T1547' },
  origin: { en: 'Sources', ja: '出所' },
  originHint: { en: 'One a line', ja: '1行に1件' },
  note: { en: 'Note', ja: 'メモ' },
  told: { en: 'Who was told', ja: '共有先' },
  toldHint: {
    en: 'One a line; the time is noted when it is new',
    ja: '1行に1件。新しい行には時刻を付けます',
  },
  sightings: { en: 'Sightings elsewhere', ja: 'ほかでの確認' },
  seenIn: { en: 'Entries that name it', ja: '該当する記録' },
  seenNowhere: { en: 'No entry names it.', ja: '該当する記録はありません。' },

  // What can be done
  copyDefanged: { en: 'Copy {value} defanged', ja: '{value}を無害化してコピー' },
  copyPlain: { en: 'Copy {value} as it is', ja: '{value}をそのままコピー' },
  copyDefangedShort: { en: 'defanged', ja: '無害化' },
  copyPlainShort: { en: 'as it is', ja: 'そのまま' },
  copied: { en: 'Copied.', ja: 'コピーしました。' },
  notCopied: { en: 'The clipboard did not take it.', ja: 'コピーできませんでした。' },
  edit: { en: 'Edit', ja: '編集' },
  save: { en: 'Save', ja: '保存' },
  saved: { en: 'Indicator saved.', ja: '侵害指標を保存しました。' },
  closeDetail: { en: 'Close', ja: '閉じる' },
  detailOf: { en: 'Indicator {value}', ja: '侵害指標 {value}' },

  // Paste
  pasteTitle: { en: 'Find indicators in a text', ja: '文章から侵害指標を抽出' },
  pasteText: { en: 'Text', ja: '文章' },
  pasteHint: {
    en: 'Paste it here. Nothing is kept before you say so.',
    ja: 'ここに貼り付けてください。「追加」を選ぶまで登録しません。',
  },
  pasteOrigin: { en: 'Where it comes from', ja: '出所' },
  pasteOriginHint: { en: 'An advisory, a partner, a tool', ja: '注意喚起、連携先、ツールなど' },
  pasteList: { en: 'Found in the text', ja: '抽出した項目' },
  pasteNothing: { en: 'No indicator in this text.', ja: 'この文章に侵害指標はありません。' },
  pasteCount: {
    en: '{kept} of {n} marked; arrow keys move, Space marks, Enter keeps',
    ja: '{n}件中{kept}件を選択。矢印キーで移動、スペースで選択、Enterで追加',
  },
  pasteLeftOut: {
    en: 'Left out: {own} of own systems, {allowed} marked as false positives.',
    ja: '除外：自組織のシステム{own}件、誤検知{allowed}件',
  },
  keep: { en: 'Keep {n}', ja: '{n}件を追加' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  known: { en: 'on the register', ja: '登録済み' },
  times: { en: '{n}×', ja: '{n}回' },
  kept: {
    en: 'Indicators: {added} added, {merged} completed.',
    ja: '{added}件を追加し、{merged}件を補いました。',
  },
  keptPart: {
    en: '{written} written, then: {because}',
    ja: '{written}件を書き込んだ後：{because}',
  },

  // Block lists
  blockList: { en: 'Block list', ja: '遮断リスト' },
  blockListTitle: { en: 'List to block', ja: '遮断リスト' },
  blockListLead: {
    en: 'For another program: values stand here as they are, not defanged. False positives, rejected and expired ones are left out.',
    ja: 'ほかのプログラムに渡す一覧です。値は無害化していません。誤検知・否定・期限切れの項目は含みません。',
  },
  blockListFormat: { en: 'Format', ja: '形式' },
  blockListCopy: { en: 'Copy the list', ja: '一覧をコピー' },
  blockListText: { en: 'What is copied', ja: 'コピーする内容' },

  // In an entry
  inEntry: { en: 'Indicators in it', ja: '含まれる侵害指標' },
  keepThis: { en: 'Keep {value}', ja: '{value}を追加' },
  keepAll: { en: 'Keep all {n}', ja: '{n}件すべて追加' },

  // States
  stateCandidate: { en: 'Candidate', ja: '候補' },
  stateConfirmed: { en: 'Confirmed', ja: '確認済み' },
  stateShared: { en: 'Shared', ja: '共有済み' },
  stateBlocked: { en: 'Blocked', ja: '遮断済み' },
  stateExpired: { en: 'Expired', ja: '期限切れ' },
  stateFalsePositive: { en: 'False positive', ja: '誤検知' },

  // Types
  typeIpv4: { en: 'IPv4', ja: 'IPv4' },
  typeIpv6: { en: 'IPv6', ja: 'IPv6' },
  typeIpRange: { en: 'Address range', ja: 'アドレス範囲' },
  typeDomain: { en: 'Domain', ja: 'ドメイン' },
  typeUrl: { en: 'URL', ja: 'URL' },
  typeEmail: { en: 'E-mail', ja: 'メール' },
  typeMd5: { en: 'MD5', ja: 'MD5' },
  typeSha1: { en: 'SHA-1', ja: 'SHA-1' },
  typeSha256: { en: 'SHA-256', ja: 'SHA-256' },
  typeSha512: { en: 'SHA-512', ja: 'SHA-512' },
  typeCve: { en: 'CVE', ja: 'CVE' },
  typeFileName: { en: 'File name', ja: 'ファイル名' },
  typeFilePath: { en: 'File path', ja: 'ファイルパス' },
  typeRegistryKey: { en: 'Registry key', ja: 'レジストリキー' },
  typeMutex: { en: 'Mutex', ja: 'ミューテックス' },
  typeUserAgent: { en: 'User agent', ja: 'ユーザーエージェント' },
  typeMac: { en: 'MAC address', ja: 'MACアドレス' },
  typeAsn: { en: 'AS number', ja: 'AS番号' },
  typeBitcoin: { en: 'Bitcoin', ja: 'ビットコイン' },
  typeTechnique: { en: 'ATT&CK id', ja: 'ATT&CK ID' },
  typeBehaviour: { en: 'Behaviour', ja: '挙動' },
  typeOther: { en: 'Other', ja: 'その他' },
});
