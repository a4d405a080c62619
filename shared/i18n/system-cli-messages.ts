import { defineMessages } from './messages.ts';

/** What the command line says of systems, accounts and the status board. */
export const systemCliMessages = defineMessages({
  helpSystems: {
    en: `kiroku systems FOLDER [--json]
kiroku systems FOLDER --set NAME [--by NAME] [--json]
  [--role TEXT] [--owner TEXT] [--network TEXT] [--type TEXT] [--note TEXT]
  [--criticality low|medium|high|critical] [--key-asset] [--adversary]
  [--state STATE --because TEXT --entry N... --at TIME]
  [--collected TEXT --examined TEXT --examined-by NAME --found nothing|something]

Lists the register of systems, or writes one: a name or alias that is on the register changes what is there.
States: {states}. A state says why, in words or with entries; "cleared" also what was collected, what was
looked for, by whom, and that nothing was found.`,
    ja: `kiroku systems FOLDER [--json]
kiroku systems FOLDER --set NAME [--by NAME] [--json]
  [--role TEXT] [--owner TEXT] [--network TEXT] [--type TEXT] [--note TEXT]
  [--criticality low|medium|high|critical] [--key-asset] [--adversary]
  [--state STATE --because TEXT --entry N... --at TIME]
  [--collected TEXT --examined TEXT --examined-by NAME --found nothing|something]

システムの一覧を表示します。--setを付けると1件を登録し、登録済みの名前や別名なら内容を改めます。
状態：{states}。状態には理由（文章または記録の番号）が必要です。clearedには、何を収集し、
何を調べ、誰が調べ、検出がなかったことも必要です。`,
  },
  helpAccounts: {
    en: `kiroku accounts FOLDER [--json]
kiroku accounts FOLDER --set NAME [--by NAME] [--json]
  [--domain TEXT] [--privileges TEXT] [--owner TEXT] [--type TEXT] [--note TEXT]
  [--state STATE --because TEXT --entry N... --at TIME] [--tokens-revoked]
  [--collected TEXT --examined TEXT --examined-by NAME --found nothing|something]

Lists the register of accounts, or writes one. States: {states}; "compromised" is one that the adversary used.
A reset password contains an account only together with --tokens-revoked.`,
    ja: `kiroku accounts FOLDER [--json]
kiroku accounts FOLDER --set NAME [--by NAME] [--json]
  [--domain TEXT] [--privileges TEXT] [--owner TEXT] [--type TEXT] [--note TEXT]
  [--state STATE --because TEXT --entry N... --at TIME] [--tokens-revoked]
  [--collected TEXT --examined TEXT --examined-by NAME --found nothing|something]

アカウントの一覧を表示し、--setで1件を登録します。状態：{states}。compromisedは悪用されたものです。
パスワードの再設定は、--tokens-revokedと合わせて初めて封じ込めになります。`,
  },
  helpServices: {
    en: `kiroku services FOLDER [--json]
kiroku services FOLDER --set NAME [--by NAME] [--json]
  [--order N|none] [--owner TEXT] [--longest-outage TEXT] [--needs SYSTEM]... [--note TEXT]
  [--state STATE --because TEXT --entry N... --at TIME]

Lists business services in the order of recovery, or writes one. --needs names systems on the register that it
cannot run without; given once or more, it replaces the list. States: {states}.`,
    ja: `kiroku services FOLDER [--json]
kiroku services FOLDER --set NAME [--by NAME] [--json]
  [--order N|none] [--owner TEXT] [--longest-outage TEXT] [--needs SYSTEM]... [--note TEXT]
  [--state STATE --because TEXT --entry N... --at TIME]

業務サービスを復旧順に表示し、--setで1件を登録します。--needsには、必要とするシステム（登録済みの名前）を
指定します。指定すると一覧を置き換えます。状態：{states}。`,
  },
  helpContacts: {
    en: `kiroku contacts FOLDER [--json]
kiroku contacts FOLDER --set NAME [--by NAME] [--json]
  [--organisation TEXT] [--kind KIND] [--role TEXT] [--phone TEXT] [--email TEXT] [--hours TEXT]
  [--reference TEXT] [--note TEXT]

Lists suppliers and people to call, or writes one. KIND is one of: {kinds}.`,
    ja: `kiroku contacts FOLDER [--json]
kiroku contacts FOLDER --set NAME [--by NAME] [--json]
  [--organisation TEXT] [--kind KIND] [--role TEXT] [--phone TEXT] [--email TEXT] [--hours TEXT]
  [--reference TEXT] [--note TEXT]

取引先と連絡先を表示し、--setで1件を登録します。KINDは次のいずれかです：{kinds}。`,
  },
  badOrder: {
    en: '--order {value}: a whole number from 1 to 9999, or “none”.',
    ja: '--order {value}：1から9999までの整数、または「none」を指定してください。',
  },
  unknownSystem: {
    en: '--needs {name}: no system on the register has this name. Nothing was written.',
    ja: '--needs {name}：この名前のシステムは登録されていません。書き込んでいません。',
  },
  helpStatus: {
    en: `kiroku status FOLDER [--json]

Says what is contained and what is not: systems, accounts, business services in order of recovery. Text to be
read out on the phone. Exit code 1: something is not contained.`,
    ja: `kiroku status FOLDER [--json]

封じ込めの状況を、システム、アカウント、業務サービス（復旧順）ごとに表示します。電話で読み上げられる文章です。
終了コード1：封じ込めていないものがあります。`,
  },
  listed: { en: '{n} on the register', ja: '登録{n}件' },
  saved: { en: 'Saved.', ja: '保存しました。' },
  refused: { en: 'Not written: {because}', ja: '書き込んでいません：{because}' },
  timeUnreadable: { en: '{value} is no time.', ja: '{value}は時刻として読めません。' },
});
