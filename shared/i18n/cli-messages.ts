import { defineMessages } from './messages.ts';

/** Everything that the command line says. */
export const cliMessages = defineMessages({
  helpNew: {
    en: `kiroku new FOLDER --title TEXT [--readiness] [--by NAME] [--tlp AMBER] [--zone Asia/Tokyo]

Makes the folder and starts an incident in it, or with --readiness a check of logs and preparation. TLP is CLEAR, GREEN, AMBER (default),
AMBER+STRICT or RED; the zone is this machine's unless you name another.`,
    ja: `kiroku new FOLDER --title TEXT [--readiness] [--by NAME] [--tlp AMBER] [--zone Asia/Tokyo]

フォルダーを作成し、インシデントの記録（--readinessならログと準備の点検）を始めます。TLPはCLEAR、GREEN、AMBER（既定）、
AMBER+STRICT、REDのいずれかです。タイムゾーンを指定しなければ、この端末のものを使います。`,
  },
  helpLog: {
    en: `kiroku log FOLDER TEXT... [--by NAME] [--accept] [--sheet NUMBER [--photo ITEM]] [--json]

Logs one entry: [TIME] words @host &account #tag !stage /T1078 ^E-001 $log :decision :probable
>#214 =#214 ?#214 n14:30 ? * (README.md explains every mark)
  kiroku log case.kiroku "14:02 @pacs01 VPN account used from unknown address !3 #vpn"
TEXT "-" reads one entry a line from standard input; each is acknowledged with one line on
standard output once it is on the disk. A line that cannot be read is reported and not saved;
--accept saves it all the same, with what was not understood kept as text. --sheet marks the entries
as transcribed from a paper sheet, --photo cites the item of evidence that is its photograph.`,
    ja: `kiroku log FOLDER TEXT... [--by NAME] [--accept] [--sheet NUMBER [--photo ITEM]] [--json]

1件を記録します：[時刻] 本文 @ホスト &アカウント #タグ !段階 /T1078 ^E-001 $ログ :決定 :おそらく
 >#214 =#214 ?#214 検知14:30 ? *（記号の説明はREADME.mdにあります）
  kiroku log case.kiroku "14:02 @pacs01 不明なアドレスからVPNアカウントの使用を確認 !3 #vpn"
TEXTが"-"なら、標準入力の1行を1件として読み、ディスクに書き込むたびに標準出力へ1行返します。
解釈できない行は報告し、保存しません。--acceptを付けると、解釈できない部分を本文として保存します。
--sheetは紙の用紙から転記した記録であることを示し、--photoはその写真の証拠を引用します。`,
  },
  helpCorrect: {
    en: `kiroku correct FOLDER ENTRY TEXT... --reason TEXT [--by NAME] [--accept]

Writes an entry anew. ENTRY is its number or its id. The whole entry is replaced by what TEXT
says; without a time in TEXT the entry keeps its time. The original stays readable.
--withdraw strikes the entry out and --restore takes that back, both without TEXT.`,
    ja: `kiroku correct FOLDER ENTRY TEXT... --reason TEXT [--by NAME] [--accept]

記録を書き直します。ENTRYは番号またはIDです。内容全体をTEXTで置き換えますが、
TEXTに時刻がなければ元の時刻を引き継ぎます。元の記載は残ります。
--withdrawは取り下げ、--restoreは取り下げの撤回です（どちらもTEXTは不要です）。`,
  },
  helpShow: {
    en: `kiroku show FOLDER [--json]

Shows the incident, its timeline, evidence and checklists. --json prints the whole state.`,
    ja: `kiroku show FOLDER [--json]

インシデント、タイムライン、証拠、チェックリストを表示します。--jsonで全状態を出力します。`,
  },
  helpVerify: {
    en: `kiroku verify FOLDER|BUNDLE [--opening FILE] [--age-passphrase-file FILE | --identity FILE] [--json]

Checks every signature, chain and seal, and the content of every evidence file; of a redacted copy also
what hides its values, and --opening FILE whether values that somebody shows are the hidden ones.
Exit code 0: nothing was found; 1: something was found.`,
    ja: `kiroku verify FOLDER|BUNDLE [--opening FILE] [--age-passphrase-file FILE | --identity FILE] [--json]

すべての署名、連鎖、封印と、証拠ファイルの内容を検証します。墨消しした控えでは、値の隠し方も検証します。
--opening FILEは、見せられた値が隠した値と同じかどうかを確かめます。
終了コード 0: 検出事項なし、1: 検出事項あり。`,
  },
  helpChecklist: {
    en: `kiroku checklist list [FOLDER]                      templates, or what the notebook adopted
kiroku checklist adopt FOLDER TEMPLATE              take a template into the notebook
kiroku checklist set FOLDER CHECKLIST ITEM --state open|doing|done|not-applicable|blocked
    [--because TEXT] [--note TEXT] [--owner NAME] [--entry ENTRY]... [--evidence E-001]...
    [--due TIME|none] [--waits-for ITEM|none]...

A done item cites an entry or evidence, or says why it cannot; "not applicable" and "blocked"
say why. CHECKLIST is the template's name or the id that "adopt" printed.`,
    ja: `kiroku checklist list [FOLDER]                      テンプレートまたは採用済みの一覧
kiroku checklist adopt FOLDER TEMPLATE              テンプレートをノートブックに採用
kiroku checklist set FOLDER CHECKLIST ITEM --state open|doing|done|not-applicable|blocked
    [--because TEXT] [--note TEXT] [--owner NAME] [--entry ENTRY]... [--evidence E-001]...
    [--due TIME|none] [--waits-for ITEM|none]...

完了とする項目には、記録か証拠の参照、または参照できない理由が必要です。
「該当なし」と「保留」には理由が必要です。CHECKLISTはテンプレート名か、採用時に表示されたIDです。`,
  },

  itemDue: { en: 'due {due}Z', ja: '期限{due}Z' },
  itemWaits: { en: 'waits for {items}', ja: '{items}待ち' },
  waitsForItself: {
    en: '{item} cannot wait for itself.',
    ja: '{item}がそれ自身を待つことはできません。',
  },

  // Wrong use
  unknownVerb: {
    en: 'There is no verb "{verb}"; `kiroku --help` lists them.',
    ja: '「{verb}」という命令はありません。一覧は kiroku --help で表示できます。',
  },
  unknownOption: {
    en: 'The option {option} is not known here; `kiroku {verb} --help` lists what is.',
    ja: 'オプション{option}は使えません。使えるものは kiroku {verb} --help で表示できます。',
  },
  optionNeedsValue: {
    en: 'The option {option} needs a value.',
    ja: 'オプション{option}には値が必要です。',
  },
  badValue: {
    en: '{option} cannot be "{value}"; use one of: {choices}.',
    ja: '{option}に「{value}」は指定できません。次のいずれかにしてください：{choices}。',
  },
  missingArgument: {
    en: '{what} is missing; `kiroku {verb} --help` shows how it is written.',
    ja: '{what}がありません。書き方は kiroku {verb} --help で表示できます。',
  },
  tooManyArguments: {
    en: '"{value}" is one argument too many; `kiroku {verb} --help` shows how it is written.',
    ja: '「{value}」は余分です。書き方は kiroku {verb} --help で表示できます。',
  },
  unknownZone: {
    en: 'There is no time zone "{zone}" here; write it like Asia/Tokyo, UTC or +09:00.',
    ja: '「{zone}」というタイムゾーンはありません。Asia/Tokyo、UTC、+09:00のように書いてください。',
  },
  titleMissing: { en: 'The incident needs a title.', ja: 'インシデントの件名が必要です。' },
  reasonMissing: {
    en: 'Say why with --reason: it is kept beside the original.',
    ja: '--reasonで理由を書いてください。元の記載とともに残ります。',
  },
  unknownEntry: {
    en: 'There is no entry "{entry}" in this notebook.',
    ja: 'このノートブックに記録「{entry}」はありません。',
  },
  entryNotUnique: {
    en: 'Several devices have an entry with number {entry}; name it by its id.',
    ja: '番号{entry}の記録が複数の端末にあります。IDで指定してください。',
  },
  unknownEvidence: {
    en: 'There is no evidence item "{item}" in this notebook.',
    ja: 'このノートブックに証拠「{item}」はありません。',
  },
  unknownTemplate: {
    en: 'There is no checklist template "{template}"; `kiroku checklist list` shows them.',
    ja: '「{template}」というチェックリストのテンプレートはありません。一覧は kiroku checklist list で表示できます。',
  },
  unknownChecklist: {
    en: 'This notebook has not adopted a checklist "{checklist}".',
    ja: 'このノートブックはチェックリスト「{checklist}」を採用していません。',
  },
  unknownItem: {
    en: 'That checklist has no item "{item}".',
    ja: 'そのチェックリストに項目「{item}」はありません。',
  },
  citationOrReason: {
    en: 'A done item cites an entry (--entry) or evidence (--evidence), or says with --because why it cannot.',
    ja: '完了とする項目には、記録（--entry）か証拠（--evidence）の参照、または--becauseで参照できない理由が必要です。',
  },
  reasonNeeded: {
    en: 'Say with --because why.',
    ja: '--becauseで理由を書いてください。',
  },

  // The notebook
  lockedBy: {
    en: 'The notebook is open elsewhere ({holder}); nothing was written.',
    ja: 'ノートブックはほかで開かれています（{holder}）。書き込んでいません。',
  },
  notWritable: {
    en: 'The notebook or the user-data folder cannot be written to; nothing was written.',
    ja: 'ノートブックまたはユーザーデータのフォルダーに書き込めません。書き込んでいません。',
  },
  diskFull: {
    en: 'The disk is full: this was not written. Everything acknowledged before is safe.',
    ja: 'ディスクの空きがないため、書き込んでいません。応答済みの内容は無事です。',
  },
  tooLong: {
    en: 'This is too long for one entry ({bytes} of {limit} bytes); nothing was written.',
    ja: '1件の記録としては長すぎます（上限{limit}バイト、実際は{bytes}バイト）。書き込んでいません。',
  },
  writeFailed: {
    en: 'The disk did not take it ({detail}); it was not written. Everything acknowledged before is safe.',
    ja: 'ディスクに書き込めませんでした（{detail}）。応答済みの内容は無事です。',
  },
  invalid: {
    en: 'This does not fit the format ({field}); nothing was written.',
    ja: '形式に合わない項目があります（{field}）。書き込んでいません。',
  },
  inputLine: { en: 'Line {line}: {problem}', ja: '{line}行目：{problem}' },

  // What an entry line needs an answer to
  problemTime: {
    en: '"{raw}" cannot be read as a time; nothing was saved.',
    ja: '「{raw}」を時刻として解釈できません。保存していません。',
  },
  problemTimeAmbiguous: {
    en: '"{raw}" happened twice in {zone}, when the clocks went back; add an offset such as +09:00.',
    ja: '「{raw}」は{zone}で時計が戻ったため2回あります。+09:00のように時差を付けてください。',
  },
  problemTimeInGap: {
    en: '"{raw}" never happened in {zone}: the clocks went forward over it.',
    ja: '「{raw}」は{zone}で時計が進められたため存在しない時刻です。',
  },
  problemTimeNotDelimited: {
    en: 'Put a space after the time in "{raw}".',
    ja: '「{raw}」の時刻の後に空白を入れてください。',
  },
  problemStage: {
    en: '"{raw}" is no stage of the kill chain; use !1 to !7 or a name.',
    ja: '「{raw}」はキルチェーンの段階ではありません。!1〜!7か名称で書いてください。',
  },
  problemTechnique: {
    en: '"{raw}" is not in the ATT&CK catalogue.',
    ja: '「{raw}」はATT&CKの一覧にありません。',
  },
  problemEvidence: {
    en: 'There is no evidence item "{raw}".',
    ja: '証拠「{raw}」はありません。',
  },
  problemQuote: {
    en: 'The quotation mark in "{raw}" is not closed.',
    ja: '「{raw}」の引用符が閉じていません。',
  },
  problemKind: {
    en: '"{raw}" is a second, different kind; an entry has one.',
    ja: '「{raw}」は2つ目の種別です。種別は1つだけ指定できます。',
  },
  problemName: {
    en: 'The name in "{raw}" is too long.',
    ja: '「{raw}」の名前が長すぎます。',
  },
  problemNewTag: {
    en: 'The tag "{raw}" is new.',
    ja: 'タグ「{raw}」はまだ使われていません。',
  },
  problemEntry: {
    en: '"{raw}": there is no entry with this number.',
    ja: '「{raw}」：この番号の記録はありません。',
  },
  problemSeveralEntries: {
    en: '"{raw}": several devices gave this number; write {choices}.',
    ja: '「{raw}」：複数の端末にこの番号の記録があります。{choices}のように書いてください。',
  },
  problemSource: {
    en: '"{raw}" is neither a source of this notebook nor a kind of log.',
    ja: '「{raw}」というソースまたはログの種類はありません。',
  },
  problemSeveralSources: {
    en: '"{raw}": several sources have this name; nothing was saved.',
    ja: '「{raw}」：同じ名前のソースが複数あります。保存していません。',
  },
  problemSourceTime: {
    en: '"{raw}": write the time that the clock of this source showed, first in the line.',
    ja: '「{raw}」：このソースの時計が示した時刻を行の先頭に書いてください。',
  },
  problemSaidTwice: {
    en: '"{raw}" says something else than a mark before it; an entry has one.',
    ja: '「{raw}」は前の記号と食い違っています。1件に1つだけ指定できます。',
  },
  problemNotUtf8: {
    en: 'This is not UTF-8 text; nothing was saved. Convert the input first.',
    ja: 'UTF-8の文字列ではないため、保存していません。先に文字コードを変換してください。',
  },
  problemNoText: { en: 'The entry has no words.', ja: '記録の本文がありません。' },

  // Evidence
  evidenceNotAFile: {
    en: '{file} is not an ordinary file; it was not taken.',
    ja: '{file}は通常のファイルではないため、取り込んでいません。',
  },
  evidenceNotFound: { en: '{file} is not there.', ja: '{file}が見つかりません。' },
  evidenceNoAccess: {
    en: '{file} could not be taken ({detail}).',
    ja: '{file}を取り込めませんでした（{detail}）。',
  },
  evidenceDiskFull: {
    en: 'There is no room for a copy of {file}; it was not taken.',
    ja: '空きがないため、{file}を取り込んでいません。',
  },
  evidenceCopyDiffers: {
    en: 'The copy of {file} does not read back as it was written; it was not taken. Check the disk.',
    ja: '{file}の複製を読み直したところ内容が一致しないため、取り込んでいません。ディスクを確認してください。',
  },
  evidenceReadFailed: {
    en: '{file} could not be read to its end ({detail}); it was not taken.',
    ja: '{file}を最後まで読み取れなかったため（{detail}）、取り込んでいません。',
  },
  evidenceCancelled: {
    en: '{file} was not taken: cancelled.',
    ja: '{file}の取り込みを中止しました。',
  },
  evidenceTaken: {
    en: '{no} {sha256} {name} ({size} bytes)',
    ja: '{no} {sha256} {name}（{size}バイト）',
  },
  evidenceChanged: {
    en: '{no}: {name} changed while it was copied; the copy is what was read.',
    ja: '{no}：{name}は複製中に変更されました。複製は読み取った時点の内容です。',
  },

  // Results
  created: { en: 'Started "{title}" in {place}.', ja: '{place}で「{title}」の記録を始めました。' },
  saved: { en: 'No. {number} saved {hash}', ja: 'No.{number} 保存済み {hash}' },
  logSummary: {
    en: {
      one: '{n} line was not saved; {saved} saved.',
      other: '{n} lines were not saved; {saved} saved.',
    },
    ja: '{n}行を保存していません（保存済み{saved}行）。',
  },
  adopted: { en: 'Adopted {template}: {id}', ja: '{template}を採用しました：{id}' },
  verifyGood: {
    en: 'Nothing was found. Feeds: {feeds}, lines: {lines}, evidence files: {evidence}.',
    ja: '検出事項はありません（フィード{feeds}件、{lines}行、証拠ファイル{evidence}件）。',
  },
  verifyFound: {
    en: 'Findings: {n}. Feeds: {feeds}, lines: {lines}, evidence files: {evidence}.',
    ja: '検出事項は{n}件です（フィード{feeds}件、{lines}行、証拠ファイル{evidence}件）。',
  },
  verifySeal: { en: 'Seal {seal}', ja: '封印値 {seal}' },
  reportWritten: {
    en: 'Wrote {place} ({size} bytes).',
    ja: '{place}を書き出しました（{size}バイト）。',
  },
  reportNoPrinter: {
    en: 'A PDF needs the desktop application; write --format html or md, or run this with the application.',
    ja: 'PDFにはデスクトップアプリケーションが必要です。--format htmlまたはmdを使うか、アプリケーションから実行してください。',
  },
  reportPrintFailed: {
    en: 'The PDF could not be printed ({detail}); nothing was written.',
    ja: 'PDFを作成できませんでした（{detail}）。書き出していません。',
  },
  reportNotWritten: {
    en: '{place} could not be written ({detail}).',
    ja: '{place}に書き出せませんでした（{detail}）。',
  },

  // show
  showEntries: { en: 'Entries ({n})', ja: '記録（{n}件）' },
  showEvidence: { en: 'Evidence ({n})', ja: '証拠（{n}件）' },
  showChecklists: { en: 'Checklists', ja: 'チェックリスト' },
  showDone: { en: '{title}: {done} of {total} done', ja: '{title}：{total}項目中{done}項目完了' },
  showCorrected: { en: 'corrected', ja: '訂正あり' },
  showWithdrawn: { en: 'withdrawn', ja: '取り下げ' },
  showTimeOf: { en: 'time by the clock of {source}', ja: '時刻は{source}の時計による' },
  showSourceShowed: {
    en: 'the clock of {source} showed {time}',
    ja: '{source}の時計の表示は{time}',
  },
  showNoticed: { en: 'noticed {time}', ja: '気付いた時刻 {time}' },
  showRow: { en: '{file}, line {line}', ja: '{file} {line}行目' },
  showConflicts: { en: 'Conflicts: {n}', ja: '競合：{n}件' },
  showUnknown: {
    en: 'Written by a newer version: {n}',
    ja: '新しい版で書かれた操作：{n}件',
  },
});
