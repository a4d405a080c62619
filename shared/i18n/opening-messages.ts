import { defineMessages } from './messages.ts';

/** Words of the window in which values that a redacted copy hides are shown later. */
export const openingMessages = defineMessages({
  action: { en: 'Show single values later…', ja: '隠した値をあとから見せる…' },
  actionHint: {
    en: 'For a redacted copy that somebody has already: an opening shows them what you choose of it, and they can prove that it is what was hidden.',
    ja: 'すでに渡した墨消しした控えについて、選んだ値だけを開示ファイルで見せます。受け取った人は、隠した値と同じだと証明できます。',
  },
  title: { en: 'Show values of a redacted copy', ja: '墨消しした控えの値を見せる' },
  intro: {
    en: 'Choose the redacted copy as it was handed out. It is held against this notebook: what it hides is listed here, and you choose what to show of it.',
    ja: '渡した墨消しした控えを選んでください。このノートブックと照合して、隠したものを一覧にします。そこから見せるものを選びます。',
  },
  choose: { en: 'Choose the redacted copy…', ja: '墨消しした控えを選択…' },
  notRedacted: {
    en: '{name} is no redacted copy: nothing is hidden in it.',
    ja: '{name}は墨消しした控えではありません。隠した値はありません。',
  },
  otherNotebook: {
    en: '{name} was made of another notebook ({theirs}, this one is {ours}): open that one to show values of it.',
    ja: '{name}は別のノートブックから作られています（{theirs}、こちらは{ours}）。値を見せるには、そのノートブックを開いてください。',
  },
  unfit: {
    en: {
      one: '{n} redacted line of the copy is not one of this notebook: it was written elsewhere and not taken in here, or the copy was changed.',
      other:
        '{n} redacted lines of the copy are not those of this notebook: they were written elsewhere and not taken in here, or the copy was changed.',
    },
    ja: '控えの墨消しした行のうち{n}行は、このノートブックの行と一致しません。別の端末で書かれてまだ取り込んでいないか、控えが変えられています。',
  },
  find: { en: 'Find in what is hidden', ja: '隠したものから探す' },
  foundAll: {
    en: { one: '{n} line', other: '{n} lines' },
    ja: '{n}行',
  },
  foundSome: {
    en: 'The first {shown} of {n} lines: type to find others.',
    ja: '{n}行のうち最初の{shown}行です。ほかは語を入力して探せます。',
  },
  foundNone: {
    en: 'Nothing that is hidden has these words.',
    ja: 'この語を含むものはありません。',
  },
  lineName: { en: '{subject} by {by}', ja: '{subject}（{by}）' },
  value: { en: '{field}: {value}', ja: '{field}：{value}' },
  join: { en: ', ', ja: '、' },
  joinMembers: { en: '; ', ja: '；' },
  whole: {
    en: 'The whole line as it was written, with the signature of its device',
    ja: '書かれたままの行全体（端末の署名付き）',
  },
  chosen: {
    en: 'To show: values {values}, whole lines {lines}',
    ja: '見せるもの：値{values}個、行全体{lines}行',
  },
  noneChosen: {
    en: 'Choose at least one value or one line to show.',
    ja: '見せる値か行を1つ以上選んでください。',
  },
  save: { en: 'Save the opening…', ja: '開示ファイルを保存…' },
  written: { en: 'The opening is written', ja: '開示ファイルを書き出しました' },
  writtenCounts: {
    en: 'It shows values {values}, whole lines {lines}. Whoever reads the file reads them.',
    ja: '見せるもの：値{values}個、行全体{lines}行。ファイルを手にした人は内容を読めます。',
  },
  writtenNext: {
    en: 'Whoever has the copy chooses it on the first screen (Open a bundle, Check it with an opening), or uses kiroku verify COPY --opening FILE.',
    ja: '控えを持つ人は、最初の画面の「共有ファイルを開く」で控えを選び、「開示ファイルと照合する」を使います。kiroku verify COPY --opening FILEでも照合できます。',
  },
  more: { en: 'Show more of this copy', ja: 'この控えの値をさらに選ぶ' },
  outExists: {
    en: '{place} exists already and was left as it is. Choose another name.',
    ja: '{place}はすでにあります。そのまま残しました。別の名前を選んでください。',
  },
  outFailed: { en: '{place} was not written: {detail}', ja: '{place}に書き出せません：{detail}' },
  notThere: {
    en: 'The notebook was changed or cannot be read. Choose the copy again.',
    ja: 'ノートブックが変わったか、読めません。控えを選び直してください。',
  },
});
