import type { ComponentChildren } from "preact";

export interface ButtonProps {
  /** main: the one thing to do here. plain: as a link. grave: something is lost by it. */
  look?: "main" | "plain" | "grave";
  isSmall?: boolean;
  isDisabled?: boolean;
  /** For screen readers, where the words alone do not say of what ("delete"). */
  name?: string;
  onPress(): void;
  children: ComponentChildren;
}

export function Button({ look, isSmall, isDisabled, name, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={["button", look, isSmall && "small"].filter(Boolean).join(" ")}
      disabled={isDisabled ?? false}
      {...(name === undefined ? {} : { "aria-label": name })}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** A small square with a drawing; its name is for screen readers and for the pointer that rests on it. */
export function IconButton({
  name,
  onPress,
  children,
}: {
  name: string;
  onPress(): void;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
      {children}
    </button>
  );
}
