import { itemSections, policyItems } from "./account-items.ts";
import {
  accountName,
  accountWords,
  guideline,
  heading,
  organization,
  paragraph,
} from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** What the public is told of how an account is run: items ア to オ of 6(3). */
export const operationPolicy: DocumentText = {
  id: "operation-policy",
  clause: "6(3)",
  fields: [
    { name: "account", kind: "account" },
    { name: "applies-from", kind: "day", isOptional: true },
  ],
  write: (w) => [
    heading("title", 1, `${accountName(w)} 運用ポリシー`),
    paragraph(
      "lead",
      `${organization(w)}は、「${guideline(w)}」に基づき、公式アカウント${accountWords(w)}の運用について、次のとおり定めます。`,
    ),
    ...itemSections(policyItems(w), 2),
    ...(w.optional("applies-from") === ""
      ? []
      : [
          paragraph(
            "from",
            `この運用ポリシーは、${w.day("applies-from", "適用する日")}から適用します。`,
          ),
        ]),
  ],
};
