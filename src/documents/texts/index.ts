import { accountList } from "./account-list.ts";
import { accountNotice } from "./account-notice.ts";
import { correction } from "./correction.ts";
import { evidenceSheet } from "./evidence-sheet.ts";
import { explanation } from "./explanation.ts";
import { holdingStatement } from "./holding-statement.ts";
import { impersonationNotice } from "./impersonation-notice.ts";
import { operationPolicy } from "./operation-policy.ts";
import { recordNotice } from "./record-notice.ts";
import { removalRequest } from "./removal-request.ts";
import { replyTemplates } from "./reply-templates.ts";
import { reviewSheet } from "./review-sheet.ts";
import { termsOfUse } from "./terms-of-use.ts";
import { triageNote } from "./triage-note.ts";
import type { DocumentText } from "./writer.ts";

/** Every document, by the occasion at which it is needed. */
export const OCCASIONS: readonly { id: string; documents: readonly DocumentText[] }[] = [
  {
    id: "opening",
    documents: [operationPolicy, termsOfUse, accountNotice, reviewSheet, accountList],
  },
  {
    id: "trouble",
    documents: [
      correction,
      holdingStatement,
      explanation,
      evidenceSheet,
      removalRequest,
      impersonationNotice,
    ],
  },
  { id: "replies", documents: [replyTemplates, triageNote] },
  { id: "staff", documents: [recordNotice] },
];

export const DOCUMENTS: readonly DocumentText[] = OCCASIONS.flatMap(({ documents }) => documents);
