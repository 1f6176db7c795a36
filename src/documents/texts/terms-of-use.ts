import { itemSections, termsItems } from "./account-items.ts";
import { accountName, accountWords, heading, organization, paragraph } from "./pieces.ts";
import type { DocumentText } from "./writer.ts";

/** What whoever uses an account agrees to: items ア to ウ of 6(4). */
export const termsOfUse: DocumentText = {
  id: "terms-of-use",
  clause: "6(4)",
  fields: [
    { name: "account", kind: "account" },
    { name: "applies-from", kind: "day", isOptional: true },
  ],
  write: (w) => [
    heading("title", 1, `${accountName(w)} 利用規約`),
    paragraph(
      "lead",
      `${organization(w)}の公式アカウント${accountWords(w)}をご利用になる方は、次の事項にあらかじめ同意していただくものとします。`,
    ),
    ...itemSections(termsItems(w), 2),
    ...(w.optional("applies-from") === ""
      ? []
      : [
          paragraph(
            "from",
            `この利用規約は、${w.day("applies-from", "適用する日")}から適用します。`,
          ),
        ]),
  ],
};
