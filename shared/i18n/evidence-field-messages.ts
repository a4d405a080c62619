import { defineMessages } from './messages.ts';

/** What is asked and said of an item of evidence, in the words of the forms that ask for it. */
export const evidenceFieldMessages = defineMessages({
  // Fields (shared/catalogue/evidence.json)
  type: { en: 'Kind', ja: '種類' },
  label: { en: 'Label on it', ja: '付いているラベル' },
  description: { en: 'Description', ja: '説明' },
  quantity: { en: 'Quantity', ja: '数量' },
  makeModel: { en: 'Make and model', ja: 'メーカー・型番' },
  serial: { en: 'Serial or asset number', ja: 'シリアル番号・資産番号' },
  hostname: { en: 'Source system', ja: '取得元のシステム' },
  mac: { en: 'MAC address', ja: 'MACアドレス' },
  ip: { en: 'IP address', ja: 'IPアドレス' },
  condition: { en: 'Condition, marks, damage', ja: '状態・傷・特徴' },
  powerState: { en: 'State when found', ja: '発見時の状態' },
  location: { en: 'Place found', ja: '発見場所' },
  acquiredAt: { en: 'Acquired', ja: '取得日時' },
  clock: { en: 'Clock of the source system', ja: '取得元システムの時計' },
  acquiredBy: { en: 'Acquired by', ja: '取得者' },
  witness: { en: 'Witness', ja: '立会人' },
  purpose: { en: 'Why it was taken', ja: '取得の目的' },
  authority: { en: 'Authority or consent', ja: '取得の根拠・同意' },
  method: { en: 'Method', ja: '取得方法' },
  tool: { en: 'Tool and version', ja: '使用ツール・版' },
  writeBlocker: { en: 'Write blocker', ja: '書込防止装置' },
  sourceHash: { en: 'Hash that came with it', ja: '付されていたハッシュ値' },
  unavoidableChange: {
    en: 'Unavoidable change and its reason',
    ja: '避けられなかった変更と理由',
  },
  seal: { en: 'Container and seal number', ja: '容器・封印番号' },
  storage: { en: 'Storage place and access rule', ja: '保管場所・アクセス制限' },
  tlp: { en: 'Sharing label', ja: '共有区分（TLP）' },
  photographs: { en: 'Photographs', ja: '写真' },
  retainUntil: { en: 'Keep until', ja: '保存期限' },
  disposition: { en: 'Final disposition', ja: '最終処分' },

  // Hints
  hostnameHint: { en: 'Host name, or what people call it.', ja: 'ホスト名または呼び名。' },
  powerStateHint: {
    en: 'On, off, locked, connected to what.',
    ja: '電源、ロック、接続の状態。',
  },
  partyHint: { en: 'Name, role, contact', ja: '氏名・役職・連絡先' },
  methodHint: {
    en: 'Copy, image, photograph, export, seizure.',
    ja: '複製、イメージ、撮影、書き出し、押収など。',
  },
  clockHint: {
    en: 'What has to be added to its clock to get true time, with a sign: +00:03:12 when it is slow.',
    ja: '真の時刻を得るためにその時計に加える値（符号付き）。遅れていれば +00:03:12 のように入力します。',
  },
  clockBad: {
    en: 'Write a sign and a length of time, as in -00:03:12 or +2m.',
    ja: '-00:03:12 や +2m のように、符号と長さで入力してください。',
  },
  sourceHashHint: {
    en: 'MD5, SHA-1 or SHA-256 as somebody else computed it. It is compared with what is computed here.',
    ja: '他の人が計算したMD5・SHA-1・SHA-256。ここで計算した値と照合します。',
  },
  acquiredAtHint: { en: 'Read in {zone}.', ja: '{zone}で読みます。' },
  badTime: { en: 'This is not a time.', ja: '日時として読み取れません。' },
  notSaid: { en: 'Not stated', ja: '未記入' },

  // Values
  blockerUsed: { en: 'Used', ja: '使用' },
  blockerNotUsed: { en: 'Not used', ja: '不使用' },
  blockerNotNeeded: { en: 'Not needed', ja: '不要' },
  clockExact: {
    en: '{length} is added to get true time',
    ja: '真の時刻にするには{length}を加える',
  },

  // Facts that the program records
  md5: { en: 'MD5', ja: 'MD5' },
  sha1: { en: 'SHA-1', ja: 'SHA-1' },
  sha256: { en: 'SHA-256', ja: 'SHA-256' },
  volume: { en: 'Volume', ja: 'ボリューム' },
  folder: { en: 'Taken with folder', ja: '取り込んだフォルダー' },
  program: { en: 'Taken in with', ja: '取り込んだプログラム' },
  medium: { en: 'Stays on', ja: '置いてある媒体' },
  size: { en: 'Size', ja: 'サイズ' },
  segments: { en: 'Hashes of its pieces', ja: '部分ごとのハッシュ値' },
  segmentsText: {
    en: { one: '{n} piece of {size}', other: '{n} pieces of {size}' },
    ja: '{size}ごとに{n}個',
  },
  readChanged: {
    en: 'It changed while it was read.',
    ja: '読み取り中に変わりました。',
  },
  notRead: {
    en: 'Nobody has read it here: no hash was computed.',
    ja: 'ここでは読み取っていません（ハッシュ値は未計算）。',
  },
  claim: { en: 'Compared with it', ja: '照合結果' },
  claimSame: { en: 'Same as computed here', ja: 'ここで計算した値と一致' },
  claimDiffers: {
    en: 'Differs from what was computed here',
    ja: 'ここで計算した値と一致しません',
  },
  claimNot: {
    en: 'Not compared: it is no MD5, SHA-1 or SHA-256, or that was not computed here',
    ja: '未照合（MD5・SHA-1・SHA-256ではないか、ここで計算していない種類です）',
  },
});
