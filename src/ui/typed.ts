/**
 * Takes back what a page writes into the field that has the focus in `root`: a page's `execCommand`
 * writes there too, by an `input` that is trusted. Only what a person enters is announced by a
 * `beforeinput` first (measured in both browsers).
 */
export function keepTyped(root: ShadowRoot, signal: AbortSignal): void {
  let announced: EventTarget | null = null;
  const typed = new WeakMap<EventTarget, string>();
  const options = { capture: true, signal };
  root.addEventListener(
    "beforeinput",
    ({ isTrusted, target }) => {
      announced = isTrusted ? target : null;
    },
    options,
  );
  root.addEventListener(
    "input",
    (event) => {
      const { target: field } = event;
      if (!(field instanceof HTMLInputElement) || field.type !== "text") return;
      if (field === announced) {
        typed.set(field, field.value);
      } else {
        field.value = typed.get(field) ?? "";
        event.stopImmediatePropagation();
      }
      announced = null;
    },
    options,
  );
}
