import { defineMessages } from './messages.ts';

/** Words of the dialog in which a bundle from somebody else becomes a notebook on this device. */
export const receivedMessages = defineMessages({
  action: { en: 'Open a bundle…', ja: '共有ファイルを開く…' },
  title: { en: 'Open a bundle', ja: '共有ファイルを開く' },
  intro: {
    en: 'A bundle is a notebook that a colleague wrote as one file (.zip, or .age when it is encrypted). Here it becomes a notebook of its own that you can write in, and the two of you can exchange bundles later.',
    ja: '共有ファイルは、同僚がノートブックを1つのファイルに書き出したものです（.zip、暗号化されていれば.age）。この端末で書き込めるノートブックになり、あとから互いに共有ファイルを交換できます。',
  },
  promise: {
    en: 'First it is only checked, line by line. Nothing is kept before you say so.',
    ja: 'まず1行ずつ検証するだけです。承認するまで何も残しません。',
  },
  choose: { en: 'Choose a bundle…', ja: '共有ファイルを選択…' },
  chooseOther: { en: 'Choose another…', ja: '別のファイルを選択…' },
  titled: { en: 'Incident: {title}', ja: '件名：{title}' },
  untitled: { en: 'The incident has no title yet.', ja: '件名はまだありません。' },
  here: {
    en: 'A copy of this notebook is on this device already: {place}. Better open that one and take the bundle in there, under Sharing; opened here it becomes a second copy.',
    ja: 'このノートブックの複製がこの端末にすでにあります：{place}。そちらを開き、「共有」で取り込むことをお勧めします。ここで開くと、もう1つの複製になります。',
  },
  place: { en: 'Ask where it goes', ja: '保存場所を選ぶ' },
  openNew: { en: 'Open as a new notebook', ja: '新しいノートブックとして開く' },
  opening: { en: 'Making the notebook', ja: 'ノートブックを作成しています' },
  nothingKept: { en: 'Nothing was kept', ja: '何も残していません' },
  placeTaken: {
    en: '{place} exists already and was left as it is. Choose another name.',
    ja: '{place}はすでにあります。そのまま残しました。別の名前を選んでください。',
  },
  notOpened: {
    en: 'The notebook was made but cannot be opened. It lies where notebooks lie.',
    ja: 'ノートブックを作成しましたが、開けません。ノートブックの保存場所にあります。',
  },
});
