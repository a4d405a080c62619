import { defineMessages } from './messages.ts';

/** Words of the entry line. */
export const entryLineMessages = defineMessages({
  name: { en: 'New entry', ja: '新しい記録' },
  placeholder: { en: 'What happened', ja: '何が起きたか' },
  readOnly: { en: 'This notebook is read only.', ja: 'このノートブックは読み取り専用です。' },
  save: { en: 'Save', ja: '保存' },
  saving: { en: 'Saving', ja: '保存中' },
  now: { en: 'now', ja: '現在' },
  suggestions: { en: 'Suggestions', ja: '候補' },
  reading: { en: 'Read as', ja: '読み取り結果' },
  draftRestored: { en: 'Draft restored.', ja: '下書きを復元しました。' },
  savedJustNow: {
    en: 'This line was saved a moment ago.',
    ja: 'この行は今保存したばかりです。',
  },
  savedEntry: { en: 'Entry {number} saved.', ja: '記録 {number}を保存しました。' },

  legendTime: { en: 'time first, else now', ja: '時刻（省略時は現在）' },
  legendHost: { en: 'system', ja: 'システム' },
  legendStage: { en: 'stage', ja: '段階' },
  legendTechnique: { en: 'technique', ja: '技術' },
  legendTag: { en: 'tag', ja: 'タグ' },
  legendEvidence: { en: 'evidence', ja: '証拠' },
  legendKind: { en: 'kind, confidence, fact', ja: '種類・確度・事実' },
  legendAccount: { en: 'account', ja: 'アカウント' },
  legendSource: { en: 'log', ja: 'ログ' },
  legendSigns: { en: 'question, star', ja: '疑問・スター' },
  legendNoticed: { en: 'noticed', ja: '気付いた時刻' },
  legendLinks: { en: 'link', ja: '関連' },
  legendLink: { en: 'caused, same, answers', ja: '原因・同一・回答' },

  // What was understood
  trueTime: { en: 'true time {time}', ja: '正しい時刻 {time}' },
  noticedAt: { en: 'noticed {time}', ja: '気付いた時刻 {time}' },
  fact: { en: 'Fact', ja: '事実' },
  opinion: { en: 'Opinion', ja: '意見' },
  linkCaused: { en: 'caused #{no}', ja: '#{no}の原因' },
  linkSame: { en: 'same event as #{no}', ja: '#{no}と同じ出来事' },
  linkAnswers: { en: 'answers #{no}', ja: '#{no}への回答' },
  newTagChip: { en: '{raw} new', ja: '{raw} 新規' },

  // Pasted lines
  pasteTitle: { en: 'One entry or {n}?', ja: '1件の記録にしますか、{n}件にしますか。' },
  pasteRest: {
    en: { one: '{n} line needs an answer.', other: '{n} lines need an answer.' },
    ja: '{n}行に確認が必要です。',
  },
  pasteMany: { en: 'Save {n} entries', ja: '{n}件として保存' },
  pasteOne: { en: 'One entry: into the line', ja: '1件として入力欄へ' },
  pasteAsText: {
    en: { one: 'Save it as plain text', other: 'Save them as plain text' },
    ja: 'そのまま本文として保存',
  },
  pasteIntoLine: { en: 'Into the line', ja: '入力欄へ' },
  pasteStop: { en: 'Stop', ja: '中止' },
  pasteSaving: { en: 'Saving {done} of {total}', ja: '保存中 {done}/{total}' },
  pasteSaved: {
    en: { one: '{n} entry saved.', other: '{n} entries saved.' },
    ja: '{n}件を保存しました。',
  },
  pasteMore: { en: { one: 'and {n} more line', other: 'and {n} more lines' }, ja: 'ほか{n}行' },
  pastePreview: { en: 'Lines as they are read', ja: '各行の読み取り結果' },

  // Pasted pictures
  pictureStoring: { en: 'Storing the picture.', ja: '画像を保存しています。' },
  pictureStored: { en: 'Picture stored as {no}.', ja: '画像を証拠 {no}として保存しました。' },
  pictureNote: { en: 'Pasted from the clipboard', ja: 'クリップボードから貼り付け' },
  pictureTooLarge: {
    en: 'The picture is larger than 50 MB; nothing was stored. Save it as a file and add it as evidence.',
    ja: '画像が50MBを超えるため保存していません。ファイルに保存し、証拠として追加してください。',
  },
  pictureUnreadable: {
    en: 'This is neither a PNG nor a JPEG picture; nothing was stored.',
    ja: 'PNGでもJPEGでもないため、保存していません。',
  },
  pictureDiskFull: {
    en: 'The disk is full; the picture was not stored. It is still on the clipboard.',
    ja: 'ディスクの空きがないため、画像を保存していません。画像はクリップボードに残っています。',
  },
  pictureFailed: {
    en: 'The picture was not stored. It is still on the clipboard.',
    ja: '画像を保存できませんでした。画像はクリップボードに残っています。',
  },

  // What is asked before saving
  asked: { en: 'Before this is saved:', ja: '保存の前に確認してください:' },
  saveAsText: { en: 'Save it as plain text', ja: 'そのまま本文として保存' },
  enterAgain: { en: 'Enter again adds it.', ja: 'もう一度Enterで追加します。' },
  saveWithNewTag: { en: 'Save with the new tag', ja: '新しいタグで保存' },
  fix: { en: 'Go there', ja: '該当箇所へ' },
  useSuggestion: { en: 'Use {text}', ja: '{text}を使う' },
  timeUnreadable: {
    en: '“{raw}” is not a time that can be read.',
    ja: '「{raw}」は時刻として読み取れません。',
  },
  timeOutOfRange: {
    en: '“{raw}”: there is no such date or time.',
    ja: '「{raw}」：存在しない日付または時刻です。',
  },
  timeInGap: {
    en: '“{raw}” did not exist in {zone}: clocks went forward over it.',
    ja: '「{raw}」は{zone}に存在しません（時計が進められた時間帯です）。',
  },
  timeAmbiguous: {
    en: '“{raw}” happened twice in {zone}: clocks went back. Which one?',
    ja: '「{raw}」は{zone}で2回ありました（時計が戻された時間帯です）。どちらですか。',
  },
  timeZoneUnclear: {
    en: '“{word}” is the name of several zones. Write the offset instead, for example {offset}.',
    ja: '「{word}」は複数のタイムゾーンを指します。{offset}のように時差で書いてください。',
  },
  timeOffsetWrong: {
    en: '{zone} never had the offset {offset} at that time.',
    ja: '{zone}のその時点の時差は{offset}ではありません。',
  },
  timeIntervalOrOffset: {
    en: '“{raw}” may be an interval or a time with an offset. Put spaces around the dash for an interval.',
    ja: '「{raw}」は期間とも時差付きの時刻とも読めます。期間の場合はハイフンの前後に空白を入れてください。',
  },
  timeUntilBeforeStart: {
    en: '“{raw}” ends before it starts.',
    ja: '「{raw}」は終わりが始まりより前です。',
  },
  timeOpenInterval: {
    en: '“{raw}”: an interval is neither before nor after.',
    ja: '「{raw}」：期間に「より前」「より後」は付けられません。',
  },
  timeWidthWithoutUnit: {
    en: '“{raw}” needs a unit: m, h or d.',
    ja: '「{raw}」に単位（m、h、d）が必要です。',
  },
  timeNotDelimited: {
    en: '“{raw}”: put a space after the time.',
    ja: '「{raw}」：時刻の後に空白を入れてください。',
  },
  unknownStage: {
    en: '“{raw}” is no stage: 1 to 7 or a name.',
    ja: '「{raw}」という段階はありません。1〜7または名称で書いてください。',
  },
  unknownTechnique: {
    en: '“{raw}” is not in the ATT&CK catalogue.',
    ja: '「{raw}」はATT&CKのカタログにありません。',
  },
  unknownEvidence: {
    en: '“{raw}” is not in this notebook’s evidence.',
    ja: '「{raw}」はこのノートブックの証拠にありません。',
  },
  unclosedQuote: {
    en: '{raw}: the closing quotation mark is missing.',
    ja: '{raw}：引用符が閉じていません。',
  },
  conflictingKind: {
    en: '“{raw}”: an entry has one kind, and another was named before.',
    ja: '「{raw}」：種類は1つだけです。前に別の種類が指定されています。',
  },
  nameTooLong: {
    en: '“{raw}” is too long for a name (200 characters).',
    ja: '「{raw}」は名前として長すぎます（200文字まで）。',
  },
  newTag: { en: '“{raw}” is a new tag.', ja: '「{raw}」は新しいタグです。' },
  unknownEntry: {
    en: '“{raw}”: there is no entry with this number.',
    ja: '「{raw}」：この番号の記録はありません。',
  },
  severalEntries: {
    en: '“{raw}”: several devices gave this number. Which one?',
    ja: '「{raw}」：複数の端末にこの番号の記録があります。どれですか。',
  },
  unknownSource: {
    en: '“{raw}” is neither a source of this notebook nor a kind of log.',
    ja: '「{raw}」というソースまたはログの種類はありません。',
  },
  severalSources: {
    en: '“{raw}”: several sources have this name. Choose it in the detail pane.',
    ja: '「{raw}」：同じ名前のソースが複数あります。詳細画面で選んでください。',
  },
  sourceWithoutTime: {
    en: '“{raw}”: which time did its clock show? Write it first in the line.',
    ja: '「{raw}」：このソースの時計が示した時刻を行の先頭に書いてください。',
  },
  saidTwice: {
    en: '“{raw}” says something else than a mark before it; an entry has one.',
    ja: '「{raw}」は前の記号と食い違っています。1件に1つだけ指定できます。',
  },
  noText: {
    en: 'There are marks but no words: what happened?',
    ja: '記号だけで本文がありません。何が起きたかを書いてください。',
  },
});
