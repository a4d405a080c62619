import { defineMessages } from './messages.ts';

/** Expected failures, in words: what happened, what was kept, what to do next. */
export const errorMessages = defineMessages({
  // Writing
  appendNoNotebook: {
    en: 'No notebook is open, so nothing was written. Open it again; the text is kept.',
    ja: 'ノートブックが開いていないため、書き込んでいません。開き直してください。入力した文は残っています。',
  },
  appendReadOnly: {
    en: 'This notebook is open for reading only. Nothing was written; the text is kept.',
    ja: 'このノートブックは読み取り専用で開いています。書き込んでいません。入力した文は残っています。',
  },
  appendDiskFull: {
    en: 'The disk is full. Nothing was written and nothing saved was touched; make room and press Enter again.',
    ja: 'ディスクの空きがありません。書き込んでいませんが、保存済みの内容は無事です。空きを作ってからもう一度Enterを押してください。',
  },
  appendTooLong: {
    en: 'This is too long for one entry ({bytes} of {limit} bytes). Split it, or add it as evidence.',
    ja: '1件の記録としては長すぎます（{limit}バイト中 {bytes}バイト）。分けて書くか、証拠として追加してください。',
  },
  appendWriteFailed: {
    en: 'The disk did not take the line ({detail}). It was read back and is not there; the text is kept. Check the disk and try again.',
    ja: 'ディスクに書き込めませんでした（{detail}）。読み直して、書かれていないことを確認しました。入力した文は残っています。ディスクを確認してもう一度お試しください。',
  },
  appendInvalid: {
    en: 'The entry does not fit the format ({field}). Nothing was written; the text is kept.',
    ja: '形式に合わない項目があります（{field}）。書き込んでいません。入力した文は残っています。',
  },
  appendUnknown: {
    en: 'Whether it was written is not certain. The text is kept; pressing Enter again cannot write it twice.',
    ja: '書き込めたかどうか確認できません。入力した文は残っています。もう一度Enterを押しても二重には書かれません。',
  },

  // Opening
  openNotANotebook: {
    en: '{place} is not a Kiroku notebook.',
    ja: '{place}はKirokuのノートブックではありません。',
  },
  openNewer: {
    en: '{place} was written by a newer version (format {version}). It was not touched; open it with that version.',
    ja: '{place}は新しい版（形式{version}）で書かれています。変更していません。その版で開いてください。',
  },
  openRedacted: {
    en: '{place} is a redacted copy and no notebook: it cannot be opened, joined or written in. It can be checked: “Open a bundle…” on the first screen, or the command verify.',
    ja: '{place}は墨消しした控えで、ノートブックではありません。開くことも、取り込むことも、書き込むこともできません。検証はできます。最初の画面の「共有ファイルを開く…」か、verifyコマンドを使ってください。',
  },
  openAlreadyExists: {
    en: '{place} exists already. It was not touched; choose another title or place.',
    ja: '{place}はすでにあります。変更していません。別の件名か保存先を選んでください。',
  },
  openNotFound: {
    en: 'There is nothing at {place}. Was it moved, or is its disk unplugged?',
    ja: '{place}が見つかりません。移動されていないか、ディスクが外れていないか確認してください。',
  },
  openNoAccess: {
    en: '{place} may not be read by you ({detail}).',
    ja: '{place}を読む権限がありません（{detail}）。',
  },
  openDiskFull: {
    en: 'There is no room for a notebook in {place}.',
    ja: '{place}に空きがないため、ノートブックを作れません。',
  },

  // Bugs
  panelFailed: {
    en: 'This part of the window failed. Everything saved is on the disk; the rest of the window works.',
    ja: 'この部分の表示に失敗しました。保存済みの内容はディスクにあります。ほかの部分は使えます。',
  },
  windowFailed: {
    en: 'The window failed. Everything saved is on the disk, and what stood in the entry line is kept as a draft.',
    ja: 'ウィンドウの表示に失敗しました。保存済みの内容はディスクにあり、入力中の文も下書きとして残っています。',
  },
  tryAgain: { en: 'Show again', ja: '再表示' },
  reload: { en: 'Restart the window', ja: 'ウィンドウを再起動' },
  copyDetails: { en: 'Copy the details', ja: '詳細をコピー' },
});
