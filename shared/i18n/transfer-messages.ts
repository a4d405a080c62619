import { defineMessages } from './messages.ts';

/** Everything that is said of bundles, of joining copies, of seals and of what people disagree about. */
export const transferMessages = defineMessages({
  helpBundle: {
    en: `kiroku bundle FOLDER --out FILE [--age-passphrase-file FILE | --recipient age1...]
              [--since DEVICE] [--largest-evidence MIB] [--split SIZE] [--by NAME] [--json]
kiroku bundle FOLDER --redact [--tlp LABEL] [--hide FIELD]... --out FILE | --dry-run
              [--age-passphrase-file FILE | --recipient age1...] [--split SIZE] [--json]

Writes the whole notebook as one file: a BagIt bag in a ZIP that unzip, sha256sum -c and
python3 verify.py check without Kiroku, wrapped with age when asked (age -d opens it).
All lines always go. --since DEVICE leaves out evidence that this device (its label or feed)
has named or read; --largest-evidence leaves out files above so many MiB. What stays here is listed,
and this device signs that it was left out on purpose, so that nobody takes it for lost.
--split 4GiB cuts the bundle into files below 4 GiB for a FAT32 stick, with the hash of each; name any
of them to kiroku merge, or join them with cat and check with sha256sum -c.
--redact writes a copy for somebody who may not read everything. --tlp GREEN hides what no export under
that limit would say, --hide FIELD (entry.text, system.name, by) a field in every line, and whatever names
it. Each hidden value leaves a salted commitment, so that kiroku verify and verify.py can say what is
proven; no evidence is in it, and nobody can open it as a notebook. --dry-run lists what would be hidden
and why. kiroku redaction shows single values later.`,
    ja: `kiroku bundle FOLDER --out FILE [--age-passphrase-file FILE | --recipient age1...]
              [--since DEVICE] [--largest-evidence MIB] [--split SIZE] [--by NAME] [--json]
kiroku bundle FOLDER --redact [--tlp LABEL] [--hide FIELD]... --out FILE | --dry-run
              [--age-passphrase-file FILE | --recipient age1...] [--split SIZE] [--json]

ノートブック全体を1つのファイルに書き出します。ZIPに入れたBagItのバッグなので、Kirokuがなくても
unzip、sha256sum -c、python3 verify.pyで確認できます。指定すればageで暗号化します（age -dで開けます）。
すべての行が必ず入ります。--since DEVICEは、その端末（名前またはフィード）が記載済みまたは読み込み済み
の証拠を省きます。--largest-evidenceは、そのMiBを超えるファイルを省きます。省いたものは一覧に出ます。
意図して省いたことをこの端末が署名するので、失われたものと間違われません。
--split 4GiBは、FAT32のUSBメモリー用に4 GiB未満のファイルに分け、それぞれのハッシュ値を添えます。
kiroku mergeにはどれを指定しても構いません。catで結合し、sha256sum -cで確認することもできます。
--redactは、すべてを読んでよいわけではない人のための、墨消しした控えを書き出します。--tlp GREENは、その制限の
書き出しに出ないものを隠します。--hide FIELD（entry.text、system.name、by）は、その項目と、その名前を含むものを
すべての行で隠します。隠した値はソルト付きのコミットメントに置き換わるので、何が証明されるかをkiroku verifyと
verify.pyが示せます。証拠は入らず、ノートブックとして開くことはできません。--dry-runは、隠すものと理由の一覧です。
kiroku redactionで、あとから一部の値を見せることができます。`,
  },
  helpMerge: {
    en: `kiroku merge FOLDER BUNDLE|FOLDER [--dry-run] [--age-passphrase-file FILE | --identity FILE]
             [--accept-forks] [--by NAME] [--json]

Takes over every line and evidence file that another copy of the notebook has and this one lacks:
all or nothing, in any order, as often as you like. --dry-run says what would happen and changes
nothing. If FOLDER does not exist it becomes a copy of the notebook on this device.
Exit code 1: what was taken leaves something for people to decide (kiroku conflicts).`,
    ja: `kiroku merge FOLDER BUNDLE|FOLDER [--dry-run] [--age-passphrase-file FILE | --identity FILE]
             [--accept-forks] [--by NAME] [--json]

同じノートブックの別の複製にあって、ここにない行と証拠ファイルをすべて取り込みます。全部取り込むか、
何も取り込まないかのどちらかで、順序や回数は問いません。--dry-runは結果を示すだけで何も変更しません。
FOLDERがなければ、この端末でのノートブックの複製になります。
終了コード1：取り込んだ結果、人が判断すべきことが残っています（kiroku conflicts）。`,
  },
  helpConflicts: {
    en: `kiroku conflicts FOLDER [--json]

Lists what people who had not read each other wrote differently, with who, when and on which device.
Whoever writes the value anew decides. Exit code 1 when there is something to decide.`,
    ja: `kiroku conflicts FOLDER [--json]

互いの記載を読まずに書かれた食い違いを、記入者・時刻・端末とともに一覧にします。
値を書き直した人の記載で確定します。判断すべきことがあれば終了コードは1です。`,
  },
  helpSeal: {
    en: `kiroku seal FOLDER [--by NAME] [--new-key | --check "TWELVE WORDS"|VALUE] [--json]
kiroku seal FOLDER --timestamp-request FILE | --timestamp-response FILE [--json]

Writes a seal over every line and evidence hash and prints it: value, twelve words, short form.
Paper cannot be rewritten: print it, read it aloud, have it signed. --check tells whether a seal
from paper is one of this notebook's and still holds; nothing is written then.
--new-key also ends this device's feed: it goes on under a new key that the old one signs for, and the
old one is removed from this computer. A disk or a backup may keep traces of it.
--timestamp-request writes a request (RFC 3161) on the last seal to be carried to a time-stamping service;
--timestamp-response checks the answer offline and keeps it beside the seal: it proves that everything
sealed was there at that time. kiroku verify, verify.py and openssl ts -verify check it again.`,
    ja: `kiroku seal FOLDER [--by NAME] [--new-key | --check "TWELVE WORDS"|VALUE] [--json]
kiroku seal FOLDER --timestamp-request FILE | --timestamp-response FILE [--json]

すべての行と証拠のハッシュ値に対する封印を書き込み、値・12語・短縮形を表示します。紙は書き換えられません。
印刷する、読み上げる、署名をもらうなどして残してください。--checkは、紙に残した封印がこのノートブックの
ものか、いまも成り立つかを調べます。このときは何も書き込みません。
--new-keyを付けると、この端末のフィードをここで終え、古い鍵で署名した新しい鍵に引き継ぎます。古い鍵は
このコンピューターから削除しますが、ディスクやバックアップに痕跡が残ることがあります。
--timestamp-requestは、最後の封印に対するタイムスタンプ要求（RFC 3161）を書き出します。タイムスタンプ局の
応答は--timestamp-responseでオフラインのまま確認し、封印とともに保存します。封印したものがその時刻に存在した
ことの証明になり、kiroku verify、verify.py、openssl ts -verifyで確認できます。`,
  },
  bundled: {
    en: 'Wrote {place}: {lines} lines, {evidence} evidence files, {size} bytes, SHA-256 {sha256}.',
    ja: '{place}を書き出しました。{lines}行、証拠{evidence}件、{size}バイト、SHA-256 {sha256}',
  },
  newKeyAlone: {
    en: '--new-key writes a seal of its own: it does not go with --check, --timestamp-request or --timestamp-response.',
    ja: '--new-keyは新しい封印を書き込みます。--check、--timestamp-request、--timestamp-responseとは併用できません。',
  },
  keyChanged: {
    en: 'The key was changed. The next line begins feed {feed}; words of the new key: {words}',
    ja: '鍵を変更しました。次の行からフィード{feed}に書き込みます。新しい鍵の12語：{words}',
  },
  sealOf: { en: 'Seal {value}', ja: '封印 {value}' },
  sealWordsOf: { en: 'Words: {words}', ja: '12語：{words}' },
  leftOutTooLarge: {
    en: 'Left out, too large: {no} ({size} bytes).',
    ja: '大きいため省きました：{no}（{size}バイト）',
  },
  leftOutKnown: {
    en: 'Left out, the receiver has it: {no}.',
    ja: '受け取る端末にあるため省きました：{no}',
  },
  leftOutMissing: {
    en: 'Not in the bundle, its file is missing here: {no}.',
    ja: 'ファイルがここにないため入っていません：{no}',
  },
  bundledChanged: {
    en: 'The content of evidence file {sha256} is not what was taken in. It is in the bundle as it is now.',
    ja: '証拠ファイル{sha256}の内容が取り込み時と異なります。現在の内容のまま入れました。',
  },
  outExists: {
    en: '{place} exists already. Nothing was written: name another file.',
    ja: '{place}はすでにあります。何も書き込んでいません。別の名前を指定してください。',
  },
  outFailed: {
    en: '{place} could not be written ({detail}). Nothing is left of it.',
    ja: '{place}に書き込めませんでした（{detail}）。書きかけのものは残っていません。',
  },
  outDiffers: {
    en: 'What was written to {place} reads back differently. It was removed: try another disk.',
    ja: '{place}に書いた内容を読み返すと異なっていました。削除しました。別のディスクを使ってください。',
  },
  nothingToBundle: {
    en: 'Nothing has been written in this notebook yet: there is nothing to bundle.',
    ja: 'このノートブックにはまだ何も書かれていないため、書き出すものがありません。',
  },
  unknownDevice: {
    en: 'No device of this notebook is called {device}. Known: {known}.',
    ja: '{device}という端末はこのノートブックにありません。端末：{known}',
  },
  severalDevices: {
    en: 'Several devices are called {device}: name the feed instead ({known}).',
    ja: '{device}という端末が複数あります。フィードの名前を指定してください（{known}）。',
  },
  notMebibytes: {
    en: '--largest-evidence takes a whole number of MiB, not {value}.',
    ja: '--largest-evidenceにはMiBを整数で指定してください（{value}は使えません）。',
  },
  emptyPassphrase: {
    en: '{place} holds no passphrase.',
    ja: '{place}にパスフレーズがありません。',
  },
  badRecipient: {
    en: 'This is not an age recipient (they begin with "age1").',
    ja: 'ageの受信者ではありません（「age1」で始まります）。',
  },
  bundledParts: {
    en: 'In {n} files, {whole}.001 and on; {whole}.parts.sha256 has their hashes. To join by hand: cat {whole}.??? > {whole} && sha256sum -c {whole}.parts.sha256',
    ja: '{n}個のファイル（{whole}.001から）に分けました。ハッシュ値は{whole}.parts.sha256にあります。手作業での結合：cat {whole}.??? > {whole} && sha256sum -c {whole}.parts.sha256',
  },
  notPartSize: {
    en: '--split takes a size above 64 KiB, such as 4GiB or 650MiB, not {value}.',
    ja: '--splitには64 KiBより大きいサイズ（4GiB、650MiBなど）を指定してください（{value}は使えません）。',
  },
  tooManyParts: {
    en: 'The bundle would make more than 999 files of that size. Nothing was written: choose a larger size.',
    ja: 'そのサイズではファイルが999個を超えます。何も書き出していません。もっと大きいサイズを選んでください。',
  },
  cannotSign: {
    en: 'Evidence that is left out is signed for by this device, and it has not written in this notebook yet. Nothing was written: bundle everything, or write an entry first.',
    ja: '証拠を省くには、この端末の署名が要りますが、この端末はまだこのノートブックに書いていません。何も書き出していません。すべてを含めるか、先に記録を1件書いてください。',
  },
  notABundle: {
    en: '{name} is neither a bundle nor a notebook. Nothing was taken over.',
    ja: '{name}は、書き出したファイルでもノートブックでもありません。何も取り込んでいません。',
  },
  hostileName: {
    en: 'The bundle holds a file that no bundle of Kiroku holds ({name}). Nothing was taken over.',
    ja: 'Kirokuが書き出すはずのないファイル（{name}）が入っています。何も取り込んでいません。',
  },
  hostileRepeated: {
    en: 'The bundle holds {name} twice. Nothing was taken over.',
    ja: '{name}が2つ入っています。何も取り込んでいません。',
  },
  hostileLink: {
    en: '{name} in the bundle is a link or a device, not a file. Nothing was taken over.',
    ja: '{name}はファイルではなく、リンクまたはデバイスです。何も取り込んでいません。',
  },
  hostilePacking: {
    en: '{name} in the bundle is packed in a way that Kiroku does not read. Unpack it with another program and merge the folder. Nothing was taken over.',
    ja: '{name}は、Kirokuが読めない方式で圧縮または暗号化されています。ほかのプログラムで展開し、フォルダーを指定してください。何も取り込んでいません。',
  },
  hostileFolders: {
    en: 'The bundle has more than one folder at its top ({name}). Nothing was taken over.',
    ja: '最上位のフォルダーが2つ以上あります（{name}）。何も取り込んでいません。',
  },
  hostileMany: {
    en: 'The bundle claims {name} files, more than any notebook has. Nothing was taken over.',
    ja: 'ファイル数が{name}で、どのノートブックよりも多すぎます。何も取り込んでいません。',
  },
  hostileSize: {
    en: '{name} in the bundle would unpack to far more than it is. Nothing was taken over.',
    ja: '{name}は展開すると不自然に大きくなります。何も取り込んでいません。',
  },
  hostileFetch: {
    en: 'The bundle wants files fetched from elsewhere ({name}); Kiroku never does that. Nothing was taken over.',
    ja: '別の場所からファイルを取得するよう求めています（{name}）。Kirokuは取得しません。何も取り込んでいません。',
  },
  hostileAlgorithm: {
    en: 'The bundle is checked by a hash that Kiroku does not know ({name}). Nothing was taken over.',
    ja: 'Kirokuが対応していないハッシュの一覧です（{name}）。何も取り込んでいません。',
  },
  damagedArchive: {
    en: '{name} is damaged or cut off: it cannot be unpacked. Nothing was taken over. Have it written and copied again.',
    ja: '{name}は壊れているか途中で切れているため、展開できません。何も取り込んでいません。もう一度書き出して複製してください。',
  },
  damagedManifest: {
    en: 'The list of hashes {name} in the bundle cannot be read. Nothing was taken over.',
    ja: 'ハッシュの一覧{name}を読み取れません。何も取り込んでいません。',
  },
  damagedMissing: {
    en: '{name} is missing from the bundle. Nothing was taken over.',
    ja: '{name}が入っていません。何も取り込んでいません。',
  },
  damagedExtra: {
    en: '{name} is in the bundle but not in its list of hashes. Nothing was taken over.',
    ja: '{name}がハッシュの一覧にありません。何も取り込んでいません。',
  },
  damagedHash: {
    en: '{name} is not what the bundle’s list of hashes says. Nothing was taken over.',
    ja: '{name}の内容がハッシュの一覧と一致しません。何も取り込んでいません。',
  },
  lockedBundle: {
    en: '{name} is wrapped with age: give --age-passphrase-file or --identity. Nothing was taken over.',
    ja: '{name}はageで暗号化されています。--age-passphrase-fileまたは--identityを指定してください。何も取り込んでいません。',
  },
  badIdentity: {
    en: 'The identity file holds a line that is no age identity (they begin with "AGE-SECRET-KEY-").',
    ja: 'ageの秘密鍵でない行があります（「AGE-SECRET-KEY-」で始まります）。',
  },
  wrongKey: {
    en: 'This passphrase or identity does not open {name}. Nothing was taken over.',
    ja: 'このパスフレーズまたは秘密鍵では{name}を開けません。何も取り込んでいません。',
  },
  redactedIncoming: {
    en: '{name} is a redacted copy and no notebook: nothing can be taken over from it. It can be checked: “Open a bundle…” on the first screen, or the command verify.',
    ja: '{name}は墨消しした控えで、ノートブックではありません。ここから取り込むことはできません。検証はできます。最初の画面の「共有ファイルを開く…」か、verifyコマンドを使ってください。',
  },
  newerIncoming: {
    en: '{name} was written by a newer version (format {version}). Nothing was taken over: update Kiroku on this device.',
    ja: '{name}は新しい版（形式{version}）で書かれています。何も取り込んでいません。この端末のKirokuを更新してください。',
  },
  otherNotebook: {
    en: '{name} is a copy of another notebook ({theirs}, this one is {ours}). Nothing was taken over.',
    ja: '{name}は別のノートブックの複製です（{theirs}、こちらは{ours}）。何も取り込んでいません。',
  },
  incomingDamaged: {
    en: 'What came is damaged. Nothing was taken over:',
    ja: '受け取ったものが壊れています。何も取り込んでいません。',
  },
  wouldDamage: {
    en: 'Together the two copies would contradict each other. Nothing was taken over:',
    ja: '2つを合わせると矛盾が生じます。何も取り込んでいません。',
  },
  forks: {
    en: 'Feed {feed} goes on in two different ways from line number {number}: somebody wrote with one key in two places. Nothing was taken over. --accept-forks keeps both and counts neither from there.',
    ja: 'フィード{feed}は番号{number}から2通りに続いています。1つの鍵で2か所に書かれています。何も取り込んでいません。--accept-forksを付けると両方を残し、そこから先はどちらも数えません。',
  },
  mergeFailed: {
    en: 'The disk failed while joining ({detail}). The notebook is as it was, or is finished when it is opened next: run kiroku verify.',
    ja: '取り込み中にディスクの障害が起きました（{detail}）。ノートブックは元のままか、次に開いたときに完了します。kiroku verifyで確認してください。',
  },
  stopped: {
    en: 'Stopped. Nothing was taken over.',
    ja: '中止しました。何も取り込んでいません。',
  },
  sourceReadFailed: {
    en: '{name} could not be read to its end ({detail}). Nothing was taken over.',
    ja: '{name}を最後まで読み取れませんでした（{detail}）。何も取り込んでいません。',
  },
  nothingNew: {
    en: '{from} holds nothing that is not here already.',
    ja: '{from}に、ここにないものはありません。',
  },
  wouldTake: {
    en: '{from}: {lines} new lines, {entries} new entries, {evidence} evidence files ({size} bytes). Nothing was changed.',
    ja: '{from}：新しい行{lines}、新しい記録{entries}件、証拠{evidence}件（{size}バイト）。何も変更していません。',
  },
  took: {
    en: '{from}: took over {lines} lines, {entries} entries, {evidence} evidence files ({size} bytes).',
    ja: '{from}：{lines}行、記録{entries}件、証拠{evidence}件（{size}バイト）を取り込みました。',
  },
  mergeDevice: {
    en: '  {device} ({user}@{host}): {lines} lines',
    ja: '  {device}（{user}@{host}）：{lines}行',
  },
  mergeNewDevice: {
    en: '  {device} ({user}@{host}): {lines} lines. New here: have its owner read these words to you: {words}',
    ja: '  {device}（{user}@{host}）：{lines}行。初めての端末です。持ち主に次の12語を読み上げてもらい、確かめてください：{words}',
  },
  mergeClockAhead: {
    en: '    Its clock was at least {by} ahead of this device.',
    ja: '    時計はこの端末より少なくとも{by}進んでいました。',
  },
  mergeClockBehind: {
    en: '    Its clock was at least {by} behind this device.',
    ja: '    時計はこの端末より少なくとも{by}遅れていました。',
  },
  mergeEvidenceMissing: {
    en: {
      one: '{n} evidence file is named but in neither copy yet.',
      other: '{n} evidence files are named but in neither copy yet.',
    },
    ja: '記載があるのにどちらの複製にもない証拠ファイル：{n}件',
  },
  mergeEvidenceLeftOut: {
    en: {
      one: '{n} evidence file was left out on purpose by whoever made the bundle; its hash is known.',
      other:
        '{n} evidence files were left out on purpose by whoever made the bundle; their hashes are known.',
    },
    ja: '共有ファイルを作った人が意図して省いた証拠ファイル：{n}件（ハッシュ値は分かっています）',
  },
  mergeConflicts: {
    en: {
      one: '{n} thing was written differently by people who had not read each other: kiroku conflicts.',
      other:
        '{n} things were written differently by people who had not read each other: kiroku conflicts.',
    },
    ja: '互いの記載を読まずに書かれた食い違い：{n}件（kiroku conflictsで確認）',
  },
  noConflicts: {
    en: 'Nobody disagrees with anybody.',
    ja: '食い違いはありません。',
  },
  conflictOf: { en: '{what} {id}', ja: '{what} {id}' },
  conflictValue: { en: '  {by} on {device}: {value}', ja: '  {by}（{device}）：{value}' },
  sealWritten: {
    en: 'Sealed {lines} lines as number {number}.',
    ja: '{lines}行を封印しました（番号{number}）。',
  },
  sealNow: {
    en: 'This seal is of everything that is here now.',
    ja: 'この封印は、現在ここにあるすべてに対するものです。',
  },
  sealEarlier: {
    en: 'This seal was written by {by} at {at} and still holds: every line it names is here, unchanged.',
    ja: '{at}に{by}が書いた封印で、いまも成り立ちます。対象の行はすべて変わらずここにあります。',
  },
  sealBroken: {
    en: 'This seal was written here, but the notebook is damaged now: run kiroku verify to see whether what it sealed is.',
    ja: 'ここで書かれた封印ですが、ノートブックが壊れています。封印の対象に及ぶかどうかをkiroku verifyで確認してください。',
  },
  sealUnknown: {
    en: 'No line of this notebook holds this seal, and it is not that of what is here now: lines were taken out or written anew after it was printed, or it is of another notebook.',
    ja: 'この封印を持つ行はなく、現在の内容の封印とも一致しません。印刷後に行が取り除かれたか書き直されたか、別のノートブックの封印です。',
  },
  notSealWords: {
    en: 'These are not twelve words of a seal nor its 64 digits: a word is misspelt or missing.',
    ja: '封印の12語でも64桁の値でもありません。語の誤りか抜けがあります。',
  },
});
