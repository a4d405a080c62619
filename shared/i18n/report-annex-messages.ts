import { defineMessages } from './messages.ts';

/** Annexes: evidence, checklists, corrections, limits, seal, notices. */
export const reportAnnexMessages = defineMessages({
  evidenceTable: { en: 'Items', ja: '証拠品' },
  evidenceLead: {
    en: 'Each item was hashed while it was copied into the notebook. The copy’s file name is its SHA-256.',
    ja: '証拠はノートに複写しながらハッシュ値を計算しています。複写の名前はSHA-256です。',
  },
  itemNumber: { en: 'Item', ja: '番号' },
  file: { en: 'File and SHA-256', ja: 'ファイルとSHA-256' },
  size: { en: 'Size', ja: 'サイズ' },
  taken: { en: 'Taken in', ja: '受け入れ' },
  citedBy: { en: 'Cited by', ja: '引用する記録' },
  bytes: { en: { one: '{n} byte', other: '{n} bytes' }, ja: '{n}バイト' },
  takenFrom: { en: 'From {path}', ja: '取得元 {path}' },
  changedWhileReading: {
    en: 'The original changed while it was copied.',
    ja: '複写中に元のファイルが変化しました。',
  },
  evidenceLost: {
    en: 'The line that took this item in is damaged or missing.',
    ja: 'この証拠を受け入れた行が破損しているか、見つかりません。',
  },
  custody: { en: 'Chain of custody', ja: '証拠の管理履歴' },
  item: { en: 'Item', ja: '項目' },
  action: { en: 'Action', ja: '操作' },
  when: { en: 'Recorded', ja: '記入' },
  fromTo: { en: 'From and to', ja: '受け渡し' },
  fromToText: { en: '{from} → {to}', ja: '{from} → {to}' },
  placePurpose: { en: 'Place, purpose, note', ja: '場所・目的・備考' },
  noCustody: {
    en: 'No custody event was recorded after the items were taken in.',
    ja: '受け入れ後の管理の記録はありません。',
  },

  checklistVersion: {
    en: 'Template {template}, version {version}; adopted {time} by {by}.',
    ja: 'テンプレート {template}、版 {version}。採用：{time}、{by}',
  },
  progress: {
    en: '{done} done, {doing} in progress, {blocked} blocked, {open} open, {na} not applicable; {total} items.',
    ja: '全{total}項目：完了{done}、対応中{doing}、保留{blocked}、未着手{open}、対象外{na}',
  },
  phaseHeading: {
    en: '{phase} ({done} of {total} settled)',
    ja: '{phase}（{total}項目中{done}項目が決着）',
  },
  itemState: { en: 'State', ja: '状態' },
  proof: { en: 'Proof', ja: '根拠' },
  ownerNote: { en: 'Reason, owner, note', ja: '理由・担当・備考' },
  owner: { en: 'Owner: ', ja: '担当：' },
  because: { en: 'Reason: ', ja: '理由：' },
  note: { en: 'Note: ', ja: '備考：' },
  noChecklists: { en: 'No checklist was adopted.', ja: '採用したチェックリストはありません。' },

  corrections: { en: 'Corrections', ja: '訂正' },
  correctionsLead: {
    en: 'Every writing of a corrected entry, the original first. Nothing is ever erased.',
    ja: '訂正された記録の全ての版を、元の記入から順に載せています。消されたものはありません。',
  },
  entryHeading: { en: 'Entry {number}', ja: '記録 {number}' },
  writing: { en: 'Writing', ja: '版' },
  original: { en: 'Original', ja: '元の記入' },
  correction: { en: 'Correction {n}', ja: '訂正{n}' },
  stands: { en: 'stands', ja: '有効' },
  reason: { en: 'Reason', ja: '理由' },
  text: { en: 'Text and what else changed', ja: '本文とその他の変更' },
  change: { en: '{field}: {before} → {after}', ja: '{field}：{before} → {after}' },
  empty: { en: 'none', ja: 'なし' },
  changedTime: { en: 'Time', ja: '時刻' },
  changedKind: { en: 'Kind', ja: '種別' },
  changedStages: { en: 'Stages', ja: '段階' },
  changedTechniques: { en: 'Techniques', ja: '技術' },
  changedHosts: { en: 'Systems', ja: 'システム' },
  changedTags: { en: 'Tags', ja: 'タグ' },
  changedEvidence: { en: 'Evidence', ja: '証拠' },
  changedConfidence: { en: 'Confidence', ja: '確度' },
  withdrawals: { en: 'Withdrawn entries', ja: '取り下げた記録' },
  conflictsTitle: { en: 'Undecided conflicts', ja: '未決着の競合' },
  conflictsLead: {
    en: 'Two devices wrote these without having seen each other. The values stand side by side until a person decides.',
    ja: '互いの記入を見ていない端末が書いたものです。人が決めるまで、値を並べて残します。',
  },
  conflictValue: { en: 'Value', ja: '値' },
  conflictEntryText: { en: 'Entry {number}: text', ja: '記録 {number} の本文' },
  conflictWithdrawal: { en: 'Entry {number}: withdrawn or not', ja: '記録 {number} の取り下げ' },
  conflictWithdrawn: { en: 'withdrawn: {reason}', ja: '取り下げ：{reason}' },
  conflictRestored: { en: 'restored: {reason}', ja: '復活：{reason}' },
  damage: { en: 'Damage and what could not be read', ja: '破損と読めなかったもの' },
  lostEntries: {
    en: {
      one: '{n} entry of which no writing is left',
      other: '{n} entries of which no writing is left',
    },
    ja: '本文が残っていない記録{n}件',
  },
  lostEvidence: {
    en: {
      one: '{n} evidence item whose first line is missing',
      other: '{n} evidence items whose first line is missing',
    },
    ja: '受け入れの行がない証拠{n}点',
  },
  lostChecklists: {
    en: {
      one: '{n} checklist whose first line is missing',
      other: '{n} checklists whose first line is missing',
    },
    ja: '採用の行がないチェックリスト{n}件',
  },
  withoutOriginal: { en: 'Entries whose original is missing: ', ja: '元の記入がない記録：' },
  unknownOperations: {
    en: {
      one: '{n} operation of type {type}, unknown to this version',
      other: '{n} operations of type {type}, unknown to this version',
    },
    ja: 'この版が知らない種類「{type}」の操作{n}件',
  },
  noDamage: { en: 'None found.', ja: '見つかりませんでした。' },

  fieldTitle: { en: 'Title', ja: '題名' },
  fieldTlp: { en: 'TLP', ja: 'TLP' },
  fieldZone: { en: 'Time zone', ja: 'タイムゾーン' },
  fieldPhase: { en: 'Phase', ja: 'フェーズ' },
  fieldStatus: { en: 'State of the incident', ja: 'インシデントの状態' },
  fieldExercise: { en: 'Exercise', ja: '訓練' },
  fieldSummary: { en: 'Summary', ja: '要約' },
  fieldRootCause: { en: 'Cause and enabling conditions', ja: '原因と要因' },
  fieldImpact: { en: 'Impact', ja: '影響' },
  fieldRecommendations: { en: 'Recommendations', ja: '提言' },
  fieldSources: { en: 'Sources', ja: '出典' },
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },

  clocksSources: { en: 'Clocks of sources', ja: 'ソースの時計' },
  clocksSourcesLead: {
    en: 'Times by a clock that was off stand corrected in this report, with what the clock showed beside them. What is added to its times stands under each measurement; the newest one counts.',
    ja: 'ずれていた時計による時刻は、補正した値で載せ、元の表示を添えています。各測定の下の値が、元の時刻に足した値です。最新の測定を使っています。',
  },
  clocksNoSources: {
    en: 'No source of times was named.',
    ja: '時刻のソースは登録されていません。',
  },
  clocksSource: { en: 'Source', ja: 'ソース' },
  clocksStanding: { en: 'Its clock', ja: '時計' },
  clocksHow: { en: 'Measured', ja: '測定' },
  clocksMeasured: { en: '{time}:', ja: '{time}：' },
  clocksMeasuredUnknown: { en: 'At an unknown time:', ja: '測定時刻は不明：' },
  clocksBefore: { en: 'measured before', ja: '以前の測定' },
  clocksDevices: { en: 'Clocks of the devices that wrote', ja: '記録した端末の時計' },
  clocksNoChecks: {
    en: 'Nobody checked the clock of a device against a better one, and no jump was seen.',
    ja: '端末の時計をより正確な時計と比べた記録も、時計の飛びの記録もありません。',
  },
  clocksWhat: { en: 'What was found', ja: '結果' },
  clocksAround: { en: 'Entries around it', ja: '前後の記録' },
  clocksCheck: { en: '{standing} against {reference}', ja: '{reference}に対して{standing}' },
  clocksJump: { en: 'The clock jumped: {by}', ja: '時計の飛び：{by}' },

  limitsLead: {
    en: 'The notebook is a chain of signed lines: a line that was changed or taken out later is noticed. That says nothing about the following.',
    ja: 'ノートは署名された行の連鎖で、後から変えたり抜いたりした行は検証で分かります。ただし、次のことは分かりません。',
  },
  limitKeyboard: { en: 'Who sat at the keyboard.', ja: '誰が入力したか。' },
  limitTruth: { en: 'That what was written was true.', ja: '書かれた内容が事実かどうか。' },
  limitTail: {
    en: 'That the latest lines, which nobody has merged, sealed or printed yet, were not rewritten by somebody who holds the device’s key.',
    ja: 'まだ統合も封印も印刷もされていない末尾の行が、端末の鍵を持つ者に書き直されていないかどうか。',
  },
  limitClock: {
    en: 'That a device’s clock was right. Times of writing are what the clock showed; the order of lines does not depend on it.',
    ja: '端末の時計が正しかったかどうか。記入時刻は端末の時計によります。行の順序は時計に依存しません。',
  },
  limitAbsence: {
    en: 'That something did not happen because no entry tells of it.',
    ja: '記録にないことが、起きなかったかどうか。',
  },

  sourcesNone: {
    en: 'No sources outside the notebook were named.',
    ja: 'ノートの外の出典は挙げられていません。',
  },

  sealLead: {
    en: 'The seal fixes the last line of every device, and through the chain every line before it. Compare it with the seal that the notebook shows, or check the folder with verify.py.',
    ja: '封印は各端末の最後の行を固定し、連鎖によってそれ以前のすべての行も固定します。ノートが示す封印と比べるか、フォルダーを verify.py で検証してください。',
  },
  sealValue: { en: 'Seal (SHA-256 over the heads)', ja: '封印（各端末の末尾から計算したSHA-256）' },
  sealWords: { en: 'Its first half in twelve words', ja: '前半を表す12語' },
  sealQr: { en: 'The seal as QR code', ja: '封印のQRコード' },
  sealNone: {
    en: 'This report carries no seal, since the notebook could not be sealed when it was made.',
    ja: '作成時にノートを封印できなかったため、この報告書には封印がありません。',
  },
  heads: { en: 'Heads: the last line of each device', ja: '各端末の末尾の行' },
  device: { en: 'Device', ja: '端末' },
  lastLine: { en: 'Last line', ja: '末尾の行' },
  lineHash: { en: 'SHA-256 of that line', ja: '末尾の行のSHA-256' },
  continues: { en: 'continues {feed}', ja: '{feed} の続き' },
  unknownDevice: { en: 'unknown device', ja: '不明な端末' },
});

export const reportCustodyMessages = defineMessages({
  collected: { en: 'Collected', ja: '収集' },
  received: { en: 'Received', ja: '受領' },
  transferred: { en: 'Transferred', ja: '引き渡し' },
  stored: { en: 'Stored', ja: '保管' },
  accessed: { en: 'Accessed', ja: '閲覧' },
  copied: { en: 'Copied', ja: '複製' },
  analysed: { en: 'Analysed', ja: '解析' },
  returned: { en: 'Returned', ja: '返却' },
  disposed: { en: 'Disposed of', ja: '廃棄' },
});
