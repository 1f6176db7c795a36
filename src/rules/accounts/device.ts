import type { Rule } from "../rule.ts";
import { REGISTER } from "./example-register.ts";

const REQUIRED = { ...REGISTER, requireManagedDevice: true };

/**
 * City-owned devices carry the organisation's policy. Where this one does not, the exception's reason
 * is asked (a disaster, an event away from the office); how often is the caller's to limit.
 */
export const accountDevice: Rule = {
  id: "account.device",
  clause: "6(10)",
  level: "care",
  *check({ draft, policy, isManaged }) {
    if (!policy.requireManagedDevice || isManaged !== false) return;
    if (draft.account === undefined) return;
    yield { start: 0, end: 0, message: { key: "account_device" }, asks: "device" };
  },
  examples: {
    fires: [
      {
        text: "自宅の端末から。",
        draft: { account: "suzaka_city" },
        policy: REQUIRED,
        isManaged: false,
        marks: "",
      },
      {
        text: "会場から中継します。",
        draft: { account: "suzaka_bousai" },
        policy: REQUIRED,
        isManaged: false,
      },
      {
        text: "アカウントは読めません。",
        draft: { account: null },
        policy: REQUIRED,
        isManaged: false,
      },
      {
        text: "観光案内所から。",
        draft: { platform: "facebook", account: "suzaka.kanko" },
        policy: REQUIRED,
        isManaged: false,
      },
    ],
    quiet: [
      {
        text: "庁内の端末から。",
        draft: { account: "suzaka_city" },
        policy: REQUIRED,
        isManaged: true,
      },
      { text: "端末の別は知られていません。", draft: { account: "suzaka_city" }, policy: REQUIRED },
      {
        text: "端末は問われません。",
        draft: { account: "suzaka_city" },
        policy: REGISTER,
        isManaged: false,
      },
      { text: "アカウントは言われていません。", policy: REQUIRED, isManaged: false },
    ],
  },
};
