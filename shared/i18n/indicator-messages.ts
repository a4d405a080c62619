import { defineMessages } from './messages.ts';

/** Everything that a person reads about indicators, on the command line and in the window. */
export const indicatorMessages = defineMessages({
  helpIndicators: {
    en: `kiroku indicators FOLDER [--json]
kiroku indicators FOLDER --extract FILE [--add] [--by NAME] [--json]
kiroku indicators FOLDER --block-list FORMAT [--out FILE]

Lists the register of indicators, defanged; --json gives values as they are.
--extract finds the indicators in a file, or in standard input with "-", however they were defanged. Own
systems and false positives of the register are kept out. Nothing is written unless --add is given; what stands
in the register already is completed, never overwritten.
--block-list writes what is to be blocked: {formats}.`,
    ja: `kiroku indicators FOLDER [--json]
kiroku indicators FOLDER --extract FILE [--add] [--by NAME] [--json]
kiroku indicators FOLDER --block-list FORMAT [--out FILE]

侵害指標（IOC）の一覧を、無害化した表記で表示します。--jsonでは元の値を出力します。
--extractを付けると、ファイル、または「-」で標準入力から、無害化の方法を問わず侵害指標を抽出します。
自組織のシステムと、登録済みの誤検知は除きます。--addを付けたときだけ登録し、すでにある項目は
補うだけで上書きしません。
--block-listでは、遮断すべき項目を次の形式で書き出します：{formats}。`,
  },
  listed: { en: { one: '{n} indicator', other: '{n} indicators' }, ja: '侵害指標（IOC）{n}件' },
  found: {
    en: '{n} indicators found, {known} of them on the register; {own} belong to own systems, {allowed} are allowed',
    ja: '{n}件を抽出しました（登録済み{known}件）。自組織のシステム{own}件、除外指定{allowed}件は含みません',
  },
  kept: {
    en: 'Indicators: {added} added, {merged} completed.',
    ja: '{added}件を追加し、{merged}件を補いました。',
  },
  keptPart: {
    en: '{written} indicators were written before it stopped: {because}',
    ja: '{written}件を書き込んだところで止まりました：{because}',
  },
  blockListWritten: {
    en: '{written} indicators written; left out: {unfit} that the format has no place for, {unblockable} that are not to be blocked.',
    ja: '{written}件を書き出しました。形式が対応しない{unfit}件と、遮断しない{unblockable}件は含みません。',
  },
  notTogether: {
    en: '--extract and --block-list cannot be used together; --add needs --extract, --out needs --block-list.',
    ja: '--extractと--block-listは同時に使えません。--addには--extract、--outには--block-listが必要です。',
  },
  textUnreadable: {
    en: '{file} cannot be read as text ({detail}).',
    ja: '{file}を文字列として読めません（{detail}）。',
  },
  textTooLarge: {
    en: '{file} is larger than {most} MiB: import it as a log and search its rows.',
    ja: '{file}は{most} MiBを超えています。ログとして取り込み、行を検索してください。',
  },
});
