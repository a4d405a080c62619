import { defineMessages } from './messages.ts';

/** What `evidence` says on the command line beside taking files in. */
export const evidenceCliMessages = defineMessages({
  help: {
    en: `kiroku evidence add FOLDER FILE|DIRECTORY... [--hash md5,sha1] [--reference MEDIUM]
                    [--note TEXT] [WHAT IS KNOWN] [--by NAME] [--json]
kiroku evidence item FOLDER NAME [--reference MEDIUM] [WHAT IS KNOWN] [--note TEXT] [--by NAME]
kiroku evidence set FOLDER ITEM WHAT IS KNOWN [--by NAME]
kiroku evidence list FOLDER [--json]
kiroku evidence check FOLDER [ITEM FILE] [--json]

add copies each file into the notebook, hashes it on the way, reads the copy back and writes down
what it was. Of a directory every file becomes an item, links and special files are named in a list
and not followed. --reference leaves the file where it is: it is hashed there, whole and in pieces.
item adds a thing without a file: a laptop, a disk. set says something of an item anew. list shows
every item with its hash. check reads every evidence file again: what is missing, changed or named
by no line is said, with exit code 1; with ITEM and FILE it reads a file that stays elsewhere again,
compares it and writes the outcome into its custody.

WHAT IS KNOWN: --type --label --description --quantity --make-model --serial --hostname --mac --ip
--condition --power-state --location --acquired-at --clock +00:03:12 --acquired-by --witness
--purpose --authority --method --tool --write-blocker used|not-used|not-needed --source-hash
--unavoidable-change --seal --storage --tlp --retain-until --disposition`,
    ja: `kiroku evidence add FOLDER FILE|DIRECTORY... [--hash md5,sha1] [--reference MEDIUM]
                    [--note TEXT] [内容] [--by NAME] [--json]
kiroku evidence item FOLDER NAME [--reference MEDIUM] [内容] [--note TEXT] [--by NAME]
kiroku evidence set FOLDER ITEM 内容 [--by NAME]
kiroku evidence list FOLDER [--json]
kiroku evidence check FOLDER [ITEM FILE] [--json]

addは、ファイルをノートブックに複製しながらハッシュ値を計算し、複製を読み返してから記録します。
ディレクトリーの場合は中のファイルごとに証拠とし、リンクや特殊ファイルはたどらず一覧に記載します。
--referenceを付けると複製せず、元の場所で全体と部分ごとのハッシュ値を計算します。itemは、PCやディスク
など、ファイルのない物品を追加します。setは、証拠の内容を追記・訂正します。listは、すべての証拠を
ハッシュ値とともに示します。checkは、証拠ファイルをすべて読み直し、欠けたもの、変わったもの、どの行にも
記載のないものを示します（あれば終了コード1）。ITEMとFILEを指定すると、別の場所に置いたファイルを読み
直して照合し、結果を履歴に記録します。

内容：--type --label --description --quantity --make-model --serial --hostname --mac --ip
--condition --power-state --location --acquired-at --clock +00:03:12 --acquired-by --witness
--purpose --authority --method --tool --write-blocker used|not-used|not-needed --source-hash
--unavoidable-change --seal --storage --tlp --retain-until --disposition`,
  },
  oldHash: { en: '        {name} {value}', ja: '        {name} {value}' },
  tooLong: {
    en: '--{option} takes at most {limit} characters.',
    ja: '--{option}は{limit}文字までです。',
  },
  nothingSaid: {
    en: 'Say what is known of it: --serial, --storage and the like.',
    ja: '内容を指定してください（--serial、--storageなど）。',
  },
  notElsewhere: {
    en: '{item} is not a file that stays elsewhere and was read: there is nothing to compare with.',
    ja: '{item}は、別の場所に置いて読み取ったファイルではないため、照合できません。',
  },
  recheckSame: {
    en: '{no} is the same as when it was recorded.',
    ja: '{no}は記録時と同じです。',
  },
  recheckDiffers: {
    en: {
      one: '{no} is not the same as when it was recorded: {n} piece differs.',
      other: '{no} is not the same as when it was recorded: {n} pieces differ.',
    },
    ja: '{no}は記録時と異なります（{n}個の部分が不一致）。',
  },
  notAFolder: { en: '{folder} is not a folder.', ja: '{folder}はフォルダーではありません。' },
  tooMany: {
    en: '{folder} holds more than {limit} files. Nothing was taken in: pack it into an archive and add that.',
    ja: '{folder}の中のファイルが{limit}個を超えています。何も追加していません。アーカイブにまとめて追加してください。',
  },
  none: { en: 'No evidence is recorded in this notebook.', ja: '証拠の記録はありません。' },
  line: { en: '{no}  {name}  {size} bytes  {sha256}', ja: '{no}  {name}  {size}バイト  {sha256}' },
  lineThing: { en: '{no}  {name}  (a thing)', ja: '{no}  {name}（物品）' },
  lineElsewhere: {
    en: '{no}  {name}  stays on {medium}  {sha256}',
    ja: '{no}  {name}  置き場所：{medium}  {sha256}',
  },
  allThere: {
    en: {
      one: '{n} evidence file is there and unchanged.',
      other: '{n} evidence files are there and unchanged.',
    },
    ja: '証拠ファイル{n}件はすべてそろっており、変わっていません。',
  },
});
