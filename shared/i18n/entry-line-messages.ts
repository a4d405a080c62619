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
  savedEntry: { en: 'Entry {number} saved.', ja: '記録 {number}を保存しました。' },

  legendTime: { en: 'time first, else now', ja: '時刻（省略時は現在）' },
  legendHost: { en: 'system', ja: 'システム' },
  legendStage: { en: 'stage', ja: '段階' },
  legendTechnique: { en: 'technique', ja: '技術' },
  legendTag: { en: 'tag', ja: 'タグ' },
  legendEvidence: { en: 'evidence', ja: '証拠' },
  legendKind: { en: 'kind', ja: '種類' },

  // What is asked before saving
  asked: { en: 'Before this is saved:', ja: '保存の前に確認してください:' },
  saveAsText: { en: 'Save it as plain text', ja: 'そのまま本文として保存' },
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
  noText: {
    en: 'There are marks but no words: what happened?',
    ja: '記号だけで本文がありません。何が起きたかを書いてください。',
  },
});
