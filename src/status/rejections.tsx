import { Banner } from "../pages/banner.tsx";
import { Table } from "../pages/table.tsx";
import type { Rejection, Shape } from "../policy/schema.ts";
import type { PolicyStatus } from "../policy/status.ts";
import type { Translate } from "../ui/parts.tsx";
import { named } from "./paths.ts";

/** Everything that was left out, where it stands, why, and what mends it. */
export function Rejections({ rejected, t }: { rejected: PolicyStatus["rejected"]; t: Translate }) {
  return (
    <section class="part" id="rejected" aria-labelledby="rejected-title">
      <h2 id="rejected-title">{t("status_rejected_title")}</h2>
      {rejected.length === 0 ? (
        <p>{t("status_rejected_none")}</p>
      ) : (
        <>
          <Banner level="stop" title={t("status_rejected_count", String(rejected.length))}>
            <p>{t("status_rejected_rest")}</p>
          </Banner>
          <Table
            caption={t("status_rejected_list")}
            rows={rejected}
            columns={[
              {
                title: t("status_where"),
                isHeader: true,
                cell: ({ path }) => <Where path={path} t={t} />,
              },
              {
                title: t("status_source"),
                cell: ({ source }) => <span class="source">{t(`status_source_${source}`)}</span>,
              },
              { title: t("status_why"), cell: ({ reason }) => t(`policy_rejected_${reason}`) },
              { title: t("status_remedy"), cell: (one) => remedy(one, t) },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Where({ path, t }: { path: string; t: Translate }) {
  const { words } = named(path, t);
  return (
    <>
      {words.length > 0 && <span>{words.join(t("status_path_separator"))}</span>}{" "}
      <code>{path || t("status_whole")}</code>
    </>
  );
}

function remedy({ path, reason }: Rejection, t: Translate): string {
  return t(`status_remedy_${reason}`, ...limits(named(path, t).shape, t));
}

/** What the shape permits, where the remedy names it. */
function limits(shape: Shape | null, t: Translate): string[] {
  if (shape?.kind === "choice") return [shape.of.join(t("ui_list_separator"))];
  if (shape?.kind === "integer") return [String(shape.min), String(shape.max)];
  return [];
}
