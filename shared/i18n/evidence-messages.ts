import { defineMessages } from './messages.ts';

/** Words of the evidence view. */
export const evidenceMessages = defineMessages({
  title: { en: 'Evidence', ja: '証拠' },
  emptyTitle: {
    en: 'Files that prove what the timeline says, each with its hash.',
    ja: '記録を裏付けるファイルを、ハッシュ値とともに保管します。',
  },
  emptyText: {
    en: 'A file is copied into the notebook and hashed while it is read. The original is not changed. Drop files here, or add them.',
    ja: 'ファイルは読み取りながらハッシュ値を計算し、ノートブックに複製します。元のファイルは変更しません。ここにファイルをドロップするか、追加してください。',
  },
  readOnly: {
    en: 'This notebook is open for reading only, so nothing can be added.',
    ja: 'このノートブックは読み取り専用のため、追加できません。',
  },
  countSize: {
    en: { one: '{n} item, {size}', other: '{n} items, {size}' },
    ja: '{n}点、{size}',
  },

  // Adding
  add: { en: 'Add files', ja: 'ファイルを追加' },
  addNote: { en: 'Note for the files added next', ja: '次に追加するファイルのメモ' },
  addNotePlaceholder: {
    en: 'Where from, how taken (optional)',
    ja: '入手元・取得方法（任意）',
  },
  dropHere: { en: 'Drop to add as evidence', ja: 'ドロップして証拠に追加' },
  dropHereNote: { en: 'Note: {note}', ja: 'メモ：{note}' },
  dropReadOnly: {
    en: 'This notebook is open for reading only',
    ja: 'このノートブックは読み取り専用です',
  },
  notAddedNoNotebook: {
    en: 'No notebook is open, so nothing was added. Open it again and add the files there.',
    ja: 'ノートブックが開いていないため、追加していません。開き直してから追加してください。',
  },
  droppedWithoutPath: {
    en: {
      one: 'Nothing was taken in: the system gave no path for {n} of the dropped files, as happens when this session cannot write its name. Choose it with the button instead, or rename it in plain letters.',
      other:
        'Nothing was taken in: the system gave no path for {n} of the dropped files, as happens when this session cannot write their names. Choose them with the button instead, or rename them in plain letters.',
    },
    ja: '取り込んでいません。ドロップした{n}件のファイルの場所をシステムから得られませんでした。実行中のロケールでファイル名を扱えない場合に起こります。ボタンから選ぶか、半角英数字の名前に変えてください。',
  },
  notAddedReadOnly: {
    en: 'This notebook is open for reading only. Nothing was added; the files were not touched.',
    ja: 'このノートブックは読み取り専用です。追加していません。ファイルには触れていません。',
  },
  added: { en: '{name} added as evidence', ja: '{name}を証拠に追加しました' },
  cancelled: { en: '{name} was not added', ja: '{name}の追加を取り消しました' },

  // Running
  jobs: { en: 'Files being added', ja: '追加中のファイル' },
  jobName: { en: 'Adding {name}', ja: '{name}を追加しています' },
  jobStarting: { en: 'Starting', ja: '開始しています' },
  jobFinishing: { en: 'Writing to the disk', ja: 'ディスクに書き込んでいます' },
  jobCopying: { en: 'Copied {done} of {total}', ja: '複製 {done} / {total}' },
  jobReadingBack: { en: 'Checked {done} of {total}', ja: '確認 {done} / {total}' },
  jobPercent: { en: '{n}%', ja: '{n}%' },
  jobSpeed: { en: '{speed}/s', ja: '毎秒{speed}' },
  jobLeft: { en: 'about {time} left', ja: '残り約{time}' },
  waiting: { en: { one: '{n} file waits', other: '{n} files wait' }, ja: '待機中 {n}件' },
  cancel: { en: 'Cancel', ja: '中止' },
  cancelOne: { en: 'Cancel adding {name}', ja: '{name}の追加を中止' },
  cancelAll: { en: 'Cancel all', ja: 'すべて中止' },
  dismissOne: { en: 'Dismiss the message about {name}', ja: '{name}についての表示を閉じる' },
  dismissAll: { en: 'Dismiss all', ja: 'すべて閉じる' },
  furtherFailed: {
    en: { one: '{n} more was not added', other: '{n} more were not added' },
    ja: 'ほか{n}件も追加できませんでした',
  },
  failed: { en: '{name} was not added.', ja: '{name}は追加していません。' },

  // Why a file was not added: what happened, what to do
  failedNotRegular: {
    en: 'It is a link, a pipe or a device, not a file. Add the file that it leads to; of a device, take an image and add that.',
    ja: 'ファイルではなく、リンク・パイプ・装置のいずれかです。リンクは指している先のファイルを、装置はイメージを取得して追加してください。',
  },
  failedNotFolder: {
    en: 'It is not a folder. Add it as a file.',
    ja: 'フォルダーではありません。ファイルとして追加してください。',
  },
  failedTooMany: {
    en: 'It holds more than {n} files. Nothing was taken in. Pack it into an archive and add that, or add parts of it.',
    ja: '中のファイルが{n}個を超えています。何も追加していません。アーカイブにまとめるか、一部ずつ追加してください。',
  },
  failedNotFound: {
    en: 'It is not there any more. Look whether it was moved or its disk unplugged, and add it again.',
    ja: 'ファイルが見つかりません。移動されていないか、ディスクが外れていないかを確かめて、もう一度追加してください。',
  },
  failedNoAccess: {
    en: 'You may not read it ({detail}). Get read access, or copy it with the rights to do so, and add it again.',
    ja: '読む権限がありません（{detail}）。読み取り権限を得てから、もう一度追加してください。',
  },
  failedDiskFull: {
    en: 'The notebook’s disk is full. What had been copied was removed again; everything saved is untouched. Make room and add it again.',
    ja: 'ノートブックのディスクに空きがありません。途中までの複製は消去し、保存済みの内容には触れていません。空きを作ってから、もう一度追加してください。',
  },
  failedCopyDiffers: {
    en: 'The copy was read back and differs from what was read. The copy was removed. The disk or the memory may be failing: check them before you go on.',
    ja: '複製を読み直したところ、元の内容と一致しませんでした。複製は消去しました。ディスクかメモリーの故障が疑われます。確認してから続けてください。',
  },
  failedRead: {
    en: 'It could not be read to its end ({detail}). If its disk is failing, take an image of the disk first and add that.',
    ja: '最後まで読み取れませんでした（{detail}）。ディスクの故障が疑われる場合は、先にディスクのイメージを取得し、それを追加してください。',
  },
  failedAppend: {
    en: 'It was copied, but the line that names it could not be written: {reason} Add it again when that is mended.',
    ja: '複製は済みましたが、記録の行を書き込めませんでした。{reason}解消してから、もう一度追加してください。',
  },
  failedUnknown: {
    en: 'The reason is not known. Add it again.',
    ja: '原因は分かりません。もう一度追加してください。',
  },
  appendNoNotebook: { en: 'the notebook was closed.', ja: 'ノートブックが閉じられました。' },
  appendReadOnly: {
    en: 'the notebook is open for reading only.',
    ja: 'ノートブックが読み取り専用です。',
  },
  appendDiskFull: { en: 'the disk is full.', ja: 'ディスクに空きがありません。' },
  appendTooLong: {
    en: 'name, path and note together are too long.',
    ja: '名前・パス・メモの合計が長すぎます。',
  },
  appendWriteFailed: {
    en: 'the disk did not take it ({detail}).',
    ja: 'ディスクが書き込みを受け付けませんでした（{detail}）。',
  },
  appendInvalid: {
    en: '{field} does not fit the format.',
    ja: '{field}が形式に合いません。',
  },

  // Table
  table: { en: 'Evidence items', ja: '証拠一覧' },
  number: { en: 'No.', ja: '番号' },
  name: { en: 'Name', ja: '名前' },
  size: { en: 'Size', ja: 'サイズ' },
  sha256: { en: 'SHA-256', ja: 'SHA-256' },
  takenIn: { en: 'Taken in', ja: '取得' },
  note: { en: 'Note', ja: 'メモ' },
  cited: { en: 'Cited', ja: '引用' },
  citedBy: {
    en: { one: 'Cited by {n} entry', other: 'Cited by {n} entries' },
    ja: '{n}件の記録が引用',
  },
  hashOf: { en: 'SHA-256 of {number}', ja: '{number}のSHA-256' },
  copyHash: { en: 'Copy the SHA-256 of {number}', ja: '{number}のSHA-256をコピー' },
  lost: {
    en: 'The line that took this item in is missing',
    ja: 'この証拠を取り込んだ行が欠けています',
  },

  // Detail
  closeDetail: { en: 'Close the detail', ja: '詳細を閉じる' },
  cite: { en: 'Cite in a new entry', ja: '新しい記録で引用' },
  changedWhileReading: {
    en: 'The original changed while it was read: its size or its modification time was another one at the end. The copy is what was read, and the hash is that of the copy.',
    ja: '読み取り中に元のファイルが変わりました（サイズまたは更新日時が最後に異なっていました）。複製は読み取った内容で、ハッシュ値は複製のものです。',
  },
  bytes: { en: { one: '{n} byte', other: '{n} bytes' }, ja: '{n}バイト' },
  storedAs: { en: 'Stored as', ja: '保管先' },
  origin: { en: 'Origin', ja: '元の場所' },
  originBytes: { en: 'Origin as bytes (Base64)', ja: '元の場所のバイト列（Base64）' },
  originUnknown: { en: 'not recorded', ja: '記録なし' },
  modified: { en: 'Modified', ja: '更新日時' },
  accessed: { en: 'Accessed', ja: 'アクセス日時' },
  created: { en: 'Created', ja: '作成日時' },
  timesHint: {
    en: 'Times of the original, read before it was opened.',
    ja: '元のファイルを開く前に読み取った日時です。',
  },
  noNote: { en: 'none', ja: 'なし' },
  citing: { en: 'Entries that cite it', ja: '引用している記録' },
  notCited: { en: 'No entry cites it yet.', ja: '引用している記録はまだありません。' },
  citingMore: { en: 'Show all {n}', ja: '{n}件すべて表示' },
  custody: { en: 'Custody', ja: '保管・引き渡しの記録' },
  noCustody: {
    en: 'Nothing but its taking in is recorded.',
    ja: '取り込み以外の記録はありません。',
  },
  fromTo: { en: 'from {from} to {to}', ja: '{from}から{to}へ' },
  from: { en: 'from {from}', ja: '{from}から' },
  to: { en: 'to {to}', ja: '{to}へ' },
  place: { en: 'Place', ja: '場所' },
  purpose: { en: 'Purpose', ja: '目的' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  notCopied: {
    en: 'The clipboard did not take it. Select the text and copy it by hand.',
    ja: 'クリップボードに書き込めませんでした。文字列を選択してコピーしてください。',
  },
});
