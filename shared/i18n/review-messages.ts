import { defineMessages } from './messages.ts';

/** Words of the review room. They ask about the work and its conditions, never about a culprit. */
export const reviewMessages = defineMessages({
  open: { en: 'Review meeting…', ja: '振り返り会議…' },
  room: { en: 'Review room', ja: '振り返り会議室' },
  leave: { en: 'Leave the room', ja: '会議室を出る' },
  slide: { en: 'Page {n} of {total}', ja: '{n}／{total}' },

  // Beginning
  beginTitle: { en: 'Begin a review meeting', ja: '振り返り会議を始める' },
  beginLead: {
    en: 'We look at what happened, what was known at each moment, and what would help next time. Everybody did what seemed right with what they knew.',
    ja: '何が起き、その時々に何が分かっていて、次に何が役立つかを見ます。誰もが、当時の情報のもとで最善と思うことをしました。',
  },
  meetingTitle: { en: 'Title', ja: '題名' },
  usualTitle: { en: 'Review of {incident}', ja: '{incident}の振り返り' },
  place: { en: 'Place', ja: '場所' },
  chair: { en: 'Led by', ja: '進行' },
  minutes: { en: 'Minutes in all', ja: '全体の時間（分）' },
  minutesWrong: { en: 'From 5 to 600 minutes.', ja: '5〜600分で入力してください。' },
  begin: { en: 'Begin', ja: '始める' },
  goOn: { en: 'Go on with “{title}”', ja: '「{title}」を続ける' },
  readOnly: {
    en: 'This notebook is open for reading only: the room shows it, and writes nothing down.',
    ja: 'このノートは読み取り専用です。表示だけで、記録はしません。',
  },
  preparing: { en: 'Preparing the meeting…', ja: '会議を準備しています…' },

  // Pages
  rule: {
    en: 'We talk about conditions and decisions, not about persons.',
    ja: '人ではなく、条件と判断について話します。',
  },
  attendance: { en: 'Who is here', ja: '出席者' },
  attendeeName: { en: 'Name', ja: '氏名' },
  attendeeRole: { en: 'Role', ja: '役割' },
  attendeeAdd: { en: 'Add', ja: '追加' },
  attendeeRemove: { en: 'Remove {name}', ja: '{name}を外す' },
  attendeePresence: { en: 'Presence of {name}', ja: '{name}の出欠' },
  agenda: { en: 'Agenda', ja: '議題' },
  agendaLine: { en: '{item}, {n} min', ja: '{item}（{n}分）' },
  storyNone: {
    en: 'No entry is starred. Star the ones that tell the story (S in the timeline), and it stands here stage by stage.',
    ja: '星の付いた記録がありません。経過を伝える記録に星を付けると（タイムラインでS）、段階ごとにここに並びます。',
  },
  storyChosen: {
    en: 'No entry is starred; these are decisions, milestones and the first entry of each stage.',
    ja: '星の付いた記録がないため、判断・節目・各段階の最初の記録を並べています。',
  },
  defenders: { en: 'Defenders', ja: '防御側' },
  evidence: { en: 'Evidence', ja: '証拠' },
  noEvidence: { en: 'No evidence is cited.', ja: '引用された証拠はありません。' },
  knownThen: { en: 'What was known then', ja: '当時分かっていたこと' },
  knownNothing: {
    en: 'Nothing was written yet at that moment. This entry was written {time}.',
    ja: 'その時点で記録はありませんでした。この記録は{time}に書かれました。',
  },
  knownCount: {
    en: {
      one: '{n} entry was written by then; the last:',
      other: '{n} entries were written by then; the last:',
    },
    ja: 'その時点で{n}件の記録がありました。直近：',
  },
  knownNoticed: { en: 'Noticed {time}.', ja: '気付いた時刻：{time}' },
  knownUnknown: {
    en: 'Its time is not known, so nothing can be said of what was known then.',
    ja: '時刻が分からないため、当時分かっていたことは示せません。',
  },
  askWell: {
    en: 'What went well, and what made it possible?',
    ja: 'うまくいったことは何ですか。何がそれを可能にしましたか。',
  },
  askHurt: {
    en: 'What held the work up? Which condition would have to change?',
    ja: '対応を妨げたものは何ですか。どの条件が変わればよいですか。',
  },
  askLucky: {
    en: 'Where did luck help? What would have happened without it?',
    ja: '幸運に助けられたのはどこですか。それがなければどうなっていましたか。',
  },
  nothingYet: { en: 'Nothing is written down yet.', ja: 'まだ何も書かれていません。' },
  questionsNone: {
    en: 'The notebook raises no question.',
    ja: 'ノートから出た問いはありません。',
  },
  answer: { en: 'Answer', ja: '答え' },
  answerKey: { en: 'Enter writes the answer', ja: 'Enterで答えを書く' },
  answerSaved: { en: 'The answer is written down.', ja: '答えを記録しました。' },
  reference: { en: 'Source: {ref}', ja: '出典：{ref}' },
  actionsHere: { en: 'Of this meeting', ja: 'この会議の対応事項' },
  actionsBefore: { en: 'From before', ja: '以前からの対応事項' },
  none: { en: 'None.', ja: 'ありません。' },
  withoutOwner: { en: 'no owner', ja: '担当未定' },
  withoutDue: { en: 'no date', ja: '期限なし' },

  // Closing
  closingLead: {
    en: 'Read the decisions aloud, end the meeting, and take the minutes with you. The sheet for signatures is their last part.',
    ja: '決定事項を読み上げて会議を閉じ、議事録を書き出します。署名欄は議事録の末尾にあります。',
  },
  decisions: { en: 'Decisions', ja: '決定事項' },
  openQuestions: { en: 'Questions that stay open', ja: '残った問い' },
  end: { en: 'End the meeting', ja: '会議を終える' },
  ended: { en: 'The meeting ended {time}.', ja: '会議は{time}に終了しました。' },
  minutesAs: { en: 'Minutes as {format}', ja: '議事録を{format}で書き出す' },
  minutesWritten: {
    en: 'The minutes are written to {place}',
    ja: '議事録を{place}に書き出しました',
  },
  counts: {
    en: 'Decisions {decisions}, actions {actions}, lessons {lessons}, questions {questions}',
    ja: '決定{decisions}件、対応事項{actions}件、教訓{lessons}件、問い{questions}件',
  },

  // Timer
  timer: { en: 'Time for this item', ja: 'この議題の時間' },
  timeLeft: { en: '{left} left', ja: '残り{left}' },
  timeOver: { en: '{over} over', ja: '{over}超過' },

  // Capture
  captureDecision: { en: 'Decision', ja: '決定' },
  captureQuestion: { en: 'Question', ja: '問い' },
  captureAction: { en: 'Action', ja: '対応事項' },
  captureLesson: { en: 'Lesson', ja: '教訓' },
  capture: { en: 'Write down: {kind}', ja: '記録：{kind}' },
  captureText: { en: '{kind} in words', ja: '{kind}の内容' },
  owner: { en: 'Owner', ja: '担当' },
  due: { en: 'Due', ja: '期限' },
  dueUnreadable: { en: 'No time that can be read.', ja: '時刻として読めません。' },
  linked: {
    en: { one: 'Linked to entry {numbers}', other: 'Linked to entries {numbers}' },
    ja: '記録{numbers}に関連付け',
  },
  save: { en: 'Save', ja: '保存' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  captured: { en: '{kind} written down.', ja: '{kind}を記録しました。' },
  textNeeded: { en: 'Say it in words.', ja: '内容を書いてください。' },
  keys: {
    en: '← → pages · ↑ ↓ items · Home, End · Esc leaves',
    ja: '← → ページ、↑ ↓ 議題、Home・End 最初と最後、Esc 退出',
  },
  previous: { en: 'Page before', ja: '前のページ' },
  next: { en: 'Next page', ja: '次のページ' },
});
