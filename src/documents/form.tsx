import { useId } from "preact/hooks";
import type { Account, Policy } from "../contract.ts";
import { Field, FieldGroup, type FieldIds } from "../pages/field.tsx";
import { clauseOf } from "../policy/clauses.ts";
import type { Translate } from "../ui/parts.tsx";
import { accountKey } from "./drafts.ts";
import { RowsField } from "./rows-field.tsx";
import {
  type DocumentText,
  type FormField,
  linesOf,
  nameOf,
  platformName,
} from "./texts/writer.ts";
import { wordsOf } from "./words.ts";

export interface FormProps {
  t: Translate;
  lang: "ja" | "en";
  policy: Policy;
  text: DocumentText;
  form: Readonly<Record<string, string>>;
  account: Account | null;
  onAccount(key: string): void;
  onChange(field: string, value: string): void;
}

/** What register and settings cannot know: which account, which post, which day. */
export function Form(props: FormProps) {
  const { t, text } = props;
  return (
    <section class="part" id="form" aria-labelledby="form-title">
      <h2 id="form-title">{t("documents_form")}</h2>
      <p class="hint-text">{t("documents_form_lead")}</p>
      {text.fields.map((field) => (
        <OneField key={field.name} {...props} field={field} />
      ))}
    </section>
  );
}

function OneField(props: FormProps & { field: FormField }) {
  const { t, field } = props;
  const Group = field.kind === "clauses" || field.kind === "rows" ? FieldGroup : Field;
  const hint = t(wordsOf("hint", field.name));
  return (
    <Group
      label={t(wordsOf("field", field.name))}
      {...(field.isOptional ? { badge: <span class="badge">{t("documents_optional")}</span> } : {})}
      {...(hint ? { hint } : {})}
    >
      {(ids) => <Control {...props} ids={ids} />}
    </Group>
  );
}

function Control(props: FormProps & { field: FormField; ids: FieldIds }) {
  const { t, field, ids, form, onChange } = props;
  const { name, kind } = field;
  const value = form[name] ?? "";
  const common = { ...ids, "data-field": name };
  const write = ({ currentTarget }: { currentTarget: { value: string } }) =>
    onChange(name, currentTarget.value);
  switch (kind) {
    case "account":
      return <ChooseAccount {...props} />;
    case "clauses":
      return <Clauses {...props} />;
    case "rows":
      return (
        <RowsField
          t={t}
          value={value}
          choices={field.of ?? []}
          ids={ids}
          onChange={(rows) => onChange(name, rows)}
        />
      );
    case "lines":
      return <textarea {...common} class="textarea" rows={3} value={value} onInput={write} />;
    case "choice":
      return (
        <select {...common} class="select" lang="ja" value={value} onChange={write}>
          <option value="">{t("documents_choose")}</option>
          {field.of?.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
    case "day":
      return <input {...common} class="input short" type="date" value={value} onInput={write} />;
    case "time":
      return (
        <input
          {...common}
          class="input short"
          type="datetime-local"
          value={value}
          onInput={write}
        />
      );
    case "url":
      return <input {...common} class="input" type="url" value={value} onInput={write} />;
    case "text":
      return <input {...common} class="input" value={value} onInput={write} />;
  }
}

function ChooseAccount({
  t,
  policy,
  account,
  onAccount,
  ids,
  field,
}: FormProps & { ids: FieldIds; field: FormField }) {
  if (policy.accounts.length === 0)
    return (
      <p>
        {t("documents_accounts_none")}{" "}
        <a id={ids.id} data-field={field.name} href="/options.html#accounts">
          {t("documents_to_register")}
        </a>
      </p>
    );
  return (
    <select
      {...ids}
      data-field={field.name}
      class="select"
      value={accountKey(account)}
      onChange={({ currentTarget }) => onAccount(currentTarget.value)}
    >
      <option value="">{t("documents_choose")}</option>
      {policy.accounts.map((one) => (
        <option key={accountKey(one)} value={accountKey(one)}>
          {nameOf(one) || t("documents_account_unnamed")}（{platformName(one.platform)}）
        </option>
      ))}
    </select>
  );
}

function Clauses({ field, form, policy, lang, onChange }: FormProps & { field: FormField }) {
  const chosen = linesOf(form[field.name] ?? "");
  const id = useId();
  return (
    <>
      {field.of?.map((clause, index) => (
        <label key={clause} class="choice">
          <input
            id={`${id}-${clause}`}
            type="checkbox"
            {...(index === 0 ? { "data-field": field.name } : {})}
            checked={chosen.includes(clause)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(
                field.name,
                (field.of ?? [])
                  .filter((one) => (one === clause ? checked : chosen.includes(one)))
                  .join("\n"),
              )
            }
          />
          <span>
            {clause} {clauseOf(policy, clause, lang).label}
          </span>
        </label>
      ))}
    </>
  );
}
