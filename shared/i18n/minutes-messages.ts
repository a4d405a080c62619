import { defineMessages } from './messages.ts';

/** Items of the agenda, in the room and in the minutes. */
export const agendaMessages = defineMessages({
  opening: { en: 'Opening', ja: '開会' },
  story: { en: 'The story', ja: '経過' },
  well: { en: 'What went well', ja: 'うまくいったこと' },
  hurt: { en: 'What held us up', ja: '対応を妨げたもの' },
  lucky: { en: 'Where we were lucky', ja: '幸運に助けられたこと' },
  questions: { en: 'Questions from the notebook', ja: 'ノートからの問い' },
  nist: { en: 'NIST review questions', ja: 'NISTの振り返りの問い' },
  actions: { en: 'Actions', ja: '対応事項' },
  closing: { en: 'Closing and signatures', ja: '閉会・署名' },
});

export const presenceMessages = defineMessages({
  present: { en: 'present', ja: '出席' },
  remote: { en: 'remote', ja: 'オンライン' },
  excused: { en: 'excused', ja: '欠席（連絡あり）' },
});

/** Words of the minutes on paper. */
export const minutesMessages = defineMessages({
  title: { en: 'Minutes: {title}', ja: '議事録：{title}' },
  usualTitle: { en: 'Review meeting', ja: '振り返り会議' },
  incident: { en: 'Incident', ja: 'インシデント' },
  otherIncidents: { en: 'Also discussed', ja: '併せて扱ったインシデント' },
  otherIncident: {
    en: 'notebook {notebook}, seal {seal}',
    ja: 'ノート{notebook}、封印{seal}',
  },
  when: { en: 'Time', ja: '日時' },
  whenText: { en: '{from} to {to}', ja: '{from}〜{to}' },
  goesOn: { en: 'going on', ja: '進行中' },
  place: { en: 'Place', ja: '場所' },
  chair: { en: 'Led by', ja: '進行' },
  attendance: { en: 'Attendance', ja: '出欠' },
  name: { en: 'Name', ja: '氏名' },
  role: { en: 'Role', ja: '役割' },
  presence: { en: 'Presence', ja: '出欠' },
  agenda: { en: 'Agenda', ja: '議題' },
  agendaMinutes: { en: '{n} min', ja: '{n}分' },
  decisions: { en: 'Decisions', ja: '決定事項' },
  decision: { en: 'Decision', ja: '決定' },
  questions: { en: 'Questions that stay open', ja: '残った問い' },
  question: { en: 'Question', ja: '問い' },
  answers: { en: 'Questions that were answered', ja: '答えの出た問い' },
  answer: { en: 'Answer', ja: '答え' },
  actions: { en: 'Actions', ja: '対応事項' },
  lessons: { en: 'Lessons', ja: '教訓' },
  owner: { en: 'Owner', ja: '担当' },
  due: { en: 'Due', ja: '期限' },
  sources: { en: 'Entries', ja: '記録' },
  none: { en: 'None.', ja: 'ありません。' },
  blameless: {
    en: 'The meeting asked about the work and its conditions. Nothing here judges a person.',
    ja: 'この会議は、人ではなく作業とその条件について話し合いました。個人の評価を目的としません。',
  },
  signOff: { en: 'Sign-off', ja: '確認・署名' },
  signOffLead: {
    en: 'Signed by those who read these minutes and agree that they say what was decided.',
    ja: 'この議事録が決定の内容を正しく記していることを確認した人が署名します。',
  },
  signature: { en: 'Signature', ja: '署名' },
  date: { en: 'Date', ja: '日付' },
});
