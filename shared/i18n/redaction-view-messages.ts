import { defineMessages } from './messages.ts';

/** Words of the window about copies in which values are hidden: making one, and checking one. */
export const redactionViewMessages = defineMessages({
  content: { en: 'Content', ja: '内容' },
  everything: { en: 'Everything', ja: 'すべて' },
  redacted: { en: 'Redacted copy, for others', ja: '墨消しした控え（外部の人向け）' },
  readers: { en: 'Its readers may see', ja: '読み手に見せてよい範囲' },
  anyReaders: { en: 'everything but what is chosen below', ja: '下で選ぶもの以外すべて' },
  fields: { en: 'Fields to hide wherever they stand', ja: 'どこにあっても隠す項目' },
  fieldsChosen: { en: '{n} chosen', ja: '{n}個を選択' },
  fieldsNone: { en: 'none chosen', ja: '選択なし' },
  fieldsHint: {
    en: 'Whatever names what stood in a hidden field is hidden as well. The number says how many lines have the field.',
    ja: '隠した項目にあった名前を含むものも隠します。数字は、その項目がある行の数です。',
  },
  everyLine: { en: 'Every line', ja: 'すべての行' },
  hideField: { en: '{field} ({n})', ja: '{field}（{n}）' },
  nothingChosen: {
    en: 'Nothing would be hidden: choose what its readers may see, or a field to hide.',
    ja: 'このままでは何も隠されません。読み手に見せてよい範囲か、隠す項目を選んでください。',
  },
  lead: {
    en: 'For somebody who may not read everything: what may not go is hidden, value by value, and each leaves a salted commitment. The receiver can check that nothing else was changed. It cannot be opened as a notebook, and no evidence is in it.',
    ja: 'すべてを読んでよいわけではない人に渡します。渡せない値を1つずつ隠し、それぞれソルト付きのコミットメントに置き換えます。ほかに何も変えていないことを、受け取った人が確かめられます。ノートブックとしては開けず、証拠は入りません。',
  },
  preview: { en: 'What is hidden', ja: '隠すもの' },
  previewing: { en: 'Looking at every line…', ja: 'すべての行を確認しています…' },
  counts: {
    en: '{redacted} of {lines} lines are redacted, {whole} stay whole. Hidden values: {values}.',
    ja: '{lines}行のうち{redacted}行を墨消しし、{whole}行はそのままです。隠す値：{values}個。',
  },
  noneWhole: {
    en: 'No line stays whole: for what shows, a reader has only the word of this device.',
    ja: 'そのまま残る行はありません。残っている部分について、読み手にはこの端末の言葉しかありません。',
  },
  hiddenLine: { en: '{place}: {n} ({reason})', ja: '{place}：{n}個（{reason}）' },
  hiddenPlace: { en: '{subject}, {field}', ja: '{subject}の「{field}」' },
  make: { en: 'Make the redacted copy', ja: '墨消しした控えを作成' },
  damaged: {
    en: 'The notebook is damaged: what cannot be read cannot be redacted. Verify it first.',
    ja: 'ノートブックが損傷しています。読めないものは墨消しできません。先に検証してください。',
  },
  newerLines: {
    en: 'The notebook holds lines of a newer version: redact it with that version.',
    ja: 'ノートブックに新しい版の行があります。その版で墨消ししてください。',
  },
  isRedacted: {
    en: '{name} is a redacted copy: some values are hidden in it. It is no notebook and cannot be opened as one, but it can be checked.',
    ja: '{name}は墨消しした控えで、一部の値が隠されています。ノートブックではないので開けませんが、検証はできます。',
  },
  check: { en: 'Check it', ja: '検証する' },
  checkWith: { en: 'Check it with an opening…', ja: '開示ファイルと照合する…' },
  openingIs: {
    en: 'An opening is a file with which the sender shows single values that were hidden.',
    ja: '開示ファイルは、隠した値の一部を送り手があとから見せるためのファイルです。',
  },
  notAnOpening: {
    en: '{file} is no opening that can be read: it is something else, or it was damaged on the way. Nothing was checked.',
    ja: '{file}は開示ファイルとして読めません。別のファイルか、途中で損傷しています。照合していません。',
  },
  openingUnreadable: {
    en: '{file} cannot be read: {detail}. Nothing was checked.',
    ja: '{file}を読めません：{detail}。照合していません。',
  },
  openingShows: { en: 'What {file} shows', ja: '{file}で見せられたもの' },
  openingFits: {
    en: 'All that it shows is what was hidden in this copy.',
    ja: '見せられたものは、すべてこの控えで隠したものと同じです。',
  },
  openingWrong: {
    en: 'What it shows is not all what was hidden in this copy: do not rely on this file. It may be for another copy.',
    ja: '見せられたものに、この控えで隠したものと違うものがあります。このファイルを信用しないでください。別の控えのものかもしれません。',
  },
  openingTrue: { en: 'What follows does fit:', ja: '次のものは、控えで隠したものと同じです。' },
  openedValues: {
    en: 'In line {line} of feed {feed} (number {number}): what was hidden there.',
    ja: 'フィード{feed}の{line}行目（番号{number}）で隠した値です。',
  },
  openedWhole: {
    en: 'In line {line} of feed {feed} (number {number}), shown whole: its device signed it, and what shows in the copy is what it says.',
    ja: 'フィード{feed}の{line}行目（番号{number}）の全体です。端末の署名があり、控えに残っている部分とも一致します。',
  },
  wholeLine: { en: 'the whole line', ja: '行全体' },
  openingEmpty: { en: 'It shows nothing.', ja: '何も見せていません。' },
  moreFound: { en: '{n} more', ja: 'ほか{n}件' },
  checked: { en: 'What the check found', ja: '検証の結果' },
  inOrder: {
    en: 'In order as a redacted copy. What that proves, and what it does not:',
    ja: '墨消しした控えとして問題はありません。証明されることとされないことは次のとおりです。',
  },
  notInOrder: {
    en: 'Not in order: do not rely on this copy.',
    ja: '問題があります。この控えを信用しないでください。',
  },
  madeFor: { en: 'Made for {label}.', ja: '{label}向けに作られています。' },
});
