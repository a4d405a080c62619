import { defineMessages } from './messages.ts';

/** Words of the change of shift in the window. */
export const handoverMessages = defineMessages({
  open: { en: 'Handover…', ja: '引き継ぎ…' },
  title: { en: 'Handover', ja: '引き継ぎ' },
  since: { en: 'What is new since', ja: 'この時刻以降の変化' },
  sinceHint: { en: 'For example 06:00 or 3/14 22:00', ja: '例：06:00、3/14 22:00' },
  sinceUnreadable: { en: 'This is no time that can be read.', ja: '時刻として読めません。' },
  preparing: { en: 'Reading the notebook…', ja: 'ノートを読み込んでいます…' },
  failed: {
    en: 'The digest could not be made ({detail}).',
    ja: 'まとめを作成できませんでした（{detail}）。',
  },
  copy: { en: 'Copy as text', ja: '文字としてコピー' },
  copied: { en: 'The digest is on the clipboard.', ja: 'まとめをコピーしました。' },
  notCopied: {
    en: 'The clipboard did not take it. Select the text and copy it by hand.',
    ja: 'クリップボードに書き込めませんでした。文字列を選択してコピーしてください。',
  },
  page: { en: 'Page as {format}', ja: '1枚の紙（{format}）' },
  written: { en: 'Written to {place}', ja: '{place}に書き出しました' },
  last: {
    en: 'Last taken over by {by} from {from}, {time}.',
    ja: '前回の引き継ぎ：{from}から{by}へ（{time}）',
  },
  unnamed: { en: 'nobody named', ja: '名前なし' },
  acceptTitle: { en: 'Taking over', ja: '引き受け' },
  acceptLead: {
    en: 'Whoever takes over writes this down with their own name: settings say who writes.',
    ja: '引き受ける人が自分の名前で記録します。記入者名は設定で変えられます。',
  },
  from: { en: 'From whom', ja: '引き継ぐ人' },
  note: { en: 'Note', ja: 'メモ' },
  accept: { en: 'I have read it and take over', ja: '読みました。引き受けます' },
  accepted: {
    en: 'The handover is written down and signed.',
    ja: '引き継ぎを署名して記録しました。',
  },
  close: { en: 'Close', ja: '閉じる' },
});
