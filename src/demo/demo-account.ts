/** The made-up city that the replicas are signed in as. A leaf: pages and policy both use it. */
export const DEMO_ACCOUNT = {
  handle: "hoshimi_city",
  name: "星見市",
  department: "政策推進課",
  personName: "山田 花子",
} as const;

export const DEMO_HOMEPAGE = "https://www.city.hoshimi.lg.jp/";
export const DEMO_FACEBOOK_ID = "100090000000001";
export const DEMO_PERSON_ID = "100000000000002";

/** Where the shortened links of the replicas lead: host and path, address. */
export const DEMO_SHORT_LINKS: readonly [string, string][] = [
  ["bit.ly/hoshimi-gomi", "https://www.city.hoshimi.lg.jp/kurashi/gomi.html"],
  ["bit.ly/kishou-yuki", "https://www.jma.go.jp/bosai/"],
  ["bit.ly/hoshimi-kouyou", "https://www.example-kankou.com/kouyou"],
];

/** Something at every level: a wrong weekday, a shortened link, somebody else's page, a public body's. */
export const DEMO_DRAFT = [
  "【お知らせ】2026年12月5日(日)に粗大ごみの臨時収集を行います🚛",
  "詳しくは https://bit.ly/hoshimi-gomi",
  "会場の地図: https://www.example-maps.com/hoshimi",
  "当日の天気: https://www.jma.go.jp/bosai/ #星見市",
].join("\n");
