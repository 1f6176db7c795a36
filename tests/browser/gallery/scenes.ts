import type { Lang, Level } from "../../../src/contract.ts";
import { translate } from "../../../src/locales.ts";
import type {
  AccountLine,
  CardView,
  DialogView,
  FindingView,
  Overlay,
  StatusView,
} from "../../../src/ui/model.ts";
import { createOverlay } from "../../../src/ui/overlay.tsx";

/** Every state of the overlay over a page that looks like a composer; bundled for a browser. */

const GUIDELINE = "ソーシャルメディアガイドライン";
const ACCOUNT: AccountLine = { name: "須坂市", department: "政策推進課" };
const LONG_ACCOUNT: AccountLine = {
  name: "須坂市公式アカウント",
  department: "まちづくり推進部環境共生課ゼロカーボン推進係カーボンニュートラル担当特別企画室",
};
const LONG_URL = `https://www.example.lg.jp/${"kurashi-tetsuzuki/".repeat(9)}index.html`;

function finding(id: string, level: Level, more: Partial<FindingView> = {}): FindingView {
  return {
    id,
    rule: "link.shortener",
    level,
    text: "bit.ly/3szk",
    before: "入場無料です。詳しくは ",
    after: " をご覧ください。",
    message: "短縮URLは行き先が分からず、読む人が不安になります。元のURLを書きましょう。",
    clause: { number: "6(7)", label: "", text: "URL短縮サービスは、利用しないようにすること。" },
    fixes: [{ label: "元のURLに置き換える", replacement: "", start: 0, end: 1 }],
    isAsking: false,
    ...more,
  };
}

const SHORT = finding("1", "stop", {
  destination: {
    url: "https://www.example.lg.jp/event",
    host: "www.example.lg.jp",
    domain: "example.lg.jp",
    kind: "own",
  },
});
const LONG = finding("2", "stop", {
  text: `https://bit.ly/${"x".repeat(60)}`,
  before: "とても長い前置きの文章が四十文字ほど続いてから、ようやく問題の語が出てくる、",
  destination: {
    url: LONG_URL,
    host: "www.example.lg.jp",
    domain: "example.lg.jp",
    kind: "third-party",
  },
  fixes: [
    { label: "元のURLに置き換える", replacement: "", start: 0, end: 1 },
    { label: "公式サイトのトップページのURLに置き換える", replacement: "", start: 0, end: 1 },
  ],
});
const CARE = finding("3", "care", { fixes: [], isAsking: true });
const HINT = finding("4", "hint", { text: "", before: "", after: "" });

const MEDIA = finding("5", "care", {
  rule: "rights.media",
  text: "",
  before: "",
  after: "",
  message:
    "写真を添える前に、著作権、写っている人の承諾、個人が分かるものの写り込みを確かめてください。",
  clause: { number: "4(4)", label: "", text: "肖像権、プライバシー権、著作権等を侵害しないこと。" },
  fixes: [],
  asks: "media",
});
const VIEW = finding("6", "stop", {
  rule: "civic.official-view",
  text: "市の見解",
  before: "報道について、",
  after: "をお伝えします。",
  message: "「市の見解」は市としての公式見解です。公表には決裁が要ります。",
  clause: { number: "6(5)", label: "", text: "公式見解の発信は、所属長の決裁を受けること。" },
  fixes: [],
  asks: "decision",
});
const PAGE = finding("7", "care", {
  rule: "link.third-party",
  text: "https://marche.example.com/2026",
  message: "marche.example.com は市のページではありません。内容を確かめてください。",
  clause: { number: "6(8)", label: "", text: "第三者のページへのリンクは慎重に行うこと。" },
  fixes: [],
  asks: "page",
});

const counts = { stop: 2, care: 1, hint: 1 };

function statusOf(more: Partial<StatusView> = {}): StatusView {
  return { state: "findings", account: ACCOUNT, counts, enforcement: "hold", ...more };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the gallery's page has no #${id}`);
  return found;
}

function show(overlay: Overlay, more: Partial<StatusView> = {}): void {
  const box = (id: string) => () => element(id).getBoundingClientRect();
  const anchor = { composer: box("composer"), editor: box("editor"), button: box("button") };
  overlay.setStatus(element("composer"), anchor, statusOf(more), () => {});
}

const SPEAKERS = [
  "このアカウントで投稿できる人: 佐藤 花子、鈴木 一郎",
  "委託先: 須坂広告社（2027-03-31まで）",
  "管理責任者: 須坂 二郎",
];

function card(
  overlay: Overlay,
  findings: FindingView[],
  status?: Partial<StatusView>,
  more: Partial<CardView> = {},
): void {
  show(overlay, status);
  const nothing = () => {};
  overlay.openCard(
    () => element("word").getBoundingClientRect(),
    { findings, current: 0, guidelineTitle: GUIDELINE, status: statusOf(status), ...more },
    {
      fix: nothing,
      putAside: nothing,
      answer: nothing,
      falseAlarm: nothing,
      show: nothing,
      guide: nothing,
      close: nothing,
    },
    { focus: true, inside: element("editor") },
  );
}

function dialog(overlay: Overlay, more: Partial<DialogView> = {}): void {
  const view: DialogView = {
    state: "findings",
    platform: "x",
    account: ACCOUNT,
    findings: [SHORT, LONG, CARE, HINT],
    override: "reason",
    mayDeclare: false,
    ...more,
  };
  void overlay.openDialog(view, element("editor"), { answer: () => {} });
}

const UNCHECKED = { state: "unchecked", reason: "ui_card_empty" } as const;

const SCENES: Record<string, (overlay: Overlay) => void> = {
  "status empty": (overlay) => show(overlay, { state: "empty" }),
  "status checking": (overlay) => show(overlay, { state: "checking" }),
  "status clear": (overlay) => show(overlay, { state: "clear" }),
  "status findings": (overlay) => show(overlay, { account: LONG_ACCOUNT }),
  "status ignored": (overlay) => show(overlay, { state: "ignored" }),
  "status unrecorded": (overlay) => show(overlay, { state: "clear", isUnrecorded: true }),
  "status unchecked": (overlay) => show(overlay, UNCHECKED),
  "card stop": (overlay) => card(overlay, [SHORT, LONG, CARE, HINT]),
  "card long": (overlay) => card(overlay, [LONG, CARE]),
  "card care": (overlay) => card(overlay, [CARE]),
  "card hint": (overlay) => card(overlay, [HINT]),
  "card media": (overlay) => card(overlay, [MEDIA]),
  "card decision": (overlay) => card(overlay, [VIEW]),
  "card page": (overlay) => card(overlay, [PAGE]),
  "card clear": (overlay) => card(overlay, [], { state: "clear" }),
  "card who": (overlay) =>
    card(overlay, [SHORT, LONG], {}, { speakers: ["須坂市 政策推進課", ...SPEAKERS] }),
  "card who alone": (overlay) => card(overlay, [], { state: "clear" }, { speakers: SPEAKERS }),
  "card ignored": (overlay) =>
    card(overlay, [], { state: "ignored", account: { name: "@taro" } }, { speakers: [] }),
  "card unrecorded": (overlay) =>
    card(overlay, [], { state: "clear", isUnrecorded: true }, { notice: "ui_record_failed" }),
  "card unchecked": (overlay) => card(overlay, [], UNCHECKED),
  "dialog reason": (overlay) => dialog(overlay, { account: LONG_ACCOUNT }),
  "dialog allow": (overlay) => dialog(overlay, { override: "allow", account: null }),
  "dialog never": (overlay) => dialog(overlay, { override: "never" }),
  "dialog decision": (overlay) =>
    dialog(overlay, { findings: [VIEW, MEDIA, PAGE], override: "never" }),
  "dialog decision or reason": (overlay) => dialog(overlay, { findings: [VIEW, HINT] }),
  "dialog thread": (overlay) =>
    dialog(overlay, {
      findings: [
        { ...SHORT, where: ["ui_dialog_item", "12"] },
        { ...LONG, where: ["ui_dialog_option"] },
        { ...MEDIA, where: ["ui_dialog_item", "1"] },
      ],
    }),
  "dialog unchecked": (overlay) => dialog(overlay, { state: "unchecked", findings: [] }),
  "dialog waiting": (overlay) => dialog(overlay, { state: "waiting", findings: [] }),
};

let current: Overlay | undefined;

const gallery = {
  names: Object.keys(SCENES),
  open(name: string, lang: Lang): void {
    current?.destroy();
    current = createOverlay({
      document,
      lang,
      shadow: "open",
      t: (key, ...args) => translate(lang, key, args),
    });
    SCENES[name]?.(current);
  },
};

export type Gallery = typeof gallery;

Object.assign(globalThis, { gallery });
