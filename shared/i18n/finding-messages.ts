import type { FindingCode } from '../journal/finding.ts';
import { defineMessages, type Message } from './messages.ts';

/**
 * What was found in a notebook: what happened, what was kept, what to do.
 *
 * `verify.py` says the same English sentences; a test compares them.
 */
export const findingMessages = defineMessages({
  fork: {
    en: 'Feed {feed} holds two different lines with number {number}; the second is line {line} of its file. Both are kept but neither is read, nor anything after them. Compare the folder with a copy from another device.',
    ja: 'フィード {feed} に、番号 {number} の行が内容の異なる 2 つあります（2 つ目はファイルの {line} 行目）。どちらも残してありますが、その番号以降は読み込みません。別の端末の控えと比べてください。',
  },
  'bad-signature': {
    en: 'Line {line} of feed {feed} is not what its device signed: it was changed after it was written. It is kept in the file but not read. Look for the true line in a copy from another device or a backup.',
    ja: 'フィード {feed} の {line} 行目は、端末が署名した内容と一致しません。書き込み後に変更されています。ファイルには残しますが、読み込みません。別の端末の控えかバックアップで元の行を確かめてください。',
  },
  'key-differs': {
    en: 'The first line of feed {feed} (line {line}) carries a key that belongs to another feed. It is kept in the file but not read. Look for the true line in a copy from another device or a backup.',
    ja: 'フィード {feed} の最初の行（{line} 行目）にある公開鍵は、このフィードのものではありません。ファイルには残しますが、読み込みません。別の端末の控えかバックアップで元の行を確かめてください。',
  },
  'seen-differs': {
    en: 'Line {line} of feed {feed} is not the line that feed {witness} had read: it was rewritten later. It is shown as it is now. Look for the first wording in a copy from another device or a backup.',
    ja: 'フィード {feed} の {line} 行目は、フィード {witness} が以前に読んだ行と異なります。後から書き換えられています。現在の内容を表示しています。元の内容は、別の端末の控えかバックアップで確かめてください。',
  },
  'seen-missing': {
    en: 'Feed {feed} ends at number {last}, but feed {witness} had read its number {number}: its end is gone. What is left is read. Look for the rest in a copy from another device or a backup.',
    ja: 'フィード {feed} は番号 {last} で終わっていますが、フィード {witness} は番号 {number} まで読んでいました。末尾が失われています。残っている行は読み込みます。失われた行は、別の端末の控えかバックアップで探してください。',
  },
  'feed-missing': {
    en: 'Nothing of feed {feed} is left in this folder, but feed {witness} had read it up to number {number}. Everything else is read. Look for the missing file in a copy from another device or a backup.',
    ja: 'フィード {feed} の行がこのフォルダーに残っていません。フィード {witness} は番号 {number} まで読んでいました。ほかの行は読み込みます。失われたファイルは、別の端末の控えかバックアップで探してください。',
  },
  'seal-differs': {
    en: 'The seal at line {line} of feed {feed} covers number {number} of feed {other}, and that line is another one now: it was rewritten after sealing. It is shown as it is now. Compare with the printed report and with copies.',
    ja: 'フィード {feed} の {line} 行目の封印は、フィード {other} の番号 {number} を対象にしていますが、その行は別の内容になっています。封印後に書き換えられています。現在の内容を表示しています。印刷した報告書や控えと比べてください。',
  },
  'seal-missing': {
    en: 'The seal at line {line} of feed {feed} covers number {number} of feed {other}, which is not here any more. What is left is read. Look for the rest in a copy from another device or a backup.',
    ja: 'フィード {feed} の {line} 行目の封印は、フィード {other} の番号 {number} までを対象にしていますが、その行がありません。残っている行は読み込みます。失われた行は、別の端末の控えかバックアップで探してください。',
  },
  'seal-wrong': {
    en: 'The seal at line {line} of feed {feed} does not agree with itself: its value was not computed from the lines that it names. The line is kept. Do not rely on this seal; seal again.',
    ja: 'フィード {feed} の {line} 行目の封印は、値と対象の行が一致しません。行は残しますが、この封印は信頼できません。封印し直してください。',
  },
  'seal-evidence': {
    en: 'The seal at line {line} of feed {feed} was made over other evidence than the lines before it name. The line is kept. Compare the evidence list with the printed report.',
    ja: 'フィード {feed} の {line} 行目の封印が対象とする証拠は、それ以前の行が挙げる証拠と一致しません。行は残します。証拠の一覧を印刷した報告書と比べてください。',
  },
  'lines-missing': {
    en: {
      one: 'Before line {line} of feed {feed} a line is missing (number {from} to {to}). The others are read. Look for it in a copy from another device or a backup.',
      other:
        'Before line {line} of feed {feed} {n} lines are missing (number {from} to {to}). The others are read. Look for them in a copy from another device or a backup.',
    },
    ja: 'フィード {feed} の {line} 行目の前で、{n} 行が失われています（番号 {from}～{to}）。ほかの行は読み込みます。失われた行は、別の端末の控えかバックアップで探してください。',
  },
  'chain-broken': {
    en: 'Line {line} of feed {feed} (number {number}) does not continue the line before it: one of the two was exchanged. Both are read. Compare them with a copy from another device or a backup.',
    ja: 'フィード {feed} の {line} 行目（番号 {number}）は、前の行につながっていません。どちらかが差し替えられています。両方とも読み込みます。別の端末の控えかバックアップと比べてください。',
  },
  'line-unreadable': {
    en: 'Line {line} of feed {feed} is damaged and cannot be read. It is kept in the file; the other lines are read. Look for the true line in a copy from another device or a backup.',
    ja: 'フィード {feed} の {line} 行目は壊れていて読み込めません。ファイルには残し、ほかの行は読み込みます。別の端末の控えかバックアップで元の行を確かめてください。',
  },
  'line-too-long': {
    en: 'Line {line} of feed {feed} is longer than any line may be. It is kept in the file but not read; the other lines are read.',
    ja: 'フィード {feed} の {line} 行目は、行の長さの上限を超えています。ファイルには残しますが、読み込みません。ほかの行は読み込みます。',
  },
  'line-malformed': {
    en: 'Line {line} of feed {feed} is not an operation of a notebook. It is kept in the file but not read; the other lines are read.',
    ja: 'フィード {feed} の {line} 行目は、ノートの操作として読み取れない形です。ファイルには残しますが、読み込みません。ほかの行は読み込みます。',
  },
  'line-moved': {
    en: 'Line {line} of feed {feed} (number {number}) stands after later ones: lines were put into another order. It is read at its true place.',
    ja: 'フィード {feed} の {line} 行目（番号 {number}）は、後の番号の行より後ろにあります。行が並べ替えられています。本来の位置にあるものとして読み込みます。',
  },
  'line-repeated': {
    en: 'Line {line} of feed {feed} repeats number {number} word for word. It is read once.',
    ja: 'フィード {feed} の {line} 行目は、番号 {number} の行とまったく同じです。一度だけ読み込みます。',
  },
  'other-notebook': {
    en: 'Line {line} of feed {feed} was written for another notebook. It is kept in the file but not read.',
    ja: 'フィード {feed} の {line} 行目は、別のノートのために書かれた行です。ファイルには残しますが、読み込みません。',
  },
  'other-feed': {
    en: 'Line {line} of feed {feed} belongs to another feed. It is kept in the file but not read.',
    ja: 'フィード {feed} の {line} 行目は、別のフィードの行です。ファイルには残しますが、読み込みません。',
  },
  'lamport-wrong': {
    en: 'Line {line} of feed {feed} (number {number}) carries an order number that does not follow from what its device had read. It is read; its place among the lines of other devices may be wrong.',
    ja: 'フィード {feed} の {line} 行目（番号 {number}）の順序番号は、端末が読んでいた行から計算した値と一致しません。読み込みますが、ほかの端末の行との前後関係は正しくない可能性があります。',
  },
  'feed-not-a-file': {
    en: 'Feed {feed} is not an ordinary file (a link, a folder or a device) and is not read. Everything else is read. Put a copy of the true file in its place.',
    ja: 'フィード {feed} は通常のファイルではない（リンク、フォルダー、デバイスなど）ため、読み込みません。ほかの行は読み込みます。元のファイルの控えに置き換えてください。',
  },
  'more-findings': {
    en: {
      one: 'Feed {feed} has one more finding that is not listed.',
      other: 'Feed {feed} has {n} more findings that are not listed.',
    },
    ja: 'フィード {feed} には、一覧に示していない所見がほかに {n} 件あります。',
  },
  'evidence-missing': {
    en: 'The file of evidence item {no} (SHA-256 {sha256}) is not in the evidence folder. What was written about it is kept. Put a copy of the file back; its name is its SHA-256 with .evid.',
    ja: '証拠 {no} のファイル（SHA-256 {sha256}）が evidence フォルダーにありません。証拠についての記録は残っています。ファイルの控えを戻してください。ファイル名は SHA-256 に .evid を付けたものです。',
  },
  'evidence-changed': {
    en: 'The file of evidence item {no} (SHA-256 {sha256}) is not the file that was taken in: its content or size is another one. It is left as it is. Look for the true file in a copy from another device or a backup.',
    ja: '証拠 {no} のファイル（SHA-256 {sha256}）は、取り込んだときのファイルと内容または大きさが異なります。ファイルには手を加えません。別の端末の控えかバックアップで元のファイルを確かめてください。',
  },
  'evidence-hash-differs': {
    en: 'The {hash} that line {line} of feed {feed} records for evidence item {no} is not that of its file, though the SHA-256 ({sha256}) is: the {hash} was recorded wrong. The file is left as it is. Do not rely on this {hash}, and write down that it is wrong.',
    ja: 'フィード {feed} の {line} 行目が証拠 {no} について記録している {hash} は、ファイルのものと一致しません。SHA-256（{sha256}）は一致するため、{hash} の記録が誤っています。ファイルには手を加えません。この {hash} には頼らず、誤りであることを記録してください。',
  },
  'copy-outdated': {
    en: 'This copy of the notebook is not the one that this computer wrote last: line {seq} of feed {feed} was saved and is not in it. An older copy was put back, or the end of the feed was changed. Everything here is read, and what you write now goes into a new feed. Look for the newer copy.',
    ja: 'このコンピューターが最後に書いたノートブックではありません。保存したはずのフィード {feed} の行 {seq} がありません。古いコピーに戻されたか、フィードの末尾が変更されています。ここにある内容はすべて読み込み、これから書く内容は新しいフィードに記録します。新しいほうのコピーを探してください。',
  },
  'redaction-missing': {
    en: 'Nobody answers for this redacted copy: the statement of whoever redacted it (redaction.json) is missing, was changed or is of another notebook. Do not rely on its redacted lines. Ask for the copy again.',
    ja: 'この墨消しした控えには、責任を負う人がいません。墨消しした人の署名入りの文（redaction.json）がないか、変更されているか、別のノートブックのものです。墨消しした行を信用しないでください。控えをもう一度求めてください。',
  },
  'redaction-differs': {
    en: 'The file of feed {feed} is not the one that the redactor signed for: after redaction, lines were added, exchanged or taken out. Ask for the copy again.',
    ja: 'フィード {feed} のファイルは、墨消しした人が署名したものではありません。墨消しの後に、行が追加、差し替え、または削除されています。控えをもう一度求めてください。',
  },
  'redactor-unknown': {
    en: 'The device that redacted this copy (feed {redactor}) has no feed in it: it is no device of this notebook. Ask who made the copy.',
    ja: 'この控えを墨消しした端末（フィード {redactor}）のフィードが中にありません。このノートブックの端末ではありません。控えを作った人を確かめてください。',
  },
  'redacted-wrong': {
    en: 'Line {line} of feed {feed} stands for a redacted line, but what it says is not what the redactor signed. It is kept in the file but not read. Ask for the copy again.',
    ja: 'フィード {feed} の {line} 行目は墨消しした行ですが、墨消しした人が署名した内容と一致しません。ファイルには残しますが、読み込みません。控えをもう一度求めてください。',
  },
  'opening-wrong': {
    en: 'What was shown for number {number} of feed {feed} ({at}) does not fit this copy: it is not what was hidden there. Do not rely on it.',
    ja: 'フィード {feed} の番号 {number}（{at}）として見せられたものは、この控えと一致しません。隠したものとは別のものです。信用しないでください。',
  },
  'signatures-not-checked': {
    en: 'The signatures were NOT checked: neither the Python package "cryptography" nor an "openssl" command that knows Ed25519 was found. Everything else was checked. Install one of them and check again.',
    ja: '署名は確認していません。Python のパッケージ cryptography も、Ed25519 に対応した openssl コマンドも見つかりませんでした。署名以外はすべて確認しました。どちらかを導入して、もう一度確認してください。',
  },
  'key-missing': {
    en: {
      one: 'The line with the key of feed {feed} cannot be read, so the signature of one line (line {line}) could not be checked. The line is read. Look for the first line in a copy from another device or a backup.',
      other:
        'The line with the key of feed {feed} cannot be read, so the signatures of {n} lines (from line {line} on) could not be checked. The lines are read. Look for the first line in a copy from another device or a backup.',
    },
    ja: 'フィード {feed} の公開鍵がある行を読めないため、{line} 行目からの {n} 行の署名を確認できませんでした。行は読み込みます。最初の行を別の端末の控えかバックアップで探してください。',
  },
  'torn-tail': {
    en: 'The last line of feed {feed} (line {line}) was not written to its end. It was never confirmed as saved. The program sets it aside in a file of its own when it opens the notebook for writing; write the entry again if it is missing.',
    ja: 'フィード {feed} の最後の行（{line} 行目）は、書き込みが途中で終わっています。保存済みと表示されたことはありません。書き込みのためにノートを開くと、別のファイルに取り分けます。抜けている記録があれば、書き直してください。',
  },
  'no-feeds': {
    en: 'The notebook holds no feed: nothing has been written, or its files are gone. Look for the folder "feeds" in a copy or a backup.',
    ja: 'ノートにフィードがありません。まだ何も書かれていないか、ファイルが失われています。控えかバックアップで feeds フォルダーを探してください。',
  },
  'feed-empty': {
    en: 'The file of feed {feed} is empty: its device stopped before its first line, or its content is gone.',
    ja: 'フィード {feed} のファイルが空です。端末が最初の行を書く前に止まったか、内容が失われています。',
  },
  'predecessor-missing': {
    en: 'Feed {feed} continues feed {other}, which is not in this folder. Everything here is read. Look for the older feed in a copy or a backup.',
    ja: 'フィード {feed} はフィード {other} の続きですが、そのフィードがこのフォルダーにありません。ここにある行は読み込みます。前のフィードを控えかバックアップで探してください。',
  },
  'successor-differs': {
    en: 'Feed {feed} says that it continues feed {other}, but that one handed over to the key of feed {next}: another device, or another key, made itself its successor. Everything here is read. Ask the owner of the device.',
    ja: 'フィード {feed} はフィード {other} の続きとされていますが、フィード {other} が引き継いだ先はフィード {next} の鍵です。別の端末か別の鍵が続きを名乗っています。すべて読み込みます。端末の持ち主に確かめてください。',
  },
  'evidence-extra': {
    en: 'The evidence folder holds a file (SHA-256 {sha256}) that no line names: taking it in was interrupted, or the line that names it is missing. It is left as it is.',
    ja: 'evidence フォルダーに、どの行にも記載のないファイル（SHA-256 {sha256}）があります。取り込みが中断されたか、記載した行が失われています。ファイルには手を加えません。',
  },
  'after-loss': {
    en: {
      one: 'Feed {feed} has a line (line {line}, number {number}) that had not been read when its device was reported lost (line {said} of feed {other}): whoever holds the device may have written it. It is read. Ask the owner whether it is theirs.',
      other:
        'Feed {feed} has {n} lines (from line {line}, number {number} on) that had not been read when its device was reported lost (line {said} of feed {other}): whoever holds the device may have written them. They are read. Ask the owner which are theirs.',
    },
    ja: 'フィード {feed} の端末は、紛失したと報告されています（フィード {other} の {said} 行目）。その時点で読み込まれていなかった行が {n} 行あります（{line} 行目、番号 {number} 以降）。端末を手にした別の人が書いたおそれがあります。行は読み込みます。本人が書いたものか、持ち主に確かめてください。',
  },
  'after-rotation': {
    en: {
      one: 'Feed {feed} has a line (line {line}, number {number}) after the one with which its device went over to the key of feed {other} (line {said}): whoever kept the old key wrote it. It is read. Ask the owner of the device.',
      other:
        'Feed {feed} has {n} lines (from line {line}, number {number} on) after the one with which its device went over to the key of feed {other} (line {said}): whoever kept the old key wrote them. They are read. Ask the owner of the device.',
    },
    ja: 'フィード {feed} の端末は、{said} 行目でフィード {other} の鍵に切り替えました。その後に、古い鍵を持つ人が書いた行が {n} 行あります（{line} 行目、番号 {number} 以降）。行は読み込みます。端末の持ち主に確かめてください。',
  },
  'rotation-wrong': {
    en: 'Line {line} of feed {feed} names feed {other} as the one to go on in, but with a key that is not the one of that feed. It does not count: feed {feed} has not ended.',
    ja: 'フィード {feed} の {line} 行目は、続きをフィード {other} としていますが、記された鍵はそのフィードのものではありません。この行は数えず、フィード {feed} は終わっていないものとします。',
  },
  'left-out-wrong': {
    en: 'A statement says that the file of evidence item {no} (SHA-256 {sha256}) was left out on purpose, but no device of this notebook signed it for this item. It does not count: the file is treated as missing.',
    ja: '証拠 {no} のファイル（SHA-256 {sha256}）を意図して省いたという記載がありますが、このノートの端末がこの証拠について署名したものではありません。この記載は数えず、ファイルは失われたものとして扱います。',
  },
  'timestamp-wrong': {
    en: 'The time stamp on seal {seal} proves nothing: its signature does not hold, it is of something else, or its certificate is not for time stamps. The seal itself is not touched by this. Look for the answer of the service in a copy.',
    ja: '封印 {seal} のタイムスタンプは何も証明しません。署名が成り立たないか、別のものに対するものか、証明書がタイムスタンプ用ではありません。封印そのものには影響しません。サービスの応答を控えで探してください。',
  },
  'timestamp-not-checked': {
    en: 'The time stamp on seal {seal} was NOT checked: what it is signed with is not known here, or there is no "openssl" command. Everything else was checked.',
    ja: '封印 {seal} のタイムスタンプは確認していません。署名の方式に対応していないか、openssl コマンドがありません。ほかはすべて確認しました。',
  },
  'device-lost': {
    en: 'The device of feed {feed} was reported lost (line {said} of feed {other}). Every line of it that is here had been read by then. Lines that come later may be of anybody who holds it.',
    ja: 'フィード {feed} の端末は、紛失したと報告されています（フィード {other} の {said} 行目）。ここにある行は、すべてその時点で読み込まれていました。後から届く行は、端末を手にした別の人が書いたものかもしれません。',
  },
  'key-rotated': {
    en: 'Feed {feed} ended at line {line}: its key was changed there, and named the key of feed {other} as the next one.',
    ja: 'フィード {feed} は {line} 行目で終わっています。そこで鍵を変更し、次の鍵としてフィード {other} のものを指定しました。',
  },
  'redaction-proven': {
    en: 'This is a redacted copy. {whole} of its {lines} lines are whole: each is what its device signed. Of the {redacted} redacted lines, {named} are named by their hash in whole lines: that they stand where they stood is proven too.',
    ja: 'これは墨消しした控えです。{lines} 行のうち {whole} 行はそのままで、端末が署名したとおりです。墨消しした {redacted} 行のうち {named} 行は、そのままの行がハッシュ値で指しており、元の位置にあることも証明されています。',
  },
  'redaction-word': {
    en: 'For the redacted lines ({n}) there is only the word of the device that redacted them (feed {redactor}, on {at}): that what still shows of them is what was written, and that those which no whole line names stand where they stood. Whoever shows an original line proves it.',
    ja: '墨消しした行（{n} 行）については、墨消しした端末（フィード {redactor}、{at}）の言葉しかありません。残っている部分が書かれたとおりであることと、そのままの行が指していない行が元の位置にあることは、元の行を見せてもらえば証明できます。',
  },
  'redaction-hidden': {
    en: {
      one: 'One value is hidden behind a salted commitment: when it is shown later, it can be proven to be the one that was hidden. Nothing here tells what it is.',
      other:
        'Hidden are {n} values, each behind a salted commitment: when one is shown later, it can be proven to be the one that was hidden. Nothing here tells what they are.',
    },
    ja: '{n} 個の値を隠しています。それぞれソルト付きのコミットメントに置き換えてあり、後で値を見せてもらえば、隠した値と同じであることを証明できます。この控えから値は分かりません。',
  },
  'opening-line': {
    en: 'The original of line {line} of feed {feed} (number {number}) was shown and fits: it has the hash that is held here, its device signed it, and the redacted line says nothing else.',
    ja: 'フィード {feed} の {line} 行目（番号 {number}）の元の行は、この控えと一致します。ハッシュ値が同じで、端末の署名があり、墨消しした行の残りとも食い違いません。',
  },
  'opening-value': {
    en: 'The value shown for {at} in line {line} of feed {feed} (number {number}) is the one that was hidden. It says {value}.',
    ja: 'フィード {feed} の {line} 行目（番号 {number}）の {at} として見せられた値は、隠した値と同じです。値は {value} です。',
  },
  'evidence-left-out': {
    en: 'The file of evidence item {no} (SHA-256 {sha256}) was left out of this copy on purpose: {by} (feed {device}) signed so on {at}. Its hash is known, so the file can be checked whenever it comes. Ask there for it.',
    ja: '証拠 {no} のファイル（SHA-256 {sha256}）は、この控えから意図して省かれています。{by}（フィード {device}）が {at} に署名しました。ハッシュ値は分かっているので、ファイルが届いたときに照合できます。必要なら省いた人に求めてください。',
  },
  timestamp: {
    en: 'Seal {seal} was there at {at}: a time-stamping service signed so (RFC 3161). Whether to trust its certificate is for you to say; openssl ts -verify with the certificate of its authority tells more.',
    ja: '封印 {seal} は {at} に存在していたと、タイムスタンプ局が署名しています（RFC 3161）。証明書を信頼するかどうかは、認証局の証明書を使って openssl ts -verify で判断してください。',
  },
  'newer-line': {
    en: {
      one: 'Feed {feed} has a line in a newer format (version {v}) from line {line} on. It is kept but neither read nor checked here. Open the notebook with a newer version of the program.',
      other:
        'Feed {feed} has {n} lines in a newer format (version {v}) from line {line} on. They are kept but neither read nor checked here. Open the notebook with a newer version of the program.',
    },
    ja: 'フィード {feed} の {line} 行目以降に、新しい形式（バージョン {v}）の行が {n} 行あります。残してありますが、ここでは読み込みも確認もしません。新しいバージョンのプログラムで開いてください。',
  },
  'newer-operation': {
    en: {
      one: 'Feed {feed} has an operation "{type}" written by a newer version. It is kept and its signature was treated like any other, but its meaning is not known here.',
      other:
        'Feed {feed} has {n} operations "{type}" written by a newer version. They are kept and their signatures were treated like any other, but their meaning is not known here.',
    },
    ja: 'フィード {feed} に、新しいバージョンが書いた操作「{type}」が {n} 件あります。残してあり、署名はほかの行と同様に扱いましたが、意味はここでは分かりません。',
  },
  unknown: {
    en: 'Something was found that this version has no words for: {code}.',
    ja: 'このバージョンでは説明できない所見があります：{code}',
  },
} as const satisfies Record<FindingCode | 'unknown', Message>);
