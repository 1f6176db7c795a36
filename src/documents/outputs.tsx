import { useEffect, useState } from "preact/hooks";
import { Button } from "../pages/button.tsx";
import type { OpenPage } from "../pages/open.ts";
import { save } from "../pages/save-file.ts";
import type { Translate } from "../ui/parts.tsx";
import type { Block } from "./blocks.ts";
import { fileName, titleOf } from "./compose.ts";
import { toHtml, toHtmlPage } from "./html.ts";
import { toMarkdown } from "./markdown.ts";
import { toText } from "./plain-text.ts";

export interface OutputsProps {
  t: Translate;
  page: OpenPage;
  blocks: readonly Block[];
  /** Marks that would go out with it. */
  missing: number;
  today: string;
}

/** What was copied or saved last, to be said beside the buttons. `text`: where copying failed, to be copied by hand. */
interface Outcome {
  words: string;
  text?: string;
}

/** To print, to paste into a homepage, as Markdown and as plain text. */
export function Outputs({ t, page, blocks, missing, today }: OutputsProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // What was copied is no longer what stands there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every change of the document
  useEffect(() => setOutcome(null), [JSON.stringify(blocks)]);

  function tell(result: Outcome): void {
    setOutcome(result);
    page.say(result.words);
  }

  async function copy(what: string, text: string, html?: string): Promise<void> {
    const isCopied = await (html === undefined
      ? navigator.clipboard.writeText(text)
      : navigator.clipboard.write([
          new ClipboardItem({
            "text/html": new Blob([html], { type: "text/html" }),
            "text/plain": new Blob([text], { type: "text/plain" }),
          }),
        ])
    ).then(
      () => true,
      () => false,
    );
    if (!isCopied) tell({ words: t("status_not_copied"), text: html ?? text });
    else if (missing === 0) tell({ words: t("documents_copied", what) });
    else tell({ words: t("documents_copied_lacking", what, String(missing)) });
  }

  function keep(extension: "html" | "md" | "txt", content: string, type: string): void {
    const name = fileName(titleOf(blocks), today, extension);
    save(name, content, `${type};charset=utf-8`);
    const lacks = String(missing);
    tell({
      words: missing === 0 ? t("documents_saved", name) : t("documents_saved_lacking", name, lacks),
    });
  }

  return (
    <section class="part" id="outputs" aria-labelledby="outputs-title">
      <h2 id="outputs-title">{t("documents_outputs")}</h2>
      <dl class="outputs">
        <div>
          <dt>{t("documents_print")}</dt>
          <dd class="buttons">
            <Button look="main" onPress={() => window.print()}>
              {t("documents_print_button")}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{t("documents_html")}</dt>
          <dd class="buttons">
            <Button
              isSmall
              onPress={() => void copy(t("documents_formatted"), toText(blocks), toHtml(blocks))}
            >
              {t("documents_copy_rich")}
            </Button>
            <Button isSmall onPress={() => void copy(t("documents_source"), toHtml(blocks))}>
              {t("documents_copy_source")}
            </Button>
            <Button
              isSmall
              name={t("documents_save_as", "HTML")}
              onPress={() => keep("html", toHtmlPage(titleOf(blocks), blocks), "text/html")}
            >
              {t("documents_save")}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{t("documents_markdown")}</dt>
          <dd class="buttons">
            <Button
              isSmall
              name={t("documents_copy_as", t("documents_markdown"))}
              onPress={() => void copy(t("documents_markdown"), toMarkdown(blocks))}
            >
              {t("documents_copy")}
            </Button>
            <Button
              isSmall
              name={t("documents_save_as", t("documents_markdown"))}
              onPress={() => keep("md", toMarkdown(blocks), "text/markdown")}
            >
              {t("documents_save")}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{t("documents_text")}</dt>
          <dd class="buttons">
            <Button
              isSmall
              name={t("documents_copy_as", t("documents_text"))}
              onPress={() => void copy(t("documents_text"), toText(blocks))}
            >
              {t("documents_copy")}
            </Button>
            <Button
              isSmall
              name={t("documents_save_as", t("documents_text"))}
              onPress={() => keep("txt", toText(blocks), "text/plain")}
            >
              {t("documents_save")}
            </Button>
          </dd>
        </div>
      </dl>
      {outcome && <p class="outcome">{outcome.words}</p>}
      {outcome?.text !== undefined && (
        <textarea
          class="textarea code"
          readonly
          rows={8}
          aria-label={t("status_not_copied")}
          value={outcome.text}
        />
      )}
    </section>
  );
}
