import type { Policy } from "../contract.ts";
import { DEMO_ACCOUNT, DEMO_FACEBOOK_ID, DEMO_HOMEPAGE } from "./demo-account.ts";

/** What a city would set: a made-up one, with its register, so that the status names who speaks. */
export const DEMO_POLICY: Partial<Policy> = {
  policyRevision: "見本",
  organizationName: DEMO_ACCOUNT.name,
  homepageUrl: DEMO_HOMEPAGE,
  guidelineTitle: `${DEMO_ACCOUNT.name}ソーシャルメディア運用ガイドライン`,
  accounts: [
    {
      platform: "x",
      handle: DEMO_ACCOUNT.handle,
      name: `${DEMO_ACCOUNT.name}公式`,
      department: DEMO_ACCOUNT.department,
      operators: ["佐藤 花子", "田中 一郎"],
      status: "公認",
    },
    {
      platform: "facebook",
      id: DEMO_FACEBOOK_ID,
      name: DEMO_ACCOUNT.name,
      department: DEMO_ACCOUNT.department,
      operators: ["佐藤 花子", "田中 一郎"],
      status: "公認",
    },
  ],
  hashtags: ["#星見市"],
};
