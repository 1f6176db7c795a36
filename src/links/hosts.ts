/**
 * Public URL shorteners, the short forms that one service owns, and addresses that wrap another: the
 * one list from which the manifest's host permissions, the pages' connect-src, the expander and the
 * rules are made.
 *
 * Source: the services' own pages and help texts (Bitly, TinyURL, Hootsuite, Buffer, Google, Meta, LINE,
 * Amazon, Microsoft, Apple, Spotify …). A service closes or opens every few months: an organisation
 * adds its own finds by the policy's `extraShorteners` until they stand here.
 * Checked: 2026-11-22.
 */

/** Anyone may shorten anything here: the host says nothing about where it leads. */
const OPEN_SHORTENERS = hosts(
  // International
  `bit.ly bitly.com bitly.ws bitly.cx j.mp tinyurl.com tiny.cc tiny.one is.gd v.gd ow.ly
   ht.ly buff.ly rebrand.ly cutt.ly shorturl.at shorturl.asia rb.gy s.id t.ly bl.ink kutt.it
   dub.sh dub.co short.gy lnk.to smarturl.it soo.gd clck.ru goo.su u.to vk.cc surl.li n9.cl
   dlvr.it ift.tt trib.al hubs.ly hubs.la urlz.fr shorte.st ouo.io adfoc.us tny.im snip.ly
   qrco.de q-r.to qr1.be me-qr.com qrfy.io reurl.cc pse.is lihi.cc lihi1.cc 0rz.tw ppt.cc
   t.cn dwz.cn url.cn me2.do vo.la han.gl buly.kr url.kr`,
  // Japanese
  `ux.nu x.gd onl.la onl.tw onl.bz onl.sc p.tl qr.quel.jp 00m.in urx.nu urx2.nu urx3.nu
   urx.space urx.blue urx.red urx.mobi ur0.link ur0.work ur0.biz ur2.link u0u0.net u0u1.net
   qr.paps.jp`,
);

/** Closed, or known to answer with a page of their own: old posts are copied, so they are still warned of. */
const CLOSED_SHORTENERS = hosts(
  `goo.gl adf.ly bit.do tr.im u.nu x.co po.st mcaf.ee snipurl.com snurl.com cli.gs su.pr
   budurl.com git.io ur1.ca shorl.com yep.it virl.ws app.goo.gl page.link`,
);

/** The hosts of `link.shortener`. */
export const SHORTENER_HOSTS: readonly string[] = [...OPEN_SHORTENERS, ...CLOSED_SHORTENERS];

/** A short form of one service: a host, where needed with the beginning of its path. */
export interface BrandShortForm {
  host: string;
  /** "/maps": only paths that begin with it, whatever the letter case. */
  path?: string;
  /** Whether the service may be asked where it leads: false for hosts that hold a whole site besides. */
  isAskable: boolean;
}

const WHOLE_HOSTS = hosts(
  // Google
  `youtu.be forms.gle maps.app.goo.gl photos.app.goo.gl g.co goo.gle g.page`,
  // Meta
  `fb.me fb.watch instagr.am ig.me m.me`,
  // LINE
  `lin.ee nav.cx`,
  // Amazon, Rakuten, Mercari, Yahoo! JAPAN, niconico, Peatix
  `amzn.to amzn.asia amzn.eu a.co r10.to a.r10.to merc.li yahoo.jp nico.ms ptix.at`,
  // Microsoft, Apple, Spotify
  `msft.it aka.ms 1drv.ms apple.co spoti.fi spotify.link`,
  // Others that are shared in Japan
  `vt.tiktok.com vm.tiktok.com pin.it lnkd.in redd.it flic.kr tmblr.co wp.me adobe.ly
   naver.me kko.to discord.gg bbc.in nyti.ms reut.rs cnn.it s.nikkei.com htn.to`,
);

/** The forms of `link.brand-short`. A path beats the same host among the shorteners. */
export const BRAND_SHORT_FORMS: readonly BrandShortForm[] = [
  { host: "goo.gl", path: "/maps", isAskable: true },
  { host: "goo.gl", path: "/forms", isAskable: true },
  { host: "line.me", path: "/R/", isAskable: false },
  { host: "line.me", path: "/ti/", isAskable: false },
  ...WHOLE_HOSTS.map((host) => ({ host, isAskable: true })),
];

export const BRAND_SHORT_HOSTS: readonly string[] = unique(
  BRAND_SHORT_FORMS.map(({ host }) => host),
);

/** X's own wrapper: it hides its destination, so it is asked like a shortener. */
export const X_WRAPPER_HOST = "t.co";

/** An address that carries another one, and where it stands in it. */
export interface Wrapper {
  /** The host, or what stands behind its first dot where `anySubdomain`. */
  host: RegExp;
  /** The path; every path where it is left out. */
  path?: RegExp;
  inner:
    | { in: "parameter"; names: readonly string[] }
    | { in: "query" }
    | { in: "path"; pattern: RegExp }
    | { in: "nowhere" };
}

export const WRAPPERS: readonly Wrapper[] = [
  { host: /^t\.co$/, inner: { in: "nowhere" } },
  {
    host: /^lm?\.(?:facebook|messenger|instagram|threads)\.(?:com|net)$/,
    inner: { in: "parameter", names: ["u"] },
  },
  {
    host: /^(?:www\.)?(?:facebook|messenger)\.com$/,
    path: /^\/(?:l|flx\/warn)(?:\.php)?\/?$/,
    inner: { in: "parameter", names: ["u"] },
  },
  {
    host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/,
    path: /^\/url$/,
    inner: { in: "parameter", names: ["q", "url"] },
  },
  {
    host: /^(?:[a-z0-9-]+\.)?safelinks\.protection\.outlook\.com$/,
    inner: { in: "parameter", names: ["url"] },
  },
  {
    host: /^statics\.teams\.cdn\.office\.net$/,
    path: /safelinks/,
    inner: { in: "parameter", names: ["url"] },
  },
  { host: /^(?:www\.)?href\.li$/, inner: { in: "query" } },
  { host: /^urldefense\.com$/, inner: { in: "path", pattern: /^\/v3\/__(https?:\/\/?[^;]*?)__/i } },
  { host: /^urldefense(?:\.proofpoint)?\.com$/, inner: { in: "nowhere" } },
  {
    host: /^(?:www\.)?youtube\.com$/,
    path: /^\/redirect$/,
    inner: { in: "parameter", names: ["q"] },
  },
  { host: /^out\.reddit\.com$/, inner: { in: "parameter", names: ["url"] } },
  { host: /^slack-redir\.net$/, inner: { in: "parameter", names: ["url"] } },
  { host: /^linkprotect\.cudasvc\.com$/, inner: { in: "parameter", names: ["a"] } },
  { host: /^clicktime\.symantec\.com$/, inner: { in: "parameter", names: ["u"] } },
  {
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/(?:redir\/redirect|safety\/go)$/,
    inner: { in: "parameter", names: ["url"] },
  },
  { host: /^duckduckgo\.com$/, path: /^\/l\/?$/, inner: { in: "parameter", names: ["uddg"] } },
  { host: /^r\.search\.yahoo\.(?:com|co\.jp)$/, inner: { in: "path", pattern: /\/RU=([^/]+)\// } },
  { host: /^jump\.5ch\.net$/, inner: { in: "query" } },
];

/**
 * Hosts that the extension may ask where a link leads. Closed services are not asked, but for Google's,
 * whose map and form addresses still answer.
 */
export const ASKABLE_HOSTS: readonly string[] = unique([
  ...OPEN_SHORTENERS,
  ...BRAND_SHORT_FORMS.filter(({ isAskable }) => isAskable).map(({ host }) => host),
  X_WRAPPER_HOST,
]);

function unique(hosts: readonly string[]): string[] {
  return [...new Set(hosts)];
}

/** Lists are written as text, since one host a line would bury the rest of this file. */
function hosts(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(/\s+/));
}
