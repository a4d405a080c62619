import { defineMessages } from './messages.ts';

/** Words of `kiroku actions`. */
export const actionCliMessages = defineMessages({
  helpActions: {
    en: `kiroku actions FOLDER... [--open] [--owner NAME] [--category technology|operation|training|organisation]
  [--lang en|ja] [--json]
kiroku actions FOLDER --add TEXT [--owner NAME] [--due TIME] [--priority low|medium|high]
  [--category C] [--cause TEXT] [--stage 1-7] [--entry ENTRY]... [--by NAME]
kiroku actions FOLDER --set ACTION --state open|doing|done|blocked|dropped [--evidence E-001]... [--by NAME]

Lists actions of one notebook or several: what waits first, by when it is due, then by how much it
weighs. --open leaves out what is done or dropped. ACTION is the beginning of an action's id. --stage is
the stage of the kill chain at which it would have cut the attack. TIME says its zone,
2026-03-01T17:00+09:00. Exit code 1 when something is overdue.`,
    ja: `kiroku actions FOLDER... [--open] [--owner NAME] [--category technology|operation|training|organisation]
  [--lang en|ja] [--json]
kiroku actions FOLDER --add TEXT [--owner NAME] [--due TIME] [--priority low|medium|high]
  [--category C] [--cause TEXT] [--stage 1-7] [--entry ENTRY]... [--by NAME]
kiroku actions FOLDER --set ACTION --state open|doing|done|blocked|dropped [--evidence E-001]... [--by NAME]

1つまたは複数のノートの対応事項を、未完了、期限、優先度の順に一覧します。--openは完了・取りやめを
除きます。ACTIONは対応事項のIDの先頭部分です。--stageは、その対応があれば攻撃を断てたキルチェーン
の段階です。TIMEにはタイムゾーンを付けます（2026-03-01T17:00+09:00）。期限を過ぎたものがあれば
終了コード1になります。`,
  },
  line: {
    en: '{id}  {state}  {due}  {owner}  {text}',
    ja: '{id}  {state}  {due}  {owner}  {text}',
  },
  overdueMark: { en: 'OVERDUE {due}', ja: '期限超過 {due}' },
  noDue: { en: 'no date', ja: '期限なし' },
  noOwner: { en: 'no owner', ja: '担当未定' },
  none: { en: 'No actions.', ja: '対応事項はありません。' },
  count: {
    en: '{n} open, {overdue} overdue, {done} done or dropped',
    ja: '未完了{n}件、期限超過{overdue}件、完了・取りやめ{done}件',
  },
  notFound: {
    en: 'No action begins with {action}, or more than one does.',
    ja: '{action}で始まる対応事項がないか、複数あります。',
  },
  badDue: {
    en: '--due needs a time with a zone, such as 2026-03-01T17:00+09:00; "{value}" is none.',
    ja: '--dueには、2026-03-01T17:00+09:00のようなタイムゾーン付きの時刻を指定してください（「{value}」は読めません）。',
  },
  textMissing: { en: 'Say what is to be done.', ja: '対応の内容を書いてください。' },
  saved: { en: 'Saved action {id}: {state}.', ja: '対応事項{id}を保存しました（{state}）。' },
});
