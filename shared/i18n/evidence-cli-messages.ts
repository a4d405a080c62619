import { defineMessages } from './messages.ts';

/** What `evidence` says on the command line beside taking files in. */
export const evidenceCliMessages = defineMessages({
  help: {
    en: `kiroku evidence add FOLDER FILE... [--note TEXT] [--by NAME] [--json]
kiroku evidence list FOLDER [--json]
kiroku evidence check FOLDER [--json]

add copies each file into the notebook, hashes it on the way, reads the copy back and writes down
what it was. list shows every item with its hash. check reads every evidence file again: what is
missing, changed or named by no line is said, with exit code 1.`,
    ja: `kiroku evidence add FOLDER FILE... [--note TEXT] [--by NAME] [--json]
kiroku evidence list FOLDER [--json]
kiroku evidence check FOLDER [--json]

addは、ファイルをノートブックに複製しながらハッシュ値を計算し、複製を読み返してから記録します。
listは、すべての証拠をハッシュ値とともに示します。checkは、証拠ファイルをすべて読み直し、欠けたもの、
変わったもの、どの行にも記載のないものを示します（あれば終了コード1）。`,
  },
  none: { en: 'No evidence is recorded in this notebook.', ja: '証拠の記録はありません。' },
  line: { en: '{no}  {name}  {size} bytes  {sha256}', ja: '{no}  {name}  {size}バイト  {sha256}' },
  allThere: {
    en: {
      one: '{n} evidence file is there and unchanged.',
      other: '{n} evidence files are there and unchanged.',
    },
    ja: '証拠ファイル{n}件はすべてそろっており、変わっていません。',
  },
});
