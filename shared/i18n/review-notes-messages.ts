import { defineMessages } from './messages.ts';

/** Words of the second screen of a review meeting, and of what goes beyond its own notebook. */
export const reviewNotesMessages = defineMessages({
  windowTitle: { en: 'Notes for who leads the meeting', ja: '進行役のメモ' },
  waiting: { en: 'Waiting for the meeting room…', ja: '会議室の表示を待っています…' },
  now: { en: 'On the screen', ja: '表示中' },
  next: { en: 'Next', ja: '次' },
  nothingNext: { en: 'This is the last page.', ja: '最後のページです。' },
  hints: { en: 'To ask', ja: '問いかけ' },
  noted: { en: 'Noted so far ({n})', ja: 'ここまでの記録（{n}件）' },
  notedNone: { en: 'Nothing yet.', ja: 'まだありません。' },
  keys: {
    en: '← → pages · ↑ ↓ items · Home, End: the room follows from here too',
    ja: '← → ページ、↑ ↓ 議題、Home・End：ここからも会議室を操作できます',
  },
  openNotes: { en: 'Notes on a second screen', ja: '進行メモを別画面に' },

  // Several incidents
  others: { en: 'Also in this meeting', ja: 'この会議で併せて扱うインシデント' },
  othersLead: {
    en: 'Their stories are told after this one. They are only read: what is written down stands in this notebook.',
    ja: 'このインシデントの後に経過を扱います。読み取りだけを行い、記録はこのノートに書きます。',
  },
  reading: { en: 'Reading the other incidents…', ja: 'ほかのインシデントを読み込み中…' },
  unread: {
    en: { one: '{n} notebook could not be read.', other: '{n} notebooks could not be read.' },
    ja: '{n}件のノートを読み込めませんでした。',
  },
  notMade: {
    en: 'Its notebook was not opened here lately: {title}',
    ja: '最近この端末で開かれていないノートです：{title}',
  },
  otherIncident: { en: 'Other incident: {title}', ja: '別のインシデント：{title}' },
  untitled: { en: 'without a title', ja: '無題' },
  toldNone: {
    en: 'Nothing of this incident is starred, and it has no decisions, milestones or stages.',
    ja: 'このインシデントには、星・判断・節目・段階の付いた記録がありません。',
  },
  toldPlace: { en: '{title}, entry {label}: ', ja: '{title}、記録{label}：' },
  toldNotLinked: {
    en: 'Entry {label} stands in another notebook: its number is written into the text.',
    ja: '記録{label}は別のノートにあるため、番号を本文に書きます。',
  },
  exercise: { en: 'EXERCISE', ja: '訓練' },

  // Hints by item
  hintOpening: {
    en: 'Who is here? Who has to hear of the result?',
    ja: '出席者は誰か。結果を誰に伝えるか。',
  },
  hintOpeningRule: {
    en: 'Say the rule aloud: conditions and decisions, not persons.',
    ja: '約束を声に出す：人ではなく条件と判断。',
  },
  hintStory: {
    en: 'What did we see at that moment, and what made the next step look right?',
    ja: 'その時に何が見え、次の一手がなぜ妥当に思えたか。',
  },
  hintStoryCut: {
    en: 'Could the chain have been cut here, and by what?',
    ja: 'ここで断ち切れたか。何があれば断ち切れたか。',
  },
  hintWell: {
    en: 'Why did it work? Would it work without that person?',
    ja: 'なぜ機能したか。その人がいなくても機能するか。',
  },
  hintHurt: { en: 'Which condition would have to change?', ja: 'どの条件が変わればよいか。' },
  hintLucky: { en: 'What if it had not been so?', ja: 'そうでなかったらどうなっていたか。' },
  hintQuestions: { en: 'Who can find out, and by when?', ja: '誰がいつまでに確かめられるか。' },
  hintNist: {
    en: 'One answer in a sentence; the rest as an action.',
    ja: '答えは一文で。残りは対応事項へ。',
  },
  hintActions: {
    en: 'Each action has one owner and one date.',
    ja: '対応事項には担当1名と期限1つ。',
  },
  hintClosing: {
    en: 'Read the decisions aloud. Who disagrees?',
    ja: '決定事項を読み上げる。異議はないか。',
  },
});
