import { Button } from "../pages/button.tsx";
import { Dialog } from "../pages/dialog.tsx";
import type { Translate } from "../ui/parts.tsx";

export interface ConfirmProps {
  t: Translate;
  title: string;
  words: string;
  /** The button that does it. */
  action: string;
  onDo(): void;
  onClose(): void;
}

/** Asks before something is lost that nobody can bring back. */
export function Confirm({ t, title, words, action, onDo, onClose }: ConfirmProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t("documents_keep")}</Button>
          <Button
            look="grave"
            onPress={() => {
              onDo();
              onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <p>{words}</p>
    </Dialog>
  );
}
