import { defineMessages } from './messages.ts';

/** Words of `kiroku report`, `metrics` and `brief`. */
export const reportCliMessages = defineMessages({
  helpReport: {
    en: `kiroku report FOLDER --out FILE [--format pdf|docx|html|md|json] [--lang en|ja|both]
  [--audience technical|executive|legal|review|partner] [--zone Asia/Tokyo]
  [--template FILE | --save-template FILE]
  [--tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED] [--hide FIELD]... [--without ENTRY]... [--roles] [--defang]
  [--preview] [--json]

Writes the report in the language of --lang, or both languages beside each other; messages stay in
yours. The format follows the ending of FILE unless it is named. PDF needs the desktop application;
it prints in a window that is not shown.

--tlp keeps back what is marked narrower; what nobody marked has the label of the incident. An entry
is marked with a tag such as #tlp:green. --hide leaves out accounts, evidence, hosts, people, tags or
texts; --without leaves out an entry by its number; --roles puts roles in the place of names;
--defang takes the life out of addresses. --preview lists what is kept back and writes nothing.

A template holds the sections in their order, sections of your own, a header, a logo (PNG or JPEG, at
most 300,000 bytes) and the typeface (sans or serif); the window writes and opens the same file.`,
    ja: `kiroku report FOLDER --out FILE [--format pdf|docx|html|md|json] [--lang en|ja|both]
  [--audience technical|executive|legal|review|partner] [--zone Asia/Tokyo]
  [--template FILE | --save-template FILE]
  [--tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED] [--hide FIELD]... [--without ENTRY]... [--roles] [--defang]
  [--preview] [--json]

報告書を--langの言語、またはbothで両言語を並べて書き出します（メッセージの言語は変わりません）。
形式を指定しなければFILEの拡張子に従います。PDFにはデスクトップアプリケーションが必要です
（ウィンドウは表示しません）。

--tlpより狭い取扱区分のものは除きます。区分のない記録はインシデントの区分とみなします。記録には
#tlp:greenのようなタグで区分を付けます。--hideはaccounts、evidence、hosts、people、tags、textsを、
--withoutは番号の記録を除きます。--rolesは名前を役割に置き換え、--defangはアドレスを無効化します。
--previewは除くものを一覧し、ファイルは書き出しません。

テンプレートには、章とその順序、独自の章、ヘッダー、ロゴ（PNGまたはJPEG、300,000バイトまで）、書体（sans
またはserif）を保存できます。ウィンドウでも同じファイルを保存・使用できます。`,
  },
  helpMetrics: {
    en: `kiroku metrics FOLDER... [--lang en|ja] [--json]

Prints lengths of time with their formulas and what they were reckoned from; with several notebooks
also mean and median. Milestones are entries tagged #detected, #contained and so on, or entries that
finished checklist items cite. An uncertain time gives a range.`,
    ja: `kiroku metrics FOLDER... [--lang en|ja] [--json]

時間の指標を計算式・計算に使った値とともに表示します。複数のノートでは平均と中央値も表示します。
節目は「#検知」「#封じ込め完了」などのタグが付いた記録、または完了したチェック項目が引用する
記録です。不確かな時刻は範囲で示します。`,
  },
  helpBrief: {
    en: `kiroku brief FOLDER --since TIME|SEAL|read [--by NAME] [--lang en|ja] [--out FILE.html] [--json]

Says what is new since a time (2026-01-05T09:00+09:00), a seal (its value, or the beginning of it), or with
"read" since --by NAME said in the Now panel that everything was read: new entries, changed states, open questions, the next three actions, what is overdue, clocks that
run. --out writes it as a page to print.`,
    ja: `kiroku brief FOLDER --since TIME|SEAL|read [--by NAME] [--lang en|ja] [--out FILE.html] [--json]

時刻（2026-01-05T09:00+09:00）、封印（値、またはその先頭）、または"read"なら--by NAMEが「いま」の画面で
すべて確認したとき以降の変化をまとめます：新しい記録、
状態の変化、未解決の問い、次の対応3件、期限超過、進行中の期限。--outで印刷用のページを書き出します。`,
  },
  templateSaved: {
    en: 'Wrote the template {file}. Change its sections and use it with --template.',
    ja: 'テンプレート{file}を書き出しました。章を編集し、--templateで使えます。',
  },
  nothingHidden: { en: 'Nothing is kept back.', ja: '除かれるものはありません。' },
  hiddenLine: { en: '  {name}  {text}', ja: '  {name}  {text}' },
  sinceNeeded: {
    en: '--since needs a time with a zone, such as 2026-01-05T09:00+09:00, or the value of a seal in this notebook; "{value}" is neither.',
    ja: '--sinceには、2026-01-05T09:00+09:00のようなタイムゾーン付きの時刻か、このノートの封印の値を指定してください（「{value}」はどちらでもありません）。',
  },
});
