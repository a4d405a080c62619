import { defineMessages } from './messages.ts';

/** Words of the report view around the paper; the paper's own are in the report messages. */
export const reportViewMessages = defineMessages({
  title: { en: 'Report', ja: '報告書' },
  settings: { en: 'What the report is in', ja: '報告書の設定' },
  language: { en: 'Language of the report', ja: '報告書の言語' },
  zone: { en: 'Times in', ja: '時刻のタイムゾーン' },
  zoneIncident: { en: '{zone} (incident)', ja: '{zone}（インシデント）' },
  zoneMachine: { en: '{zone} (this machine)', ja: '{zone}（この端末）' },
  both: { en: 'English + 日本語', ja: '日本語 + English' },
  sharing: { en: 'Whom the report is for', ja: '報告書の相手' },
  audience: { en: 'For', ja: '読者' },
  limit: { en: 'Readers may see', ja: '読者に見せる範囲' },
  limitNone: { en: 'everything', ja: 'すべて' },
  roles: { en: 'Roles instead of names', ja: '名前を役割に置き換える' },
  defang: { en: 'Defang addresses', ja: 'アドレスを無効化する' },
  keptBack: {
    en: { one: 'Kept back: {n} thing', other: 'Kept back: {n} things' },
    ja: '掲載しないもの：{n}件',
  },
  writing: { en: 'Putting the report together', ja: '報告書を組み立てています' },
  notWritten: {
    en: 'The report could not be put together ({detail}). Everything saved is on the disk.',
    ja: '報告書を組み立てられませんでした（{detail}）。保存済みの内容はディスクにあります。',
  },
  tryAgain: { en: 'Try again', ja: '再試行' },

  // Outline
  outline: { en: 'Sections', ja: '章立て' },
  goTo: { en: 'Section shown', ja: '表示中の章' },
  paper: { en: 'Report as it prints', ja: '印刷される報告書' },

  // Export
  export: { en: 'Export as', ja: '書き出し' },
  exportPdf: { en: 'PDF', ja: 'PDF' },
  exportDocx: { en: 'Word', ja: 'Word' },
  exportJson: { en: 'JSON', ja: 'JSON' },
  exportHtml: { en: 'HTML', ja: 'HTML' },
  exportMarkdown: { en: 'Markdown', ja: 'Markdown' },
  exportName: { en: 'Export as {format}', ja: '{format}で書き出す' },
  exporting: { en: 'Writing the {format} file', ja: '{format}ファイルを書き出しています' },
  exported: { en: 'Report written to {place}', ja: '報告書を{place}に書き出しました' },
  exportedFacts: { en: '{size} ({bytes} bytes), SHA-256', ja: '{size}（{bytes}バイト）、SHA-256' },
  copyHash: { en: 'Copy the SHA-256', ja: 'SHA-256をコピー' },
  dismiss: { en: 'Dismiss', ja: '閉じる' },
  exportNoNotebook: {
    en: 'No notebook is open, so no report was written. Open it again.',
    ja: 'ノートブックが開いていないため、書き出していません。開き直してください。',
  },
  exportDiskFull: {
    en: 'The disk is full. No report was written, and a file that had this name is as it was. Choose another place or make room.',
    ja: 'ディスクに空きがありません。書き出していません。同名のファイルがあった場合も元のままです。別の場所を選ぶか、空きを作ってください。',
  },
  exportWriteFailed: {
    en: 'The file could not be written ({detail}). Choose another place.',
    ja: 'ファイルを書き込めませんでした（{detail}）。別の場所を選んでください。',
  },
  exportPrintFailed: {
    en: 'The PDF could not be made ({detail}). HTML and Markdown do not need the printing part; export one of them.',
    ja: 'PDFを作成できませんでした（{detail}）。HTMLとMarkdownは印刷機能を使わないので、そちらで書き出せます。',
  },
  copied: { en: 'Copied', ja: 'コピーしました' },
  notCopied: {
    en: 'The clipboard did not take it. Select the text and copy it by hand.',
    ja: 'クリップボードに書き込めませんでした。文字列を選択してコピーしてください。',
  },

  // Written sections
  write: { en: 'Write', ja: '書く' },
  edit: { en: 'Edit', ja: '編集' },
  continueDraft: { en: 'Continue the draft', ja: '下書きを続ける' },
  editSection: { en: '{action}: {section}', ja: '{section}を{action}' },
  lastWritten: { en: 'Last written by {by}, {time}', ja: '最終記入：{by}、{time}' },
  neverWritten: { en: 'Nobody has written this yet.', ja: 'まだ書かれていません。' },
  contested: {
    en: 'Written differently by people who did not know of each other. What you save takes the place of all of them.',
    ja: '互いを知らない人が別々に書いています。保存した内容がすべてに代わります。',
  },
  changedMeanwhile: {
    en: 'Somebody wrote this section while you did ({by}, {time}). Their text stands below; saving puts yours in its place.',
    ja: '編集中にほかの人がこの章を書きました（{by}、{time}）。その文は下にあります。保存すると、あなたの文に置き換わります。',
  },
  takeTheirs: { en: 'Put their text in', ja: 'その文を入力欄に入れる' },
  save: { en: 'Save', ja: '保存' },
  close: { en: 'Close', ja: '閉じる' },
  leave: { en: 'Close, keep the draft', ja: '下書きを残して閉じる' },
  discard: { en: 'Discard the draft', ja: '下書きを破棄' },
  saved: { en: '{section} saved', ja: '{section}を保存しました' },
  unchanged: { en: 'Nothing was changed', ja: '変更はありません' },
  keysHint: {
    en: 'Ctrl+Enter saves, Esc closes and keeps the draft.',
    ja: 'Ctrl+Enterで保存、Escで下書きを残して閉じます。',
  },
  tooLong: {
    en: 'A section holds at most {limit} characters; this has {n}. Nothing was written; the text is kept.',
    ja: '1つの章は{limit}文字までです（現在{n}文字）。書き込んでいません。入力した文は残っています。',
  },
  readOnly: {
    en: 'This notebook is open for reading only.',
    ja: 'このノートブックは読み取り専用です。',
  },
});
