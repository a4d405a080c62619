import { defineMessages } from './messages.ts';

/** What `kiroku --help` says. */
export const cliOverviewMessages = defineMessages({
  help: {
    en: `kiroku: an offline incident notebook

  new FOLDER --title TEXT        start an incident in a new folder
  log FOLDER TEXT...             log an entry; "-" reads one entry a line from standard input
  correct FOLDER ENTRY TEXT...   write an entry anew, with --reason; the original stays readable
  show FOLDER                    show what the notebook holds
  evidence add FOLDER FILE...    copy files into the notebook and hash them; list, check
  custody FOLDER [ITEM ACTION]   who had the evidence, gaps in it, the form to sign
  paper FOLDER labels|log        QR labels for bags, numbered sheets for where there is no machine
  import FOLDER FILE...          take log files in as evidence and read their rows
  rows FOLDER                    print the rows of imported logs; --query searches them
  source add|list|clock          whatever gives times, and how far its clock was off
  clock check|list               hold this machine's clock against a better one
  indicators FOLDER              list indicators; --extract finds them in a text, --block-list writes them
  incident FOLDER                phase, ratings and state of the incident
  systems FOLDER                 list systems; --set NAME writes one and its state
  accounts FOLDER                list accounts; --set NAME writes one and its state
  services FOLDER                list business services; --set NAME writes one and its state
  contacts FOLDER                list suppliers and people to call; --set NAME writes one
  status FOLDER                  what is contained and what is not, to be read out
  checklist list|adopt|set       NIST checklists: templates, adopt one, set an item
  guidance list|export|import    own checklist templates and stage guides; the release of ATT&CK
  decision list|add|set|remove   what was decided, by whom, under which authority
  authority list|add|set|remove  who may do what, and how to reach them
  deadline list|add|move|done    clocks of the law and of contracts, with their rules
  redaction list|open            what a redacted copy hides, and showing some of it
  verify FOLDER                  check signatures, chains and evidence
  seal FOLDER                    seal what is there; --check compares a seal from paper
  bundle FOLDER --out FILE       the whole notebook as one file to carry
  merge FOLDER BUNDLE            take over what another copy has and this one lacks
  conflicts FOLDER               what was written differently by people who had not read each other
  export FOLDER --out FILE       write the case for other tools: STIX, MISP, CSV and more
  report FOLDER --out FILE       write the report as PDF, Word, HTML, Markdown or JSON
  release FOLDER                 versions of the report: reviewers, release, check of a file
  actions FOLDER...              actions of one notebook or several, most urgent first
  metrics FOLDER...              lengths of time with their formulas; compares notebooks
  brief FOLDER --since TIME      what is new and what waits, for whoever takes over

Every verb takes --json, --lang en|ja and --help.
Exit code: 0 good, 1 something was found, 2 wrong use or input.`,
    ja: `kiroku: オフラインのインシデント記録ノートブック

  new FOLDER --title TEXT        新しいフォルダーでインシデントの記録を始めます
  log FOLDER TEXT...             1件を記録します。"-"なら標準入力の1行を1件とします
  correct FOLDER ENTRY TEXT...   記録を書き直します（--reasonが必要）。元の記載は残ります
  show FOLDER                    ノートブックの内容を表示します
  evidence add FOLDER FILE...    ファイルを複製し、ハッシュ値を計算します。list、checkもあります
  custody FOLDER [ITEM ACTION]   証拠の管理履歴とその欠落・矛盾、署名用の管理票
  paper FOLDER labels|log        証拠袋用のQRラベル、端末のない場所のための番号付き用紙
  import FOLDER FILE...          ログファイルを証拠として取り込み、行を読み取ります
  rows FOLDER                    取り込んだログの行を表示します。--queryで検索できます
  source add|list|clock          時刻を示すソースと、その時計のずれ
  clock check|list               この端末の時計をより正確な時計と比べます
  indicators FOLDER              侵害指標の一覧。--extractで文章から抽出、--block-listで遮断リストを出力
  incident FOLDER                インシデントのフェーズ、評価、状態
  systems FOLDER                 システムの一覧。--set NAMEで登録し、状態を書きます
  accounts FOLDER                アカウントの一覧。--set NAMEで登録し、状態を書きます
  services FOLDER                業務サービスの一覧。--set NAMEで登録し、状態を書きます
  contacts FOLDER                取引先と連絡先の一覧。--set NAMEで登録します
  status FOLDER                  封じ込めの状況を、読み上げられる文章で示します
  checklist list|adopt|set       NISTチェックリスト：一覧、採用、項目の設定
  guidance list|export|import    自組織のテンプレートと段階ガイド、ATT&CKのリリース
  decision list|add|set|remove   何を、誰が、どの権限で決めたか
  authority list|add|set|remove  誰が何をしてよいか、その連絡先
  deadline list|add|move|done    法令や契約の期限と、その規則
  redaction list|open            墨消しした控えが隠すものと、その一部を見せること
  verify FOLDER                  署名、連鎖、証拠を検証します
  seal FOLDER                    現在の内容を封印します。--checkで紙の封印と照合できます
  bundle FOLDER --out FILE       ノートブック全体を、持ち運べる1つのファイルにします
  merge FOLDER BUNDLE            別の複製にあって、ここにないものを取り込みます
  conflicts FOLDER               互いの記載を読まずに書かれた食い違いを表示します
  export FOLDER --out FILE       ケースを他のツール用に書き出します（STIX、MISP、CSVなど）
  report FOLDER --out FILE       報告書をPDF、Word、HTML、Markdown、JSONで書き出します
  release FOLDER                 報告書の版：査読、発行、発行したファイルの照合
  actions FOLDER...              1つまたは複数のノートの対応事項を、急ぐものから一覧します
  metrics FOLDER...              時間の指標を計算式とともに示し、ノートを比べます
  brief FOLDER --since TIME      引き継ぐ人のために、変化と待っていることをまとめます

どの命令でも --json、--lang en|ja、--help が使えます。
終了コード：0 正常、1 検出事項あり、2 使い方または入力の誤り。`,
  },
});
